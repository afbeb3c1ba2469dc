#!/usr/bin/env python3
"""Measures counting a campaign beside the least scan of its rows, DuckDB and polars, in one run.

Makes up people for a framework of 100 competencies, 7 areas and 8 roles, imports them, and counts
four groupings (role, state, band of size, years) with every level of every competency for each role,
from which n, mean, deviation and the share below everybody's own target follow, and the sums for
alpha of 7 areas. Waymark is `waymark counts`. What does not depend on the number of people (starting,
planning, writing the counts of all groups) is taken off, for every program alike: each counts a tenth
of the people too, and the ratios are of what the other nine tenths take.

  python3 -m venv .bench && .bench/bin/pip install -r Benchmarks/requirements.txt
  .bench/bin/python Benchmarks/counting.py --waymark PROGRAM [--people 1000000]

Every program counts in turn, so many times; the ratios are of medians. The counts of all of them are
compared number by number. Exits 1 when a limit is not held. Needs cc, the headers of SQLite and GNU time.
"""
import argparse
import csv
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb
import polars

import made_framework

COMPETENCIES, AREAS, LEVELS = 100, 7, 5
SHORT = 5
GROUPS = ["role", "state", "size_band", "years"]
BANDS = {
    "under-1000": "a", "1000-2499": "a", "2500-4999": "b", "5000-9999": "b", "10000-24999": "c",
    "25000-49999": "c", "50000-99999": "d", "100000-249999": "d", "250000-499999": "e",
}
CODES = {"na": 0, "unsure": 9, "": 10, ".": 11}


def run(command, environment, cores=None):
    """Runs a command; gives seconds of wall clock and of processor, and the peak of memory in MiB."""
    pinned = ["taskset", "-c", cores] if cores else []
    # Its peak of memory alone: this process would lend its own to a child of its own.
    timed = ["/usr/bin/time", "-o", "time.txt", "-f", "%M"]
    began = time.perf_counter()
    process = subprocess.Popen(
        pinned + timed + command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command}: ended with {process.returncode}")
    peak = int(pathlib.Path("time.txt").read_text())
    return wall, usage.ru_utime + usage.ru_stime, peak / 1024


def table_of(path):
    """The wide table as numbers: levels 1 to 5, and a number for each kind of no level."""
    frame = polars.read_csv(path, infer_schema=False).fill_null("")
    names = [name for name in frame.columns if name.startswith("skill.")]
    names.sort(key=lambda name: int(name.removeprefix("skill.c")))
    columns = [
        polars.col(name).replace_strict(
            {**{str(level): level for level in range(1, 9)}, **CODES}, return_dtype=polars.UInt8
        ).alias(f"c{place + 1}") for place, name in enumerate(names)]
    return frame.select(
        polars.col("role"), polars.col("state"),
        polars.col("size").replace_strict(BANDS, default="f").alias("size_band"),
        polars.col("years"), *columns), names


def wide(connection, areas):
    for group in GROUPS:
        levels = ", ".join(
            f"count(*) FILTER (c{c} = {level})" for c in range(1, COMPETENCIES + 1)
            for level in range(1, LEVELS + 1))
        connection.execute(f"SELECT {group}, role, count(*), {levels} FROM t GROUP BY ALL").fetchall()
    alpha(connection, areas)


def long(connection, areas):
    for group in GROUPS:
        by = "role" if group == "role" else f"{group}, role"
        connection.execute(
            f"SELECT {by}, name, value, count(*) FROM (UNPIVOT (SELECT {by}, COLUMNS('c[0-9]+') FROM t)"
            " ON COLUMNS('c[0-9]+')) GROUP BY ALL").fetchall()
    alpha(connection, areas)


def sets(connection, areas):
    levels = ", ".join(
        f"count(*) FILTER (c{c} = {level})" for c in range(1, COMPETENCIES + 1)
        for level in range(1, LEVELS + 1))
    connection.execute(
        f"SELECT role, state, size_band, years, count(*), {levels} FROM t GROUP BY GROUPING SETS"
        " ((role), (state, role), (size_band, role), (years, role))").fetchall()
    alpha(connection, areas)


def alpha(connection, areas):
    for area in areas:
        whole = " AND ".join(f"c{c} BETWEEN 1 AND 8" for c in area)
        total = " + ".join(f"c{c}::INT" for c in area)
        sums = ", ".join(f"sum(c{c}), sum(c{c}::INT * c{c})" for c in area)
        connection.execute(
            f"SELECT count(*), sum(({total}) * ({total})), {sums} FROM t WHERE {whole}").fetchall()


def polars_wide(path, areas):
    frame = polars.scan_parquet(path)
    levels = [
        (polars.col(f"c{c}") == level).sum().alias(f"{c}_{level}")
        for c in range(1, COMPETENCIES + 1) for level in range(1, LEVELS + 1)]
    queries = [
        frame.group_by(sorted({group, "role"})).agg(polars.len(), *levels) for group in GROUPS]
    polars.collect_all(queries + polars_alpha(frame, areas))


def polars_long(path, areas):
    frame = polars.scan_parquet(path)
    queries = []
    for group in GROUPS:
        by = sorted({group, "role"})
        queries.append(
            frame.select(*by, polars.col("^c[0-9]+$")).unpivot(index=by)
            .group_by(*by, "variable", "value").len())
    polars.collect_all(queries + polars_alpha(frame, areas))


def polars_alpha(frame, areas):
    queries = []
    for area in areas:
        columns = [polars.col(f"c{c}").cast(polars.Int64) for c in area]
        total = polars.sum_horizontal(columns)
        queries.append(
            frame.filter(polars.all_horizontal([c.is_between(1, 8) for c in columns])).select(
                polars.len(), (total * total).sum().alias("t"),
                *[c.sum().alias(f"s{i}") for i, c in enumerate(columns)],
                *[(c * c).sum().alias(f"q{i}") for i, c in enumerate(columns)]))
    return queries


