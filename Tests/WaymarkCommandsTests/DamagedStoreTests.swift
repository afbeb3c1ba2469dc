import Foundation
import Testing
import WaymarkTestSupport

/// Stores that something happened to, through the program.
struct DamagedStoreTests {
  private enum Fault: CaseIterable {
    case headerZeroed, pageFlipped, cutOff, empty, otherText

    func happen(to bytes: inout [UInt8]) {
      switch self {
      case .headerZeroed: bytes.replaceSubrange(0..<100, with: repeatElement(0, count: 100))
      // The last page but two holds a piece of the framework's text and is only pointed at.
      case .pageFlipped: for place in 8192..<12_288 { bytes[place] ^= 0xFF }
      case .cutOff: bytes.removeLast(bytes.count / 4)
      case .empty: bytes = []
      case .otherText: bytes = Array("Dear diary, this is no database at all.\n".utf8)
      }
    }

    /// How many of the 62 answers can still be read.
    var readable: Int {
      switch self {
      case .headerZeroed, .pageFlipped, .cutOff: 62
      case .empty, .otherText: 0
      }
    }
  }

  @Test(arguments: Fault.allCases)
  private func `A damaged store is refused, left as it is, and what it still holds can be saved`(
    fault: Fault
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      var bytes = try place.bytes(place.store)
      fault.happen(to: &bytes)
      try place.write(bytes, to: place.store)
      for arguments in [
        ["profile"], ["path"], ["share"], ["assess", "--new", "--set", "client.bias=2"],
        ["store", "check"], ["store", "info"], ["store", "backup", "copy.sqlite"], [],
      ] {
        let outcome = try place.run(arguments)
        #expect(outcome.exit == 74)
        #expect(outcome.stdout.isEmpty)
        #expect(outcome.stderr.hasPrefix("\(place.store): the store is damaged ("))
        #expect(outcome.stderr.split(separator: "\n").count == 1)
      }
      let salvage = try place.run("store", "check", "--salvage", "saved.csv")
      if fault.readable > 0 {
        #expect(salvage.stderr == "Wrote \(fault.readable) answers to saved.csv\n")
        let rows = try place.text("saved.csv").split(separator: "\r\n")
        #expect(rows.count == fault.readable + 1)
        #expect(rows.contains("1,client.bias,3,,My note on client.bias,,,"))
      } else {
        #expect(
          salvage.stderr
            == "\(place.store): no answer can be read from it; go back to a copy of yours, or "
            + "remove it with: waymark store erase\n")
        #expect(salvage.exit == 74)
      }
      #expect(try place.names(in: place.folder) == (fault.readable > 0 ? ["saved.csv"] : []))
      let isUntouched = try place.bytes(place.store) == bytes
      #expect(isUntouched)
    }
  }

  @Test func `Answers on a damaged page are lost, those before and after it are not`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for _ in 1...5 {
        #expect(try place.run("assess", "--new", "--set", "client.bias=2").exit == 0)
        try place.finishAssessment()
      }
      let before = try place.salvagedRows()
      var bytes = try place.bytes(place.store)
      // An answer and its 34 seconds, which stand beside it in the table and in no index.
      let answer = Array("client.welcome3\u{22}".utf8)
      let found = try #require(bytes.lastRange(of: answer))
      let page = found.lowerBound / 4096 * 4096
      bytes.replaceSubrange(page..<page + 4096, with: repeatElement(0xA5, count: 4096))
      try place.write(bytes, to: place.store)
      let after = try place.salvagedRows()
      // A note whose answer is lost is kept with `.`.
      #expect(after.count == before.count)
      let answers = after.filter { !$0.contains(",.,") }
      #expect(answers.count < before.count)
      #expect(answers.count > before.count / 2)
      let areAsBefore = answers.allSatisfy(before.contains)
      #expect(areAsBefore)
    }
  }

  @Test func `A response that became no answers to its statements is damage, not a report`() throws
  {
    try withWorkplace { place in
      #expect(try place.run("demo", "--people", "12", "-o", "demo.csv").exit == 0)
      #expect(try place.run("import", "responses", "demo.csv", "--campaign", "demo").exit == 0)
      var bytes = try place.bytes(place.store)
      // The answers stand right before the respondent; made-up people say nothing of importance.
      let respondent = try #require(bytes.firstRange(of: Array("made-up-".utf8)))
      bytes[respondent.lowerBound - 62] = UInt8(ascii: "8")
      try place.write(bytes, to: place.store)
      let outcome = try place.run("report", "--campaign", "demo", "-o", "report")
      #expect(outcome.exit == 74)
      #expect(outcome.stderr.hasPrefix("\(place.store): the store is damaged ("))
      #expect(try place.names(in: place.folder) == ["demo.csv"])
    }
  }

  @Test func `A store that is a database of another program is not touched, not even to erase it`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      var bytes = try place.bytes(place.store)
      bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
      try place.write(bytes, to: place.store)
      let message =
        "\(place.store): this is a database of another program; name another file with --store\n"
      try place.expect("profile", stderr: message, exit: 74)
      try place.expect("assess", "--set", "client.bias=2", stderr: message, exit: 74)
      try place.expect("store", "erase", "--force", stderr: message, exit: 74)
      let isUntouched = try place.bytes(place.store) == bytes
      #expect(isUntouched)
    }
  }

  @Test func `A store of a newer Waymark is refused and not touched`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      var bytes = try place.bytes(place.store)
      bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
      try place.write(bytes, to: place.store)
      let message =
        "\(place.store): the store was written by a newer Waymark (version 999, this one knows 11); "
        + "install the newer Waymark; the store was not touched\n"
      try place.expect("profile", stderr: message, exit: 74)
      try place.expect("assess", "--set", "client.bias=2", stderr: message, exit: 74)
      let isUntouched = try place.bytes(place.store) == bytes
      #expect(isUntouched)
    }
  }

  // MARK: - Journals

  /// Leaves answers in the journal: whoever wrote them was killed before they moved to the file.
  private func leaveJournal(in place: Workplace, input: String) throws {
    var command = place.command("assess", "--script", "-", input: input)
    command.killAfterText = "Saved: 5"
    #expect(try command.run().exit == -SIGKILL)
    #expect(try place.bytes(place.store + "-wal").count > 4096)
  }

  @Test func `A store whose journal was lost is sound and holds what was moved before`() throws {
    try withWorkplace { place in
      let begun = try place.run("assess", "--script", "-", input: "3\n\n3\n")
      #expect(begun.exit == 0)
      try leaveJournal(in: place, input: "4\n5\n")
      #expect(unlink(place.store + "-wal") == 0)
      try place.expect("store", "check", stdout: "The store is sound.\n")
      #expect(try place.answers() == ["client.respect": "3"])
    }
  }

  @Test func `The journal of another store is found out and moves nothing into the file`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let bytes = try place.bytes(place.store)
      try withWorkplace { other in
        #expect(try other.run("assess", "--script", "-", input: "3\n\n3\n").exit == 0)
        try leaveJournal(in: other, input: "4\n5\n")
        try place.write(try other.bytes(other.store + "-wal"), to: place.store + "-wal")
      }
      for arguments in [["profile"], ["assess", "--new", "--set", "client.bias=2"]] {
        let outcome = try place.run(arguments)
        #expect(outcome.exit == 74)
        #expect(
          outcome.stderr.contains(
            "the store is damaged (the journal beside it, -wal, belongs to another store)"))
      }
      #expect(try place.salvagedRows().count == 62)
      let isUntouched = try place.bytes(place.store) == bytes
      #expect(isUntouched)
      #expect(unlink(place.store + "-wal") == 0)
      try place.expect("store", "check", stdout: "The store is sound.\n")
    }
  }

  @Test func `A copy that is put in the place of a store takes no journal of that store`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("store", "backup", "copy.sqlite").exit == 0)
      #expect(try place.run("assess", "--new", "--set", "client.bias=2").exit == 0)
      try leaveJournal(in: place, input: "5\n4\n")
      let copy = try place.bytes(place.folder + "/copy.sqlite")
      try place.write(copy, to: place.store)
      #expect(try place.run("profile").exit == 74)
      for suffix in ["-wal", "-shm"] { #expect(unlink(place.store + suffix) == 0) }
      #expect(try place.run("profile").exit == 0)
    }
  }

  @Test func `Erasing a damaged store works`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      try place.write(Array("Dear diary".utf8), to: place.store)
      try place.expect("store", "erase", "--force", stdout: "Removed \(place.store)\n")
    }
  }
}
