#!/usr/bin/env python3
"""Prints the share of lines that the tests ran, a file a line, and fails below a share in all.

Usage: coverage.py CODECOV.json FOLDER PER_CENT
"""
import json
import os
import sys

report, folder, least = sys.argv[1], os.path.realpath(sys.argv[2]) + os.sep, float(sys.argv[3])
with open(report, encoding="utf-8") as file:
    files = json.load(file)["data"][0]["files"]
rows = sorted(
    (os.path.relpath(entry["filename"], folder), entry["summary"]["lines"])
    for entry in files if entry["filename"].startswith(folder))
total = sum(lines["count"] for _, lines in rows)
covered = sum(lines["covered"] for _, lines in rows)
if total == 0:
    sys.exit(f"{report}: it says nothing about {folder}")
for name, lines in rows:
    if lines["count"]:
        print(f"{lines['covered'] / lines['count']:7.1%} {lines['covered']:5} of {lines['count']:5}  {name}")
share = covered / total
print(f"{share:7.1%} {covered:5} of {total:5}  in all")
if share * 100 < least:
    sys.exit(f"coverage: {share:.1%} of the lines in {sys.argv[2]} were run; {least:g} % must be")
