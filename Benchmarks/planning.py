#!/usr/bin/env python3
"""Measures `waymark plan` beside a plain greedy and the exact solver HiGHS, in turn in one run.

All three plan 10 sessions within 40 hours and 6,000 dollars on the same two instances: 300 made-up
people and the shipped workshops, and 10,000 people and 100 made-up workshops; no workshop requires
anything. Waymark's time is that of the whole process, reading the store included; those of the
greedy (numpy) and of HiGHS are of planning alone, without reading and building the model. Exits 1
when a limit is not held: 1 s of wall clock for 300 people; for 10,000 people 5 s, and a gap of 0.01
to the bound.

  python3 Benchmarks/planning.py --waymark PROGRAM --competencies FOLDER [--limit 60] [--runs 3]
"""
import argparse
import csv
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from typing import NamedTuple

import highspy
import numpy

from paths import run

SESSIONS, HOURS, DOLLARS, PER_PERSON, LEAST = 10, 40, 6000, 3, 5
LIMITS = numpy.array([SESSIONS, HOURS * 60, DOLLARS])


class Service(NamedTuple):
    competency: str
    low: int
    high: int


class Offer(NamedTuple):
    id: str
    minutes: int
    seats: int
    dollars: int
    online: bool
    services: list

    @property
    def use(self):
        return numpy.array([1, self.minutes, self.dollars])


class Instance:
    """The people, the workshops in the order they are held, and where sessions can be held."""

    def __init__(self, offers, people, competencies):
        targets = framework_targets(competencies)
        place = {id: number for number, id in enumerate(targets)}
        regions = division_by_state(competencies)
        names = sorted(set(regions.values()))
        self.offers = in_order(offers)
        self.services = [[(place[s.competency], s.low, s.high, leads(self.offers, s, number))
                          for s in offer.services] for number, offer in enumerate(self.offers)]
        # 0 is no level and no target: nobody gains anything there.
        self.held = numpy.array([[int(row[id]) if row[id].isdigit() else 0 for id in place]
                                 for row in people])
        self.target = numpy.array([[targets[id].get(row["role"], 0) for id in place]
                                   for row in people])
        self.region = numpy.array([names.index(regions[row["state"]]) if row["state"] in regions
                                   else -1 for row in people])
        self.kinds = [(number, region) for number, offer in enumerate(self.offers)
                      for region in ([None] if offer.online else range(len(names)))]

    @property
    def lacking(self):
        return int(numpy.where(self.held > 0, numpy.maximum(self.target - self.held, 0), 0).sum())


def elements(path, name):
    return [e for e in ElementTree.parse(path).iter() if e.tag.endswith("}" + name)]


def framework_targets(competencies):
    return {c.get("id"): {t.get("role"): int(t.get("level")) for t in c
                          if t.tag.endswith("}target")}
            for c in elements(competencies / "children-services-2020.xml", "competency")}


def division_by_state(competencies):
    division = next(d for d in elements(competencies / "background-2020.xml", "derived")
                    if d.get("id") == "division")
    return {member.get("option"): group.get("id") for group in division for member in group
            if member.get("option")}


def read_offers(path):
    return [Offer(w.get("id"), int(w.get("minutes")), int(w.get("seats")), int(w.get("usd")),
                  w.get("place") == "online",
                  [Service(s.get("competency"), int(s.get("from")), int(s.get("to")))
                   for s in w if s.tag.endswith("}serves")])
            for w in elements(path, "workshop")]


