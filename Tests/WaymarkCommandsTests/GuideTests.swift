import Foundation
import Testing
import WaymarkTestSupport

@Suite struct GuideTests {
  /// A page of the documentation, and what is typed where its commands ask.
  struct Guide: CustomTestStringConvertible, Sendable {
    let name: String
    let sittings: [[String]]
    /// What is there when its commands have run.
    let files: [String]
    var testDescription: String { name }

    func text() throws -> String {
      try Checkout.text("docs/\(name)")
    }

    /// The contents of the blocks that are marked `sh`, without the indentation of a list.
    func blocks() throws -> [String] {
      var blocks: [String] = []
      var block: [Substring]?
      var indentation = 0
      for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
        let content = line.drop { $0 == " " }
        if let lines = block {
          if content == "```" {
            blocks.append(lines.joined(separator: "\n"))
            block = nil
          } else {
            block = lines + [line.dropFirst(min(indentation, line.count - content.count))]
          }
        } else if content == "```sh" {
          block = []
          indentation = line.count - content.count
        }
      }
      return blocks
    }
  }

  /// A beginning, one area, then the end: `a` shows the areas, `f` finishes early, and once
  /// more after the review.
  private static let staff = [
    ["3", "", "3", "4", "2", "n", "Ask Maria", "q"], ["2", "3", "9", "s", "q"],
    ["3", "a", "f", "f"], ["1", "", "3", "q"],
  ]

  static let guides = [
    Guide(
      name: "guide-staff.md", sittings: staff,
      files: [
        "form.html", "waymark-profile.html", "waymark-path.html", "waymark-response.json",
        "waymark-withdrawal.json",
      ]),
    Guide(
      name: "guide-trainers.md", sittings: [],
      files: [
        "exports/practice/report.md", "exports/practice-groups/report.md", "exports/rural.html",
        "exports/season.html", "exports/rural.ics",
      ]),
    Guide(
      name: "guide-association.md", sittings: [],
      files: [
        "committee-backup.sqlite", "exports/ohio-try/report.md", "exports/ohio-board.html",
      ]),
    Guide(
      name: "pilot.md", sittings: [],
      files: [
        "pilot-form.html", "raters.html", "retest.md", "statements.csv", "exports/pilot/report.md",
      ]),
  ]

  @Test func `The commands of all guides run as they stand, one after the other in one folder`()
    throws
  {
    try withWorkplace { place in
      try place.putOnPath(typing: Self.guides.flatMap(\.sittings))
      for guide in Self.guides {
        let blocks = try guide.blocks()
        #expect(blocks.count >= 5)
        for block in blocks {
          let outcome = try place.shell("set -e\n" + block)
          #expect(outcome.exit == 0, "\(guide.name): \(block)\n\(outcome)")
        }
        for file in guide.files {
          #expect(FileManager.default.fileExists(atPath: "\(place.folder)/\(file)"), "\(file)")
        }
      }
    }
  }

  @Test(arguments: guides) func `A guide says what matters to everybody who uses it`(
    guide: Guide
  ) throws {
    let text = try guide.text()
    #expect(text.contains("screen reader"))
    #expect(text.contains("(Mahmood 2016)"))
    // Some two pages: 60 to 80 lines of prose with commands between them.
    #expect(text.split(separator: "\n").count <= 150)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 105 })
  }

  @Test func `The pages of the documentation lead to files that are there`() throws {
    let docs = Checkout.root.appendingPathComponent("docs")
    let pages = try FileManager.default.subpathsOfDirectory(atPath: docs.path)
      .filter { $0.hasSuffix(".md") }
    #expect(pages.count > 5)
    for page in pages {
      let file = docs.appendingPathComponent(page)
      let text = try String(contentsOf: file, encoding: .utf8)
      for link in text.matches(of: /\]\((?!https?:)([^)#]+)/).map(\.1) {
        let target = file.deletingLastPathComponent().appendingPathComponent(String(link))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
      }
    }
  }
}
