import Testing

@testable import WaymarkBasics

@Suite struct PageTests {
  private let page = Page(
    "Numbers", header: [Page.Paragraph(["Made for a test."], .lead)],
    sections: [
      Page.Section(
        "Changes", id: "changes",
        [
          .paragraph(Page.Paragraph(["Now less then."])),
          .table(
            Page.Table(
              "By area", [.words("Area"), .numbers("Change")],
              [
                Page.Table.Row(["1. Talk|", "-0.06"]),
                Page.Table.Row(["- Plan", Page.Phrase([.code("[c]")])]),
              ], isNamed: true)),
        ]),
      Page.Section("Details", for: .document, [.subheading("Area by area"), .list(["-0.06"])]),
      Page.Section(
        "Drawn", for: .browser,
        [
          .table(
            Page.Table(
              "Bars", [.words("Area"), .numbers("Share")],
              [Page.Table.Row(["Talk", Page.Phrase([.plain("43 %"), .bar(0.43)])])]))
        ]),
      Page.Section(
        "The data", [.list([Page.Phrase([.file("data/a_b.csv"), .plain(": a row an area")])])]),
    ])

  @Test func `A document names its tables, says what is drawn elsewhere, and leads to files`() {
    #expect(
      page.markdown == """
        # Numbers

        **Made for a test.**

        ## Changes

        Now less then.

        ### By area

        | Area | Change |
        | :-- | --: |
        | 1. Talk\\| | -0.06 |
        | - Plan | `[c]` |

        ## Details

        #### Area by area

        - \\-0.06

        ## The data

        - [data/a\\_b.csv](data/a_b.csv): a row an area

        """)
  }

  @Test func `Text has a heading where a browser has a caption, aloud a sentence a row`() {
    let text = page.text(TextStyle())
    #expect(text.contains("Now less then.\n\nBy area\nArea       Change\n"))
    #expect(text.contains("\n\nDetails\n\nArea by area\n- -0.06\n"))
    #expect(text.hasSuffix("\n- data/a_b.csv: a row an area\n"))
    #expect(!text.contains("Drawn"))
    let aloud = page.text(TextStyle(accessible: true))
    #expect(aloud.contains("By area\n1. Talk|: Change -0.06.\n- Plan: Change [c].\n"))
  }

  @Test func `A page for a browser leaves out what is said of its drawings elsewhere`() {
    let html = page.html
    #expect(!html.contains("Details") && html.contains("<h2>Drawn</h2>"))
    #expect(html.contains("<caption>By area</caption>") && !html.contains("<h3>By area</h3>"))
    #expect(html.contains("<table class=\"figures heat\">") && html.contains("width=\"43.00%\""))
    #expect(html.contains("<a href=\"data/a_b.csv\">data/a_b.csv</a>: a row an area"))
  }

  @Test(arguments: [(9, "figures"), (10, "figures many")])
  func `A table of many columns is set smaller`(columns: Int, kind: String) {
    let table = Page.Table(
      "Many",
      [.words("Group")] + (1..<columns).map { Page.Table.Column.numbers("\($0)") }, [])
    #expect(table.html.markup.contains("<table class=\"\(kind)\">"))
  }

  @Test func `Ids are in files, and on a screen only where they are asked for`() {
    let page = Page(
      "Title", header: [],
      sections: [
        Page.Section(nil, [.list([Page.Phrase([.plain("Plan"), .id("plan.time")])])])
      ])
    #expect(page.text().hasSuffix("- Plan\n"))
    #expect(page.text(TextStyle(ids: true)).hasSuffix("- Plan (plan.time)\n"))
    #expect(page.markdown.contains("- Plan (`plan.time`)"))
    #expect(page.html.contains("Plan (<code>plan.time</code>)"))
  }

  @Test(arguments: [
    ("es", false), ("ar", true), ("he-IL", true), ("az-Arab", true), ("ar-Latn", false),
  ])
  func `Words in another language say so and which way they read`(
    tag: String, isRightToLeft: Bool
  ) throws {
    let language = try #require(LanguageTag(tag))
    let page = Page(
      "Title", header: [],
      sections: [
        Page.Section(nil, [.list([Page.Phrase([.spoken(.plain("Plan"), in: language)])])])
      ])
    let direction = isRightToLeft ? " dir=\"rtl\"" : ""
    #expect(page.html.contains("<span lang=\"\(language)\"\(direction)>Plan</span>"))
    #expect(page.text().hasSuffix("- Plan\n"))
    #expect(page.markdown.contains("- Plan"))
  }
}
