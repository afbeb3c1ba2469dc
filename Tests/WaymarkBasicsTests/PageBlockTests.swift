import Testing

@testable import WaymarkBasics

@Suite struct PageBlockTests {
  private let definitions = Page(
    "Words", header: [],
    sections: [
      Page.Section(
        "Levels",
        [.heading("All"), .definitions([("Not yet", "I <ask>."), ("On my own", "I *do*.")])])
    ])

  @Test func `Words stand before what they mean, in a column where there is room`() {
    #expect(
      definitions.text(TextStyle())
        == "Words\n\nLevels\n\nAll\n1  Not yet    I <ask>.\n2  On my own  I *do*.\n")
    #expect(definitions.text(TextStyle(width: 40)).contains("1  Not yet: I <ask>.\n"))
    #expect(definitions.text(TextStyle(accessible: true)).contains("1. Not yet. I <ask>.\n"))
    #expect(
      definitions.markdown.contains("1. **Not yet:** I &lt;ask&gt;.\n2. **On my own:** I \\*do"))
    #expect(
      definitions.html.contains(
        "<h3>All</h3>\n<ol>\n<li><b>Not yet:</b> I &lt;ask&gt;.</li>\n"))
  }

  @Test func `Things without numbers have what is said of them below their names`() {
    let page = Page(
      "Things", header: [],
      sections: [
        Page.Section(
          nil,
          [
            .entries(
              [Page.Entry("First", facts: [Page.Paragraph(["A.", "B."])]), Page.Entry("Second")],
              isNumbered: false, isSpaced: true)
          ])
      ])
    #expect(page.text(TextStyle()) == "Things\n\nFirst\n  A. B.\n\nSecond\n")
    #expect(page.text(TextStyle(accessible: true)) == "Things\n\nFirst\nA.\nB.\n\nSecond\n")
    #expect(page.markdown == "# Things\n\n- **First**\n    - A.\n    - B.\n- **Second**\n")
    #expect(page.html.contains("<ul class=\"steps\">\n<li><b>First</b><p>A. B.</p>\n</li>\n"))
  }

  private let table = Page(
    "Change", header: [],
    sections: [
      Page.Section(
        nil,
        [
          .table(
            Page.Table(
              "Levels", [.words("Statement"), .words("Before"), .numbers("Now")],
              [
                Page.Table.Row(["Listen", "2, With help", "10"]),
                Page.Table.Row(["Ask", "1", "9"], sentence: "Ask: from 1 to 9."),
              ]))
        ])
    ])

  @Test func `Words of a table stand on the left of their column, numbers on the right`() {
    #expect(
      table.text(TextStyle()) == """
        Change

        Statement   Before         Now
        Listen      2, With help    10
        Ask         1                9

        """)
  }

  @Test func `In text short names of columns stand with what they are short for`() {
    let short = Page(
      "Counts", header: [],
      sections: [
        Page.Section(
          nil,
          [
            .table(
              Page.Table(
                "Counts", [.words("Area"), .numbers("1, Not yet", short: "1")],
                [Page.Table.Row(["Talking", "2"])], legend: "1 Not yet."))
          ])
      ])
    #expect(
      short.text(TextStyle()) == "Counts\n\n1 Not yet.\n\nArea      1\nTalking   2\n")
    #expect(
      short.text(TextStyle(accessible: true)) == "Counts\n\nTalking: 1, Not yet 2.\n")
    #expect(short.markdown.contains("| Area | 1, Not yet |"))
  }

  @Test func `A table is told row by row where it is read aloud or has no room`() {
    #expect(
      table.text(TextStyle(accessible: true))
        == "Change\n\nListen: Before 2, With help, Now 10.\nAsk: from 1 to 9.\n")
    let long = String(repeating: "x", count: 30)
    let wide = Page(
      "Wide", header: [],
      sections: [
        Page.Section(
          nil,
          [
            .table(
              Page.Table("T", [.words("A"), .words("B")], [Page.Table.Row(["a", "\(long)"])]))
          ]
        )
      ])
    #expect(wide.text(TextStyle(width: 40)) == "Wide\n\n- a: B \(long).\n")
    #expect(wide.text(TextStyle(width: 45)) == "Wide\n\nA   B\na   \(long)\n")
  }
}
