import Foundation
import Testing
import WaymarkTestSupport

/// The README says what is true: its commands run, its screen is real, its links lead somewhere.
@Suite struct ReadmeTests {
  /// A fenced block with its language and the reason why it is not run, when there is one.
  struct Block: Equatable {
    let language: String
    let text: String
    let reasonNotToRun: String?
  }

  private static func text(_ page: String = "README.md") throws -> String {
    try Checkout.text(page)
  }

  /// The fenced blocks; `<!-- not run: reason -->` on the line before one excuses it.
  static func blocks(_ page: String) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, lines: [Substring], reason: String?)?
    var before: Substring = ""
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open {
        if line == "```" {
          blocks.append(
            Block(
              language: block.language, text: block.lines.joined(separator: "\n"),
              reasonNotToRun: block.reason))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        let reason = before.wholeMatch(of: #/<!-- not run: (.+) -->/#).map { String($0.output.1) }
        open = (String(line.dropFirst(3)), [], reason)
      }
      before = line
    }
    return blocks
  }

  @Test func `A block is excused by a comment with a reason right before it, and by nothing else`()
  {
    let page = """
      <!-- not run: too slow -->
      ```sh
      make
      ```
      <!-- not run: far away -->

      ```sh
      true
      ```
      """
    #expect(
      Self.blocks(page) == [
        Block(language: "sh", text: "make", reasonNotToRun: "too slow"),
        Block(language: "sh", text: "true", reasonNotToRun: nil),
      ])
  }

  @Test func `The commands run as they stand, one after the other`() throws {
    let blocks = Self.blocks(try Self.text()).filter { $0.language == "sh" }
    let untried = blocks.filter { $0.reasonNotToRun != nil }.map(\.text)
    #expect(untried.allSatisfy { $0.hasPrefix("make ") || $0.hasPrefix("sudo apt install ") })
    let commands = blocks.filter { $0.reasonNotToRun == nil }
    #expect(commands.count == 3)
    try withWorkplace { place in
      // The role, area I, three answers, then to the end: `f` finishes early.
      let sitting = ["3", "", "3", "2", "4", "a", "f", "f"]
      try place.putOnPath(typing: [sitting])
      for block in commands {
        let outcome = try place.shell("set -e\n" + block.text)
        #expect(outcome.exit == 0, "\(block.text)\n\(outcome)")
      }
      for file in ["me.csv", "profile.html", "path.md", "demo.csv", "exports"] {
        #expect(FileManager.default.fileExists(atPath: "\(place.folder)/\(file)"), "\(file)")
      }
    }
  }

  @Test func `The question is shown as the program shows it on a terminal`() throws {
    let screen = try #require(Self.blocks(try Self.text()).first { $0.language == "text" }).text
    try withWorkplace { place in
      place.environment["NO_COLOR"] = "1"
      let terminal = try place.terminal("assess", "--role", "librarian")
      try terminal.wait(for: "Area: ")
      terminal.type("\n")
      try terminal.wait(for: "\n> ")
      terminal.type("3")
      try terminal.wait(for: "Saved.")
      #expect(String(decoding: terminal.printed, as: UTF8.self).contains("\n" + screen))
      terminal.type("q")
      #expect(try terminal.end().exit == 0)
    }
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
  func `A page leads to files that are there, in lines that fit`(page: String) throws {
    let text = try Self.text(page)
    for link in text.matches(of: #/\]\((?!https?:)([^)#]+)/#).map({ String($0.output.1) }) {
      let target = Checkout.root.appending(path: link)
      #expect(FileManager.default.fileExists(atPath: target.path), "\(link)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }
}
