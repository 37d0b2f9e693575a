"""Writes histories.txt: random histories of several homes, and what each comes to by a plain reading.

A set names the heads of its field that it replaces; a gone names all heads of its thing; a back names
gones; a same joins two things. Run it as: python3 histories.py > histories.txt
"""
import hashlib
import json
import random


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def name(record):
    return hashlib.sha256(canonical(record).encode()).hexdigest()[:32]


def representative(log, thing):
    joined = {thing}
    while True:
        more = {x for r in log.values() if r["k"] == "same" and {r["a"], r["b"]} & joined
                for x in (r["a"], r["b"])}
        if more <= joined:
            return min(joined)
        joined |= more


def heads(log, thing, field=None):
    sets = {i: r for i, r in log.items()
            if r["k"] == "set" and representative(log, r["thing"]) == thing}
    named = {p for r in sets.values() for p in r["of"]}
    return {i: r for i, r in sets.items() if i not in named and field in (None, r["field"])}


def state(log):
    undone = {p for r in log.values() if r["k"] == "back" for p in r["of"]}
    dead = {p for i, r in log.items() if r["k"] == "gone" and i not in undone for p in r["of"]}
    things, conflicts = {}, []
    for thing in sorted({representative(log, r["thing"]) for r in log.values() if r["k"] == "set"}):
        found = heads(log, thing)
        if not set(found) - dead:
            continue
        fields = {}
        for i, r in found.items():
            fields.setdefault(r["field"], []).append((r["at"], i, r["value"]))
        things[thing] = {f: max(v)[2] for f, v in fields.items()}
        for f, v in fields.items():
            others = {canonical(x[2]) for x in v} - {canonical(max(v)[2])}
            conflicts += [[thing, f, x] for x in others]
    return {"things": things, "conflicts": sorted(conflicts)}


class Home:
    def __init__(self, skew, log=()):
        self.skew, self.log = skew, dict(log)

    def emit(self, moment, **record):
        record["at"] = moment + self.skew
        if "thing" in record or "a" in record:
            record["table"] = "stories"
        while name(record) in self.log:
            record["at"] += 1
        self.log[name(record)] = record


def history(seed):
    rng = random.Random(seed)
    homes = [Home(rng.choice([0, 0, 5, -5, 10 ** 9, -10 ** 9])) for _ in range(rng.randint(1, 3))]
    words = ["", "a", "é", "quote \"x\"", "line\nline", "\u0001", "🦆", "b" * 70]
    for step in range(rng.randint(4, 26)):
        home = rng.choice(homes)
        thing, field = rng.choice("abc"), rng.choice(["title", "fit:TEAM"])
        act = rng.random()
        thing = representative(home.log, thing)
        if act < 0.5:
            value = rng.choice(words + [None, 7, -3, [1, "x"], {"b": 1, "a": None}])
            home.emit(step, k="set", thing=thing, field=field, value=value,
                      of=sorted(heads(home.log, thing, field)))
        elif act < 0.68 and heads(home.log, thing):
            home.emit(step, k="gone", thing=thing, of=sorted(heads(home.log, thing)))
        elif act < 0.78:
            gones = sorted(i for i, r in home.log.items() if r["k"] == "gone")
            if gones:
                home.emit(step, k="back", of=[rng.choice(gones)])
        elif act < 0.81:
            one, other = sorted(rng.sample("abc", 2))
            home.emit(step, k="same", a=one, b=other)
        elif act < 0.85 and len(homes) < 5:
            homes.append(Home(home.skew, home.log))
        else:
            home.log.update(rng.choice(homes).log)
    log = {}
    for home in homes:
        log.update(home.log)
    return log


if __name__ == "__main__":
    for seed in range(60):
        log = history(seed)
        for i in sorted(log):
            print(i, canonical(log[i]))
        print("=", canonical(state(log)))
