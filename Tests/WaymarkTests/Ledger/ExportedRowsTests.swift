import Testing
import WaymarkTestSupport

@testable import Waymark

/// The rows that the ledger keeps of exports, and the entries about them.
@Suite struct ExportedRowsTests {
  private func rows(_ about: [String], _ sheets: [[UInt64]]) -> ExportedRows {
    ExportedRows(
      classes: zip(about, sheets).map { .init(about: Array($0.utf8), sheets: $1) })
  }

  // Ten of Ohio and ten without an answer, and all say the same of every statement.
  @Test func `People who answer alike are found again by what was given out about them`() throws {
    var made = try MadeUpRecords()
    var records =
      made.people(10, "a", ["state": "OH"]) + made.people(10, "b", ["state": "CA"])
    for place in records.indices { records[place].sheet = records[0].sheet }
    var export = made.responses(records)
    export.leaveEmpty([3]) { $0 >= 10 }
    let match = ExportedRows(export).match(made.responses(records.reversed()))
    #expect(match.isComplete)
    // `-` stands before `0` to `~`.
    #expect(match.classes == Array(repeating: 0, count: 10) + Array(repeating: 1, count: 10))
  }

  @Test func `Who came, went or changed an answer is found`() throws {
    var made = try MadeUpRecords()
    let records = made.people(12, "a")
    let rows = ExportedRows(made.responses(records))
    var now = Array(records.dropFirst(2)) + made.people(3, "b")
    now[0].sheet[29] = now[0].sheet[29] == 0x31 ? 0x32 : 0x31
    let match = rows.match(made.responses(now))
    #expect(match.classes.count { $0 == nil } == 4 && match.gone == [3])
    // Another role than was given out is somebody else.
    var others = records
    others[5].role = 1
    #expect(rows.match(made.responses(others)).gone == [1])
  }

  @Test func `Different rows are never the same bytes`() {
    let all = [
      rows(["--", "0-"], [[1], [2]]), rows(["--", "0-"], [[1, 2], []]),
      rows(["--"], [[1, 2]]), rows(["--0-"], [[1, 2]]), rows(["--"], [[1 << 8, 2]]),
    ]
    #expect(Set(all.map(\.bytes)).count == all.count)
    #expect(all.map(\.people) == [2, 2, 2, 2, 2])
  }

  @Test func `An entry without a kind is a release, of another kind it is refused`() throws {
    let campaign = try SampleCampaign.made()
    let record = ExportRecord(
      of: campaign, rows(["--"], [[1, 2]]), minimum: .standard, sha256: { "\($0.count)" })
    // 1 + 2 + 1 bytes of what is said, and 8 for each person.
    #expect(
      try record.text()
        == #"{"documents":["\#(String(repeating: "0", count: 64))","\#(String(repeating: "0", count: 64))"],"kind":"export","minimum":10,"people":2,"rows":"20"}"#
    )
    #expect(try LedgerRecord(try record.text()) == .export(record))
    let release = Release(dimensions: [], tables: [], minimum: 10, groups: [])
    #expect(try LedgerRecord(try ReleaseContent(release).text()) == .release(release))
    #expect(throws: DecodingError.self) { try LedgerRecord(#"{"kind":"other"}"#) }
  }
}
