#!/usr/bin/env python3
"""Measures the learning paths of made-up people: what is in them, and what they cost.

People of every role answer the shipped framework, and each asks for a path within 2, 4, 10 and 40
hours. From the JSON of the paths and the XML of the catalogues, and nothing of the program's own
figures, it counts
  - learned: of the moves (one statement, one level up) for which the catalogue has something in English
    to learn from that fits into the hours with the shortest practice for it, the share that the path
    has something to learn from for (aim 0.80 over all hours);
  - used: minutes of the path by minutes given, where gaps remain after it (aim 0.90 over all hours);
  - areas: of the areas in which the person has a gap, the share with a move;
  - alone: of all moves the share by practice alone;
  - what is chosen most, as the share of the paths with it.
CPU is that of `waymark path` less `waymark profile` of the same person, which reads the same store and
documents and finds no path: at most 0.050 s by the median, where all of the time is asked for in
weeks too. 10,000 made-up resources beside the shipped practice may take 2 s of wall clock. Exits 1
where an aim is not held. With --before another program of an earlier version takes its turn with
every person; where that says nothing of what prepares practice, a level that a resource leads to
counts as learned.

  python3 Benchmarks/paths.py --waymark PROGRAM --competencies FOLDER [--before PROGRAM] [--people 500]
"""
import argparse
import collections
import datetime
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

HOURS = [2, 4, 10, 40]
ROLES = ["assistant", "new-librarian", "librarian", "manager", "solo", "consultant"]


def elements(file, name):
    return [e for e in xml.etree.ElementTree.parse(file).iter() if e.tag.split("}")[-1] == name]


class Content:
    """What the shipped documents say, read without the program."""

    def __init__(self, folder):
        framework = folder / "children-services-2020.xml"
        self.area, self.target = {}, collections.defaultdict(dict)
        for area in elements(framework, "area"):
            for competency in area:
                if competency.tag.split("}")[-1] != "competency":
                    continue
                self.area[competency.get("id")] = area.get("id")
                for target in competency:
                    if target.tag.split("}")[-1] == "target":
                        self.target[target.get("role")][competency.get("id")] = int(target.get("level"))
        self.practice = {}
        for practice in elements(folder / "practice-steps.xml", "practice"):
            move = practice.get("competency"), int(practice.get("from")) + 1
            self.practice[move] = self.practice.get(move, 0) + int(practice.get("minutes"))
        self.learning = []
        for resource in elements(folder / "learning-resources.xml", "resource"):
            if resource.get("status") == "listed" and resource.get("minutes") and (
                    "en" in resource.get("language").split()):
                moves = {(s.get("competency"), level) for s in resource
                         if s.tag.split("}")[-1] == "serves"
                         for level in range(int(s.get("from")) + 1, int(s.get("to")) + 1)}
                self.learning.append((int(resource.get("minutes")), moves))

    def fits(self, move, minutes):
        after = self.practice.get(move)
        return after is not None and any(
            move in moves and length + after <= minutes for length, moves in self.learning)


def answers(content, number):
    """A person's role and answers: around a level of their own, at most two picked of an area."""
    draw = random.Random(number)
    role = ROLES[number % len(ROLES)]
    usual = draw.choice([1.4, 1.9, 2.3, 2.8])
    rows = ["competency,level,important"]
    levels, picked = {}, collections.Counter()
    for id, area in content.area.items():
        levels[id] = min(5, max(1, round(draw.gauss(usual, 0.8))))
        isPicked = picked[area] < 2 and draw.random() < 0.1
        picked[area] += isPicked
        rows.append(f"{id},{levels[id]},{'yes' if isPicked else ''}")
    return role, levels, "\n".join(rows) + "\n"


class Stopped(Exception):
    """A program that ended with an error."""


