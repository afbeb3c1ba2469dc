import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

/// Answers and notes that come from files, options and odd hands.
struct AnswersAndNotesTests {
  @Test func `Every fault of a file of answers is listed, and nothing is kept`() throws {
    try withWorkplace { place in
      let table = """
        competency,level,important,note
        client.respect,6,,
        client.welcom,3,,
        client.bias,NA,,
        client.needs,2,,
        client.needs,3,,
        client.culture,3,maybe,

        """
      let outcome = try place.run("assess", "--answers", "-", input: table)
      #expect(outcome.exit == 65)
      #expect(outcome.stdout.isEmpty)
      let lines = outcome.stderr.split(separator: "\n")
      #expect(
        lines.map { $0.prefix { $0 != ";" } } == [
          "standard input:2:2: client.respect: '6' is no answer",
          "standard input:3:1: no competency has the id 'client.welcom'",
          "standard input:4:2: client.bias: 'NA' can mean two things: that the answer is missing, "
            + "or that this is not part of the person's work",
          "standard input:6:1: 'client.needs' is already answered on line 5",
          "standard input:7:3: client.culture: 'maybe' does not say how important it is",
        ])
      #expect(lines.count == 5)
      #expect(try place.names(in: place.home).isEmpty)
      let kept = try place.run("assess", "--set", "client.bias=2")
      #expect(kept.exit == 0)
      #expect(try place.run("assess", "--answers", "-", input: table).exit == 65)
      #expect(try place.answers() == ["client.bias": "2"])
    }
  }

  @Test func `Without a terminal, a file or a script nothing is asked`() throws {
    try withWorkplace { place in
      try place.expect(
        "assess",
        stderr: "assess: standard input is no terminal; give --answers FILE, --set ID=N or "
          + "--script -\n", exit: 64)
      try place.expect(
        "assess", "--no-input",
        stderr:
          "assess: there is nothing to do without asking; give --answers FILE or --set ID=N\n",
        exit: 64)
      #expect(try place.names(in: place.home).isEmpty)
    }
  }

  @Test func `A script may be a file or a pipe, not a folder and not without end`() throws {
    try withWorkplace { place in
      #expect(mkfifo(place.folder + "/pipe", 0o600) == 0)
      let typed = try place.shell(
        "printf '3\\n\\n4\\n' > pipe & exec \"$waymark\" assess --script pipe")
      #expect(typed.stdout.hasSuffix("Saved. Go on with: waymark assess\n"))
      #expect(typed.exit == 0)
      try place.expect(
        "assess", "--script", ".",
        stderr: ".: this is a folder; name a file of lines that would be typed\n", exit: 65)
      try place.expect(
        "assess", "--script", "none",
        stderr: "none: No such file or directory; name a file of lines that would be typed\n",
        exit: 65)
      let endless = try place.run("assess", "--script", "/dev/zero")
      #expect(endless.exit == 65)
    }
  }

  // MARK: - Notes

  @Test func `A note is text, whatever it looks like to a database`() throws {
    try withWorkplace { place in
      let note = "'); DROP TABLE rating; -- \" ? :x $1 %s \\"
      let outcome = try place.run(
        "assess", "--script", "-", input: "3\n\nn\n\(note)\n4\nq\n", person: "Robert'); DROP--")
      #expect(outcome.stdout.contains("Note saved."))
      #expect(
        outcome.stdout.hasSuffix(
          "Saved. Go on with: waymark assess --person 'Robert'\\''); DROP--'\n"))
      let again = try place.run(
        "assess", "--script", "-", input: "b\nn\n\nq\n", person: "robert'); drop--")
      #expect(again.stdout.contains("Your note so far: \(note)\n"))
      let check = try place.run("store", "check", person: "Robert'); DROP--")
      #expect(check.stdout == "The store is sound.\n")
    }
  }

  @Test func `A note that is too long or no text is refused, and what was saved stays`() throws {
    try withWorkplace { place in
      let refusal = "A note has at most 2000 characters, and none that steers a terminal."
      // 1,500 letters with an accent of its own each are 3,000 characters to the store.
      for note in [
        String(repeating: "x", count: 2001), "a\u{0}b", "a\u{1B}[31mb",
        String(repeating: "e\u{301}", count: 1500), String(repeating: "y", count: 60_000),
      ] {
        let outcome = try place.run(
          "assess", "--new", "--script", "-", input: "3\n\n3\nn\n\(note)\n\nq\n")
        #expect(outcome.stdout.contains(refusal))
        #expect(!outcome.stdout.contains("Note saved."))
        #expect(outcome.exit == 0)
      }
      let longest = try place.run(
        "assess", "--new", "--script", "-",
        input: "3\n\nn\n\(String(repeating: "é", count: 2000))\n3\nq\n")
      #expect(longest.stdout.contains("Note saved."))
      let huge = try place.run(
        "assess", "--new", "--script", "-",
        input: "3\n\n3\nn\n\(String(repeating: "z", count: 1 << 20))\n\nq\n")
      #expect(huge.stdout.contains(refusal))
      #expect(huge.stdout.hasSuffix("Saved. Go on with: waymark assess\n"))
      #expect(huge.exit == 0)
    }
  }

  @Test(arguments: [2001, 1 << 20])
  func `A note in a file that is too long is refused with its line`(length: Int) throws {
    try withWorkplace { place in
      for note in [
        String(repeating: "x", count: length), String(repeating: "e\u{301}", count: 1001),
      ] {
        let outcome = try place.run(
          "assess", "--answers", "-", input: "competency,level,note\nclient.bias,3,\(note)\n")
        #expect(outcome.exit == 65)
        #expect(outcome.stderr.hasPrefix("standard input:2:"))
        #expect(outcome.stderr.utf8.count < 400)
      }
      #expect(try place.names(in: place.home).isEmpty)
    }
  }
}
