#!/usr/bin/env python3
"""Reads the folder of a report with other people's programs and fails on what they find wrong.

Usage: .venv/bin/python Tests/read_report.py FOLDER docs/report.schema.json

report.xlsx with openpyxl: the sheets, one header row, no gap, no formula, nothing hidden, and the
same cells as data/*.csv. datapackage.json and data/*.csv with frictionless. report.json with
jsonschema.
"""

import csv
import json
import pathlib
import sys
import zipfile

import frictionless
import jsonschema
import openpyxl

folder, schema = map(pathlib.Path, sys.argv[1:])
faults = []


def expect(truth, words):
    if not truth:
        faults.append(words)


def cell(text):
    """What a spreadsheet should hold for a cell of a CSV file."""
    if text == "":
        return None
    try:
        return float(text)
    except ValueError:
        # What CSV marks as harmless is harmless in a spreadsheet's text cell as it is.
        return text[1:] if text[0] == "'" else text


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) < 1e-9
    return left == right


report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
internal = report["publication"] is not None
book = openpyxl.load_workbook(folder / "report.xlsx")
names = book.sheetnames
expect(names[:5] == ["Cover", "Contents", "Notes", "Statements", "Areas"], f"sheets: {names}")
expect(not book.defined_names, "the workbook has defined names")
for sheet in book:
    rows = list(sheet.iter_rows())
    expect(sheet.sheet_state == "visible", f"{sheet.title} is hidden")
    expect(not sheet.merged_cells.ranges, f"{sheet.title} has merged cells")
    expect(all(c.value for c in rows[0]), f"{sheet.title}: a heading is missing")
    expect(len({c.value for c in rows[0]}) == len(rows[0]), f"{sheet.title}: headings repeat")
    for row in rows:
        expect(any(c.value is not None for c in row), f"{sheet.title}: row {row[0].row} is blank")
        for c in row:
            expect(c.data_type in "ns", f"{sheet.title}!{c.coordinate} is no number or text")
            expect(c.comment is None and c.hyperlink is None, f"{sheet.title}!{c.coordinate}")
            expect(c.number_format in ("General", "0", "0.00", "0%"), c.number_format)
    footer = sheet.oddFooter.center.text or ""
    expect(("Internal" in footer) == internal, f"{sheet.title}: printed pages say '{footer}'")
    hidden = [d for d in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()) if d.hidden]
    expect(not hidden, f"{sheet.title} hides rows or columns")
contents = [row[0].value for row in book["Contents"].iter_rows(min_row=2)]
expect(contents == names, f"Contents lists {contents}")

for name, title in [("competencies", "Statements"), ("areas", "Areas")]:
    with open(folder / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))[1:]
    sheet = [[c.value for c in row] for row in book[title].iter_rows(min_row=2)]
    expect(len(table) == len(sheet), f"{title}: {len(sheet)} rows, not {len(table)}")
    for line, (left, right) in enumerate(zip(table, sheet), 2):
        right += [None] * (len(left) - len(right))
        expect(all(same(cell(a), b) for a, b in zip(left, right)), f"{title}: row {line} differs")

with zipfile.ZipFile(folder / "report.xlsx") as parts:
    for part in parts.namelist():
        text = parts.read(part)
        # The one name that there is has the headings printed on every page.
        for name in (b"<definedNames>", b'<definedName name="_xlnm.Print_Titles"'):
            text = text.replace(name, b"")
        for word in (b"<f>", b"<definedName", b"hidden=", b"vbaProject"):
            expect(word not in text, f"{part} has {word!r}")

package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
paths = sorted(resource["path"] for resource in package["resources"])
files = sorted(f"data/{path.name}" for path in (folder / "data").iterdir())
expect(paths == files, f"datapackage.json describes {paths}, not {files}")
for resource in package["resources"]:
    expect(all(f["description"] for f in resource["schema"]["fields"]), "a field is not described")
    labels = resource["schema"]["missingValueLabels"]
    expect(sorted(labels) == sorted(resource["schema"]["missingValues"]), "labels differ")
outcome = frictionless.validate(str(folder / "datapackage.json"))
for words in outcome.flatten(["title", "message"]):
    faults.append(f"frictionless: {words}")

shape = json.loads(schema.read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(shape)
for error in jsonschema.Draft202012Validator(shape).iter_errors(report):
    faults.append(f"report.json: {error.json_path}: {error.message[:300]}")
expect(package["madeUp"] == report["madeUp"], "the data package and the report differ on madeUp")

print(f"{len(names)} sheets, {len(paths)} tables, created {book.properties.created}")
for words in faults[:20]:
    print(words)
sys.exit(1 if faults else 0)
