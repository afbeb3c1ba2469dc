#!/usr/bin/env python3
"""Measures how far the core form of a framework agrees with all of its statements, area by area.

Reads the wide table that `waymark demo -o FILE` and `waymark export` write, and the framework, in
which the core statements are marked core="yes". Needs nothing but Python.

  waymark demo --people 1200 --seed 7 -o demo.csv
  Benchmarks/core_form.py demo.csv --framework competencies/children-services-2020.xml

The core statements were chosen by what they say, not from anybody's answers, so that nobody was used
to choose them. Half of the people are held out all the same, by a seed, and the figures are of that
half; the other half stands beside it in the last line. For each area:

  whole     the correlation of a person's mean over the core statements with their mean over all of
            the area; too high by what both have in common
  others    the same with their mean over the statements that are NOT core: nothing is in common
  same      the share of people who are on the same side, below usual or not, by the core statements
            and by all: the mean of what they rated against the mean of what is usual for their role
  kappa     how far that is above what chance would give (Cohen 1960)
  below     the ratings below usual in the whole half, by the core statements and by all
"""
import argparse
import csv
import math
import random
import sys
import xml.etree.ElementTree as tree

SPACE = "{urn:waymark:framework}"


def framework(path):
    """The areas as (id, statements); a statement is (id, whether it is core, level by role)."""
    areas = []
    for area in tree.parse(path).getroot().iter(SPACE + "area"):
        statements = [
            (
                statement.get("id"), statement.get("core") == "yes",
                {
                    target.get("role"): int(target.get("level"))
                    for target in statement.findall(SPACE + "target")
                },
            )
            for statement in area.findall(SPACE + "competency")
        ]
        areas.append((area.get("id"), statements))
    return areas


def people(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def mean(numbers):
    return sum(numbers) / len(numbers)


def correlation(pairs):
    """Pearson's; None where there is none."""
    if len(pairs) < 3:
        return None
    left, right = mean([a for a, _ in pairs]), mean([b for _, b in pairs])
    covariance = sum((a - left) * (b - right) for a, b in pairs)
    spread = sum((a - left) ** 2 for a, _ in pairs) * sum((b - right) ** 2 for _, b in pairs)
    return covariance / math.sqrt(spread) if spread > 0 else None


def kappa(sides):
    """Cohen's kappa of two yes or no judgements; None where one of them never differs."""
    count = len(sides)
    if not count:
        return None
    same = sum(a == b for a, b in sides) / count
    first, second = sum(a for a, _ in sides) / count, sum(b for _, b in sides) / count
    chance = first * second + (1 - first) * (1 - second)
    return (same - chance) / (1 - chance) if chance < 1 else None


def rated(person, statements):
    """What a person rated: (level, usual level or None, whether it is core)."""
    role = person.get("role")
    return [
        (int(person[name]), usual.get(role), core)
        for name, core, usual in statements
        if (person.get(name) or "").isdigit()
    ]


def agreement(group, statements):
    """The figures of one area over a group of people."""
    whole, others, sides = [], [], []
    below = {True: [0, 0], False: [0, 0]}
    for person in group:
        ratings = rated(person, statements)
        core = [rating for rating in ratings if rating[2]]
        rest = [rating for rating in ratings if not rating[2]]
        if core and rest:
            whole.append((mean([r[0] for r in core]), mean([r[0] for r in ratings])))
            others.append((mean([r[0] for r in core]), mean([r[0] for r in rest])))
        compared = [r for r in ratings if r[1] is not None]
        compared_core = [r for r in compared if r[2]]
        for level, usual, is_core in compared:
            for key in {False, is_core}:
                below[key][0] += level < usual
                below[key][1] += 1
        # One of two sides is no agreement where both are made of the very same ratings.
        if compared_core and len(compared) > len(compared_core):
            sides.append(tuple(mean([r[0] - r[1] for r in part]) < 0
                               for part in (compared_core, compared)))
    share = {key: count / total if total else None for key, (count, total) in below.items()}
    return {
        "people": len(others), "whole": correlation(whole), "others": correlation(others),
        "sides": sides, "core": share[True], "all": share[False],
    }


def written(number, places=2):
    return "-" if number is None else f"{number:.{places}f}"


def percent(number):
    return "-" if number is None else f"{100 * number:.0f} %"


def same(sides):
    return sum(a == b for a, b in sides) / len(sides) if sides else None


def table(group, areas):
    print(f"{'area':<6}{'core of':>9}{'people':>8}{'whole':>8}{'others':>8}{'same':>7}{'kappa':>7}"
          f"{'below: core':>13}{'all':>6}")
    sides, shares, correlations = [], [], []
    for name, statements in areas:
        found = agreement(group, statements)
        core = sum(core for _, core, _ in statements)
        print(
            f"{name:<6}{f'{core} of {len(statements)}':>9}{found['people']:>8}"
            f"{written(found['whole']):>8}{written(found['others']):>8}"
            f"{percent(same(found['sides'])):>7}{written(kappa(found['sides'])):>7}"
            f"{percent(found['core']):>13}{percent(found['all']):>6}")
        sides += found["sides"]
        shares.append((found["core"], found["all"]))
        correlations.append((found["whole"], found["others"]))
    return sides, shares, correlations


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", help="a wide table of answers")
    parser.add_argument("--framework", required=True, help="the XML of the statements")
    parser.add_argument("--seed", type=int, default=2020, help="of the halves (2020)")
    options = parser.parse_args()
    areas = framework(options.framework)
    if not any(core for _, statements in areas for _, core, _ in statements):
        sys.exit(f'{options.framework}: no statement is marked core="yes"')
    everybody = people(options.table)
    random.Random(options.seed).shuffle(everybody)
    half = len(everybody) // 2
    rest, held_out = everybody[:half], everybody[half:]
    print(f"{len(everybody)} people, {len(held_out)} of them held out (seed {options.seed})")
    sides, shares, correlations = table(held_out, areas)
    whole, others = zip(*correlations)
    known = [pair for pair in shares if None not in pair]
    print(
        f"all areas: whole {written(mean([w for w in whole if w is not None]))}, "
        f"others {written(mean([o for o in others if o is not None]))}, "
        f"same side {percent(same(sides))} (kappa {written(kappa(sides))})")
    print(
        "areas of the campaign: largest difference in the share below usual "
        f"{100 * max(abs(a - b) for a, b in known):.0f} points, "
        f"correlation of the {len(known)} shares {written(correlation(known))}")
    other = [agreement(rest, statements) for _, statements in areas]
    print(
        f"the other {len(rest)}: others {written(mean([a['others'] for a in other if a['others'] is not None]))}, "
        f"same side {percent(same([side for a in other for side in a['sides']]))}")


if __name__ == "__main__":
    main()
