#!/usr/bin/env python3
"""Tries to work out what releases of one campaign withhold.

usage: attacker.py [--minimum 10] [--whole] [--truth FILE] [--within FILE] [--export FILE]
                   [--scale 1,5] [--each]
                   groups.csv [groups.csv ...]

It knows what any reader knows: all files together, and that people come in whole numbers. It was
written from the rules for publishing, not from the program's own audit, and goes another way: one
unknown for every combination of all dimensions of all files. It looks for

  small       a published number of people of 1 to minimum - 1
  narrow      a withheld number that is known to less than the minimum: greatest - least < minimum
  elsewhere   a number withheld in one file and published in another, or two that differ
  difference  two published groups, one inside the other, that differ by 1 to minimum - 1 people
  figure      a figure of a withheld group, one that is not coded, or one that says all are alike
  mean        (with --scale) a withheld mean of a published group that is known within a level
  share       (with --scale) a withheld share of a published group that is known within a quarter, or
              a coded one that is known to be everybody or nobody
  insider     (with --truth) somebody in a withheld group of 1 or 2 who knows its size finds that
              of another withheld group of 1 to minimum - 1

--whole solves in whole people throughout, for small tables; otherwise fractions are allowed, which
can only make an interval wider than a reader could find, so that narrow ones are solved again.
--truth is the same table with all numbers, of people who were made up. --within is a table
finer,category,coarser,whole: which region a state is in, as everybody knows. --export is a table of
the same people, a row each: what a cell of a dimension says is known, an empty one may be anything.
--scale takes everybody to have given a level from the first to the last and to have a usual level, so
that it is for releases in which that is so. --each takes every file for the release of a campaign of
its own and tries them one after another.

Ends 0 when nothing is found, 1 when something is, 2 when the files cannot be used.
"""
import argparse
import csv
import itertools
import math
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack, identity, vstack

NO_DIMENSION = {"measure", "value", "note", "made_up"}
WITHHELD = "[c]"
TOTAL = "*"


class Unusable(Exception):
    """The files are no releases of one campaign."""


