#!/usr/bin/env python3
"""Measures what `waymark path` costs a person, in processor seconds of the whole process.

Beside it runs `waymark profile` of the same person, which reads the same store and documents and
solves nothing: the difference is what finding and laying out the path costs. Two catalogues are made
up: 150 resources for the 63 shipped statements, and 10,000. Exits 1 when a limit is not held: 0.050 s
for the difference on 150, 2 s of wall clock for all of 10,000.

  python3 Benchmarks/paths.py --waymark PROGRAM --competencies FOLDER [--people 20]
"""
import argparse
import datetime
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def catalogue(resources, competencies, seed):
    """So many resources, each for one to four statements, some after another one."""
    draw = random.Random(seed)
    entries = []
    for number in range(resources):
        chosen = draw.sample(competencies, draw.randint(1, 4))
        serves = ""
        for competency in chosen:
            low = draw.randint(1, 4)
            serves += (f'<serves competency="{competency}" from="{low}" '
                       f'to="{draw.randint(low + 1, min(5, low + 2))}"/>')
        if number and draw.random() < 0.1:
            serves += f'<requires resource="r{draw.randrange(number)}"/>'
        paid = draw.random() < 0.2
        cost = f'cost="paid" usd="{draw.randint(5, 300)}" access="purchase"' if paid else (
            'cost="free" access="open"')
        kind = draw.choice(["course", "webinar", "article", "guide", "book"])
        entries.append(
            f'<resource id="r{number}" format="{kind}" minutes="{draw.randint(2, 40) * 15}" {cost} '
            f'language="en" provider="Made up" url="https://example.org/{number}" status="listed" '
            f'by="memory"><title>Resource {number}</title><description>Made up.</description>'
            f'{serves}</resource>')
    return ('<catalogue xmlns="urn:waymark:catalogue" schema="1" id="made-up" version="1" '
            'framework="children-services" frameworkVersion="2020" xml:lang="en" licence="CC0-1.0">'
            "<title>Made up</title>" + "".join(entries) + "</catalogue>")


def run(command, environment):
    began = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command}: {errors.decode()}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--waymark", required=True)
    parser.add_argument("--competencies", required=True)
    parser.add_argument("--people", type=int, default=20)
    options = parser.parse_args()
    held = True
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        program = shutil.copy(options.waymark, place / "waymark")
        shutil.copytree(options.competencies, place / "competencies")
        framework = (place / "competencies" / "children-services-2020.xml").read_text("utf-8")
        ids = re.findall(r'<competency id="([^"]+)"', framework)
        for name in ["learning-resources.xml", "practice-steps.xml"]:
            (place / "competencies" / name).unlink()
        for resources in [150, 10_000]:
            made = place / "competencies" / "made-up.xml"
            made.write_text(catalogue(resources, ids, resources), "utf-8")
            paths, profiles, walls = [], [], []
            # As far as a last day may be.
            far = (datetime.date.today() + datetime.timedelta(days=3600)).isoformat()
            for person in range(options.people):
                draw = random.Random(person)
                home = place / f"home-{resources}-{person}"
                home.mkdir()
                environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
                rows = "".join(f"{id},{draw.randint(1, 4)},\n" for id in ids)
                answers = home / "me.csv"
                answers.write_text("competency,level,important\n" + rows)
                role = draw.choice(["assistant", "librarian", "manager", "consultant"])
                run([program, "assess", "--answers", str(answers), "--role", role], environment)
                wishes = [["--hours", "20"], ["--budget", "100", "--hours", "12"],
                          ["--minutes-per-week", "90", "--until", far]][person % 3]
                cpu, wall = run([program, "path"] + wishes, environment)
                paths.append(cpu)
                walls.append(wall)
                profiles.append(run([program, "profile"], environment)[0])
            extra = statistics.median(a - b for a, b in zip(paths, profiles))
            print(f"{resources} resources, {options.people} people: path {statistics.median(paths):.3f} "
                  f"s, most {max(paths):.3f} s; profile {statistics.median(profiles):.3f} s; the path "
                  f"itself {extra:.3f} s of the processor; wall at most {max(walls):.2f} s")
            if resources == 150:
                held = held and extra <= 0.050
            else:
                held = held and max(walls) <= 2
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
