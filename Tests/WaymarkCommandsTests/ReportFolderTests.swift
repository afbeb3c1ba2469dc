import Foundation
import Testing
import WaymarkTestSupport

/// The folder of a report, read by openpyxl, frictionless and jsonschema.
@Suite struct ReportFolderTests {
  private func read(_ folder: String, _ place: Workplace) throws -> ProgramRun.Outcome {
    try place.python([
      Checkout.path("Tests/read_report.py"), folder, Checkout.path("docs/report.schema.json"),
    ])
  }

  @Test func `With --png each drawing is a picture too, and a brief page has none`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 60 --seed 7 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" report --campaign demo --by role -o plain
        "$waymark" report --campaign demo --by role --png -o pictures
        "$waymark" report --campaign demo --by role --png -o pictures --force
        """)
      #expect(made.exit == 0, "\(made)")
      func files(_ folder: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: "\(place.folder)/\(folder)/charts"))
      }
      let drawings = try files("plain")
      #expect(
        drawings.contains("levels-by-role.svg") && drawings.allSatisfy { $0.hasSuffix(".svg") })
      let pictures = Set(drawings.map { String($0.dropLast(3)) + "png" })
      #expect(try files("pictures") == drawings.union(pictures))
      for name in pictures {
        let bytes = try place.bytes("\(place.folder)/pictures/charts/\(name)")
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(name)")
      }
      try place.expect(
        ["report", "--campaign", "demo", "--brief", "--png"],
        stderr: "--brief is one page about everybody; leave out --png\n", exit: 64)
    }
  }

  @Test func `A page for a board is a PDF where a program makes one, and else says what would`()
    throws
  {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 60 --seed 7 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" report --campaign demo --brief -o board.html
        mkdir none good bad
        printf '#!/bin/sh\ncp "$1" "$2"\n' >good/weasyprint
        printf '#!/bin/sh\ncp "$4" "${3#--output=}"\n' >good/pandoc
        printf '#!/bin/sh\nexit 1\n' >bad/weasyprint
        chmod +x good/* bad/*
        PATH="$PWD/good:$PATH" "$waymark" report --campaign demo --brief -o board.pdf
        PATH="$PWD/good:$PATH" "$waymark" report --campaign demo --brief -o board.docx
        cmp board.html board.pdf
        cmp board.html board.docx
        """)
      #expect(made.exit == 0, "\(made)")
      for (folder, said) in [
        ("none", "install weasyprint"), ("bad", "weasyprint could not make it"),
      ] {
        let outcome = try place.shell(
          "PATH=$PWD/\(folder) \"$waymark\" report --campaign demo --brief -o none.pdf")
        #expect(outcome.exit == 1 && outcome.stderr.contains(said), "\(outcome)")
        #expect(!FileManager.default.fileExists(atPath: place.folder + "/none.pdf"))
      }
      try place.expect(
        ["report", "--campaign", "demo", "--brief", "--format", "pdf"],
        stderr: "a pdf file is not for a terminal: name the file with -o, such as -o board.pdf\n",
        exit: 64)
    }
  }

  @Test(arguments: [12, 400])
  func `Other programs read a report of made-up people without a fault`(people: Int) throws {
    try withWorkplace { place in
      place.environment["SOURCE_DATE_EPOCH"] = nil
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people \(people) --seed 7 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        for name in one two; do
          "$waymark" report --campaign demo --by role --by region \\
            --target assistant:advocacy.decisions=3 -o $name
        done
        """)
      #expect(made.exit == 0, "\(made)")
      let outcome = try read("one", place)
      #expect(outcome.exit == 0, "\(outcome)")
      #expect(outcome.stdout == "11 sheets, 8 tables, created 1980-01-01 00:00:00\n")
      for file in try FileManager.default.subpathsOfDirectory(atPath: place.folder + "/one")
      where file.contains(".") {
        #expect(
          try place.bytes(place.folder + "/one/" + file)
            == place.bytes(place.folder + "/two/" + file), "\(file)")
      }
    }
  }

  @Test(arguments: [
    (nil, "2026-12-31 00:00:00"), ("0", "1980-01-01 00:00:00"),
    ("1795392000", "2026-11-23 00:00:00"),
  ])
  func `A report of nobody is whole too, and its spreadsheet says a day that is settled`(
    epoch: String?, created: String
  ) throws {
    try withWorkplace { place in
      place.environment["SOURCE_DATE_EPOCH"] = epoch
      let made = try place.shell(
        """
        "$waymark" campaign new empty --title '=1+1' --closes 2026-12-31 &&
          "$waymark" report --campaign empty --by role -o report
        """)
      #expect(made.exit == 0, "\(made)")
      let outcome = try read("report", place)
      #expect(outcome.exit == 0, "\(outcome)")
      #expect(outcome.stdout == "6 sheets, 3 tables, created \(created)\n")
    }
  }

  @Test func `frictionless and openpyxl read a published report, which says its licence`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 400 --seed 7 -o demo.csv
        "$waymark" campaign new demo --table role --table division
        "$waymark" import responses demo.csv --campaign demo --new
        "$waymark" report --campaign demo --publish --yes -o public
        """)
      #expect(made.exit == 0, "\(made)")
      let outcome = try place.python(
        [
          "-c",
          """
          import frictionless, json, openpyxl
          r = frictionless.validate("public/datapackage.json")
          package = json.load(open("public/datapackage.json"))
          print(r.valid, r.flatten(["title", "message"])[:3], package["licenses"][0]["name"])
          book = openpyxl.load_workbook("public/report.xlsx")
          print(book.sheetnames, len(book.defined_names))
          first = list(book["Groups by area"].iter_rows(min_row=2, max_row=2, values_only=True))[0]
          shares = [value for value in first[4:] if not isinstance(value, int)]
          print(first[:5], all(" of " in value for value in shares))
          """,
        ])
      #expect(
        outcome.stdout == """
          True [] CC-BY-4.0
          ['Cover', 'Contents', 'Notes', 'Statements', 'Groups by area'] 0
          ('demo', 'yes', '*', '*', 400) True

          """, "\(outcome)")
    }
  }
}
