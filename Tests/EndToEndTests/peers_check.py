"""Takes what Starling exports into the programs that it is written for.

Usage: peers_check.py anki CARDS AGAIN   AGAIN is CARDS with one question changed
       peers_check.py package FIRST AGAIN   packages, of which AGAIN has one question changed
       peers_check.py fsrs REVIEWS
Prints a line for each thing that was seen. Needs `anki` or `fsrs` from PyPI, and exits 3 without it.
"""

import collections
import csv
import datetime
import sys
import tempfile

try:
    if sys.argv[1] == "anki":
        from anki.collection import Collection, ImportCsvRequest
    elif sys.argv[1] == "package":
        from anki.collection import (Collection, ImportAnkiPackageOptions,
                                     ImportAnkiPackageRequest)
    else:
        from fsrs import Card, Rating, ReviewLog, Scheduler
except ImportError:
    sys.exit(3)


def take(collection, path):
    """Imports as the window does when nothing in it is changed."""
    metadata = collection.get_csv_metadata(path, None)
    log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    return (f"{len(log.new)} new, {len(log.updated)} updated, {len(log.first_field_match)} alike, "
            f"{len(log.missing_notetype) + len(log.missing_deck) + len(log.empty_first_field)} lost")


def state(collection):
    rows = collection.db.all("SELECT guid, mod, usn, tags, flds FROM notes ORDER BY guid")
    cards = collection.db.all("SELECT c.id, c.mod, c.did, c.queue FROM cards c ORDER BY c.id")
    return rows, cards


def anki(cards, again):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(f"{folder}/collection.anki2")
        print("first:", take(collection, cards))
        before = state(collection)
        print("notes:", collection.note_count(), "cards:", collection.card_count())
        counts = collections.Counter(
            collection.decks.name(did) for did in
            collection.db.list("SELECT did FROM cards"))
        for name, count in sorted(counts.items()):
            print("deck:", name, count)
        print("tags:", " ".join(sorted(collection.tags.all())))
        print("second:", take(collection, cards))
        print("unchanged:", state(collection) == before)
        print("changed:", take(collection, again))
        changed = [new for old, new in zip(before[0], state(collection)[0]) if old != new]
        print("differs:", [row[0] for row in changed])
        print("front:", [row[4].split("\x1f")[0] for row in changed])
        collection.close()


def package(first, again):
    def take(path):
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
        log = collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=path, options=options)).log
        return (f"{len(log.new)} new, {len(log.updated)} updated, {len(log.duplicate)} known, "
                f"{len(log.conflicting)} lost")

    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(f"{folder}/collection.anki2")
        collection.set_config("fsrs", True)
        print("first:", take(first))
        for guid, cid, queue, due, ivl, reps, lapses in collection.db.all(
                "SELECT n.guid, c.id, c.queue, c.due, c.ivl, c.reps, c.lapses "
                "FROM cards c JOIN notes n ON n.id = c.nid WHERE c.type = 2 ORDER BY n.guid"):
            known = collection.compute_memory_state(cid)
            last = collection.db.scalar("SELECT max(id) FROM revlog WHERE cid = ?", cid) // 1000
            days = due - ivl - (last - collection.crt) // 86400
            print("card:", guid[9:], queue, reps, lapses, days, known.stability, known.difficulty)
        print("answers:", collection.db.scalar("SELECT count() FROM revlog"))
        before = state(collection)
        print("second:", take(first))
        print("unchanged:", state(collection) == before)
        print("changed:", take(again))
        print("schedule kept:", [(row[0], row[3]) for row in state(collection)[1]]
              == [(row[0], row[3]) for row in before[1]])
        print("sound:", collection.fix_integrity()[1])
        collection.close()


def fsrs(path):
    cards, logs = {}, 0
    scheduler = Scheduler(enable_fuzzing=False)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            time = datetime.datetime.fromtimestamp(
                int(row["review_time"]) / 1000, datetime.timezone.utc)
            duration = row.get("review_duration")
            log = ReviewLog(
                card_id=row["card_id"], rating=Rating(int(row["review_rating"])),
                review_datetime=time, review_duration=int(duration) if duration else None)
            card = cards.get(log.card_id) or Card(card_id=log.card_id)
            cards[log.card_id], _ = scheduler.review_card(card, log.rating, log.review_datetime)
            logs += 1
    print("reviews:", logs)
    for name, card in sorted(cards.items()):
        print("card:", name, f"{card.stability:.4f} {card.difficulty:.4f}")


if __name__ == "__main__":
    {"anki": anki, "package": package, "fsrs": fsrs}[sys.argv[1]](*sys.argv[2:])
