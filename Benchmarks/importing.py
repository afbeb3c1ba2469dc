#!/usr/bin/env python3
"""Measures `waymark import responses` of a wide CSV beside DuckDB's COPY of the same file, in one run.

Makes up people for a framework of 100 competencies. Waymark reads the file, checks every cell,
decides about every respondent and writes a new store; DuckDB copies it into a new native file as text,
unchecked. They take turns; the ratio is that of the medians of wall clock, each with all cores. At
last one cell in the middle is made wrong: the import has to name its row and column and leave the
store as it was. Exits 1 when a limit is not held.

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
        subprocess.run([waymark, "demo", "--people", str(options.people), "--framework", "f.xml",
                        "-o", "people.csv", "-q"], env=environment, check=True)
        size = os.path.getsize("people.csv") / 1e6
        ours, theirs, peak = [], [], 0
        for _ in range(options.runs):
            for file in pathlib.Path(".").glob("s.sqlite*"):
                file.unlink()
            subprocess.run([waymark, "campaign", "new", "big", "--framework", "f.xml", "--store",
                            "s.sqlite", "-q"], env=environment, check=True)
            seconds, memory = timed([waymark, "import", "responses", "people.csv", "--campaign",
                                     "big", "--new", "--store", "s.sqlite"], environment)
            ours.append(seconds)
            peak = max(peak, memory)
            theirs.append(copied())
        ratio = statistics.median(ours) / statistics.median(theirs)
        print(f"{options.people} people, {size:.0f} MB of CSV; peak of memory {peak:.0f} MiB")
        for name, seconds in (("Waymark import", ours), ("DuckDB COPY", theirs)):
            print(f"  {name:16} {statistics.median(seconds):7.2f} s"
                  f"  ({min(seconds):.2f} to {max(seconds):.2f})")
        print(f"  ratio {ratio:.2f}, at most 0.6")

        before = hashlib.sha256(pathlib.Path("s.sqlite").read_bytes()).hexdigest()
        wrong = options.people * 9 // 10
        with open("people.csv", encoding="utf-8") as good, open("bad.csv", "w", encoding="utf-8") as bad:
            for line, row in enumerate(good, 1):
                if line == wrong:
                    cells = row.replace("made-up-", "made-up-x").split(",")
                    cells[50] = "7"
                    row = ",".join(cells)
                else:
                    row = row.replace("made-up-", "made-up-x")
                bad.write(row)
        outcome = subprocess.run([waymark, "import", "responses", "bad.csv", "--campaign", "big", "--new",
                                  "--store", "s.sqlite"], env=environment, capture_output=True, text=True)
        place = f"bad.csv:{wrong}:51: "
        unchanged = hashlib.sha256(pathlib.Path("s.sqlite").read_bytes()).hexdigest() == before
        print(f"  one fault in row {wrong}: exit {outcome.returncode}, "
              f"{'named' if outcome.stderr.startswith(place) else 'NOT NAMED'}, the store is "
              f"{'as it was' if unchanged else 'NOT AS IT WAS'}")
        held = (ratio <= 0.6 and outcome.returncode == 65 and unchanged
                and outcome.stderr.startswith(place))
        sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
