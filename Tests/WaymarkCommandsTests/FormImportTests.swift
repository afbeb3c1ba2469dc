import Foundation
import Testing
import WaymarkTestSupport

/// What form tools export, taken in by the program; tables and expected lines are written by hand.
@Suite struct FormImportTests {
  private func write(_ text: String, to name: String, in place: Workplace) throws {
    try place.write(Array(text.utf8), to: place.folder + "/" + name)
  }

  private let header =
    "Code;Which state or place?;\"I speak with the child first, even when an adult is there\"\n"

  @Test func `A foreign table is refused in one line that says how to make a map`() throws {
    try withWorkplace { place in
      try write(header + "P1;Ohio;On my own\n", to: "form.csv", in: place)
      try place.expect(
        "import", "responses", "form.csv", "--campaign", "c", "--new",
        stderr: """
          form.csv: columns are separated by ';'; --separator says otherwise
          form.csv:1: none of the 3 columns is a statement ('Code', 'Which state or place?', 'I speak \
          with the child first, even when an adult is there' ...); let Waymark propose what they \
          mean: waymark import map form.csv -o map.csv
          Nothing was taken in.

          """, exit: 65)
    }
  }

  @Test func `What is taken for other is told, and an option with a slip is asked`() throws {
    try withWorkplace { place in
      let rows = ["Youth Services Manager", "Library asistant or associate", "Director"]
        .enumerated()
        .map { "P\($0);\($1);On my own\n" }.joined()
      try write(
        header.replacing("Which state or place?", with: "Which is closest to your main job?")
          + rows,
        to: "form.csv", in: place)
      let proposed = try place.run("import", "map", "form.csv", "-o", "map.csv")
      #expect(
        proposed.stderr.contains(
          "Look: taken for other in 'Which is closest to your main job?': 'Youth Services Manager'\n"
        ), "\(proposed)")
      let map = try place.text("map.csv")
      #expect(
        map.contains(
          "Which is closest to your main job?,position,Library asistant or associate,?\n"))
      #expect(map.contains("Which is closest to your main job?,position,*,other\n"))
    }
  }

  @Test func `A map is proposed, and takes the table in`() throws {
    try withWorkplace { place in
      try write(
        header + "P1;Ohio;On my own\nP2;Vermont;With help\n;;\n", to: "form.csv", in: place)
      let proposed = try place.run("import", "map", "form.csv", "-o", "map.csv")
      #expect(proposed.exit == 0, "\(proposed)")
      #expect(
        proposed.stderr.contains("Found: 1 of 63 statements, 1 background question; ids: 'Code'"))
      #expect(
        proposed.stderr.contains(
          "Next: waymark import responses form.csv --campaign NAME --map map.csv --partial"))
      #expect(
        String(decoding: try place.bytes(place.folder + "/map.csv"), as: UTF8.self) == """
          column,field,value,code
          *,statements,With help,2
          *,statements,On my own,3
          Code,respondent_id,,
          Which state or place?,state,Ohio,OH
          Which state or place?,state,Vermont,VT
          "I speak with the child first, even when an adult is there",client.respect,,

          """)
      let taken = try place.run(
        "import", "responses", "form.csv", "--campaign", "c", "--new", "--map", "map.csv",
        "--partial")
      #expect(taken.exit == 0, "\(taken)")
      #expect(taken.stdout == "Responses: 2 new\n")
    }
  }

  @Test func `A table without a statement gets no map`() throws {
    try withWorkplace { place in
      try write("Variable,Label\ns01,x\n", to: "dictionary.csv", in: place)
      try place.expect(
        "import", "map", "dictionary.csv",
        stderr: """
          dictionary.csv: no column holds the answers to a statement; name the table of answers that the \
          form tool exports, with the questions' texts in its header

          """, exit: 65)
    }
  }

  @Test func `A map written with semicolons is read as the table is`() throws {
    try withWorkplace { place in
      try write(header + "P1;Ohio;On my own\n", to: "form.csv", in: place)
      try write(
        "column;field;value;code\nCode;respondent_id;;\nWhich*;state;Ohio;OH\n"
          + "I speak with the child*;client.respect;;\n*;statements;On my own;3\n",
        to: "map.csv", in: place)
      let taken = try place.run(
        "import", "responses", "form.csv", "--campaign", "c", "--new", "--map", "map.csv",
        "--partial")
      #expect(taken.stdout == "Responses: 1 new\n", "\(taken)")
    }
  }

  @Test func `At a terminal a map is offered, made and used`() throws {
    try withWorkplace { place in
      try write(header + "P1;Ohio;On my own\n", to: "form.csv", in: place)
      let terminal = try place.terminal(
        "import", "responses", "form.csv", "--campaign", "c", "--new", "--partial")
      try terminal.wait(for: "go on with it? y/N")
      terminal.type("y\n")
      let outcome = try terminal.end()
      #expect(outcome.text.contains("Responses: 1 new"), "\(outcome.text)")
      #expect(try place.names(in: place.folder).contains("form-map.csv"))
    }
  }

  @Test func `E-mail addresses are not kept, and who is known is not taken twice`() throws {
    try withWorkplace { place in
      let table = "respondent_id,client.respect\nana@example.org,3\nben@example.org,4\n"
      try write(table, to: "t.csv", in: place)
      let arguments = ["import", "responses", "t.csv", "--campaign", "c", "--new", "--partial"]
      let first = try place.run(arguments)
      #expect(first.stdout == "Responses: 2 new\n", "\(first)")
      #expect(first.stderr.contains("t.csv: 2 e-mail addresses are not kept"))
      try write(table + "cem@example.org,3\n", to: "t.csv", in: place)
      #expect(try place.run(arguments).stdout == "Responses: 1 new, 2 known already\n")
      let store = try place.bytes(place.store)
      #expect(!String(decoding: store, as: UTF8.self).contains("example.org"))
      let kept = try place.run(
        "import", "responses", "t.csv", "--campaign", "d", "--new", "--partial", "--keep-ids")
      #expect(kept.stdout == "Responses: 3 new\n")
      #expect(!kept.stderr.contains("e-mail"))
    }
  }

  @Test func `Rows without ids are taken in, and equal ones are told`() throws {
    try withWorkplace { place in
      try write("state,client.respect\nOH,3\nVT,\nOH,3\n", to: "t.csv", in: place)
      let taken = try place.run(
        "import", "responses", "t.csv", "--campaign", "c", "--new", "--partial")
      #expect(taken.stdout == "Responses: 2 new, 1 opened, not answered\n", "\(taken)")
      // The same once more brings nobody, nor anybody else who left the form.
      try place.expect(
        "import", "responses", "t.csv", "--campaign", "c", "--partial", "--dry-run", "-q",
        stdout: "Responses: 0 new, 2 known already, 1 opened, not answered\n")
      for (command, times) in [("show", 1), ("undo", 0)] {
        if times == 0 { #expect(try place.run("campaign", "undo", "c", "--yes").exit == 0) }
        let shown = try place.run("campaign", "show", "c").stdout
        #expect(shown.contains("1 opened, not answered") == (times > 0), "\(command) \(shown)")
      }
      #expect(
        try place.run("import", "responses", "t.csv", "--campaign", "c", "--partial").exit == 0)
      #expect(taken.stderr.contains("t.csv: no column says whose each row is"))
      #expect(
        taken.stderr.contains("t.csv: 1 row says the same as an earlier one, such as line 4 as"))
    }
  }

  @Test func `Years that a spreadsheet made days of are put right, and that is said`() throws {
    try withWorkplace { place in
      try write(
        "respondent_id,years,client.respect\nP1,2-Jan,3\nP2,5-Mar,4\nP3,6-10,2\n", to: "t.csv",
        in: place)
      let taken = try place.run(
        "import", "responses", "t.csv", "--campaign", "c", "--new", "--partial")
      #expect(taken.stdout == "Responses: 3 new\n", "\(taken)")
      #expect(
        taken.stderr.contains(
          "2 cells of 'years' had become days in a spreadsheet and were put right, such as '2-Jan' "
            + "for '1-2' (2:2)"))
    }
  }

  @Test func `Everything that is wrong is written to a file that is named`() throws {
    try withWorkplace { place in
      let rows = (1...1_200).map { "r\($0),x\n" }.joined()
      try write("respondent_id,client.respect\n" + rows, to: "t.csv", in: place)
      let refused = try place.run(
        "import", "responses", "t.csv", "--campaign", "c", "--new", "--partial", "--problems",
        "all.txt")
      #expect(refused.exit == 65)
      #expect(
        refused.stderr.contains(
          "\n50 of 1,200 are shown, and 1,150 more are not; all are in the file of --problems\n"))
      let all = String(decoding: try place.bytes(place.folder + "/all.txt"), as: UTF8.self)
      #expect(all.split(separator: "\n").count == 1_200)
      #expect(all.hasPrefix("t.csv:2:2: column 'client.respect': 'x' is no answer"))
    }
  }

  @Test func `Rows that are passed over are told from the others`() throws {
    try withWorkplace { place in
      let rows = (1...12).map { "a\($0),assistant,2,x\nb\($0),librarian,4,4\n" }.joined()
      try write("respondent_id,role,client.respect,client.bias\n" + rows, to: "t.csv", in: place)
      let taken = try place.run(
        "import", "responses", "t.csv", "--campaign", "c", "--new", "--partial", "--skip-bad")
      #expect(taken.stdout == "Responses: 12 new, 12 with a fault passed over\n")
      #expect(taken.stderr.contains("Passed over: mean level 2.00, of the others 4.00; "))
      #expect(taken.stderr.contains("They differ: without them, what is reported"))
      #expect(!taken.stderr.contains("rows were passed over: what is left"))
      let most = rows + (13...15).map { "a\($0),assistant,2,x\n" }.joined()
      try write("respondent_id,role,client.respect,client.bias\n" + most, to: "m.csv", in: place)
      let few = try place.run(
        "import", "responses", "m.csv", "--campaign", "m", "--new", "--partial", "--skip-bad")
      #expect(
        few.stderr.contains("15 of 27 rows were passed over: what is left says little"), "\(few)")
    }
  }

  @Test func `A folder is read whatever its endings, and what is not read is named`() throws {
    try withWorkplace { place in
      let inbox = place.folder + "/inbox"
      try FileManager.default.createDirectory(
        atPath: inbox + "/older", withIntermediateDirectories: true)
      try write("respondent_id,client.respect\na,3\n", to: "inbox/A.CSV", in: place)
      try write("respondent_id\tclient.respect\nb\t3\n", to: "inbox/b.tsv", in: place)
      try place.write([0, 5, 22, 7], to: inbox + "/._A.CSV")
      try write("hello", to: "inbox/notes.txt", in: place)
      let taken = try place.run(
        "import", "responses", "inbox", "--campaign", "c", "--new", "--partial")
      #expect(taken.stdout == "Responses: 2 new\n", "\(taken)")
      #expect(taken.stderr.contains("inbox: not read: notes.txt, older/\n"))
      try write("respondent_id,clientrespect\nc,3\n", to: "inbox/c.csv", in: place)
      try write("{", to: "inbox/d.json", in: place)
      try write("\u{FEFF}", to: "inbox/e.csv", in: place)
      let refused = try place.run(
        "import", "responses", "inbox", "--campaign", "d", "--new", "--partial")
      #expect(refused.exit == 65)
      let others = try place.run(
        "import", "responses", "inbox", "--campaign", "d", "--new", "--partial", "--skip-bad")
      #expect(others.stdout == "Responses: 2 new, 3 files passed over\n", "\(others)")
      for name in ["inbox/c.csv", "inbox/d.json", "inbox/e.csv"] {
        #expect(others.stderr.contains(name))
      }
    }
  }

  @Test(arguments: [
    (["--header-rows", "0"], 64, "--header-rows: give a number from 1 to 6."),
    (["--sheet", "Two"], 65, "the workbook has no sheet 'Two'; name one of 'Sheet'"),
  ])
  func `Options that say how a table is written are checked`(
    options: [String], exit: Int32, message: String
  ) throws {
    try withWorkplace { place in
      _ = try place.python([
        "-c",
        """
        import openpyxl
        book = openpyxl.Workbook()
        book.active.append(["respondent_id", "client.respect"])
        book.active.append(["a", 3])
        book.save("t.xlsx")
        """,
      ])
      let taken = try place.run(
        "import", "responses", "t.xlsx", "--campaign", "c", "--new", "--partial")
      #expect(taken.stdout == "Responses: 1 new\n", "\(taken)")
      let refused = try place.run(
        ["import", "responses", "t.xlsx", "--campaign", "d", "--new", "--partial"] + options)
      #expect(refused.exit == exit)
      #expect(refused.stderr.contains(message), "\(refused)")
    }
  }

  @Test(arguments: [
    (false, "this is a workbook of the old kind, .xls; open it"), (true, "protected by a password"),
  ])
  func `Old and protected workbooks are told as such`(isEncrypted: Bool, message: String) throws {
    try withWorkplace { place in
      let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      try place.write(
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
          + (isEncrypted ? mark : []), to: place.folder + "/t.xls")
      let refused = try place.run("import", "responses", "t.xls", "--campaign", "c", "--new")
      #expect(refused.exit == 65)
      #expect(refused.stderr.contains(message), "\(refused)")
    }
  }
}
