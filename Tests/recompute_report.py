#!/usr/bin/env python3
"""Works out a gap report again from the wide CSV and compares every number with the files.

Usage: recompute_report.py DEMO.csv FRAMEWORK.xml REPORT_FOLDER [--background BACKGROUND.xml]

Written from the formulas and not from the program's code: each figure is counted afresh from the
rows. Needs Python 3.9 and nothing else. Exits 0 when every number is right, 1 at the first one
that is not, 2 when the files cannot be compared.
"""
import argparse
import csv
import json
import math
import sys
import xml.etree.ElementTree as ElementTree
from fractions import Fraction
from pathlib import Path

Z = 1.959963984540054
HALF_UNIT = 0.00005 + 1e-9  # figures have four decimals
WITHHELD = "[c]"
KINDS = {"na": "notPartOfMyWork", "unsure": "cannotJudge", "": "skipped", ".": "notAsked"}
compared = 0


def wrong(where, message):
    print(f"{where}: {message}", file=sys.stderr)
    sys.exit(1)


def check(where, found, expected):
    """Compares a figure: a whole number or text exactly, another number to half a unit."""
    global compared
    compared += 1
    if isinstance(expected, (Fraction, float)):
        try:
            near = abs(float(found) - float(expected)) <= HALF_UNIT
        except (TypeError, ValueError):
            near = False
        if not near:
            wrong(where, f"{found!r} is written, {float(expected):.6f} is right")
    elif found != expected:
        wrong(where, f"{found!r} is written, {expected!r} is right")


def wilson(share, n):
    p, n = float(share), float(n)
    centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return (0.0 if share == 0 else centre - half, 1.0 if share == 1 else centre + half)


class Framework:
    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        ns = {"w": "urn:waymark:framework"}
        self.roles = [role.get("id") for role in root.findall("w:roles/w:role", ns)]
        self.areas, self.targets = {}, {}
        for area in root.iter("{urn:waymark:framework}area"):
            self.areas[area.get("id")] = []
            for competency in area.findall("w:competency", ns):
                identity = competency.get("id")
                self.areas[area.get("id")].append(identity)
                self.targets[identity] = {
                    target.get("role"): int(target.get("level"))
                    for target in competency.findall("w:target", ns)}


def derived_groups(path):
    """Name of the grouping -> (field, option -> group, groups in order)"""
    if path is None:
        return {}
    ns = {"b": "urn:waymark:background"}
    result = {}
    for derived in ElementTree.parse(path).getroot().iter("{urn:waymark:background}derived"):
        groups = derived.findall("b:group", ns)
        result[derived.get("id")] = (
            derived.get("from"),
            {member.get("option"): group.get("id")
             for group in groups for member in group.findall("b:member", ns)})
    return result


