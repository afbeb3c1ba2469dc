import Foundation
import Testing
import WaymarkTestSupport

/// `waymark report --agreement` through the program.
struct AgreementCommandTests {
  /// A row of a table by the names of its columns.
  private func row(_ id: String, of csv: String) throws -> [String: String] {
    let lines = csv.split(separator: "\r\n").map(String.init)
    let names = try #require(lines.first).split(separator: ",").map(String.init)
    let line = try #require(lines.first { $0.contains(",\(id),") })
    // Statements may hold commas, in quotes.
    var (cells, isQuoted) = ([""], false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    #expect(cells.count == names.count)
    return Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first })
  }

  /// Compares the two tables of `Tests/References`, or one of them with itself.
  private func compared(
    as form: String, _ tables: [String] = ["first", "second"]
  ) throws -> String {
    try withWorkplace { place in
      let names = ["one.csv", "two.csv"]
      for (name, table) in zip(names, tables) {
        let bytes = try place.bytes(Checkout.path("Tests/References/made-up-pilot-\(table).csv"))
        try place.write(bytes, to: place.folder + "/" + name)
      }
      let outcome = try place.run(
        ["report", "--agreement"] + names + ["--retest", "--format", form])
      #expect(outcome.exit == 0, "\(outcome)")
      return outcome.stdout
    }
  }

  // Expected values: R 4.2.2 with vcd 1.4-11 and psych 2.2.9, through
  // Tests/References/expected_agreement.R over the same two tables.
  @Test(arguments: [
    (
      "client.respect",
      [
        "n": 52, "kappa": 0.86549707602339199, "standard_error": 0.040468427338149315, "same": 35,
        "within_one": 50, "difference": 0.057692307692307696,
        "difference_low": -0.12856383469692798, "difference_high": 0.24394845008154339,
        "first_n": 56, "first_mean": 2.9821428571428572, "first_sd": 1.1983484305655685,
        "first_item_rest": 0.65455262817375948,
      ]
    ),
    (
      "client.culture",
      [
        "n": 45, "kappa": -0.0052192066805845736, "standard_error": 0.086749563288624792,
        "same": 6, "within_one": 20, "difference": 1.2, "difference_low": 0.6467695404821916,
        "difference_high": 1.7532304595178083, "first_n": 49, "first_mean": 2.0816326530612246,
        "first_sd": 1.0375599318809965, "first_item_rest": 0.66139676594711738,
      ]
    ),
  ])
  func `The statements of two tables are as R works them out`(
    id: String, expected: [String: Double]
  )
    throws
  {
    let pairs = try row(id, of: try compared(as: "csv"))
    // Fewer than ten people are in the first table and in no pair, so that it is shown beside itself.
    let table = try row(id, of: try compared(as: "csv", ["first", "first"]))
    for (name, value) in expected {
      let row = name.hasPrefix("first_") ? table : pairs
      #expect(!name.hasPrefix("first_") || pairs[name].flatMap(Double.init) == nil, "\(name)")
      let found = try #require(row[name].flatMap(Double.init), "\(name)")
      #expect(abs(found - value) <= 0.00005, "\(name): \(found)")
    }
  }

  @Test(arguments: [
    (
      0,
      [
        "n": 55, "icc": 0.86832624139408277, "iccLow": 0.70805490161931561,
        "iccHigh": 0.93354726615944228, "correlation": 0.91425324334563018,
        "correlationLow": 0.85676287790905736, "correlationHigh": 0.94929906672009934,
        "difference": 0.19545454545454546, "firstAlpha": 0.85989779191977644,
        "secondAlpha": 0.67873100983020551,
      ]
    ),
    (
      1,
      [
        "n": 51, "icc": 0.86101105695936397, "iccLow": 0.73489234747467469,
        "iccHigh": 0.92453368174432549, "correlation": 0.88635728865940788,
        "difference": 0.15140056022408963, "firstAlpha": 0.84967262820231126,
        "secondAlpha": 0.6835188773994596,
      ]
    ),
  ])
  func `The areas of two tables are as R works them out`(place: Int, expected: [String: Double])
    throws
  {
    let text = try compared(as: "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let area = try #require(json["areas"] as? [[String: Any]])[place]
    for (name, value) in expected {
      let found = try #require(area[name] as? Double, "\(name)")
      #expect(abs(found - value) <= 0.00005, "\(name): \(found)")
    }
  }

  @Test func `Two tables of some statements are compared without a store`() throws {
    try withWorkplace { place in
      let rows = (1...12).map { "p\($0),\($0 % 4 + 1),\($0 % 3 + 1)\n" }.joined()
      try place.write(
        Array(("respondent_id,client.respect,client.welcome\n" + rows).utf8),
        to: place.folder + "/own.csv")
      try place.write(
        Array(("client.welcome,respondent_id,client.respect\n" + Self.turned(rows)).utf8),
        to: place.folder + "/o.csv")
      let outcome = try place.run("report", "--agreement", "own.csv", "o.csv")
      #expect(outcome.exit == 0 && outcome.stderr.isEmpty, "\(outcome)")
      #expect(outcome.stdout.hasPrefix("Do two raters agree?\n"))
      #expect(outcome.stdout.contains("12 people are in both files"))
      #expect(try place.names(in: place.home).isEmpty)
      for form in ["txt", "md", "html", "json", "csv"] {
        let written = try place.run(
          "report", "--agreement", "own.csv", "o.csv", "--retest", "-o", "a.\(form)")
        #expect(written.exit == 0, "\(written)")
        #expect(try place.text("a.\(form)").contains("Speak with the child first"))
      }
    }
  }

  /// Rows of id and two levels as rows of the second level, id and the first.
  private static func turned(_ rows: String) -> String {
    rows.split(separator: "\n").map { row in
      let cells = row.split(separator: ",")
      return "\(cells[2]),\(cells[0]),\(cells[1])\n"
    }.joined()
  }

  @Test func `What cannot be compared is refused in words, all faults of both files at once`()
    throws
  {
    try withWorkplace { place in
      let header = "respondent_id,client.respect\n"
      try place.write(Array((header + "a,1\nb,7\n").utf8), to: place.folder + "/bad.csv")
      try place.write(
        Array(("respondent_id,client.respct\na,1\n").utf8), to: place.folder + "/worse.csv")
      try place.write(Array((header + "a,1\nb,2\n").utf8), to: place.folder + "/good.csv")
      try place.write(Array((header + "x,1\ny,2\n").utf8), to: place.folder + "/others.csv")
      try place.write(
        Array(("respondent_id,client.welcome\na,1\n").utf8), to: place.folder + "/elsewhere.csv")
      try place.write(Array(("{}").utf8), to: place.folder + "/shared.json")
      for (arguments, exit, messages) in [
        (["--agreement", "good.csv"], 64, ["--agreement: name two files"]),
        (["--agreement", "good.csv", "good.csv"], 64, ["--agreement: name two files"]),
        (["--agreement", "a", "b", "c"], 64, ["--agreement: name two files"]),
        (["--retest"], 64, ["--agreement: name two files"]),
        (
          ["--agreement", "good.csv", "bad.csv", "--campaign", "one"], 64,
          ["--agreement compares two files, and nothing else; leave out --campaign"]
        ),
        (
          ["--agreement", "good.csv", "bad.csv", "--by", "role"], 64, ["leave out --by"]
        ),
        (
          ["--agreement", "good.csv", "others.csv", "--min-group", "4"], 77,
          ["groups of 4 people would show single people"]
        ),
        (
          ["--agreement", "bad.csv", "worse.csv"], 65,
          [
            "bad.csv:3:2: column 'client.respect': '7' is no answer",
            "worse.csv:1:2: ", "did you mean 'client.respect'?",
          ]
        ),
        (["--agreement", "good.csv", "none.csv"], 65, ["none.csv: "]),
        (["--agreement", "good.csv", "shared.json"], 65, ["shared.json: this is no table"]),
        (
          ["--agreement", "good.csv", "others.csv"], 65,
          [
            "good.csv and others.csv: no respondent_id stands in both files; give each person the "
              + "same respondent_id in both, letter for letter"
          ]
        ),
        (
          ["--agreement", "good.csv", "elsewhere.csv"], 65,
          ["no statement was asked in both files"]
        ),
        (
          ["--agreement", "good.csv", "others.csv", "-o", "a.xlsx"], 64, ["xlsx"]
        ),
      ] as [([String], Int32, [String])] {
        let outcome = try place.run(["report"] + arguments)
        #expect(outcome.exit == exit && outcome.stdout.isEmpty, "\(arguments): \(outcome)")
        for message in messages {
          #expect(outcome.stderr.contains(message), "\(arguments): \(outcome)")
        }
      }
    }
  }
}
