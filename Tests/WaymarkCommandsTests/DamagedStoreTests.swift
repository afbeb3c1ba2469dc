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

    /// How many of the 63 answers can still be read.
    var readable: Int {
      switch self {
      case .headerZeroed, .pageFlipped, .cutOff: 63
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
        #expect(
          salvage.stderr
            == "Wrote \(fault.readable) answers to saved.csv; what can be read no more is not in it\n"
        )
        let rows = try place.text("saved.csv").split(separator: "\r\n")
        #expect(rows.count == fault.readable + 1)
        #expect(rows.contains("1,client.bias,3,,My note on client.bias,,,"))
      } else {
        #expect(
          salvage.stderr
            == "\(place.store): no answer can be read from it; go back to a copy of yours with: "
            + "waymark store restore FILE\n")
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
      #expect(
        try place.run("import", "responses", "demo.csv", "--campaign", "demo", "--new").exit == 0)
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
      let known = bytes[63]
      bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
      try place.write(bytes, to: place.store)
      let message =
        "\(place.store): the store was written by a newer Waymark (version 999, this one knows \(known)); "
        + "install the newer Waymark; the store was not touched\n"
      try place.expect("profile", stderr: message, exit: 74)
      try place.expect("assess", "--set", "client.bias=2", stderr: message, exit: 74)
      let isUntouched = try place.bytes(place.store) == bytes
      #expect(isUntouched)
    }
  }

  // MARK: - Values that are none

  /// A version of -1, of 0 and one that no Waymark will ever have.
  @Test(arguments: [[0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0x7F, 0, 0, 0]] as [[UInt8]])
  func `A version that is none is damage, and nothing is written for it`(version: [UInt8]) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      var bytes = try place.bytes(place.store)
      bytes.replaceSubrange(60..<64, with: version)
      try place.write(bytes, to: place.store)
      let names = try place.names(in: place.home + "/.local/share/waymark")
      for arguments in [["profile"], ["assess", "--set", "client.bias=2"], ["store", "check"]] {
        let outcome = try place.run(arguments)
        #expect(outcome.exit == 74)
        #expect(outcome.stderr.contains(" is no version of a store"))
      }
      #expect(try place.run("store", "check", "--salvage", "saved.csv").exit == 0)
      #expect(try place.names(in: place.home + "/.local/share/waymark") == names)
      let isUntouched = try place.bytes(place.store) == bytes
      #expect(isUntouched)
      #expect(try place.run("store", "erase", "--force").exit == 0)
    }
  }

  @Test func `A lower version than the store has is damage too, and no copy is made for it`() throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      var bytes = try place.bytes(place.store)
      for version in [2, 5, 9] as [UInt8] {
        bytes[63] = version
        try place.write(bytes, to: place.store)
        let outcome = try place.run("profile")
        #expect(outcome.exit == 74)
        #expect(outcome.stderr.hasPrefix("\(place.store): the store is damaged ("))
      }
      #expect(
        try place.names(in: place.home + "/.local/share/waymark")
          == ["waymark.sqlite", "waymark.sqlite-journal", "waymark.sqlite.lock"])
    }
  }

  @Test func `An answer or a note that became another one is damage, not a result`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let bytes = try place.bytes(place.store)
      for (text, offset, value) in [
        ("client.bias3", 11, UInt8(ascii: "4")), ("My note on client.bias", 3, UInt8(ascii: "v")),
      ] {
        var changed = bytes
        let found = try #require(changed.lastRange(of: Array(text.utf8)))
        changed[found.lowerBound + offset] = value
        try place.write(changed, to: place.store)
        let outcome = try place.run("profile")
        #expect(outcome.exit == 74)
        #expect(
          outcome.stderr.hasPrefix(
            "\(place.store): the store is damaged (something in it is not as it was written)"))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `No damaged byte ends the program by a signal, or gives another result`(seed: UInt64) throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      let commands = [["profile"], ["store", "info"], ["path", "--format", "json"]]
      let sound = try commands.map { try place.run($0).output }
      let bytes = try place.bytes(place.store)
      var random = SampleRandom(seed: seed)
      for _ in 0..<EveryCase.count(12, usually: 4) {
        var changed = bytes
        // The head of a row stands before its first text: there a byte says what the others are.
        let texts = ["client.bias3", "client.biasMy note", "children-services", "librarian", "20"]
        let text = texts[Int.random(in: texts.indices, using: &random)]
        let found = try #require(changed.lastRange(of: Array(text.utf8)))
        let spot = found.lowerBound - Int.random(in: 0...14, using: &random)
        changed[spot] = [0, 1, 6, 12, 23, 0x80, 0xFF][Int.random(in: 0..<7, using: &random)]
        guard changed != bytes else { continue }
        try place.write(changed, to: place.store)
        for (arguments, result) in zip(commands, sound) {
          let outcome = try place.run(arguments)
          #expect(outcome.exit == 0 || outcome.exit == 74, "\(spot): \(outcome)")
          #expect(outcome.exit != 0 || outcome.output == result, "\(spot): \(outcome)")
        }
        let salvage = try place.run("store", "check", "--salvage", "saved.csv", "--force")
        #expect(salvage.exit == 0, "\(spot): \(salvage)")
        let answers = try place.text("saved.csv").split(separator: "\r\n").filter {
          $0.contains(",3,")
        }
        #expect(answers.count >= 61)
      }
    }
  }

  // MARK: - Journals

  @Test func `What was called saved stands in the one file, whatever lies beside it`() throws {
    try withWorkplace { place in
      var command = place.command("assess", "--script", "-", input: "3\n\n3\n1\n2\n4\n5\n")
      command.kill = .afterText("Saved: 5")
      #expect(try command.run().exit == -SIGKILL)
      let file = try place.bytes(place.store)
      for name in try place.names(in: place.home + "/.local/share/waymark") {
        #expect(unlink(place.home + "/.local/share/waymark/" + name) == 0)
      }
      try place.write(file, to: place.store)
      #expect(chmod(place.store, 0o600) == 0)
      try place.expect("store", "check", stdout: "The store is sound.\n")
      #expect(
        try place.answers() == [
          "client.respect": "3", "client.welcome": "1", "client.development": "2",
          "client.culture": "4", "client.bias": "5",
        ])
    }
  }

  @Test func `Erasing a damaged store works`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      try place.write(Array("Dear diary".utf8), to: place.store)
      try place.expect(
        "store", "erase", "--force",
        stdout: "Removed \(place.store)\nRemoved \(place.store)-journal\n")
    }
  }
}