class Expected:
    """The figures of one group of rows, or the mark where they are withheld."""

    def __init__(self, rows, framework, k, levels):
        self.k = k
        self.n = WITHHELD if 0 < len(rows) < k else len(rows)
        self.competencies, self.areas = {}, {}
        for area, identities in framework.areas.items():
            for identity in identities:
                self.competencies[identity] = (
                    WITHHELD if self.n == WITHHELD
                    else self.competency(rows, identity, framework, levels))
            self.areas[area] = (
                WITHHELD if self.n == WITHHELD
                else self.area(rows, identities, framework, levels))

    def competency(self, rows, identity, framework, levels):
        ratings = [int(row[identity]) for row in rows if row[identity] not in KINDS]
        if 0 < len(ratings) < self.k:
            return WITHHELD
        compared = [(int(row[identity]), framework.targets[identity][row["role"]]) for row in rows
                    if row[identity] not in KINDS and row["role"] in framework.targets[identity]]
        figures = self.figures(
            1, len(ratings), [ratings.count(level) for level in range(1, levels + 1)],
            {name: sum(row[identity] == word for row in rows) for word, name in KINDS.items()})
        figures["below"] = self.below(
            sum(level < target for level, target in compared), len(compared), len(compared))
        return figures

    def area(self, rows, identities, framework, levels):
        rated = [row for row in rows if any(row[identity] not in KINDS for identity in identities)]
        shown = [i for i in identities if self.competencies[i] != WITHHELD]
        if 0 < len(rated) < self.k or not shown:
            return WITHHELD
        pooled = [self.competencies[identity] for identity in shown]
        figures = self.figures(
            len(shown), len(rated), [sum(column) for column in zip(*(p["levels"] for p in pooled))],
            {name: sum(p[name] for p in pooled) for name in KINDS.values()})
        parts = {i: self.competencies[i]["below"] for i in shown}
        usable = {i: part for i, part in parts.items() if isinstance(part, dict)}
        roles = {role for identity in usable for role in framework.targets[identity]}
        people = sum(row["role"] in roles for row in rated)
        if not usable and WITHHELD in parts.values():
            figures["below"] = WITHHELD
        elif 0 < people < self.k:
            figures["below"] = WITHHELD
        else:
            figures["below"] = self.below(
                sum(part["count"] for part in usable.values()),
                sum(part["of"] for part in usable.values()), people)
        return figures

    def below(self, count, total, people):
        if 0 < people < self.k:
            return WITHHELD
        if total == 0:
            return None
        share = Fraction(count, total)
        low, high = wilson(share, people)
        return {"count": count, "of": total, "share": share, "low": low, "high": high}

    @staticmethod
    def figures(statements, n, counts, kinds):
        total = sum(counts)
        mean = sd = None
        if total:
            mean = Fraction(sum((i + 1) * c for i, c in enumerate(counts)), total)
        if total > 1:
            squares = sum(c * (i + 1 - mean) ** 2 for i, c in enumerate(counts))
            sd = math.sqrt(squares / (total - 1))
        applicable = total + kinds["notPartOfMyWork"]
        relevance = Fraction(total, applicable) if applicable else None
        return dict(kinds, statements=statements, n=n, levels=list(counts), mean=mean, sd=sd,
                    relevance=relevance)


def compare_figures(where, found, expected):
    if expected == WITHHELD:
        check(where, found.get("withheld"), WITHHELD)
        stray = set(found) - {"withheld", "id", "title", "area"}
        if stray:
            wrong(where, f"withheld, but has {sorted(stray)}")
        return
    for name, value in expected.items():
        if name == "below" and isinstance(value, dict):
            for part, number in value.items():
                check(f"{where} below {part}", (found["below"] or {}).get(part), number)
        else:
            check(f"{where} {name}", found.get(name), value)
        if value is None and not found.get(name + "Reason"):
            wrong(f"{where} {name}", "no number and no reason")


def compare_tables(where, found, expected):
    if expected.n == WITHHELD:
        check(where, found.get("withheld"), WITHHELD)
        if set(found) - {"withheld", "id", "label"}:
            wrong(where, "a withheld group says more than its name")
        return
    check(f"{where} respondents", found["respondents"], expected.n)
    for key, rows in (("areas", expected.areas), ("competencies", expected.competencies)):
        check(f"{where} {key}", [row["id"] for row in found[key]], list(rows))
        for row in found[key]:
            compare_figures(f"{where} {row['id']}", row, rows[row["id"]])


def compare_csv(path, key, expected):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    check(str(path), [row[key] for row in rows], list(expected))
    for row in rows:
        figures, where = expected[row[key]], f"{path} {row[key]}"
        if figures == WITHHELD:
            for name, value in row.items():
                if name not in ("campaign", "made_up", "area", "competency", "title", "note"):
                    check(f"{where} {name}", value, WITHHELD)
            continue
        below = figures["below"]
        part = (lambda name: below[name]) if isinstance(below, dict) else (lambda _: below)
        columns = {
            "n": figures["n"], "below": part("count"), "below_of": part("of"),
            "below_share": part("share"), "below_low": part("low"), "below_high": part("high"),
            "mean": figures["mean"], "sd": figures["sd"], "relevance": figures["relevance"],
            "not_part_of_my_work": figures["notPartOfMyWork"],
            "cannot_judge": figures["cannotJudge"], "skipped": figures["skipped"],
            "not_asked": figures["notAsked"]}
        columns.update({f"level_{i + 1}": c for i, c in enumerate(figures["levels"])})
        if "statements" in row:
            columns["statements"] = figures["statements"]
        for name, value in columns.items():
            check_cell(f"{where} {name}", row[name], value)


