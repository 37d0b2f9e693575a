#!/usr/bin/env python3
"""Starling's start and keys beside other curses programs, on the same machine in the same run.

  speed.py STARLING HOME

STARLING is a release build (swift build -c release --static-swift-stdlib), HOME a folder made by
make-home. nnn, tig, calcurse and htop are Debian packages; those that are missing are left out.
Five rounds, each program in turn; the figures are medians of the rounds' medians. A start counts
until the text that completes the first screen is on it, for every program alike. Needs pyte
(pip install pyte), whose own time is in all figures.
"""
import json, os, shutil, statistics, subprocess, sys

ROUNDS = 5
HERE = os.path.dirname(os.path.abspath(__file__))
starling, home = sys.argv[1:3]
programs = {
    "starling": ([starling], ["--expect", "Enter starts", "--setup-keys", "w", "--keys", "j,k"]),
    "nnn": (["nnn", "/usr"], ["--expect", "share"]),
    "tig": (["tig", "-C", HERE], ["--expect", "[main]"]),
    "calcurse": (["calcurse", "-D", "/tmp/starling-speed-calcurse"], ["--expect", "Calendar"]),
    "htop": (["htop"], ["--expect", "PID"]),
}
measured = {name: {"start": [], "key": [], "memory": []} for name in programs}
for _ in range(ROUNDS):
    for name, (command, options) in programs.items():
        if not (os.path.exists(command[0]) or shutil.which(command[0])):
            continue
        run = subprocess.run(
            [sys.executable, HERE + "/latency.py", "--json", "--runs", "4", "--presses", "8"]
            + options + ["--"] + command,
            env=dict(os.environ, STARLING_HOME=home), capture_output=True, text=True)
        if run.returncode:
            continue
        report = json.loads(run.stdout)
        start = report["startup.expect"]
        measured[name]["start"].append(start["median"])
        if report["key.frame"]:
            measured[name]["key"].append(report["key.frame"]["median"])
        measured[name]["memory"].append(report["peak_memory_mib"])

ours = {figure: statistics.median(values) for figure, values in measured["starling"].items()}
print(f"{'program':10} {'start ms':>9} {'ours/it':>8} {'key ms':>8} {'ours/it':>8} {'MiB':>6}")
for name, figures in measured.items():
    if not figures["start"] or not figures["key"]:
        continue
    start, key, memory = (statistics.median(figures[f]) for f in ("start", "key", "memory"))
    print(f"{name:10} {start:9.2f} {ours['start'] / start:8.2f} {key:8.2f} {ours['key'] / key:8.2f} {memory:6.1f}")
