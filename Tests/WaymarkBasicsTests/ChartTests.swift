import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

/// Drawings as files of their own.
struct ChartTests {
  private func page() -> Page {
    let drawing = SVG.intervals(
      [
        SVG.Interval(label: "Tom & Ann's <b>", share: 0.4, interval: 0.3...0.5),
        SVG.Interval(label: "None", share: 0, interval: nil),
      ], id: "areas", title: "Areas \"side\" by side", description: "Two areas.")
    return Page(
      "A page", header: [],
      sections: [
        Page.Section(
          "Drawn",
          [
            .chart(
              Page.Chart(
                drawing, above: "Up", key: [.init("Far", ["far", "left"])], caption: "Dots."))
          ])
      ])
  }

  @Test func `A file is well-formed and says what the page says, and where it is from`() throws {
    let charts = page().charts(["Made up."])
    #expect(charts.map(\.name) == ["areas"])
    let file = try #require(charts.first?.contents)
    try withTemporaryFolder { folder in
      let path = folder + "/a.svg"
      try Data(file.utf8).write(to: URL(filePath: path))
      let outcome = try ProgramRun(
        Checkout.python,
        [
          "-c",
          """
          import sys, xml.etree.ElementTree as tree
          root = tree.parse(sys.argv[1]).getroot()
          print(root.tag, root.get("width"))
          for text in root.iter("{http://www.w3.org/2000/svg}text"): print(text.text)
          """, path,
        ], folder: folder
      ).run()
      #expect(
        outcome.stdout.split(separator: "\n").map(String.init) == [
          "{http://www.w3.org/2000/svg}svg 800", "Areas \"side\" by side", "Up", "Tom & Ann's <b>",
          "None", "0 %", "50 %", "100 %", "Far", "Dots.", "Made up.",
        ], "\(outcome)")
    }
  }

  @Test func `Plain text and Markdown have no drawing`() {
    #expect(!page().markdown.contains("Tom"))
    #expect(page().html.contains("<figcaption>Dots.</figcaption>"))
  }

  @Test func `Parts lie side by side, the last the darkest`() {
    let parts = SVG.parts([0.25, 0, 0.75], top: 3, height: 8).map(\.markup)
    #expect(parts.count == 2)
    #expect(parts[0].contains("class=\"shade s1\"") && parts[0].contains("x=\"0.00%\""))
    #expect(parts[1].contains("class=\"shade s8\"") && parts[1].contains("x=\"25.00%\""))
    #expect(SVG.shade(0, of: 1) == "shade s1")
  }
}