def made_offers(offers, count, seed):
    """So many workshops, each for one to three of the statements that the shipped ones serve."""
    draw = random.Random(seed)
    services = [service for offer in offers for service in offer.services]
    made = []
    for number in range(count):
        like = draw.choice(offers)
        chosen = {s.competency: s for s in draw.sample(services, draw.randint(1, 3))}
        made.append(Offer(f"made-{number:03}", like.minutes,
                          max(8, like.seats * draw.randint(7, 13) // 10),
                          like.dollars * draw.randint(8, 12) // 10, like.online,
                          list(chosen.values())))
    return made


def catalogue(offers):
    workshops = "".join(
        f'<workshop id="{o.id}" minutes="{o.minutes}" seats="{o.seats}" usd="{o.dollars}" '
        f'trainerDays="1" place="{"online" if o.online else "on-site"}" language="en">'
        f"<title>{o.id}</title><description>Made up.</description>"
        + "".join(f'<serves competency="{s.competency}" from="{s.low}" to="{s.high}"/>'
                  for s in o.services) + "</workshop>" for o in offers)
    return ('<catalogue xmlns="urn:waymark:catalogue" schema="1" id="workshop-offers" '
            'version="2026" framework="children-services" frameworkVersion="2020" xml:lang="en" '
            f'licence="CC0-1.0"><title>Made up</title>{workshops}</catalogue>')


def in_order(offers):
    """Workshops that bring people to where others begin come first; circles and ties go by id."""
    def comes(one, other):
        return any(s.competency == t.competency and s.low < t.low <= s.high
                   for s in one.services for t in other.services)
    waiting, ordered = sorted(offers, key=lambda o: o.id), []
    while waiting:
        ready = next((o for o in waiting if not any(
            p.id != o.id and comes(p, o) for p in waiting)), waiting[0])
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def leads(ordered, service, place):
    """Whether there are workshops to the level a service begins at, all of them before this one."""
    found = [number for number, offer in enumerate(ordered) for s in offer.services
             if s.competency == service.competency and s.low < service.low <= s.high]
    return bool(found) and max(found) < place


def gains(instance, now, service, people=slice(None)):
    """How many levels a service would bring each of these people, who have come to `now`."""
    competency, low, high, chained = service
    held, level = instance.held[people, competency], now[people, competency]
    can = (held > 0) & ((level if chained else held) >= low)
    top = numpy.minimum(high, instance.target[people, competency])
    return numpy.where(can, numpy.maximum(top - level, 0), 0)


def greedy(instance):
    """Adds the session that closes most, with those who gain most, until none fits."""
    now = instance.held.copy()
    been = numpy.zeros((len(now), len(instance.offers)), bool)
    left, closed = LIMITS.copy(), 0
    while True:
        best = (0, None, None)
        totals = {}
        full = been.sum(1) >= PER_PERSON
        for offer, region in instance.kinds:
            if (instance.offers[offer].use > left).any():
                continue
            if offer not in totals:
                totals[offer] = sum(gains(instance, now, s) for s in instance.services[offer])
                totals[offer][been[:, offer] | full] = 0
            gain = totals[offer] if region is None else numpy.where(
                instance.region == region, totals[offer], 0)
            people = numpy.argsort(-gain, kind="stable")[:instance.offers[offer].seats]
            people = people[gain[people] > 0]
            if len(people) >= LEAST and gain[people].sum() > best[0]:
                best = (int(gain[people].sum()), offer, people)
        gained, offer, people = best
        if offer is None:
            return closed
        closed += gained
        left -= instance.offers[offer].use
        been[people, offer] = True
        for service in instance.services[offer]:
            now[people, service[0]] += gains(instance, now, service, people)


class Model:
    """The season as a mixed integer program, row by row."""

    def __init__(self, instance):
        self.worth, self.upper, self.integral = [], [], []
        self.starts, self.columns, self.weights, self.most = [0], [], [], []
        kinds, offers = instance.kinds, instance.offers
        self.sessions = [self.column(SESSIONS, True) for _ in kinds]
        for resource, limit in enumerate(LIMITS):
            self.row([(y, int(offers[o].use[resource]))
                      for y, (o, _) in zip(self.sessions, kinds)], limit)
        self.seated = defaultdict(list)
        for person in range(len(instance.held)):
            self.add_person(instance, person)
        for y, kind in zip(self.sessions, kinds):
            seats, offer = self.seated[kind], offers[kind[0]]
            self.row([(x, 1) for x in seats] + [(y, -offer.seats)], 0)
            self.row([(x, -1) for x in seats] + [(y, LEAST)], 0)
            self.upper[y] = min(SESSIONS, len(seats) // LEAST, -(-len(seats) // offer.seats))

    def column(self, upper, integral):
        self.worth.append(0)
        self.upper.append(upper)
        self.integral.append(integral)
        return len(self.worth) - 1

    def row(self, terms, most):
        """Says that a sum of columns is at most this."""
        self.columns += [column for column, _ in terms]
        self.weights += [weight for _, weight in terms]
        self.starts.append(len(self.columns))
        self.most.append(most)

    def add_person(self, instance, person):
        held, target = instance.held[person].tolist(), instance.target[person].tolist()
        closers, reached, going = defaultdict(list), {}, []

        def reach(step):
            """The column that is 1 when a step is closed; with one closer it is the closer."""
            if step not in reached:
                if len(closers[step]) == 1:
                    reached[step] = closers[step][0]
                else:
                    reached[step] = self.column(1, False)
                    self.row([(reached[step], 1)] + [(c, -1) for c in closers[step]], 0)
            return reached[step]

        for y, kind in zip(self.sessions, instance.kinds):
            if kind[1] is not None and kind[1] != instance.region[person]:
                continue
            services = [s for s in instance.services[kind[0]]
                        if 0 < held[s[0]] and max(held[s[0]], s[1]) < min(s[2], target[s[0]])
                        and (s[1] <= held[s[0]] or s[3])]
            if not services:
                continue
            x = self.column(1, True)
            self.row([(x, 1), (y, -1)], 0)
            going.append(x)
            self.seated[kind].append(x)
            for c, low, high, _ in services:
                closer = x
                if low > held[c]:
                    if not closers[c, low]:
                        continue
                    closer = self.column(1, False)
                    self.row([(closer, 1), (x, -1)], 0)
                    self.row([(closer, 1), (reach((c, low)), -1)], 0)
                for level in range(max(held[c], low) + 1, min(high, target[c]) + 1):
                    closers[c, level].append(closer)
        for step in [step for step, found in closers.items() if found]:
            self.worth[reach(step)] += 1
        self.row([(x, 1) for x in going], PER_PERSON)

    def solve(self, seconds):
        """The value of the best season found, what none can exceed, and the seconds it took."""
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.worth), len(self.most)
        program.sense_ = highspy.ObjSense.kMaximize
        program.col_cost_ = numpy.array(self.worth, float)
        program.col_lower_ = numpy.zeros(len(self.worth))
        program.col_upper_ = numpy.array(self.upper, float)
        program.row_lower_ = numpy.full(len(self.most), -highspy.kHighsInf)
        program.row_upper_ = numpy.array(self.most, float)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = numpy.array(self.starts)
        program.a_matrix_.index_ = numpy.array(self.columns)
        program.a_matrix_.value_ = numpy.array(self.weights, float)
        kind = highspy.HighsVarType
        program.integrality_ = [kind.kInteger if i else kind.kContinuous for i in self.integral]
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("time_limit", float(seconds))
        solver.passModel(program)
        began = time.perf_counter()
        solver.run()
        took = time.perf_counter() - began
        info = solver.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return (round(info.objective_function_value) if found else 0), info.mip_dual_bound, took


def check(holds, what):
    print(f"  {'HELD' if holds else 'MISSED'}: {what}", flush=True)
    return holds


def measure(place, people, options, offers, seconds, gap):
    """Plans one instance in turn, prints what came of it, and says whether everything held."""
    home = place / f"home-{people}"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    program, table, answer = place / "waymark", home / "demo.csv", home / "plan.json"
    run([program, "demo", "--people", str(people), "-o", table], environment)
    run([program, "import", "responses", table, "--campaign", "demo", "--new"], environment)
    with open(table, encoding="utf-8", newline="") as file:
        instance = Instance(offers, list(csv.DictReader(file)), place / "competencies")
    began = time.perf_counter()
    model = Model(instance)
    built = time.perf_counter() - began
    cpus, walls, greedy_times, highs_times, values, bounds = [], [], [], [], [], []
    for _ in range(options.runs):
        answer.unlink(missing_ok=True)
        cpu, wall = run([program, "plan", "--campaign", "demo", "--by", "region", "--sessions",
                         str(SESSIONS), "--hours", str(HOURS), "--budget", str(DOLLARS),
                         "-o", answer], environment)
        cpus.append(cpu)
        walls.append(wall)
        began = time.perf_counter()
        simple = greedy(instance)
        greedy_times.append(time.perf_counter() - began)
        value, bound, took = model.solve(options.limit)
        values.append(value)
        bounds.append(bound)
        highs_times.append(took)
    plan = json.loads(answer.read_text("utf-8"))
    if plan["lacking"] != instance.lacking:
        sys.exit(f"{people} people: Waymark reads {plan['lacking']} levels lacking, this script "
                 f"{instance.lacking}")
    closed, value, bound = plan["closed"], max(values), min(bounds)
    wall, slow = statistics.median(walls), statistics.median(highs_times)
    quick = statistics.median(greedy_times)
    print(f"{people} people, {len(offers)} workshops, {options.runs} runs in turn; "
          f"{instance.lacking} levels lacking")
    print(f"  Waymark: closes {closed}, bound {plan['bound']}, gap {plan['gapToBound']:.4f}; wall "
          f"{wall:.2f} s ({min(walls):.2f} to {max(walls):.2f}), processor "
          f"{statistics.median(cpus):.2f} s ({min(cpus):.2f} to {max(cpus):.2f})")
    print(f"  greedy: closes {simple}; {quick:.2f} s")
    print(f"  HiGHS {highspy.Highs().version()}: closes {value}, bound {bound:.1f}; {slow:.1f} s "
          f"({min(highs_times):.1f} to {max(highs_times):.1f}), limit {options.limit:g} s; "
          f"{len(model.worth)} columns, {len(model.most)} rows, built in {built:.1f} s")
    of_highs = f"{closed / value:.4f}" if value else "none, HiGHS found no season"
    print(f"  value: Waymark / greedy {closed / simple:.4f}, Waymark / HiGHS {of_highs}; "
          f"time: Waymark / greedy {wall / quick:.2f}, Waymark / HiGHS {wall / slow:.4f}")
    used = numpy.array([[1, s["minutes"], s["usd"]] for s in plan["sessions"]]).sum(0)
    checks = [check((used <= LIMITS).all(), f"{used[0]} sessions, {used[1]} minutes, {used[2]} "
                    "dollars are within the limits"),
              check(wall <= seconds, f"wall clock {wall:.2f} s, at most {seconds} s")]
    # Without a bound or a season of HiGHS there is nothing to compare with, and nothing is claimed.
    if bound < highspy.kHighsInf:
        checks.append(check(closed <= bound + 1e-6, "closes no more than the bound of HiGHS"))
    else:
        print("  not compared: HiGHS has no bound")
    if value:
        checks.append(check(value <= plan["bound"], "HiGHS closes no more than Waymark's bound"))
    else:
        print("  not compared: HiGHS has no season")
    if gap is not None:
        checks.append(check(plan["gapToBound"] <= gap,
                            f"gap to the bound {plan['gapToBound']:.4f}, at most {gap}"))
    return all(checks)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--waymark", required=True)
    parser.add_argument("--competencies", required=True)
    parser.add_argument("--limit", type=float, default=60, help="seconds for HiGHS, each run")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        shutil.copy(options.waymark, place / "waymark")
        shutil.copytree(options.competencies, place / "competencies")
        made = place / "competencies" / "workshop-offers.xml"
        made.write_text(re.sub(r"<requires [^>]*/>", "", made.read_text("utf-8")), "utf-8")
        shipped = read_offers(made)
        held = measure(place, 300, options, shipped, 1, None)
        offers = made_offers(shipped, 100, 3)
        made.write_text(catalogue(offers), "utf-8")
        held = measure(place, 10_000, options, offers, 5, 0.01) and held
    sys.exit(0 if held else 1)


main()
