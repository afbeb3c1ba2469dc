#!/usr/bin/env python3
"""Measures what it takes until an answer is on the disk, beside one bare fdatasync of a page.

Usage: durable_answer.py WAYMARK [--runs N]

In turn, in one run, on the disk of the folder for temporary files: a page written and fdatasync'ed by
itself; `waymark assess` with 42 answers more than another, by the difference of the two wall clocks;
and, with Python's sqlite3, the same rows written as a store could be written: with a log of changes
(WAL) alone, where an answer stands in the log and not yet in the file; with the log moved into the
file after each answer; and with the rollback journals that SQLite knows. All with synchronous=FULL,
or EXTRA where a removed journal could come back.
Prints the medians in milliseconds and as multiples of the bare fdatasync of the same turn.
"""
import argparse
import os
import sqlite3
import statistics
import subprocess
import tempfile
import time

ANSWERS = 42
FORMS = [
    ("log alone", "wal", "full", None),
    ("log, moved to the file", "wal", "full", "truncate"),
    ("journal, removed", "delete", "extra", None),
    ("journal, cut to nothing", "truncate", "full", None),
]


def bare(folder):
    """Milliseconds of one page in place and on the disk."""
    file = os.open(folder + "/bare", os.O_RDWR | os.O_CREAT)
    os.write(file, bytes(4096 * ANSWERS))
    os.fsync(file)
    begin = time.perf_counter()
    for place in range(ANSWERS):
        os.pwrite(file, b"x" * 4096, 4096 * place)
        os.fdatasync(file)
    used = time.perf_counter() - begin
    os.close(file)
    return used * 1000 / ANSWERS


def form(folder, mode, synchronous, checkpoint):
    """Milliseconds of one answer, written as a store could be written."""
    store = sqlite3.connect(f"{folder}/{mode}-{checkpoint}", isolation_level=None)
    for pragma in ("secure_delete=on", f"journal_mode={mode}", f"synchronous={synchronous}"):
        store.execute("pragma " + pragma)
    store.executescript(
        "create table rating (sequence integer primary key autoincrement, assessment integer,"
        " competency text, answer text, seconds real, unique (assessment, competency));"
        "create table assessment (number integer primary key, changed text);"
        "create table writer (only integer primary key, changes integer);"
        "insert into assessment values (1, ''); insert into writer values (1, 0)")
    begin = time.perf_counter()
    for number in range(ANSWERS):
        store.execute("begin immediate")
        store.execute("update writer set changes = changes + 1")
        store.execute(
            "insert or replace into rating (assessment, competency, answer, seconds)"
            " values (1, ?, '3', 1.5)", (f"client.statement{number}",))
        store.execute("update assessment set changed = ?", (f"day {number}",))
        store.execute("commit")
        if checkpoint:
            store.execute(f"pragma wal_checkpoint({checkpoint})").fetchall()
    used = time.perf_counter() - begin
    store.close()
    return used * 1000 / ANSWERS


def sitting(waymark, folder, areas):
    """Seconds of a sitting that answers the statements of the first areas."""
    environment = {"HOME": tempfile.mkdtemp(dir=folder), "PATH": os.environ["PATH"]}
    # Enter picks nothing, Enter goes on with the next area.
    script = "3\n\n" + "".join("3\n" * count + "\n\n" for count in areas)
    begin = time.perf_counter()
    done = subprocess.run([waymark, "assess", "--script", "-"], input=script.encode(),
                          env=environment, capture_output=True, check=True)
    used = time.perf_counter() - begin
    return used, done.stdout.count(b"Saved: ")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("waymark", help="the program, a release build")
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    waymark = os.path.abspath(options.waymark)
    figures = {}
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as folder:
            alone = bare(folder)
            turn = {"bare fdatasync": alone}
            short, few = sitting(waymark, folder, [8])
            long, many = sitting(waymark, folder, [8, 10, 10, 9, 9])
            turn["waymark assess"] = (long - short) * 1000 / (many - few)
            for name, *how in FORMS:
                turn[name] = form(folder, *how)
            for name, used in turn.items():
                figures.setdefault(name, []).append((used, used / alone))
    for name, turns in figures.items():
        times, ratios = zip(*turns)
        print(f"{name}: {statistics.median(times):.2f} ms ({min(times):.2f} to {max(times):.2f}), "
              f"{statistics.median(ratios):.2f} times the bare fdatasync")


if __name__ == "__main__":
    main()
