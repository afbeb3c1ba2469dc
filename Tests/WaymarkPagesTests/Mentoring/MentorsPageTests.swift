import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import WaymarkPages

/// Pairs in every form, also where what people wrote tries to break out of it.
@Suite struct MentorsPageTests {
  private static func page(
    _ cards: [MentoringCard], framework: Framework? = nil, title: String = "Ohio 2026"
  ) throws -> MentorsPage {
    let framework = try framework ?? SampleFramework.small()
    let sample = try SampleCampaign.made()
    let campaign = Campaign(
      id: sample.id, title: title, framework: sample.framework,
      backgroundDocument: sample.backgroundDocument)
    return MentorsPage(
      try MentorPairs(cards, framework: framework, solver: .coinOR), campaign: campaign,
      framework: framework, words: MentorsWords())
  }

  private static func sample() throws -> MentorsPage {
    try page([
      SampleMentoring.card(
        1, teaches: ["talk.ask", "plan.time"], seeks: ["plan.money"], speaks: ["es-MX", "en"],
        region: "OH", mentees: 2, contact: "Ana López, ana@lib.example"),
      SampleMentoring.card(
        2, teaches: ["plan.money"], seeks: ["talk.ask", "plan.time"], region: "OH",
        contact: "Ben Okafor, 555-0100"),
      SampleMentoring.card(
        3, seeks: ["talk.listen"], contact: "Cy Adams, cy@lib.example"),
      SampleMentoring.card(
        4, teaches: ["talk.teach"], contact: "Dee Park, dee@lib.example"),
    ])
  }

  private static let contacts = [
    "<script>alert(1)</script> \" onload='x'", "=1+1", "@SUM(A1)", "-2, \"quoted\"",
  ]

  private static func hostile() throws -> MentorsPage {
    try page(
      contacts.enumerated().map { place, contact in
        try SampleMentoring.card(
          place + 1, teaches: [["talk.ask"], ["talk.listen"], ["plan.time"], []][place],
          seeks: [["plan.money"], ["talk.ask"], [], ["talk.listen"]][place], contact: contact)
      }, framework: HostileSample.framework(), title: HostileSample.text)
  }

  @Test(arguments: [
    ("mentors.txt", TextStyle()), ("mentors-accessible.txt", TextStyle(accessible: true)),
  ])
  func `Pairs are text to read`(name: String, style: TextStyle) throws {
    try snapshot(try Self.sample().page.text(style), named: name)
  }

  @Test func `Pairs are a table`() throws {
    try snapshot(try Self.sample().table, named: "mentors.csv")
  }

  @Test func `Pairs are a page`() throws {
    try snapshot(try Self.sample().page.html, named: "mentors.html")
  }

  @Test func `Pairs are a document for other programs`() throws {
    try snapshot(try MentorsJSON.document(try Self.sample()), named: "mentors.json")
  }

  @Test func `Every form says that pairs are proposed and go to nobody else`() throws {
    let mentors = try Self.sample()
    let texts = [
      mentors.page.text(TextStyle(width: 200)), mentors.table,
      mentors.page.html, try MentorsJSON.document(mentors),
    ]
    for text in texts { #expect(text.contains(mentors.words.notice)) }
    #expect(
      mentors.words.notice
        == "Proposed pairs, for the mentoring program to confirm. "
        + "Everybody named here asked to be; hand it to nobody else.")
  }

  @Test func `Nothing in any form steers a terminal, a browser or a spreadsheet`() throws {
    let mentors = try Self.hostile()
    #expect(mentors.hasPairs)
    let (text, table) = (mentors.page.text(), mentors.table)
    let (html, json) = (mentors.page.html, try MentorsJSON.document(mentors))
    for form in [text, table.replacing("\r\n", with: "\n"), html, json] {
      #expect(ControlBytes.found(in: Array(form.utf8)) == [])
    }
    #expect(!html.contains("<script"))
    #expect(!html.contains("onload='"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot; onload=&#39;x&#39;"))
    for line in table.split(separator: "\r\n") {
      for sign in ["=1", "@SUM", "-2"] {
        #expect(!line.contains(",\(sign)") && !line.contains(",\"\(sign)"), "\(line)")
      }
    }
    for line in text.split(separator: "\n") { #expect(TextLayout.columns(line) <= 80) }
  }

  static let few: [(teaches: Int, seeks: Int, sentence: String)] = [
    (0, 0, "Nobody in this campaign offers to teach or seeks a mentor yet."),
    (1, 0, "No pairs: 1 person offers to teach, and nobody seeks a mentor yet."),
    (2, 0, "No pairs: 2 people offer to teach, and nobody seeks a mentor yet."),
    (0, 1, "No pairs: 1 person seeks a mentor, and nobody offers to teach yet."),
    (0, 3, "No pairs: 3 people seek a mentor, and nobody offers to teach yet."),
  ]

  @Test(arguments: few)
  func `Where there is nobody to pair, that is said`(
    _ sample: (teaches: Int, seeks: Int, sentence: String)
  ) throws {
    let mentors = try Self.page(
      (0..<sample.teaches).map { try SampleMentoring.card($0, teaches: ["talk.ask"]) }
        + (0..<sample.seeks).map { try SampleMentoring.card($0, seeks: ["talk.ask"]) })
    #expect(mentors.page.text().contains("\n\(sample.sentence)\n"))
    #expect(mentors.page.html.contains(sample.sentence))
    #expect(!mentors.page.text().contains("proved"))
  }
}

extension MentorsPage {
  /// Whether there is anything to break out of.
  fileprivate var hasPairs: Bool { table.contains("\r\nproposed,") }
}
