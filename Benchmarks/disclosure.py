#!/usr/bin/env python3
"""Measures how long `waymark report --publish --yes` takes to prove a release, and how much it withholds.

Makes up 4,000 members (8 roles, 51 states in proportion to their population, 5 bands of size, 6 of
years, all else even and independent), lets them answer, and publishes state x role, state x size,
role x size and role x years. The time is processor time of the whole command, on one core: reading
and counting the sheets, withholding, proving and writing every format. Prints it, and for each table
the share of people in cells whose number is still published. Exits 1 when a limit is not held.
"""
import argparse
import csv
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile

import made_framework

# The census of 2020 in thousands, Alabama to Wyoming with the District of Columbia.
STATES = dict(
    AL=5024, AK=733, AZ=7152, AR=3012, CA=39538, CO=5774, CT=3606, DE=990, DC=690, FL=21538,
    GA=10712, HI=1455, ID=1839, IL=12813, IN=6786, IA=3190, KS=2938, KY=4506, LA=4658, ME=1362,
    MD=6177, MA=7030, MI=10077, MN=5706, MS=2961, MO=6155, MT=1084, NE=1962, NV=3105, NH=1378,
    NJ=9289, NM=2118, NY=20201, NC=10439, ND=779, OH=11799, OK=3959, OR=4237, PA=13003, RI=1097,
    SC=5118, SD=887, TN=6911, TX=29146, UT=3272, VT=643, VA=8631, WA=7705, WV=1794, WI=5894,
    WY=577)
SIZES = ["1000-2499", "10000-24999", "50000-99999", "250000-499999", "1000000-plus"]
YEARS = ["under-1", "1-2", "3-5", "6-10", "11-15", "16-20"]
TABLES = ["state,role", "state,size-band", "role,size-band", "role,years"]


def draw(path, roles, seed):
    """Gives the people of a wide table other roles, states, sizes and years."""
    draws = random.Random(seed)
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["role"] = draws.choice(roles)
        row["state"] = draws.choices(list(STATES), list(STATES.values()))[0]
        row["size"] = draws.choice(SIZES)
        row["years"] = draws.choice(YEARS)
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)


def shares(path):
    """For each table the share of people in cells that are published."""
    with open(path, newline="", encoding="utf-8") as file:
        numbers = [row for row in csv.DictReader(file) if row["measure"] == "n"]
    for table in TABLES:
        fields = table.split(",")
        others = {"role", "state", "size-band", "years"} - set(fields)
        cells = [row for row in numbers if all(row[field] != "*" for field in fields)
                 and all(row[other] == "*" for other in others)]
        shown = sum(int(row["value"]) for row in cells if row["value"] != "[c]")
        withheld = sum(row["value"] == "[c]" for row in cells)
        yield table, shown, len(cells), withheld


def run(waymark, *arguments, folder):
    result = subprocess.run([waymark, *arguments], cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"waymark {' '.join(arguments)}: {result.stderr.strip()}")


def measure(waymark, people, seed):
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WAYMARK_STORE"] = f"{folder}/store.sqlite"
        xml = made_framework.framework()
        roles = re.findall('<role id="([^"]+)"', xml)
        pathlib.Path(folder, "made.xml").write_text(xml, encoding="utf-8")
        run(waymark, "demo", "--framework", "made.xml", "--people", str(people), "-o",
            "people.csv", folder=folder)
        draw(f"{folder}/people.csv", roles, seed)
        menu = [word for table in TABLES for word in ("--table", table)]
        run(waymark, "campaign", "new", "members", "--framework", "made.xml", *menu, folder=folder)
        run(waymark, "import", "responses", "people.csv", "--campaign", "members", "--new", folder=folder)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run(waymark, "report", "--campaign", "members", "--publish", "--yes", "-o", "release",
            folder=folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"seed {seed}: {people} people, {len(roles)} roles: {seconds:.1f} s of processor time")
        found = []
        for table, shown, cells, withheld in shares(f"{folder}/release/data/groups.csv"):
            found.append(shown / people)
            print(f"  {table}: {shown / people:.1%} of people in published cells, "
                  f"{withheld} of {cells} cells withheld")
        print(f"  on average {sum(found) / len(found):.1%}, least {min(found):.1%}")
        return seconds, sum(found) / len(found), min(found)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("waymark", type=pathlib.Path)
    parser.add_argument("--people", type=int, default=4000)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    # One core only, for the command as for this script.
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
    results = [measure(str(options.waymark.resolve()), options.people, seed)
               for seed in range(1, options.seeds + 1)]
    held = all(seconds <= 30 and average >= 0.75 and least >= 0.5
               for seconds, average, least in results)
    print("every limit is held" if held else "a limit is not held")
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
