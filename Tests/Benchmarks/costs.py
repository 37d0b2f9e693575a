#!/usr/bin/env python3
"""What Starling's commonest paths cost, counted and not timed, against figures that may only fall.

  costs.py STARLING [--record]

STARLING is a release build (swift build -c release --static-swift-stdlib -Xswiftc
-static-executable; what is linked dynamically has the loader's 5 million on top). In a home of 10,000
cards, made anew, it counts the instructions of each path by valgrind (callgrind), on a copy of the
program without debug information, and in a pseudo-terminal of 80 x 24 the bytes written for one key
and how often the program wakes in three seconds in which nobody does anything:

  start   from nothing to the counts on the home screen
  due     the line for a shell prompt, with nothing new since the last look
  move    a row down or up in the list of weak cards
  scroll  a row down at the lower edge of the window, where all rows move
  type    a letter of a written answer
  reveal  a card turned
  grade   a grade kept, and the next question

The figures stand in costs.txt beside this script. Exits with 1 when one of them has risen; by
--record it writes down those that have fallen, and only those. Instructions may differ by 2 in 100,
as C libraries do. Needs valgrind.
"""
import argparse, fcntl, os, pty, random, re, select, shutil, signal, struct, subprocess, sys
import tempfile, termios, time

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = HERE + "/costs.txt"
CARDS, REVIEWS, KEYS, IDLE = 10_000, 30_000, 20, 3
TOLERANCE = 1.02


def make_home(starling, home):
    """Writes decks and reviews; the reviews are drawn from a fixed seed, back from now."""
    os.makedirs(home + "/decks")
    os.environ["STARLING_HOME"] = home
    tags = ["teamwork", "conflict", "leadership"]
    for first in range(0, CARDS, 500):
        name = f"own-{first // 500 + 1}"
        with open(f"{home}/decks/{name}.yaml", "w") as deck:
            deck.write(f"id: {name}\ntitle: Own questions from {first + 1}\ncards:\n")
            for number in range(first, first + 500):
                tag = tags[number % 3]
                deck.write(
                    f"  - id: Q-{number + 1}\n    kind: star\n    competency: {tag}\n"
                    f"    ask: Tell me about occasion number {number + 1} on which you showed {tag} and it mattered.\n"
                    f"    probes: [What did you do first?]\n    strong: [a date]\n    flags: [no result]\n")
    draw = random.Random(1)
    now = time.time() * 1000
    reviews = sorted(
        (int(now - draw.uniform(1, 700) * 86_400_000), f"own-{card // 500 + 1}/Q-{card + 1}",
         draw.choices([1, 2, 3, 4], [12, 13, 65, 10])[0])
        for card in (index % CARDS for index in range(REVIEWS)))
    with open(home + "/reviews.csv", "w") as file:
        file.write("card_id,review_time,review_rating\n")
        file.writelines(f"{card},{at},{grade}\n" for at, card, grade in reviews)
    for arguments in (["import", home + "/reviews.csv"], ["backup", home + "/copy.sqlite"], ["stats"]):
        subprocess.run([starling] + arguments, check=True, capture_output=True)


