"""Makes copies of a Starling database that are not quite what Starling made.

mutate_copies.py BASE OLDER FOLDER SEED COUNT
  BASE    a copy that Starling has made
  OLDER   the statements of a database that an older Starling has made
  FOLDER  where the copies are written, each as SEED.sqlite
Prints a line for each: its seed, and what was done to it.
"""
import os
import random
import shutil
import sqlite3
import struct
import sys

ODD = [0, 1, -1, 2**31, 2**63 - 1, -(2**63), 10**15, 99, 1.5, float("inf"), "", "x", "d/A", "A" * 5000,
       "\x1b[31m", b"", b"\xff\x00\xfe", None, "9" * 30, "1e400", "nan", "üß漢字"]


def tables(db):
    return [row[0] for row in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]


def columns(db, table):
    return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]


def without_triggers(db, change):
    """Runs a change that the triggers would refuse, and puts them back as they were."""
    kept = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        db.execute(f'DROP TRIGGER "{name}"')
    change()
    for _, sql in kept:
        db.execute(sql)


def trigger(db, r):
    table = r.choice(tables(db))
    event = r.choice(["INSERT", "UPDATE", "DELETE"])
    action = r.choice(["DELETE FROM stories", "DELETE FROM notes", "INSERT INTO cache VALUES ('a', 'b')",
                       "SELECT RAISE(ABORT, 'no')", "UPDATE memory SET reps = -1"])
    db.execute(f"CREATE TRIGGER evil {r.choice(['AFTER', 'BEFORE'])} {event} ON {table} BEGIN {action}; END")


def view(db, r):
    db.execute("CREATE VIEW mine AS " + r.choice([
        "SELECT * FROM reviews", "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT * FROM t",
        "SELECT 1 AS a", "SELECT * FROM nowhere"]))


def view_for_table(db, r):
    table = r.choice(["reviews", "notes", "employers", "memory", "attempts"])
    db.execute("PRAGMA legacy_alter_table = ON")
    db.execute(f"ALTER TABLE {table} RENAME TO other_{table}")
    db.execute(f"CREATE VIEW {table} AS SELECT * FROM other_{table}")


def index(db, r):
    db.execute("CREATE INDEX more ON reviews " + r.choice(
        ["(grade)", "(lower(card))", "(at_ms) WHERE grade = 1", "(card, mode, grade DESC)"]))


def table(db, r):
    db.execute("CREATE " + r.choice([
        "TABLE more (a, b)", "TABLE more (a PRIMARY KEY) WITHOUT ROWID", "VIRTUAL TABLE more USING fts5(a)",
        'TABLE "a ""quoted"" name" (a)', "TABLE more (a, b AS (a + 1))", "TABLE more AS SELECT * FROM reviews"]))


def drop(db, r):
    kind, name = r.choice(db.execute(
        "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'").fetchall())
    db.execute(f'DROP {kind} "{name}"')


def column(db, r):
    name = r.choice(tables(db))
    old = r.choice(columns(db, name))
    without_triggers(db, lambda: db.execute(r.choice([
        f"ALTER TABLE {name} ADD COLUMN more TEXT", f"ALTER TABLE {name} ADD COLUMN more AS (1 + 1)",
        f"ALTER TABLE {name} RENAME COLUMN {old} TO other"])))


def loose(db, r):
    """A table that takes any type, with something foreign in it."""
    name = r.choice(tables(db))
    db.execute("PRAGMA writable_schema = ON")
    db.execute(
        "UPDATE sqlite_master SET sql = replace(replace(sql, ') STRICT, WITHOUT', ') WITHOUT'), ') STRICT', ')') "
        "WHERE type = 'table' AND name = ?", [name])
    version = db.execute("PRAGMA schema_version").fetchone()[0]
    db.execute(f"PRAGMA schema_version = {version + 1}")
    db.execute("PRAGMA writable_schema = OFF")
    db.commit()
    other = sqlite3.connect(db.execute("PRAGMA database_list").fetchone()[2], isolation_level=None)
    odd(other, r, name)
    other.close()


def odd(db, r, name=None):
    """A value of another kind in some column; what the schema refuses stays as it was."""
    name = name or r.choice(tables(db))
    field = r.choice(columns(db, name))

    def change():
        try:
            db.execute(f'UPDATE "{name}" SET "{field}" = ?', [r.choice(ODD)])
        except (sqlite3.Error, OverflowError):
            pass
    without_triggers(db, change)


def extreme(db, r):
    name = r.choice(tables(db))
    whole = [row[1] for row in db.execute(f'PRAGMA table_info("{name}")') if row[2] == "INTEGER" and not row[5]]
    if not whole:
        return

    def change():
        try:
            db.execute(f'UPDATE "{name}" SET "{r.choice(whole)}" = ?',
                       [r.choice([2**63 - 1, -(2**63), 10**12, -1, 0, 64_801, 4_000_000, 10**15])])
        except sqlite3.Error:
            pass
    without_triggers(db, change)


def migrations(db, r):
    db.execute(r.choice([
        "DELETE FROM grdb_migrations WHERE identifier = '2'", "DELETE FROM grdb_migrations",
        "INSERT INTO grdb_migrations VALUES ('99')", "INSERT INTO grdb_migrations VALUES (x'ff')",
        "DELETE FROM grdb_migrations WHERE identifier = (SELECT max(identifier) FROM grdb_migrations)",
        "UPDATE grdb_migrations SET identifier = identifier || 'x'", "DROP TABLE grdb_migrations"]))


