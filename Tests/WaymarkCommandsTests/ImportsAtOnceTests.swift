import Foundation
import Synchronization
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

@testable import WaymarkCommands

/// Imports beside other runs on the same store.
@Suite struct ImportsAtOnceTests {
  /// What stands at the end of files that are taken in at once, two by two.
  private static let kinds = [
    "response-1", "response-2", "response-3w", "mentoring-1", "mentoring-2", "mentoring-3w",
    "service-1", "service-2", "service-3w", "table",
  ]

  private static let pairs = kinds.indices.flatMap { one in
    kinds[one...].map { (kinds[one], $0) }
  }.enumerated().filter { EveryCase.isAsked || $0.offset % 3 == 0 }.map(\.element)

  /// Writes every kind of file, by one person each.
  private func writeFiles(_ place: Workplace) throws {
    try place.finishAssessment()
    let answers = try place.run("assess", "--template").stdout.split(separator: "\n").map {
      $0.hasPrefix("competency,") ? String($0) : "\($0.prefix { $0 != "," }),4,,"
    }.joined(separator: "\n")
    for _ in 1...2 {
      #expect(
        try place.run("assess", "--as", "service", "--answers", "-", input: answers + "\n").exit
          == 0)
    }
    let shares: [(String, [String])] = [
      ("response", []), ("service", ["--as", "service"]),
      ("mentoring", ["--offer-alone"]),
    ]
    for (kind, options) in shares {
      let offer = ["--seek", "client.respect", "--contact", "Ana"]
      for (file, more) in [
        ("1", kind == "mentoring" ? offer : []), ("2", kind == "mentoring" ? offer : []),
        ("3w", ["--withdraw"]),
      ] {
        let outcome = try place.run(
          ["share", "-o", "\(kind)-\(file).json"] + options + more)
        #expect(outcome.exit == 0, "\(outcome)")
      }
    }
    let table = "respondent_id,client.respect\nsomebody,3\n"
    try place.write(Array(table.utf8), to: place.folder + "/table.csv")
  }

  @Test func `Two imports at once end as one after the other, for pairs of all kinds`() throws {
    try withWorkplace { place in
      try writeFiles(place)
      let script = Self.pairs.enumerated().map { number, pair in
        [pair.0, pair.1].map { kind in
          let file = kind == "table" ? "table.csv" : "\(kind).json"
          // Whoever is told to wait tries again.
          return """
            { until "$waymark" -q import responses \(file) --campaign c\(number) --new --partial \
            --store a.sqlite 2>e\(number)\(kind); do
              grep -q 'process [0-9]* (waymark import) is using it' e\(number)\(kind) ||
              { cat e\(number)\(kind); break; }; sleep 0.05; done; } &

            """
        }.joined() + "wait\n"
      }.joined()
      let outcome = try place.shell(script)
      #expect(outcome.exit == 0 && !outcome.stdout.contains("is using it"), "\(outcome)")

      let store = try Store(path: place.folder + "/a.sqlite", for: .reading)
      for (number, pair) in Self.pairs.enumerated() {
        let id = try #require(ID<Campaign>("c\(number)"))
        let names = [pair.0, pair.1]
        func highest(_ kind: String) -> (revision: Int, isWithdrawn: Bool)? {
          names.filter { $0.hasPrefix(kind) }.max().map {
            ($0.hasSuffix("w") ? 3 : $0.hasSuffix("2") ? 2 : 1, $0.hasSuffix("w"))
          }
        }
        var people: [CodedResponse] = []
        try store.records(of: id) { people.append($0) }
        let response = highest("response")
        let shared = people.filter { $0.respondent != "somebody" }.map(\.revision)
        #expect(
          shared == (response.flatMap { $0.isWithdrawn ? nil : [$0.revision] } ?? []), "\(pair)")
        #expect(people.contains { $0.respondent == "somebody" } == names.contains("table"))
        for kind in [SharedFile.Kind.mentoring, .service] {
          let expected = highest(kind.rawValue)
          let files = try Data(
            contentsOf: URL(fileURLWithPath: "\(place.folder)/\(kind.rawValue)-1.json"))
          let file = try #require(try JSONSerialization.jsonObject(with: files) as? [String: Any])
          let standing = try store.standings(of: kind, in: id)[try #require(file["id"] as? String)]
          #expect(standing?.revision == expected?.revision, "\(pair)")
          #expect(standing?.isWithdrawn == expected?.isWithdrawn, "\(pair)")
        }
      }
    }
  }

  @Test func `What is withdrawn while another import begins stays withdrawn`() throws {
    let installed = try InstalledDocuments.find(from: #filePath)
    let documents = try installed.campaignDocuments()
    let id = try #require(ID<Campaign>("c"))
    let respondent = "11111111-1111-4111-8111-111111111111"
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let first = try Store(path: path, for: .writing)
      // No proofs, and no lock: it is the transaction alone that keeps the two apart.
      for revision in 1...2 {
        let file = SharedFile(
          .response(
            Response(
              id: respondent, revision: revision, link: nil, month: nil, role: nil, answers: [:],
              importance: .init(), background: [:])), framework: documents.key, campaign: nil)
        try Data(try file.json().utf8).write(to: URL(fileURLWithPath: folder + "/\(revision).json"))
      }
      @Sendable func take(_ name: String, _ store: Store) throws -> String {
        try ResponseIntake.take(
          [folder + "/" + name], into: id, of: store, installed: installed,
          format: ResponseReader.Format(), progress: Progress(Console(isQuiet: true)),
          words: CommandWords.english.import
        ).intake.summary
      }
      #expect(try take("1.json", first) == "Responses: 1 new")

      let summary = Mutex("")
      let (hasOpened, hasEnded) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      try first.inOneTransaction {
        Thread.detachNewThread {
          defer { hasEnded.signal() }
          guard let second = try? Store(path: path, for: .writing) else {
            hasOpened.signal()
            return
          }
          hasOpened.signal()
          let text = (try? take("2.json", second)) ?? "nothing"
          summary.withLock { $0 = text }
        }
        hasOpened.wait()
        // Time enough for the other to read what it may read, if it does not wait for this one; it
        // never waits longer than 5 seconds.
        _ = hasEnded.wait(timeout: .now() + .seconds(2))
        try first.receive(into: documents.campaign(id), documents: documents) {
          try $0(.withdrawal(Withdrawal(of: .response, respondent, revision: 3)))
        }
      }
      hasEnded.wait()
      #expect(summary.withLock { $0 } == "Responses: 0 new, 1 older than what is there")
      #expect(try first.standings(in: id)[respondent]?.isWithdrawn == true)
    }
  }

  @Test
  func `Beside an import nothing else changes the store, and everybody is told which run it is`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("campaign", "new", "open", "--table", "role").exit == 0)
      let store = "\"\(place.store)\""
      let outcome = try place.shell(
        """
        mkfifo input
        "$waymark" -q import responses - --campaign c --new --partial <input >taken 2>&1 & import=$!
        exec 3>input
        until grep -q "process $import (waymark import)" \(store).lock 2>/dev/null; do :; done
        echo "respondent_id,client.respect" >t.csv; echo "b,3" >>t.csv
        refused() {
          "$waymark" "$@" >out 2>err; status=$?
          test $status = 75 && test ! -s out &&
            grep -q "^\(place.store): process $import (waymark import) is using it; " err ||
            { echo "$* ended $status:"; cat out err; }
        }
        refused import responses t.csv --campaign c --new --partial
        refused import responses t.csv --campaign open --new --partial --dry-run
        refused store erase --force
        refused share
        refused share --as service --withdraw
        refused path --done one-more-question
        refused path --drop 1
        refused path --hours 3 -o path.html
        refused campaign new other
        refused campaign close open
        refused cohort new some --campaign open
        refused report --campaign open --publish --yes -o out.d
        refused assess --new --set client.bias=2
        allowed() { "$waymark" "$@" >out 2>err || { echo "$* failed:"; cat out err; }; }
        allowed profile
        allowed share --dry-run
        allowed store info
        allowed store check
        allowed counts --campaign open
        allowed path --hours 4
        grep -q "This path is not remembered: .*process $import (waymark import)" err || cat err
        cat t.csv >&3; exec 3>&-
        wait $import; echo "ended $?"; cat taken; ls \(store)
        """)
      #expect(
        outcome.stdout == "ended 0\nResponses: 1 new\n\(place.store)\n", "\(outcome)")
      #expect(try place.run("path", "--hours", "3").exit == 0)
    }
  }
}