def check_cell(where, cell, value):
    if value is None:
        check(where, cell, "")
    elif isinstance(value, int):
        check(where, cell, str(value))
    else:
        check(where, cell, value)


def compare_groups(path, dimensions, expected):
    """expected: cell of the dimensions -> Expected"""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    seen = set()
    for row in rows:
        cell, measure = tuple(row[name] for name in dimensions), row["measure"]
        where = f"{path} {cell} {measure}"
        if (cell, measure) in seen or cell not in expected:
            wrong(where, "unknown group or written twice")
        seen.add((cell, measure))
        kind, _, identity = measure.partition(":")
        if not identity:
            check_cell(where, row["value"], expected[cell].n)
            continue
        figures = expected[cell].competencies[identity]
        if figures == WITHHELD:
            check(where, row["value"], WITHHELD)
        elif kind in ("n", "mean"):
            check_cell(where, row["value"], figures[kind])
        else:
            below, name = figures["below"], {"below": "share"}.get(kind, kind)
            check_cell(where, row["value"], below[name] if isinstance(below, dict) else below)
    measures = 1 + 6 * len(next(iter(expected.values())).competencies)
    check(str(path), len(seen), measures * len(expected))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("responses")
    parser.add_argument("framework")
    parser.add_argument("report", type=Path)
    parser.add_argument("--background")
    arguments = parser.parse_args()
    framework = Framework(arguments.framework)
    derived = derived_groups(arguments.background)
    with open(arguments.responses, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    report = json.loads((arguments.report / "report.json").read_text(encoding="utf-8"))
    k, levels = report["minimumGroup"], len(report["framework"]["levels"])
    if rows and rows[0]["respondent_id"].startswith("made-up-"):
        check("report.json madeUp", report["madeUp"], True)
        check("report.md", "Made up" in (arguments.report / "report.md").read_text("utf-8"), True)

    everybody = Expected(rows, framework, k, levels)
    compare_tables("everybody", report["overall"], everybody)
    data = arguments.report / "data"
    compare_csv(data / "competencies.csv", "competency", everybody.competencies)
    compare_csv(data / "areas.csv", "area", everybody.areas)

    dimensions = [breakdown["id"] for breakdown in report["breakdowns"]]
    cells = {tuple("*" for _ in dimensions): everybody}
    for place, breakdown in enumerate(report["breakdowns"]):
        name = breakdown["id"]
        field, groups = derived.get(name, (name, None))
        if rows and field not in rows[0]:
            print(f"no column {field!r}: is --background missing?", file=sys.stderr)
            sys.exit(2)
        members = {}
        for row in rows:
            option = row[field] if groups is None else groups.get(row[field], "")
            members.setdefault(option or "(no answer)", []).append(row)
        check(f"groups of {name}", sorted(g["id"] for g in breakdown["groups"]), sorted(members))
        for group in breakdown["groups"]:
            expected = Expected(members[group["id"]], framework, k, levels)
            compare_tables(f"{name} {group['id']}", group, expected)
            cell = ["*"] * len(dimensions)
            cell[place] = group["id"]
            cells[tuple(cell)] = expected
    if dimensions:
        compare_groups(data / "groups.csv", dimensions, cells)
    print(f"{len(rows)} respondents, {compared} figures compared, all right")


if __name__ == "__main__":
    main()
