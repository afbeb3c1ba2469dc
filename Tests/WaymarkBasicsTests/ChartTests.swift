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
          "None", "0 %", "25 %", "50 %", "75 %", "100 %", "Far", "Dots.", "Made up.",
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

  /// The texts of a drawing, in the order in which they are drawn, with how far down each stands.
  private func texts(_ drawing: SVG.Drawing) -> [(text: String, y: Int)] {
    drawing.marks.compactMap { mark in
      mark.markup.firstMatch(of: #/<text.* y="(\d+)".*>(.*)<\/text>/#).flatMap { found in
        Int(found.1).map { (text: String(found.2), y: $0) }
      }
    }
  }

  // On a page of 390 pixels 48 letters fit, which the title has without its number.
  @Test func `A long name stands on two lines, and its number is whole`() {
    let title = "Help people find what they need in our catalogue"
    let drawing = SVG.intervals(
      [
        SVG.Interval(label: title + ": 33 % of 12", share: 0.33, interval: nil),
        SVG.Interval(label: "Short: 4 of 12", share: 0.33, interval: nil),
      ], id: "a", title: "A", description: "A.")
    let texts = texts(drawing)
    #expect(
      texts.map(\.text).prefix(3) == [
        "Help people find what they need in our", "catalogue: 33 % of 12", "Short: 4 of 12",
      ])
    #expect(texts.map(\.y).prefix(3) == [14, 31, 14 + 42 + 17])
    #expect(drawing.height == 2 * 42 + 17 + 28)
  }

  @Test func `Bars in per cent have a scale from the line to either side`() {
    let bar = SVG.SplitBar(label: "A", left: (far: 100, near: 400), right: (near: 300, far: 200))
    func drawing(of whole: Int?) -> SVG.Drawing {
      SVG.splitBars([bar], of: whole, id: "a", title: "A", description: "A.")
    }
    #expect(
      texts(drawing(of: 1000)).map(\.text) == ["A", "50 %", "25 %", "0 %", "25 %", "50 %"])
    #expect(texts(drawing(of: nil)).map(\.text) == ["A"])
    #expect(drawing(of: 1000).height == drawing(of: nil).height + 28)
  }

  @Test func `A label covers no point beside it`() throws {
    let points = [
      SVG.Point(label: "10", x: 0.5, y: 0.5), SVG.Point(label: nil, x: 0.54, y: 0.5),
    ]
    let drawing = SVG.points(
      points, across: (x: 0.5, y: 0.5), axes: (x: 0...1, y: 0...1), id: "a", title: "A",
      description: "A.")
    let label = try #require(drawing.marks.last?.markup)
    #expect(label.contains("class=\"point end\"") && label.contains(">10<"))
  }
}
