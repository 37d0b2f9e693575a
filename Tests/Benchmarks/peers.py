"""fsrs-rs-python, run by the protocol of srs-benchmark: what memory.py sets Starling's fits beside."""
import csv, datetime, math

import fsrs_rs_python

DAY = 86_400_000


def read(path):
    """Rows of (card, milliseconds, rating), cards by their first review, each card by time."""
    cards = {}
    with open(path) as file:
        for row in csv.DictReader(file):
            text = row["review_time"]
            time = int(text) if text.isdigit() else round(
                datetime.datetime.fromisoformat(text).timestamp() * 1000)
            cards.setdefault(row["card_id"], []).append((time, int(row["review_rating"])))
    for reviews in cards.values():
        reviews.sort()
    return dict(sorted(cards.items(), key=lambda card: card[1][0]))


def days_between(reviews):
    """Ratings with the days since the review before; days begin at 04:00 UTC."""
    days = [(time - 4 * 3_600_000) // DAY for time, _ in reviews]
    return [(rating, 0 if i == 0 else days[i] - days[i - 1])
            for i, (_, rating) in enumerate(reviews)]


def items(cards):
    """What fsrs-rs learns from: each review on a later day, with all before it, by time."""
    found = []
    for number, reviews in enumerate(cards.values()):
        history = days_between(reviews)
        for i in range(1, len(history)):
            if history[i][1] > 0:
                found.append((reviews[i][0], number, history[:i + 1]))
    return sorted(found, key=lambda item: item[:2])


def as_peer(history):
    return fsrs_rs_python.FSRSItem([fsrs_rs_python.FSRSReview(r, d) for r, d in history])


def fit(found, with_ids):
    """Parameters by fsrs-rs's optimiser as it comes, plainly or card by card."""
    model = fsrs_rs_python.FSRS(fsrs_rs_python.DEFAULT_PARAMETERS)
    options = {"card_ids": [number for _, number, _ in found]} if with_ids else {}
    return model.compute_parameters([as_peer(history) for _, _, history in found], **options)


def recall(history, w):
    """The recall that FSRS-6 predicts of the last review of a history."""
    decay = -w[20]
    factor = 0.9 ** (1 / decay) - 1
    first_difficulty = lambda rating: w[4] - math.exp(w[5] * (rating - 1)) + 1
    s = d = None
    for i, (rating, days) in enumerate(history):
        if i == 0:
            s, d = w[rating - 1], min(max(first_difficulty(rating), 1), 10)
            continue
        r = (1 + factor * days / s) ** decay
        if i == len(history) - 1:
            return r
        if days == 0:
            gain = math.exp(w[17] * (rating - 3 + w[18])) * s ** -w[19]
            new = s * (max(gain, 1) if rating > 1 else gain)
        elif rating == 1:
            new = min(
                w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * math.exp(w[14] * (1 - r)),
                s / math.exp(w[17] * w[18]))
        else:
            new = s * (1 + math.exp(w[8]) * (11 - d) * s ** -w[9]
                       * (math.exp(w[10] * (1 - r)) - 1)
                       * (w[15] if rating == 2 else 1) * (w[16] if rating == 4 else 1))
        damped = d - w[6] * (rating - 3) * (10 - d) / 9
        d = min(max(w[7] * first_difficulty(4) + (1 - w[7]) * damped, 1), 10)
        s = min(max(new, 0.001), 36500)


def score(predictions):
    """Log loss and RMSE(bins) of (history, recall)."""
    loss, bins = 0.0, {}
    for history, p in predictions:
        passed = history[-1][0] > 1
        loss -= math.log(max(p if passed else 1 - p, 2.2e-16))
        later = [rating for rating, days in history[1:-1] if days > 0]
        lapses = sum(rating == 1 for rating in later)
        step = lambda value, base: math.floor(math.log(value) / math.log(base))
        key = (step(history[-1][1], 3.62), step(len(later) + 2, 1.89),
               step(lapses, 1.73) if lapses else -1)
        count, expected, real = bins.get(key, (0, 0.0, 0))
        bins[key] = (count + 1, expected + p, real + passed)
    n = len(predictions)
    miss = sum((real - expected) ** 2 / count for count, expected, real in bins.values())
    return loss / n, math.sqrt(miss / n)


def time_split(found, fitter, folds=5):
    """Scores over the folds, each predicted by parameters fitted to all that came before it."""
    size = len(found) // (folds + 1)
    predictions = []
    for fold in range(folds):
        begin = len(found) - (folds - fold) * size
        past = [item for item in found[:begin] if item[0] < found[begin][0]]
        w = fitter(past)
        predictions += [(h, recall(h, w)) for _, _, h in found[begin:begin + size]]
    return score(predictions)
