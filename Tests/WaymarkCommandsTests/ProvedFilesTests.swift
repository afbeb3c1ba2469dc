import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

@testable import WaymarkCommands

/// What whoever holds a shared file can do with it, and what only its owner can.
@Suite struct ProvedFilesTests {
  /// A kind of shared file: what writes it, and what takes it back.
  struct Kind: Sendable, CustomTestStringConvertible {
    let share: [String]
    let withdraw: [String]
    let id: String
    let testDescription: String
  }

  static let kinds = [
    Kind(
      share: ["share"], withdraw: ["share", "--withdraw"], id: "response",
      testDescription: "response"),
    Kind(
      share: ["share", "--seek", "client.respect", "--contact", "Ana", "--offer-alone"],
      withdraw: ["share", "--withdraw", "--offer-alone"], id: "id", testDescription: "mentoring"),
    Kind(
      share: ["share", "--as", "service"], withdraw: ["share", "--as", "service", "--withdraw"],
      id: "id", testDescription: "service"),
  ]

  /// Answers everything that can be shared, and shares it twice and takes it back: `1.json`, `2.json`,
  /// `3.json`.
  private func share(_ kind: Kind, in place: Workplace) throws {
    try place.finishAssessment()
    let table = try place.run("assess", "--template").stdout.split(separator: "\n").map {
      $0.hasPrefix("competency,") ? String($0) : "\($0.prefix { $0 != "," }),4,,"
    }.joined(separator: "\n")
    for _ in 1...2 {
      let said = try place.run("assess", "--as", "service", "--answers", "-", input: table + "\n")
      #expect(said.exit == 0, "\(said)")
    }
    for (file, command) in [
      ("1.json", kind.share), ("2.json", kind.share), ("3.json", kind.withdraw),
    ] {
      let outcome = try place.run(command + ["-o", file])
      #expect(outcome.exit == 0, "\(outcome)")
    }
  }

  private func take(_ place: Workplace, _ files: String...) throws -> ProgramRun.Outcome {
    try place.run(
      ["import", "responses"] + files + [
        "--campaign", "c", "--new", "--store", "association.sqlite",
      ])
  }

  private func object(_ place: Workplace, _ name: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(
      with: Data(try place.bytes(place.folder + "/" + name)))
    return try #require(value as? [String: Any])
  }

  private func write(_ object: [String: Any], _ place: Workplace, _ name: String) throws {
    let data = try JSONSerialization.data(withJSONObject: object)
    try place.write([UInt8](data), to: place.folder + "/" + name)
  }

