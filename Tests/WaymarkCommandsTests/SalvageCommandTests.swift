import Foundation
import Testing
import WaymarkTestSupport

/// What `waymark store check --salvage` writes beside a person's own answers.
struct SalvageCommandTests {
  private static let warning =
    "Another store does not know what was published or exported from this one: publish nothing more "
    + "about the same people.\n"

  /// The tables of a report, by their names.
  private func tables(_ report: String, in place: Workplace) throws -> [String: String] {
    let names = try place.names(in: "\(place.folder)/\(report)/data")
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try place.text("\(report)/data/\($0)")) })
  }

  /// Overwrites every page on which a text stands.
  private func overwrite(_ texts: [String], in place: Workplace) throws {
    var bytes = try place.bytes(place.store)
    for text in texts {
      while let found = bytes.firstRange(of: Array(text.utf8)) {
        let page = found.lowerBound / 4096 * 4096
        bytes.replaceSubrange(page..<page + 4096, with: repeatElement(0xA5, count: 4096))
      }
    }
    try place.write(bytes, to: place.store)
  }

  @Test func `Responses are taken in again from what was salvaged, with the same report`() throws {
    try withWorkplace { place in
      #expect(try place.run("demo", "--people", "60", "-o", "demo.csv").exit == 0)
      #expect(
        try place.run("import", "responses", "demo.csv", "--campaign", "ohio", "--new").exit == 0)
      #expect(try place.run("report", "--campaign", "ohio", "-o", "before").exit == 0)
      var bytes = try place.bytes(place.store)
      // The header and the schema.
      bytes.replaceSubrange(0..<4096, with: repeatElement(0, count: 4096))
      try place.write(bytes, to: place.store)
      #expect(try place.run("report", "--campaign", "ohio").exit == 74)
      try place.expect(
        "store", "check", "--salvage", "saved.csv",
        stderr:
          "Wrote 60 responses to saved-responses-ohio.csv; what can be read no more is not in "
          + "it\n" + Self.warning)
      let names = try place.names(in: place.folder).filter { $0.hasPrefix("saved") }
      #expect(names == ["saved-responses-ohio.csv"])
      #expect(try place.mode(of: place.folder + "/saved-responses-ohio.csv") == 0o600)
      #expect(try place.text("saved-responses-ohio.csv") == place.text("demo.csv"))
      let imported = try place.run(
        "import", "responses", "saved-responses-ohio.csv", "--campaign", "ohio", "--new", "--store",
        "new.sqlite")
      #expect(imported.stdout == "Responses: 60 new (made-up people)\n")
      let report = try place.run(
        "report", "--campaign", "ohio", "-o", "after", "--store", "new.sqlite")
      #expect(report.exit == 0)
      let (before, after) = (try tables("before", in: place), try tables("after", in: place))
      #expect(!before.isEmpty)
      #expect(before == after)
    }
  }

  @Test func `What was learned goes beside the answers, and nothing is written where one is there`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("path").exit == 0)
      #expect(
        try place.run("path", "--done", "1", "--on", "2026-11-23", "--note", "=Went well, really")
          .exit == 0)
      try place.expect(
        "store", "check", "--salvage", "saved.csv",
        stderr:
          "Wrote 63 answers to saved.csv, 1 learning record to saved-learning.csv; what can be "
          + "read no more is not in it\n")
      let rows = try place.text("saved-learning.csv").split(separator: "\r\n")
      #expect(rows.count == 2)
      #expect(rows.first == "day,resource,title,levels,note")
      #expect(rows.last?.hasPrefix("2026-11-23,") == true)
      #expect(rows.last?.contains(" 2 to ") == true)
      #expect(rows.last?.hasSuffix(",\"'=Went well, really\"") == true)
      #expect(try place.mode(of: place.folder + "/saved-learning.csv") == 0o600)
      try place.write(Array("mine".utf8), to: place.folder + "/other-learning.csv")
      try place.expect(
        "store", "check", "--salvage", "other.csv",
        stderr: "other-learning.csv: it is there already; --force replaces it\n", exit: 74)
      #expect(
        try place.names(in: place.folder).filter { $0.hasPrefix("other") }
          == ["other-learning.csv"])
      #expect(try place.text("other-learning.csv") == "mine")
    }
  }

  @Test func `A response that became another one is left out, and a lost name is said`() throws {
    try withWorkplace { place in
      #expect(try place.run("demo", "--people", "12", "-o", "demo.csv").exit == 0)
      #expect(
        try place.run("import", "responses", "demo.csv", "--campaign", "ohio", "--new").exit == 0)
      var bytes = try place.bytes(place.store)
      // The answers stand right before the respondent; made-up people say nothing of importance.
      let respondent = try #require(bytes.firstRange(of: Array("made-up-".utf8)))
      let answer = respondent.lowerBound - 62
      bytes[answer] = UInt8(ascii: bytes[answer] == UInt8(ascii: "3") ? "2" : "3")
      try place.write(bytes, to: place.store)
      // The row of the campaign: its name, and its title.
      try overwrite(["ohioohio"], in: place)
      try place.expect(
        "store", "check", "--salvage", "saved.csv",
        stderr:
          "Wrote 11 responses to saved-responses-_1.csv; what can be read no more is not in it\n"
          + "Left out as it is not what was taken in: 1 response of a campaign whose name can be read no "
          + "more\nThe name of a campaign can be read no more; its responses are read by the only "
          + "statements in the store that fit: children-services 2020\n" + Self.warning)
      let (all, saved) = (
        try place.text("demo.csv").split(separator: "\r\n"),
        try place.text("saved-responses-_1.csv").split(separator: "\r\n")
      )
      #expect(saved.count == 12)
      #expect(saved.allSatisfy(all.contains))
    }
  }

  /// Begins a campaign on statements that did not come with the program, importance rated.
  private func beginOwn(_ place: inout Workplace) throws {
    let documents = try place.installCopy()
    let text = String(
      decoding: try place.bytes(documents + "/children-services-2020.xml"), as: UTF8.self)
    let own = text.replacing("version=\"2020\"", with: "version=\"own\"")
    try place.write(Array(own.utf8), to: place.folder + "/own.xml")
    #expect(
      try place.run("campaign", "new", "own", "--framework", "own.xml", "--importance", "rated")
        .exit == 0)
    #expect(try place.run("demo", "--people", "20", "-o", "demo.csv").exit == 0)
    let lines = try place.text("demo.csv").split(separator: "\r\n")
    let rated = lines.enumerated().map { row, line in
      let rating = row == 0 ? "client.respect.importance" : ["", "1", "5"][row % 3]
      return "\(line),\(rating)\r\n"
    }
    try place.write(Array(rated.joined().utf8), to: place.folder + "/rated.csv")
    #expect(
      try place.run("import", "responses", "rated.csv", "--campaign", "own", "--new").exit == 0)
  }

  @Test func `Statements of one's own go with their responses, and ratings of importance in them`()
    throws
  {
    try withWorkplace { place in
      try beginOwn(&place)
      #expect(try place.run("report", "--campaign", "own", "-o", "before").exit == 0)
      try place.expect(
        "store", "check", "--salvage", "saved.csv",
        stderr: "Wrote 20 responses to saved-responses-own.csv; what can be read no more is not in "
          + "it\nBefore its responses are taken in: waymark campaign new own --importance rated "
          + "--framework saved-statements-own.xml\n" + Self.warning)
      let statements = try place.text("saved-statements-own.xml")
      #expect(try statements == place.text("own.xml"))
      let made = try place.shell(
        """
        set -e
        export WAYMARK_STORE=new.sqlite
        "$waymark" campaign new own --importance rated --framework saved-statements-own.xml
        "$waymark" import responses saved-responses-own.csv --campaign own --new
        "$waymark" report --campaign own -o after
        """)
      #expect(made.exit == 0, "\(made)")
      let (before, after) = (try tables("before", in: place), try tables("after", in: place))
      #expect(before == after)
    }
  }

  @Test func `A campaign that asked the core form is to be begun as that again`() throws {
    try withWorkplace { place in
      #expect(try place.run("campaign", "new", "pulse", "--form", "core").exit == 0)
      #expect(try place.run("demo", "--people", "20", "-o", "demo.csv").exit == 0)
      #expect(
        try place.run("import", "responses", "demo.csv", "--campaign", "pulse", "--new").exit == 0)
      let saved = try place.run("store", "check", "--salvage", "saved.csv")
      #expect(
        saved.stderr.contains(
          "Before its responses are taken in: waymark campaign new pulse --form core\n"),
        "\(saved)")
    }
  }

  @Test func `Where the statements are lost there is a row for each answer, or it is said`() throws
  {
    try withWorkplace { place in
      try beginOwn(&place)
      try overwrite(["<statement>"], in: place)
      try place.expect(
        "store", "check", "--salvage", "saved.csv",
        stderr: "Wrote 20 responses to saved-responses-own.csv; what can be read no more is not in "
          + "it\nThe statements of the campaign 'own' can be read no more; the ids of 63 of 63 can, so "
          + "that its responses have a row for each answer to one of these\n" + Self.warning)
      let first = try place.text("demo.csv").split(separator: "\r\n")[1]
        .split(separator: ",", omittingEmptySubsequences: false)
      let names = try place.text("demo.csv").split(separator: "\r\n")[0].split(separator: ",")
      let respect = try #require(names.firstIndex(of: "client.respect"))
      let rows = try place.text("saved-responses-own.csv").split(separator: "\r\n")
      #expect(rows.first == "respondent_id,competency,answer")
      #expect(rows[1] == "\(first[0]),client.respect,\(first[respect])")
      #expect(rows.count == 1 + 20 * 63)
      try overwrite(names.filter { $0.contains(".") }.map(String.init), in: place)
      try place.expect(
        "store", "check", "--salvage", "again.csv",
        stderr:
          "20 responses of the campaign 'own' cannot be written: the statements that they answer "
          + "can be read no more\n\(place.store): no answer can be read from it; go back to a copy of "
          + "yours with: waymark store restore FILE\n",
        exit: 74)
    }
  }

  @Test func `What a table of responses has no columns for goes beside it`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let made = try place.shell(
        """
        set -e
        "$waymark" share --link -o shared.json
        "$waymark" import responses shared.json --campaign small --new --store other.sqlite
        "$waymark" store check --salvage saved.csv --store other.sqlite
        """)
      #expect(made.exit == 0, "\(made)")
      let rows = try place.text("saved-details-small.csv").split(separator: "\r\n")
      #expect(
        rows.first
          == "respondent_id,revision,month,link,important,looked_back_to,levels_then,did")
      #expect(rows.count == 2)
      let cells = rows[1].split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[1] == "1")
      #expect(cells[2].hasPrefix("20"))
      #expect(UUID(uuidString: String(cells[3])) != nil)
    }
  }
}