def derived(db, r):
    statement = r.choice([
        "UPDATE memory SET stability = 9e999, difficulty = -9e999", "UPDATE memory SET due_day = 9223372036854775807",
        "DELETE FROM memory", "UPDATE memory SET last_ms = -9223372036854775808, reps = -5, last_grade = 77",
        "UPDATE cache SET value = 'x'", "UPDATE histories SET reviews = x'00ff00ff'", "DELETE FROM histories",
        "INSERT OR REPLACE INTO session VALUES (1, 20783, 'rubbish')",
        "INSERT OR REPLACE INTO session VALUES (1, 9223372036854775807, 'answer d/A\tanswer d/B')",
        "INSERT OR REPLACE INTO standing VALUES ('d/A', 'Q', 99, -9223372036854775808)"])
    try:
        db.execute(statement)
    except sqlite3.Error:
        pass


def statistics(db, r):
    db.execute("ANALYZE")
    db.execute("UPDATE sqlite_stat1 SET stat = ?", [r.choice(["x", "-1 -1", "9" * 40, "0 0 0 0"])])


def numbers(db, r):
    db.execute(f"PRAGMA user_version = {r.randint(-2**31, 2**31 - 1)}")
    db.execute(f"PRAGMA application_id = {r.randint(-2**31, 2**31 - 1)}")


def pages(db, r):
    db.execute(f"PRAGMA page_size = {r.choice([512, 1024, 8192, 65536])}")
    db.execute(f"PRAGMA auto_vacuum = {r.choice([0, 1, 2])}")
    db.execute("VACUUM")


CHANGES = [trigger, view, view_for_table, index, table, drop, column, loose, loose, odd, odd, extreme, extreme,
           migrations, derived, derived, statistics, numbers, pages]


def wide(path, r):
    """The same in another encoding."""
    source = sqlite3.connect(path)
    try:
        dump = "\n".join(source.iterdump())
    finally:
        source.close()
    os.remove(path)
    target = sqlite3.connect(path)
    target.execute(f"PRAGMA encoding = '{r.choice(['UTF-16le', 'UTF-16be'])}'")
    target.executescript(dump)
    target.commit()
    target.close()


def flip(path, r):
    data = bytearray(open(path, "rb").read())
    if not data:
        return
    start = r.choice([0, 0, 100, 4096])
    for _ in range(r.choice([1, 3, 20, 300])):
        data[r.randrange(min(start, len(data) - 1), len(data))] ^= 1 << r.randrange(8)
    open(path, "wb").write(data)


def cut(path, r):
    with open(path, "r+b") as file:
        file.truncate(r.choice([r.randrange(os.path.getsize(path) + 1), 100, 4096, 16, 0]))


def header(path, r):
    with open(path, "r+b") as file:
        file.seek(r.choice([16, 18, 20, 24, 28, 44, 52, 56, 92]))
        file.write(struct.pack(">H", r.randrange(65536)))


def log(path, r):
    """A log beside the file: its own, or one that was damaged."""
    child = os.fork()
    if child == 0:
        try:
            db = sqlite3.connect(path)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("INSERT INTO notes VALUES ('d/log', 'in the log', 1795435200000)")
            db.commit()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    if r.random() < 0.5 and os.path.exists(path + "-wal"):
        (cut if r.random() < 0.5 else flip)(path + "-wal", r)


def foreign(path, r):
    os.remove(path)
    kind = r.randrange(5)
    if kind == 0:
        open(path, "wb").write(r.randbytes(r.randrange(1, 20000)))
        return
    if kind == 1:
        open(path, "wb").write(b"SQLite format 3\0" + r.randbytes(r.randrange(20000)))
        return
    db = sqlite3.connect(path)
    db.executescript([
        "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT); INSERT INTO moz_places VALUES (1, 'x')",
        "CREATE TABLE reviews (x); CREATE TABLE grdb_migrations (identifier TEXT PRIMARY KEY)",
        "CREATE TABLE reviews (x); CREATE TABLE grdb_migrations (identifier); INSERT INTO grdb_migrations VALUES (1), (2)",
    ][kind - 2])
    db.commit()
    db.close()


def make(path, base, older, r):
    if os.path.exists(path):
        os.remove(path)
    if r.random() < 0.15:
        db = sqlite3.connect(path)
        db.executescript(open(older).read())
        db.commit()
        db.close()
        done = ["older"]
    else:
        shutil.copy(base, path)
        done = []
    if r.random() < 0.8:
        db = sqlite3.connect(path, isolation_level=None)
        for _ in range(r.choice([1, 1, 1, 2, 3])):
            change = r.choice(CHANGES)
            try:
                change(db, r)
                done.append(change.__name__)
            except (sqlite3.Error, UnicodeError) as error:
                done.append(f"{change.__name__} ({error})")
        db.close()
    if r.random() < 0.35:
        change = r.choice([wide, flip, flip, cut, header, log, log, foreign])
        try:
            change(path, r)
            done.append(change.__name__)
        except (sqlite3.Error, UnicodeError) as error:
            # Too broken already for that.
            done.append(f"{change.__name__} ({error})")
    return ", ".join(done) or "nothing"


base, older, folder, seed, count = sys.argv[1:]
for number in range(int(seed), int(seed) + int(count)):
    print(number, make(f"{folder}/{number}.sqlite", base, older, random.Random(number)))