class Session:
    """The trainer in a pseudo-terminal, by itself or in valgrind."""

    def __init__(self, command):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvp(command[0], command)

    def read(self, expect=None, quiet=0.4, limit=30):
        """Reads until the text has come, if one is expected, and nothing more follows; counts bytes."""
        data = b""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            has_come = data and (expect is None or expect in data)
            if not select.select([self.fd], [], [], quiet if has_come else 1)[0]:
                if has_come:
                    return len(data)
                continue
            try:
                data += os.read(self.fd, 65536)
            except OSError:
                break
        sys.exit(f"“{(expect or b'an answer').decode()}” did not come; there is:\n{data.decode(errors='replace')}")

    def press(self, key, expect=None):
        os.write(self.fd, key)
        return self.read(expect)

    def wakes(self):
        """How often its threads have given the processor away."""
        count = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{thread}/status") as status:
                count += sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)
        return count

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def walk(session, lap):
    """Goes the paths; `lap` is told each part's name when it is over, and the bytes of each key."""
    session.read(b"Enter starts")
    lap("start", [])
    session.press(b"w", b"Weak")
    lap("", [])
    lap("move", [session.press(key) for key in [b"j", b"k"] * (KEYS // 2)])
    # Down to the last row in view.
    for _ in range(19):
        session.press(b"j")
    lap("", [])
    lap("scroll", [session.press(b"j") for _ in range(KEYS)])
    session.press(b"\x1b", b"Enter starts")
    session.press(b"\r", b"headline")
    lap("", [])
    session.press(b"t")
    session.press(b"W")
    lap("", [])
    lap("type", [session.press(bytes([letter])) for letter in b"e kept a night list."])
    session.press(b"\x1b", b"headline")
    lap("", [])
    # Fewer than a session has.
    for _ in range(4):
        lap("reveal", [session.press(b"\r")])
        lap("grade", [session.press(b"3")])


def counted(folder, program):
    """The instructions of each path, for one key where there are several."""
    profile = folder + "/profile"
    valgrind = ["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={profile}"]
    # Once to bring all up to date, and once to be kept.
    for _ in range(2):
        subprocess.run([program, "due"], check=True, stdout=subprocess.DEVNULL)
        time.sleep(0.1)
    subprocess.run(valgrind + [program, "due"], check=True, stdout=subprocess.DEVNULL)
    found = {"due": [total(profile)]}
    session, parts = Session(valgrind + [program]), 0

    def lap(name, keys):
        nonlocal parts
        parts += 1
        subprocess.run(["callgrind_control", "-d", str(session.pid)], check=True, capture_output=True)
        instructions = total(f"{profile}.{parts}")
        if os.environ.get("COSTS_PROFILES"):
            shutil.copy(f"{profile}.{parts}", f"{os.environ['COSTS_PROFILES']}/{parts}-{name}")
        found.setdefault(name, []).append(instructions // max(1, len(keys)))

    walk(session, lap)
    session.end()
    return {name: sum(values) // len(values) for name, values in found.items()}


def total(profile):
    with open(profile) as file:
        return next(int(line.split()[1]) for line in file if re.match("(summary|totals):", line))


def written(program):
    """The bytes of each path for one key, and the wake-ups of a while of idleness after it."""
    session = Session([program])
    found, wakes = {}, {}

    def lap(name, keys):
        if name and name not in wakes:
            time.sleep(0.7)  # What is put off until nobody waits, such as the look for leftovers.
            before = session.wakes()
            time.sleep(IDLE)
            wakes[name] = session.wakes() - before
        found.setdefault(name, []).extend(keys)

    walk(session, lap)
    session.end()
    average = {name: round(sum(keys) / len(keys)) if keys else 0 for name, keys in found.items()}
    return average, wakes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("starling")
    parser.add_argument("--record", action="store_true", help="write down the figures that have fallen")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = folder + "/starling"
        subprocess.run(["strip", "-g", "-o", program, options.starling], check=True)
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC")
        for name in ("LINES", "COLUMNS", "NO_COLOR", "TMUX"):
            os.environ.pop(name, None)
        # A home for each walk, which practises.
        make_home(program, folder + "/written")
        byte_counts, wakes = written(program)
        make_home(program, folder + "/counted")
        instructions = counted(folder, program)
    now = {name: (instructions[name], byte_counts.get(name, 0), wakes.get(name, 0))
           for name in ("start", "due", "move", "scroll", "reveal", "grade", "type")}
    kept = {}
    if os.path.exists(FIGURES):
        with open(FIGURES) as file:
            kept = {words[0]: tuple(map(int, words[1:])) for words in map(str.split, file)
                    if words and words[0] in now}
    risen = False
    print(f"{'path':8} {'instructions':>14} {'bytes':>7} {'wake-ups':>9}")
    for name, figures in now.items():
        limits = kept.get(name, figures)
        marks = [figure > limit * TOLERANCE for figure, limit in zip(figures, limits)]
        risen = risen or any(marks)
        print(f"{name:8} {figures[0]:14,} {figures[1]:7} {figures[2]:9}" + "".join(
            f"  {what} rose from {limit:,}"
            for what, limit, is_up in zip(("instructions", "bytes", "wake-ups"), limits, marks) if is_up))
    if options.record:
        with open(FIGURES, "w") as file:
            file.write("# path, instructions, bytes written for a key, wake-ups in three idle seconds; see costs.py\n")
            for name, figures in now.items():
                lowest = [min(pair) for pair in zip(figures, kept.get(name, figures))]
                file.write(f"{name:8} {lowest[0]:11} {lowest[1]:6} {lowest[2]:3}\n")
    sys.exit(1 if risen else 0)


if __name__ == "__main__":
    main()
