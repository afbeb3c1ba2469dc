#!/usr/bin/env python3
"""Compares `waymark framework validate` with `xmllint --schema` on the same large framework.

Makes a framework of 4,000 competencies just under the 8 MiB limit, runs both programs in turn and
prints the median and the least wall-clock time of each, and their ratios. Exits 1 when the ratio of
the medians is above the limit.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

COMPETENCIES = 4000
SIZE = 8 * 1024 * 1024 - 4096
ROLES = ["assistant", "new-librarian", "librarian", "manager", "solo", "consultant"]
LABELS = ["Not yet", "With help", "On my own", "In new cases", "Leading"]
WORDS = "I show each child in the library the same respect that I show an adult at work ".split()


def words(seed, length):
    """Plain text of a length that depends on the seed alone."""
    start = seed % len(WORDS)
    text = " ".join(WORDS[(start + n) % len(WORDS)] for n in range(length // 3))
    return text[:length].rstrip() + "."


def competency(number, padding):
    name = f"topic{number // 100}.skill{number}"
    lines = [
        f'    <competency id="{name}">',
        f"      <title>Skill number {number}</title>",
        f'      <title xml:lang="es">Habilidad número {number}</title>',
        f"      <statement>{words(number, 60)}</statement>",
        f'      <statement xml:lang="es">{words(number + 1, 70)}</statement>',
    ]
    for level in range(1, 6):
        lines.append(f'      <anchor level="{level}">{words(number + level, padding)}</anchor>')
        lines.append(
            f'      <anchor level="{level}" xml:lang="es">{words(number * level, padding)}</anchor>')
    for place, role in enumerate(ROLES):
        lines.append(f'      <target role="{role}" level="{(number + place) % 5 + 1}"/>')
    lines.append(f'      <supports objective="EDI-{number % 3 + 1}" strength="direct"/>')
    if number % 100:
        lines.append(f'      <buildsOn competency="topic{number // 100}.skill{number - 1}"/>')
    lines.append("    </competency>")
    return "\n".join(lines)


def framework(padding):
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<framework xmlns="urn:waymark:framework" schema="1" id="large" version="1" xml:lang="en"'
        ' licence="CC-BY-4.0">',
        "  <title>A large framework</title>",
        "  <source>Made to measure.</source>",
        "  <scale>",
    ]
    for rank, label in enumerate(LABELS, 1):
        parts.append(f'    <level rank="{rank}"><label>{label}</label></level>')
    parts.append("  </scale>\n  <roles>")
    parts += [f'    <role id="{role}"><title>{role}</title></role>' for role in ROLES]
    parts.append("  </roles>")
    for area in range(COMPETENCIES // 100):
        parts.append(
            f'  <area id="A{area}">\n    <title>Area {area}</title>\n    <short>{area}</short>')
        parts += [competency(area * 100 + place, padding) for place in range(100)]
        parts.append("  </area>")
    parts.append("</framework>")
    return "\n".join(parts) + "\n"


def largest_framework():
    """The framework with the longest anchors that still fits."""
    low, high = 10, 400
    while high - low > 1:
        middle = (low + high) // 2
        if len(framework(middle).encode()) <= SIZE:
            low = middle
        else:
            high = middle
    return framework(low)


def seconds(command):
    began = time.perf_counter()
    result = subprocess.run(command, capture_output=True)
    took = time.perf_counter() - began
    if result.returncode != 0:
        sys.exit(f"{command[0]} failed: {result.stderr.decode(errors='replace')[:500]}")
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waymark", required=True, help="the release build to measure")
    parser.add_argument("--xmllint", default="xmllint")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--limit", type=float, default=1.4)
    parser.add_argument("--keep", help="write the framework here and keep it")
    arguments = parser.parse_args()
    schema = pathlib.Path(__file__).resolve().parent.parent / "competencies" / "framework.xsd"
    text = largest_framework()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or os.path.join(folder, "large.xml")
        pathlib.Path(path).write_text(text, encoding="utf-8")
        print(f"{COMPETENCIES} competencies, {os.path.getsize(path)} bytes")
        ours = [arguments.waymark, "framework", "validate", path]
        theirs = [arguments.xmllint, "--noout", "--schema", str(schema), path]
        for command in (ours, theirs):
            seconds(command)
        times = {"waymark": [], "xmllint": []}
        for _ in range(arguments.runs):
            times["waymark"].append(seconds(ours))
            times["xmllint"].append(seconds(theirs))
    for name, taken in times.items():
        print(f"{name}: median {statistics.median(taken) * 1000:.1f} ms, "
              f"least {min(taken) * 1000:.1f} ms")
    ratio = statistics.median(times["waymark"]) / statistics.median(times["xmllint"])
    least = min(times["waymark"]) / min(times["xmllint"])
    print(f"ratio of medians {ratio:.2f}, of the least {least:.2f}; limit {arguments.limit}")
    return 0 if ratio <= arguments.limit else 1


if __name__ == "__main__":
    sys.exit(main())