def run(command, environment):
    began = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise Stopped(f"{' '.join(map(str, command))}: {errors.decode()}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began


class Tally:
    """What the paths of one program and one number of hours add up to."""

    def __init__(self):
        self.moves = self.fitting = self.learned = self.alone = self.paths = 0
        self.given = self.used = 0
        self.areas, self.steps, self.levels = [], [], []
        self.chosen = collections.Counter()

    def add(self, content, role, levels, hours, path):
        moves, sources = {}, set()
        for step in path["steps"]:
            isPractice = step["resource"]["format"] == "practice"
            for gain in step["closes"]:
                for level in range(gain["held"] + 1, gain["reached"] + 1):
                    move = gain["competency"], level
                    if isPractice:
                        moves[move] = move in sources
                    else:
                        moves[move] = True
            for gain in step.get("preparesFor", []):
                sources |= {(gain["competency"], level)
                            for level in range(gain["held"] + 1, gain["reached"] + 1)}
            if not isPractice:
                self.chosen[step["resource"]["title"]] += 1
        self.paths += 1
        self.steps.append(len(path["steps"]))
        self.levels.append(len(moves))
        gaps = {(id, level) for id, target in content.target[role].items()
                for level in range(levels[id] + 1, target + 1)}
        for move, hasLearning in moves.items():
            self.moves += 1
            self.alone += not hasLearning
            if content.fits(move, hours * 60):
                self.fitting += 1
                self.learned += hasLearning
        if gaps - set(moves):
            self.given += hours * 60
            self.used += path["minutes"]
        areas = {content.area[id] for id, _ in gaps}
        if areas:
            self.areas.append(len({content.area[id] for id, _ in moves} & areas) / len(areas))

    def line(self, name, hours):
        used = f"{self.used / self.given:.2f}" if self.given else "none"
        most = "; ".join(f"{title[:34]} {count / self.paths:.2f}"
                         for title, count in self.chosen.most_common(3))
        return (f"{name:>6} {hours:>2} h: {statistics.mean(self.steps):4.1f} steps, "
                f"{statistics.mean(self.levels):4.1f} moves; learned "
                f"{self.learned / max(1, self.fitting):.2f}, used {used}, areas "
                f"{statistics.mean(self.areas):.2f}, alone {self.alone / max(1, self.moves):.2f}; {most}")


def made_up(resources, competencies, seed):
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


def install(program, competencies, place):
    place.mkdir()
    shutil.copytree(competencies, place / "competencies")
    return shutil.copy(program, place / "waymark")


def begin(program, place, role, text):
    """An environment in which a person has answered."""
    place.mkdir()
    environment = {"HOME": str(place), "PATH": os.environ["PATH"]}
    (place / "me.csv").write_text(text)
    run([program, "assess", "--answers", str(place / "me.csv"), "--role", role], environment)
    return environment


def measure(programs, content, people, place):
    tallies = {(name, hours): Tally() for name in programs for hours in HOURS}
    extra = {name: [] for name in programs}
    stopped = collections.Counter()
    far = (datetime.date.today() + datetime.timedelta(days=3600)).isoformat()
    for number in range(people):
        role, levels, text = answers(content, number)
        for name, program in programs.items():
            home = place / f"{name}-{number}"
            environment = begin(program, home, role, text)
            profile = run([program, "profile"], environment)[0]
            for hours in HOURS:
                file = home / "path.json"
                try:
                    cpu, _ = run([program, "path", "--fresh", "--hours", str(hours), "-o",
                                  str(file), "--force"], environment)
                except Stopped:
                    if name == "now":
                        raise
                    stopped[name] += 1
                    continue
                extra[name].append(cpu - profile)
                tallies[name, hours].add(content, role, levels, hours, json.loads(file.read_text()))
            cpu, _ = run([program, "path", "--fresh", "--minutes-per-week", "90", "--until", far],
                         environment)
            extra[name].append(cpu - profile)
            shutil.rmtree(home)
    for name, count in stopped.items():
        print(f"{name}: {count} paths ended with an error and are not counted")
    return tallies, extra


def many(program, folder, content, place):
    """The longest wall clock of paths from 10,000 resources."""
    installed = install(program, folder, place / "many")
    (place / "many" / "competencies" / "learning-resources.xml").unlink()
    (place / "many" / "competencies" / "made-up.xml").write_text(
        made_up(10_000, list(content.area), 7), "utf-8")
    walls = []
    for number in range(12):
        role, _, text = answers(content, number)
        environment = begin(installed, place / f"many-{number}", role, text)
        wishes = [["--hours", "20"], ["--budget", "100", "--hours", "12"], ["--hours", "40"]]
        walls.append(run([installed, "path"] + wishes[number % 3], environment)[1])
    return max(walls)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--waymark", required=True)
    parser.add_argument("--before")
    parser.add_argument("--competencies", required=True)
    parser.add_argument("--people", type=int, default=500)
    options = parser.parse_args()
    content = Content(pathlib.Path(options.competencies))
    held = True
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        programs = {"now": install(options.waymark, options.competencies, place / "now")}
        if options.before:
            programs["before"] = install(options.before, options.competencies, place / "before")
        tallies, extra = measure(programs, content, options.people, place)
        for (name, hours), tally in sorted(tallies.items(), key=lambda pair: (pair[0][1], pair[0][0])):
            print(tally.line(name, hours))
        for name in programs:
            mine = [tallies[name, hours] for hours in HOURS]
            learned = sum(t.learned for t in mine) / sum(t.fitting for t in mine)
            used = sum(t.used for t in mine) / sum(t.given for t in mine)
            print(f"{name}: over all hours learned {learned:.2f}, used {used:.2f}")
            if name == "now":
                held = learned >= 0.80 and used >= 0.90
        for name, seconds in extra.items():
            print(f"{name}: the path itself, {len(seconds)} paths of {options.people} people and "
                  f"{len(content.learning)} resources: median {statistics.median(seconds):.3f} s of the "
                  f"processor, 95 % within {sorted(seconds)[len(seconds) * 95 // 100]:.3f} s, most "
                  f"{max(seconds):.3f} s")
        held = held and statistics.median(extra["now"]) <= 0.050
        wall = many(options.waymark, pathlib.Path(options.competencies), content, place)
        print(f"10,000 resources: at most {wall:.2f} s of wall clock")
        held = held and wall <= 2
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