class Release:
    """The numbers of people of one file by group, and its figures; None is withheld."""

    def __init__(self, path):
        self.path = path
        self.people = {}
        self.figures = []
        with open(path, newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            if not {"measure", "value"} <= set(rows.fieldnames or []):
                raise Unusable(f"{path}: there is no column measure or value")
            self.dimensions = [name for name in rows.fieldnames if name not in NO_DIMENSION]
            for row in rows:
                group = frozenset(
                    (name, row[name]) for name in self.dimensions if row[name] != TOTAL)
                if any(category == "" for _, category in group):
                    raise Unusable(f"{path}: row {rows.line_num} has an empty category")
                if row["measure"] != "n":
                    self.figures.append((group, row["measure"], row["value"], row.get("note", "")))
                    continue
                if group in self.people:
                    raise Unusable(f"{path}: {name(group)} is there twice")
                self.people[group] = None if row["value"] == WITHHELD else int(row["value"])


def name(group):
    return ", ".join(f"{key}={value}" for key, value in sorted(group)) or "everybody"


def nesting(path):
    """The coarser dimension and category that follow from a category of a finer one."""
    with open(path, newline="", encoding="utf-8") as file:
        return {
            (row["finer"], row["category"]): (row["coarser"], row["whole"])
            for row in csv.DictReader(file)}


def joined(releases):
    """What all files together say of each group, and what is found on the way."""
    people, found = {}, []
    for release in releases:
        for group, number in release.people.items():
            if group in people and people[group] != number:
                found.append(("elsewhere", group, f"{release.path} says something else"))
                number = people[group] if number is None else number
            people[group] = number
    return people, found


def exported(path, dimensions, within):
    """How many rows of an export show each combination of what a release sorts by."""
    counts = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            shown = frozenset((key, row[key]) for key in dimensions if row.get(key))
            shown = completed(shown, within)
            counts[shown] = counts.get(shown, 0) + 1
    return counts


class Unknowns:
    """A number of people for every combination of categories, as far as they can have any.

    Those whom an export shows alike are looked at by themselves, as their number is known.
    """

    def __init__(self, people, within, alike=None):
        categories = {}
        for group in people:
            for key, value in group:
                categories.setdefault(key, {})[value] = None
        keys = sorted(categories)
        nobody = [group for group, number in people.items() if number == 0]
        combinations = [
            combination
            for values in itertools.product(*(categories[key] for key in keys))
            for combination in [frozenset(zip(keys, values))]
            if not any(group <= combination for group in nobody)
            and completed(combination, within) == combination
        ]
        self.groups = list(people)
        self.places = {group: place for place, group in enumerate(self.groups)}
        parts = {
            combination: [
                self.places[part]
                for size in range(3)
                for part in map(frozenset, itertools.combinations(combination, size))
                if part in people
            ]
            for combination in combinations}
        entries, populations, self.alike = [], [], []
        column = 0
        for shown, count in (alike or {frozenset(): None}).items():
            # Combinations that are in the same groups need one unknown only.
            patterns = {tuple(parts[each]) for each in combinations if shown <= each}
            for pattern in sorted(patterns):
                entries += [(place, column) for place in pattern]
                if count is not None:
                    populations.append((len(self.alike), column))
                column += 1
            if count is not None:
                self.alike.append(count)
        self.count = column
        self.matrix = self.rows(entries, len(self.groups))
        self.populations = self.rows(populations, len(self.alike))
        self.people = people

    def rows(self, entries, count):
        places = tuple(zip(*entries)) if entries else ([], [])
        return csr_matrix((np.ones(len(entries)), places), shape=(count, self.count))

    def range(self, group, known=None, whole=False, seen=None):
        """The least and the greatest number of people of a group; None when nothing fits.

        What both solutions give all groups is added to those seen.
        """
        said = dict(self.people)
        said.update(known or {})
        shown = [place for place, other in enumerate(self.groups) if said[other] is not None]
        values = np.array([said[self.groups[place]] for place in shown] + self.alike, float)
        matrix = vstack([self.matrix[shown], self.populations])
        cost = self.matrix[self.places[group]].toarray()[0]
        ends = []
        for sign in (1, -1):
            result = milp(
                sign * cost,
                constraints=LinearConstraint(matrix, values, values),
                bounds=Bounds(0, np.inf),
                integrality=np.full(self.count, 1 if whole else 0))
            if result.status == 3:
                ends.append(sign * -math.inf)
            elif result.status != 0:
                return None
            else:
                ends.append(sign * result.fun)
                if seen is not None:
                    seen.add(self.matrix @ result.x)
        return rounded(*ends)


def rounded(low, high):
    return math.ceil(low - 1e-6), high if high == math.inf else math.floor(high + 1e-6)


class Seen:
    """What solutions gave each group, on the way to the ends of another: a range is no narrower.

    So a group that two of them give numbers far enough apart needs no search of its own.
    """

    def __init__(self, unknowns):
        self.places = unknowns.places
        self.least = np.full(len(self.places), np.inf)
        self.greatest = np.full(len(self.places), -np.inf)

    def add(self, numbers):
        self.least = np.minimum(self.least, numbers)
        self.greatest = np.maximum(self.greatest, numbers)

    def apart(self, group, distance):
        place = self.places[group]
        if self.least[place] == np.inf:
            return False
        low, high = rounded(self.least[place], self.greatest[place])
        return high - low >= distance


def narrow(unknowns, minimum, whole):
    """The withheld groups that are known too well, with their ranges."""
    seen = Seen(unknowns)
    for group, number in unknowns.people.items():
        if number is not None or seen.apart(group, minimum if whole else minimum + 3):
            continue
        ends = unknowns.range(group, whole=whole, seen=seen)
        if ends is not None and not whole and ends[1] - ends[0] < minimum + 3:
            ends = unknowns.range(group, whole=True)
        if ends is None:
            raise Unusable(f"{name(group)}: the numbers contradict one another")
        if ends[1] - ends[0] < minimum:
            yield "narrow", group, f"{ends[0]} to {ends[1]}"


def completed(group, within):
    """A group with the coarser categories that follow from its own, which take the place of any."""
    categories = dict(group)
    for (key, value), (coarser, whole) in within.items():
        if categories.get(key) == value:
            categories[coarser] = whole
    return frozenset(categories.items())


def differences(people, minimum, within):
    shown = {group: number for group, number in people.items() if number is not None}
    everything = {group: completed(group, within) for group in shown}
    for inner, outer in itertools.permutations(shown, 2):
        if outer <= everything[inner] and 0 < shown[outer] - shown[inner] < minimum:
            yield "difference", inner, f"{name(outer)} less this is {shown[outer] - shown[inner]}"


def figures(releases, minimum):
    for release in releases:
        for group, measure, value, note in release.figures:
            number = release.people.get(group)
            if value == WITHHELD:
                continue
            if number is None or number < minimum:
                yield "figure", group, f"{measure} stands where the people are withheld"
            if measure.startswith("below:"):
                share = int(value)
                notes = {part.strip() for part in note.split(";")} - {"", "made up", "not published"}
                right = {"or less": (5, 10, 15), "or more": (85, 90, 95),
                         "to the nearest 10": range(20, 90, 10)}
                ends = [word for word in notes if share in right.get(word, ())]
                if not 5 <= share <= 95 or notes - set(ends):
                    yield "figure", group, f"{measure} is {value} {note}"
            elif measure.startswith("mean:"):
                if len(value.partition(".")[2]) > 1:
                    yield "figure", group, f"{measure} has more than one decimal: {value}"
                if float(value) <= 1:
                    yield "figure", group, f"{measure} is an end of the scale: {value}"
            else:
                yield "figure", group, f"{measure} is none of the measures of a release"


class Answers:
    """What a reader knows of the answers to each statement, everybody having answered."""

    def __init__(self, releases, unknowns, scale):
        self.unknowns, self.scale = unknowns, scale
        self.said = {}
        for release in releases:
            for group, measure, value, note in release.figures:
                kind, _, item = measure.partition(":")
                said = self.said.setdefault((kind, item), {})
                if said.get(group, (WITHHELD, ""))[0] == WITHHELD:
                    said[group] = (value, note)

    def bounds(self, kind, group, value, note):
        """The least and the greatest sum of levels, or number below, that a figure stands for."""
        people = self.unknowns.people[group]
        if kind == "mean":
            return (float(value) - 0.05) * people, (float(value) + 0.05) * people
        if "or less" in note:
            return 0, int(value) * people / 100
        if "or more" in note:
            return int(value) * people / 100, people
        half = 5 if "to the nearest 10" in note else 0.5
        return (int(value) - half) * people / 100, (int(value) + half) * people / 100

    def found(self):
        for (kind, item), said in self.said.items():
            least, most = self.scale if kind == "mean" else (0, 1)
            shown = [group for group, (value, _) in said.items() if value != WITHHELD]
            limits = [self.bounds(kind, group, *said[group]) for group in shown]
            open_groups = [
                group for group, (value, note) in said.items()
                if self.unknowns.people.get(group)
                and (value == WITHHELD or "or " in note)]
            if not open_groups:
                continue
            # First how many people each combination has, then the sum of what they said.
            matrix, count = self.unknowns.matrix, self.unknowns.count
            none = csr_matrix((len(self.unknowns.groups), count))
            numbered = [
                place for place, group in enumerate(self.unknowns.groups)
                if self.unknowns.people[group] is not None]
            values = [self.unknowns.people[self.unknowns.groups[place]] for place in numbered]
            places = [self.unknowns.places[group] for group in shown]
            each = identity(count, format="csr")
            populations = self.unknowns.populations
            rows = vstack([
                hstack([matrix[numbered], none[numbered]]), hstack([populations, 0 * populations]),
                hstack([none[places], matrix[places]]),
                hstack([-least * each, each]), hstack([-most * each, each])]).tocsr()
            infinite = np.full(count, np.inf)
            values = values + self.unknowns.alike
            low = np.concatenate([values, [limit[0] for limit in limits],
                                  np.zeros(count), -infinite])
            high = np.concatenate([values, [limit[1] for limit in limits], infinite,
                                   np.zeros(count)])
            for group in open_groups:
                people = self.unknowns.people[group]
                cost = np.concatenate(
                    [np.zeros(count), matrix[self.unknowns.places[group]].toarray()[0]])
                ends = []
                for sign in (1, -1):
                    result = milp(
                        sign * cost, constraints=LinearConstraint(rows, low, high),
                        bounds=Bounds(0, np.inf))
                    if result.status != 0:
                        raise Unusable(f"{name(group)}: {kind}:{item} contradicts other figures")
                    ends.append(sign * result.fun)
                start, end = math.ceil(ends[0] - 1e-6), math.floor(ends[1] + 1e-6)
                coded = said[group][0] != WITHHELD
                needed = 1 if coded else people if kind == "mean" else people / 4
                if end - start < needed:
                    yield (
                        "share" if kind == "below" else "mean", group,
                        f"{item}: {start} to {end} of {people} people")


def insiders(unknowns, truth, minimum, whole, within):
    withheld = [group for group, number in unknowns.people.items() if number is None]
    small = [group for group in withheld if 0 < truth[group] < minimum]
    for own in (group for group in small if truth[group] <= 2):
        known, seen = {own: truth[own]}, Seen(unknowns)
        for other in small:
            categories = dict(completed(own, within))
            nested = all(
                categories.get(key, value) == value for key, value in completed(other, within))
            if other == own or (nested and truth[other] == truth[own]):
                continue
            if seen.apart(other, 1 if whole else 3):
                continue
            ends = unknowns.range(other, known, whole, seen)
            if ends is not None and not whole and 0 < ends[1] - ends[0] <= 2:
                ends = unknowns.range(other, known, whole=True)
            if ends is not None and ends[0] == ends[1]:
                yield "insider", other, f"{ends[0]} to somebody in {name(own)}"


def attack(paths, minimum, whole, truth, within, scale, export):
    releases = [Release(path) for path in paths]
    people, found = joined(releases)
    found += [
        ("small", group, f"{number} people")
        for group, number in people.items()
        if number is not None and 0 < number < minimum
    ]
    dimensions = {key for group in people for key, _ in group}
    alike = exported(export, sorted(dimensions), within) if export else None
    unknowns = Unknowns(people, within, alike)
    found += narrow(unknowns, minimum, whole)
    found += differences(people, minimum, within)
    found += figures(releases, minimum)
    if scale:
        found += Answers(releases, unknowns, scale).found()
    if truth:
        found += insiders(unknowns, Release(truth).people, minimum, whole, within)
    for kind, group, what in found[:50]:
        print(f"{kind}: {name(group)}: {what}")
    withheld = sum(number is None for number in people.values())
    print(f"{len(people)} groups, {withheld} withheld, {len(found)} worked out")
    return 1 if found else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("releases", nargs="+")
    parser.add_argument("--minimum", type=int, default=10)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--truth")
    parser.add_argument("--within")
    parser.add_argument("--export")
    parser.add_argument("--scale")
    parser.add_argument("--each", action="store_true")
    options = parser.parse_args()
    try:
        within = nesting(options.within) if options.within else {}
        scale = [int(end) for end in options.scale.split(",")] if options.scale else None
        found = []
        for paths in [[path] for path in options.releases] if options.each else [options.releases]:
            if options.each:
                print(f"{paths[0]}:", flush=True)
            found.append(
                attack(
                    paths, options.minimum, options.whole, options.truth, within, scale,
                    options.export))
        sys.exit(max(found))
    except (Unusable, OSError, ValueError) as problem:
        print(f"attacker.py: {problem}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
