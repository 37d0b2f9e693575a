#!/usr/bin/env python3
"""Starling's memory models beside fsrs-rs-python and py-fsrs, on the same machine in the same run.

  memory.py STARLING BENCH REVIEWS.csv [--evidence]

STARLING is a release build, BENCH is .build/release/bench-memory of this package, both made with
--static-swift-stdlib. Peers: pip install fsrs-rs-python==0.9.3 fsrs==6.3.2. Programs take turns, five
rounds; times are medians. --evidence also scores on 20 simulated learners and on random halves of the
file's cards, which take no part in choosing between the file's test rows.
"""
import csv, datetime, json, os, random, statistics, subprocess, sys, tempfile, time

import fsrs, fsrs_rs_python
import peers

ROUNDS = 5
starling, bench, path = sys.argv[1:4]
median = statistics.median


def timed(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def optimise(path, *options):
    """What `starling optimise` prints, and the peak memory of that process in MiB."""
    read, write = os.pipe()
    arguments = [starling, "optimise", "--from", path, "--json", *options]
    process = os.posix_spawn(
        starling, arguments, os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_CLOSE, read)])
    os.close(write)
    with os.fdopen(read) as file:
        text = file.read()
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"{' '.join(arguments)} failed")
    return json.loads(text), usage.ru_maxrss / 1024


def folds(path, model, seed=1):
    report, _ = optimise(path, "--model", model, "--folds", "5", "--seed", str(seed))
    return report["folds"]["log_loss"], report["folds"]["rmse_bins"]


def schedule(cards):
    histories = [peers.days_between(reviews) for reviews in cards.values()]
    count = sum(map(len, histories))
    batch = [peers.as_peer(history) for history in histories]
    rust = fsrs_rs_python.FSRS(fsrs_rs_python.DEFAULT_PARAMETERS)
    python = fsrs.Scheduler(enable_fuzzing=False)
    some = list(cards.values())[:200]

    def by_python():
        for number, reviews in enumerate(some):
            # Without a number of its own, a card waits a millisecond to get one.
            card = fsrs.Card(card_id=number)
            for at, rating in reviews:
                moment = datetime.datetime.fromtimestamp(at / 1000, datetime.timezone.utc)
                card, _ = python.review_card(card, fsrs.Rating(rating), moment)

    rates = {"fsrs-rs": [], "py-fsrs": []}
    for _ in range(ROUNDS):
        run = subprocess.run([bench, "replay", path], capture_output=True, check=True)
        for model, figures in json.loads(run.stdout).items():
            for way, rate in figures.items():
                rates.setdefault(f"{model} {way}", []).append(rate)
        rates["fsrs-rs"] += [
            count / median([timed(lambda: rust.memory_state_batch(batch)) for _ in range(25)])]
        rates["py-fsrs"] += [sum(map(len, some)) / timed(by_python)]
    rust_rate, python_rate = median(rates["fsrs-rs"]), median(rates["py-fsrs"])
    print(f"{'reviews scheduled':28} {'a second':>12} {'× fsrs-rs':>10} {'× py-fsrs':>10}")
    for name, values in sorted(rates.items()):
        rate = median(values)
        print(f"{name:28} {rate:12,.0f} {rate / rust_rate:10.2f} {rate / python_rate:10.1f}")


def fit_times(found):
    model = fsrs_rs_python.FSRS(fsrs_rs_python.DEFAULT_PARAMETERS)
    batch = [peers.as_peer(history) for _, _, history in found]
    ids = [number for _, number, _ in found]
    times = {name: [] for name in ("fsrs-6", "fsrs-7", "fsrs-rs", "fsrs-rs, card ids")}
    peak = {}
    for _ in range(ROUNDS):
        for name in ("fsrs-6", "fsrs-7"):
            report, memory = optimise(path, "--model", name)
            times[name].append(report["seconds"])
            peak[name] = max(peak.get(name, 0), memory)
        times["fsrs-rs"].append(timed(lambda: model.compute_parameters(batch)))
        times["fsrs-rs, card ids"].append(
            timed(lambda: model.compute_parameters(batch, card_ids=ids)))
    base = median(times["fsrs-rs, card ids"])
    print(f"\n{'fitting':28} {'ms':>8} {'/ card ids':>11} {'peak MiB':>9}")
    for name, values in times.items():
        memory = f"{peak[name]:9.1f}" if name in peak else ""
        print(f"{name:28} {1000 * median(values):8.1f} {median(values) / base:11.2f} {memory}")


def five_folds(found):
    rows = {
        "fsrs-rs, as it comes": peers.time_split(found, lambda past: peers.fit(past, False)),
        "fsrs-rs, card ids": peers.time_split(found, lambda past: peers.fit(past, True)),
        "FSRS-6 at its defaults": peers.time_split(
            found, lambda past: fsrs_rs_python.DEFAULT_PARAMETERS),
    }
    for model in ("fsrs-6", "fsrs-7"):
        scores = [folds(path, model, seed) for seed in range(1, 6)]
        rows[f"{model}, median of 5 seeds"] = [median(values) for values in zip(*scores)]
    print(f"\n{'time split, five folds':28} {'log loss':>9} {'RMSE(bins)':>11}")
    for name, (loss, rmse) in rows.items():
        print(f"{name:28} {loss:9.5f} {rmse:11.4f}")


def evidence(cards, folder):
    """Differences of log loss by the time split from fsrs-rs with card ids: less is better."""
    files = []
    for seed in range(1, 21):
        model = "fsrs-6" if seed <= 10 else "fsrs-7"
        run = subprocess.run(
            [bench, "learner", "--model", model, "--seed", str(seed)], capture_output=True,
            check=True)
        files.append((f"10 learners of {model}", f"{folder}/learner-{seed}.csv"))
        with open(files[-1][1], "wb") as file:
            file.write(run.stdout)
    for seed in range(10):
        names = list(cards)
        random.Random(seed).shuffle(names)
        for part in range(2):
            files.append(("20 halves of the cards", f"{folder}/half-{seed}-{part}.csv"))
            with open(files[-1][1], "w") as file:
                table = csv.writer(file)
                table.writerow(["card_id", "review_time", "review_rating"])
                for name in names[part::2]:
                    table.writerows([name, *review] for review in cards[name])
    found = {}
    for group, file in files:
        items = peers.items(peers.read(file))
        scores = {
            "fsrs-rs, as it comes": peers.time_split(items, lambda past: peers.fit(past, False)),
            "fsrs-rs, card ids": peers.time_split(items, lambda past: peers.fit(past, True)),
            "FSRS-6 at its defaults": peers.time_split(
                items, lambda past: fsrs_rs_python.DEFAULT_PARAMETERS),
            "fsrs-6": folds(file, "fsrs-6"), "fsrs-7": folds(file, "fsrs-7"),
        }
        for name, score in scores.items():
            found.setdefault((group, name), []).append(score)
    print(f"\n{'evidence':24} {'':24} {'log loss':>9} {'RMSE(bins)':>11} {'worse than card ids':>20}")
    for (group, name), scores in found.items():
        base = found[group, "fsrs-rs, card ids"]
        worse = sum(score[0] > other[0] for score, other in zip(scores, base))
        loss, rmse = (statistics.mean(values) for values in zip(*scores))
        print(f"{group:24} {name:24} {loss:9.5f} {rmse:11.4f} {worse:14} of {len(scores)}")


cards = peers.read(path)
found = peers.items(cards)
schedule(cards)
fit_times(found)
five_folds(found)
if "--evidence" in sys.argv:
    with tempfile.TemporaryDirectory() as folder:
        evidence(cards, folder)
