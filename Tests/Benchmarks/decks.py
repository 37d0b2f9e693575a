#!/usr/bin/env python3
"""How fast Starling reads, opens and searches a great many cards.

  decks.py STARLING MAKE_HOME [--cards N]

STARLING is a release build (swift build -c release --static-swift-stdlib), MAKE_HOME the program of
that name of this package. Makes a home with N cards (20,000) in files of 500, practised ten times
each, and measures in a pseudo-terminal of 80 x 24: the first start, which reads all files behind a
screen that says how far it is; later starts; and each key of a search among the cards, of one of
everything, and in the palette, beginning with the one that opens it. Beside the time that passes stands the time that the program itself was computing, which
tells more on a busy machine. Needs pyte (pip install pyte). Exits with 1 when a limit is not kept.
"""
import argparse, os, shutil, statistics, subprocess, sys, tempfile, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from latency import Program, key_bytes

STARTS = 10
# A rare letter pair, a frequent one, words that all cards have, one that none has, other scripts.
SEARCHES = ["teamwork", "number 1999", "zq", "what came of it in the end", "qu 77", "xylophone", "é", "同事"]


def start(starling, expect, limit):
    program = Program([starling], 80, 24, dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8"))
    program.attach_screen(80, 24)
    found, drawn = None, []
    deadline = time.perf_counter() + limit
    while found is None and time.perf_counter() < deadline:
        _, last, found, total = program.read_until_quiet(0.01, 0.05, expect)
        if total:
            drawn.append(last - program.started)
    if found is None:
        sys.exit(f"“{expect}” did not come; there is:\n" + "\n".join(program.screen.display))
    program.read_until_quiet(0.15, 0.15)
    return program, found - program.started, drawn


def computing(program):
    """Milliseconds that the program was on a processor."""
    with open(f"/proc/{program.pid}/schedstat") as file:
        return int(file.read().split()[0]) / 1e6


def press(program, name):
    """Milliseconds from the key to the last byte of the answer, and of computing."""
    before = computing(program)
    sent = time.perf_counter_ns()
    os.write(program.fd, key_bytes(name))
    _, last, _, _ = program.read_until_quiet(0.08, 1)
    return ((last - sent) / 1e6 if last else 0, computing(program) - before)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("starling")
    parser.add_argument("make_home")
    parser.add_argument("--cards", type=int, default=20_000)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="starling-decks-")
    home = os.environ["STARLING_HOME"] = folder + "/home"
    failed = False

    def report(name, passed, computed, limit):
        nonlocal failed
        failed |= passed > limit
        print(f"{name:48} {passed:8.2f} {computed:9.2f} {limit:6.0f}{'  TOO SLOW' if passed > limit else ''}")

    def worst(name, keys, limit):
        slowest = max(keys)
        report(f"{name}, worst of {len(keys)}", slowest[0], max(key[1] for key in keys), limit)

    try:
        cards = str(options.cards)
        subprocess.run(
            [options.make_home, home, "--cards", cards, "--reviews", str(10 * options.cards)],
            check=True, stdout=subprocess.DEVNULL)
        print(f"{'milliseconds':48} {'passed':>8} {'computing':>9} {'limit':>6}")
        program, first, drawn = start(options.starling, "Enter starts", 60)
        report(f"first start ({len(drawn)} frames on the way)", first / 1e6, computing(program), 4000)
        report("  its first frame", drawn[0] / 1e6, 0, 100)
        program.end()
        later = []
        for _ in range(STARTS):
            program, counts, _ = start(options.starling, "Enter starts", 5)
            later.append((counts / 1e6, computing(program)))
            program.end()
        report("later starts, median", *map(statistics.median, zip(*later)), 100)
        for name, way in [("cards", "d/"), ("everything, from home", "/"), ("the palette", ":")]:
            opening, keys = [], []
            for words in SEARCHES:
                program, _, _ = start(options.starling, "Enter starts", 5)
                for key in way[:-1]:
                    decks = press(program, key)
                    report(f"{key}, before the search of {name}", *decks, 100)
                opening.append(press(program, way[-1]))
                keys += [press(program, letter) for letter in list(words) + ["\x7f"] * len(words)]
                program.end()
            worst(f"{way[-1]}, which opens the search of {name}", opening, 16)
            report(f"a key in {name}, median", *map(statistics.median, zip(*keys)), 16)
            worst(f"a key in {name}", keys, 16)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
