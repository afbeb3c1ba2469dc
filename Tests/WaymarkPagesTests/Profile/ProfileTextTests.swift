import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

@Suite struct ProfileTextTests {
  static func sample(role: String? = "librarian", second: String? = "assistant") throws -> Profile {
    try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make(
        ["talk.listen": "1", "talk.ask": "3", "talk.teach": "na", "plan.time": "5"],
        role: role, picked: ["talk.ask"], top: ["talk.ask"]),
      secondRole: try second.map { try SampleAssessment.id($0) },
      earlier: SampleAssessment.make(
        ["talk.listen": "2", "talk.ask": "2", "plan.time": "5"], finished: "2025-11-03"))
  }

  @Test(arguments: [
    ("profile.txt", TextStyle()), ("profile-colour.txt", TextStyle(colour: true)),
    ("profile-narrow.txt", TextStyle(width: 40)),
    ("profile-accessible.txt", TextStyle(colour: true, accessible: true)),
  ])
  func `A profile in text reads as in its snapshot`(name: String, style: TextStyle) throws {
    try snapshot(
      ProfilePage.page(Self.sample(), person: "Ana", words: ProfileWords()).text(style), named: name
    )
  }

  @Test(arguments: [
    ("levels.txt", TextStyle()), ("levels-accessible.txt", TextStyle(accessible: true)),
  ])
  func `Without a role the levels alone are shown`(name: String, style: TextStyle) throws {
    let profile = try Self.sample(role: nil, second: nil)
    try snapshot(
      ProfilePage.page(profile, words: ProfileWords()).text(style), named: "profile-" + name)
  }

  @Test(arguments: [40, 43, 57, 80, 200, 1, 1000])
  func `No line is wider than the style`(width: Int) throws {
    for accessible in [false, true] {
      let style = TextStyle(width: width, accessible: accessible)
      for profile in [try Self.sample(), try Self.sample(role: nil, second: nil)] {
        let lines = ProfilePage.page(profile, words: ProfileWords()).text(style).split(
          separator: "\n")
        #expect(lines.allSatisfy { TextLayout.columns($0) <= style.width })
      }
    }
    #expect((40...200).contains(TextStyle(width: width).width))
  }

  @Test func `The accessible form has no escape and no leading space`() throws {
    let text = ProfilePage.page(try Self.sample(), words: ProfileWords()).text(
      TextStyle(colour: true, accessible: true))
    #expect(!text.contains("\u{1B}"))
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") && !$0.contains("  ") })
  }

  @Test func `Words of a test are not used`() throws {
    for style in [TextStyle(), TextStyle(accessible: true)] {
      let text = ProfilePage.page(try Self.sample(), words: ProfileWords()).text(style).lowercased()
      #expect(!text.contains("target") && !text.contains("below") && !text.contains("score"))
    }
  }

  @Test(arguments: [
    ([:], "You have not given a level to any statement that this role asks for."),
    (["talk.listen": "3"], "The one statement you rated is at or above what is usual"),
    (["talk.listen": "1"], "The one statement you rated is not there yet for this role."),
    (["talk.listen": "1", "talk.ask": "4"], "1 of the 2 statements you rated is at or above"),
    (
      ["talk.listen": "3", "talk.ask": "4"],
      "Everything you rated is at or above what is usual for this role."
    ),
  ])
  func `The headline counts statements`(answers: [String: String], sentence: String) throws {
    let profile = try Profile(
      framework: SampleFramework.small(), assessment: SampleAssessment.make(answers))
    #expect(
      ProfilePage.page(profile, words: ProfileWords()).text(TextStyle(width: 200)).contains(
        sentence))
  }

  // Row C1 of the list of faults: nothing in a text may steer a terminal.
  @Test func `Text from a file cannot steer a terminal`() throws {
    let profile = try Profile(
      framework: HostileSample.framework(), assessment: SampleAssessment.make(["talk.listen": "1"]))
    for style in [TextStyle(), TextStyle(accessible: true)] {
      let text = ProfilePage.page(profile, person: HostileSample.text, words: ProfileWords()).text(
        style)
      #expect(
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value))
        })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
      #expect(text.contains("\\u{1B}"))
    }
  }
}