def same(path, frame, names):
    """Whether every count of levels by role and by state is the one that polars finds."""
    found = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["level"] not in "12345678" or row["competency"] not in names or row["role"] == "*":
                continue
            # Every grouping is counted for each role.
            if row["size-band"] == "*" and row["years"] == "*":
                group = "role" if row["state"] == "*" else "state"
                key = group, row[group], row["competency"], int(row["level"])
                found[key] = found.get(key, 0) + int(row["count"])
    checked = 0
    for group in ("role", "state"):
        for place, name in enumerate(names):
            counts = frame.group_by(group, f"c{place + 1}").len()
            for category, level, count in counts.iter_rows():
                if not 1 <= level <= 8:
                    continue
                if found.get((group, category or "(no answer)", name, level), 0) != count:
                    sys.exit(f"{group} {category} {name} {level}: {count} is not what Waymark counts")
                checked += 1
    return checked


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--waymark", required=True)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    waymark = os.path.abspath(options.waymark)
    here = pathlib.Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        environment = {"HOME": folder, "PATH": os.environ["PATH"]}
        subprocess.run(["cc", "-O2", "-o", "scan", here / "bare_scan.c", "-lsqlite3"], check=True)
        pathlib.Path("f.xml").write_text(made_framework.framework(), encoding="utf-8")

        def store(people):
            name = f"{people}.sqlite"
            run([waymark, "demo", "--people", str(people), "--framework", "f.xml", "-o", f"{people}.csv"],
                environment)
            run([waymark, "campaign", "new", "big", "--framework", "f.xml", "--store", name], environment)
            run([waymark, "import", "responses", f"{people}.csv", "--campaign", "big", "--new", "--store", name],
                environment)
            return name

        by = [word for g in ("role", "state", "size-band", "years") for word in ("--by", g)]

        def counting(name, cores=None):
            return run([waymark, "counts", "--campaign", "big", "--store", name, *by, "-o", "counts.csv",
                        "--force", "-q"], environment, cores)

        def reporting(name):
            return run([waymark, "report", "--campaign", "big", "--store", name, *by, "-o", "report",
                        "--force", "-q"], environment)

        size = [len(range(area, COMPETENCIES, AREAS)) for area in range(AREAS)]
        areas, start = [], 1
        for count in size:
            areas.append(range(start, start + count))
            start += count

        def measure(people, runs):
            """The median seconds of every program, and the peak of Waymark's memory in MiB."""
            name = store(people)
            frame, names = table_of(f"{people}.csv")
            frame.write_parquet("t.parquet")
            pathlib.Path("t.duckdb").unlink(missing_ok=True)
            connection = duckdb.connect("t.duckdb")
            connection.execute("CREATE TABLE t AS SELECT * FROM frame")
            connection.execute("CHECKPOINT")
            forms = {"DuckDB wide": lambda: wide(connection, areas),
                     "DuckDB long": lambda: long(connection, areas),
                     "DuckDB grouping sets": lambda: sets(connection, areas),
                     "polars wide": lambda: polars_wide("t.parquet", areas),
                     "polars long": lambda: polars_long("t.parquet", areas)}
            times, peak = {}, 0
            for _ in range(runs):
                # What takes less than a second is run oftener, in turn too.
                for _ in range(SHORT):
                    found = counting(name)
                    peak = max(peak, found[2])
                    for program, seconds in {
                        "scan, wall": run(["./scan", name], environment)[0],
                        "scan on one core, CPU": run(["./scan", name], environment, "0")[1],
                        "Waymark, wall": found[0],
                        "Waymark on one core, CPU": counting(name, "0")[1],
                        "Waymark's whole report, wall": reporting(name)[0],
                    }.items():
                        times.setdefault(program, []).append(seconds)
                for form, work in forms.items():
                    began = time.perf_counter()
                    work()
                    times.setdefault(form, []).append(time.perf_counter() - began)
            connection.close()
            checked = same("counts.csv", frame, names)
            print(f"{people} people: {checked} counts of levels are the same as those of polars")
            for program, seconds in times.items():
                print(f"  {program:29} {statistics.median(seconds):8.3f} s"
                      f"  ({min(seconds):.3f} to {max(seconds):.3f})")
            return {program: statistics.median(seconds) for program, seconds in times.items()}, peak

        memory_small = counting(store(10_000))[2]
        fixed, _ = measure(options.people // 10, options.runs)
        whole, memory = measure(options.people, options.runs)
        median = {program: whole[program] - fixed[program] for program in whole}
        best = {p: min(v for k, v in median.items() if k.startswith(p)) for p in ("DuckDB", "polars")}
        limits = [
            ("one core against a bare scan", median["Waymark on one core, CPU"] / median["scan on one core, CPU"], 2.0, False),
            ("two threads against a bare scan", median["Waymark, wall"] / median["scan, wall"], 1.5, False),
            ("DuckDB's best against Waymark", best["DuckDB"] / median["Waymark, wall"], 10, True),
            ("polars' best against Waymark", best["polars"] / median["Waymark, wall"], 6, True),
            ("whole report against whole counting",
             whole["Waymark's whole report, wall"] / whole["Waymark, wall"], 3, False),
            ("peak memory, MiB", memory, 64, False),
            ("peak memory against 10,000 people", memory / memory_small, 1.25, False),
        ]
        failed = False
        for name, value, limit, isLeast in limits:
            held = value >= limit if isLeast else value <= limit
            failed = failed or not held
            print(f"{name:36} {value:8.2f}  {'at least' if isLeast else 'at most'} {limit}"
                  f"{'' if held else '  NOT HELD'}")
        sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