  @Test(arguments: kinds)
  func `A file that its holder changed into a later one is refused and named`(kind: Kind) throws {
    try withWorkplace { place in
      try share(kind, in: place)
      #expect(try take(place, "1.json").exit == 0)
      let id = try #require(try object(place, "1.json")[kind.id] as? String)
      var later = try object(place, "1.json")
      later["revision"] = 2
      try write(later, place, "later.json")
      // As if it had been written before there were proofs.
      later["proof"] = nil
      later["schema"] = 1
      later["revision"] = 999
      try write(later, place, "older.json")
      var withdrawal = try object(place, "3.json")
      withdrawal["revision"] = 1
      withdrawal["proof"] = try object(place, "1.json")["proof"]
      try write(withdrawal, place, "withdrawal.json")
      for name in ["later.json", "older.json", "withdrawal.json"] {
        let outcome = try take(place, name)
        #expect(outcome.exit == 65)
        #expect(
          outcome.stderr
            == "\(name): this is not from whoever shared '\(id)' before, or it was changed; leave the "
            + "file out, and ask for one written where the answers are kept\nNothing was taken in.\n"
        )
      }
      #expect(try take(place, "2.json").stdout.contains("1 replaced"))
      #expect(try take(place, "3.json").stdout.contains("1 withdrawn"))
      // The owner took it back: neither file that is around brings it back.
      let again = try take(place, "1.json", "2.json")
      #expect(again.exit == 0 && !again.stdout.contains("replaced"), "\(again)")
    }
  }

  @Test(arguments: kinds)
  func `The order in which a person's files come does not matter`(kind: Kind) throws {
    try withWorkplace { place in
      try share(kind, in: place)
      for order in [["1", "2", "3"], ["3", "1", "2"], ["2", "3", "1"], ["3", "2", "1"]] {
        var last = ""
        for file in order { last = try take(place, "\(file).json").stdout }
        #expect(!last.isEmpty)
        let store = try Store(path: place.folder + "/association.sqlite", for: .reading)
        let campaign = try #require(ID<Campaign>("c"))
        let proofs = try store.proofs(in: campaign)
        #expect(proofs.values.map(\.step) == [.init(revision: 3, isWithdrawal: true)])
        let newest = try #require(try object(place, "3.json")["proof"] as? String)
        #expect(proofs.values.map(\.proof.description) == [newest])
        #expect(
          try place.run("store", "erase", "--force", "--store", "association.sqlite").exit == 0)
      }
    }
  }

  @Test func `Files of before are taken in by their id, until one comes with a proof`() throws {
    try withWorkplace { place in
      try share(Self.kinds[0], in: place)
      for number in 1...3 {
        var file = try object(place, "\(number).json")
        file["proof"] = nil
        file["schema"] = 1
        try write(file, place, "old\(number).json")
      }
      #expect(try take(place, "old1.json").stdout == "Responses: 1 new\n")
      #expect(try take(place, "old2.json").stdout == "Responses: 0 new, 1 replaced\n")
      #expect(try take(place, "3.json").stdout == "Responses: 0 new, 1 withdrawn\n")
      #expect(
        try take(place, "old1.json", "old2.json", "old3.json").stdout
          == "Responses: 0 new, 1 known already, 2 older than what is there\n")
      #expect(try place.run("share", "-o", "4.json").exit == 0)
      var file = try object(place, "4.json")
      file["proof"] = nil
      file["schema"] = 1
      try write(file, place, "old4.json")
      #expect(try take(place, "old4.json").exit == 65)
      #expect(try take(place, "4.json").stdout == "Responses: 0 new, 1 replaced\n")
    }
  }

  @Test func `A row of a table never takes the place of a response that came with a proof`() throws
  {
    try withWorkplace { place in
      try share(Self.kinds[0], in: place)
      let id = try #require(try object(place, "2.json")["response"] as? String)
      let rows = "respondent_id,client.respect\n\(id),1\n\(id),5\n"
      try place.write(Array(rows.utf8), to: place.folder + "/table.csv")
      let outcome = try place.run(
        "import", "responses", "2.json", "table.csv", "--campaign", "c", "--new", "--partial",
        "--on-duplicate", "last", "--store", "association.sqlite")
      #expect(
        outcome.stdout.hasPrefix("Responses: 1 new, 1 older than what is there, 1 repeated"),
        "\(outcome)")
      let store = try Store(path: place.folder + "/association.sqlite", for: .reading)
      var records: [CodedResponse] = []
      try store.records(of: try #require(ID("c"))) { records.append($0) }
      #expect(records.map(\.revision) == [2])
      // Everything was answered with 3.
      #expect(records.first?.sheet.allSatisfy { $0 == UInt8(ascii: "3") } ?? false)
    }
  }

  @Test func `A dry run shows to the byte what is written afterwards`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let arguments = ["share", "--link", "--seek", "client.respect", "--contact", "Ana"]
      let shown = try place.run(arguments + ["--dry-run"])
      #expect(try place.run(arguments + ["--dry-run"]).stdout == shown.stdout)
      #expect(try place.run(arguments).exit == 0)
      #expect(
        try place.text("waymark-response.json") + place.text("waymark-mentoring.json")
          == shown.stdout)
    }
  }

  @Test func `What was shared as often as can be is taken back all the same`() throws {
    let secret = try #require(SharingSecret(String(repeating: "0", count: 64)))
    func next(_ earlier: Int, isWithdrawal: Bool) throws -> Int {
      try NextShare(of: UUID(), after: earlier, isWithdrawal: isWithdrawal, secret: secret).revision
    }
    #expect(try next(997, isWithdrawal: false) == 998)
    #expect(throws: Failure.self) { try next(998, isWithdrawal: false) }
    #expect(try next(998, isWithdrawal: true) == 999)
    #expect(try next(999, isWithdrawal: true) == 999)
  }

  @Test func `Many runs of share at once never give two files with one revision`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.shell(
        """
        for run in 1 2 3 4 5 6; do
          { until "$waymark" -q share -o $run.json >/dev/null 2>$run.err; do
              grep -q '(waymark share) is using it' $run.err || { cat $run.err; break; }
            done; } &
        done; wait
        """)
      #expect(outcome.exit == 0 && outcome.stdout.isEmpty, "\(outcome)")
      let revisions = try (1...6).compactMap { try object(place, "\($0).json")["revision"] as? Int }
      #expect(revisions.sorted() == [1, 2, 3, 4, 5, 6])
    }
  }
}
