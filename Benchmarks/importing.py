#!/usr/bin/env python3
"""Measures `waymark import responses` of wide CSV beside DuckDB's COPY of the same file, in one run.

Two tables of made-up people: one for a framework of 100 competencies, and the one that `waymark demo`
makes, with the statements and all background questions that come with the program. Waymark reads the
file, checks every cell, decides about every respondent and writes a new store; DuckDB copies it into a
new native file as text, unchecked. They take turns; the ratio is that of the medians of wall clock, each
with all cores. At last one cell of the first table is made wrong: the import has to name its row and
column and leave the store as it was. Exits 1 when a limit is not held.

  python3 -m venv .bench && .bench/bin/pip install -r Benchmarks/requirements.txt
  .bench/bin/python Benchmarks/importing.py --waymark PROGRAM [--people 1000000]
"""
import argparse
import hashlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

import made_framework

# The most that an import may take of DuckDB's time.
LIMIT = 0.6


def timed(command, environment):
    began = time.perf_counter()
    subprocess.run(["/usr/bin/time", "-o", "time.txt", "-f", "%M"] + command, env=environment,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began, int(pathlib.Path("time.txt").read_text()) / 1024


def copied():
    pathlib.Path("w.duckdb").unlink(missing_ok=True)
    connection = duckdb.connect("w.duckdb")
    began = time.perf_counter()
    connection.execute("CREATE TABLE w AS FROM read_csv('people.csv', all_varchar = true) LIMIT 0")
    connection.execute("COPY w FROM 'people.csv' (HEADER true)")
    connection.close()
    return time.perf_counter() - began


def measure(waymark, name, people, runs, framework, environment):
    """The ratio of the medians for a table of made-up people; leaves `people.csv` and `s.sqlite`."""
    subprocess.run([waymark, "demo", "--people", str(people), *framework, "-o", "people.csv", "-q",
                    "--force"], env=environment, check=True)
    size = os.path.getsize("people.csv") / 1e6
    ours, theirs, peak = [], [], 0
    for _ in range(runs):
        for file in pathlib.Path(".").glob("s.sqlite*"):
            file.unlink()
        subprocess.run([waymark, "campaign", "new", "big", *framework, "--store", "s.sqlite", "-q"],
                       env=environment, check=True, stdout=subprocess.DEVNULL)
        seconds, memory = timed([waymark, "import", "responses", "people.csv", "--campaign", "big",
                                 "--store", "s.sqlite"], environment)
        ours.append(seconds)
        peak = max(peak, memory)
        theirs.append(copied())
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"{name}: {people} people, {size:.0f} MB of CSV; peak of memory {peak:.0f} MiB")
    for program, seconds in (("Waymark import", ours), ("DuckDB COPY", theirs)):
        print(f"  {program:16} {statistics.median(seconds):7.2f} s"
              f"  ({min(seconds):.2f} to {max(seconds):.2f})")
    print(f"  ratio {ratio:.2f}, at most {LIMIT}")
    return ratio


def finds_one_fault(waymark, people, framework, environment):
    """Whether a wrong cell is named by its row and column, and the store stays as it was."""
    before = hashlib.sha256(pathlib.Path("s.sqlite").read_bytes()).hexdigest()
    wrong = people * 9 // 10
    with open("people.csv", encoding="utf-8") as good, open("bad.csv", "w", encoding="utf-8") as bad:
        for line, row in enumerate(good, 1):
            row = row.replace("made-up-", "made-up-x")
            if line == wrong:
                cells = row.split(",")
                cells[50] = "7"
                row = ",".join(cells)
            bad.write(row)
    outcome = subprocess.run([waymark, "import", "responses", "bad.csv", "--campaign", "big",
                              "--store", "s.sqlite"], env=environment, capture_output=True, text=True)
    named = outcome.stderr.startswith(f"bad.csv:{wrong}:51: ")
    unchanged = hashlib.sha256(pathlib.Path("s.sqlite").read_bytes()).hexdigest() == before
    print(f"  one fault in row {wrong}: exit {outcome.returncode}, {'named' if named else 'NOT NAMED'}, "
          f"the store is {'as it was' if unchanged else 'NOT AS IT WAS'}")
    return outcome.returncode == 65 and unchanged and named


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--waymark", required=True)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    waymark = os.path.abspath(options.waymark)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        environment = {"HOME": folder, "PATH": os.environ["PATH"]}
        pathlib.Path("f.xml").write_text(made_framework.framework(), encoding="utf-8")
        framework = ["--framework", "f.xml"]
        wide = measure(waymark, "100 competencies", options.people, options.runs, framework, environment)
        found = finds_one_fault(waymark, options.people, framework, environment)
        demo = measure(waymark, "waymark demo", options.people, options.runs, [], environment)
        sys.exit(0 if max(wide, demo) <= LIMIT and found else 1)


if __name__ == "__main__":
    main()
