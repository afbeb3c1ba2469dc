import Testing

@testable import WaymarkSheets

/// Drawings as PNG.
struct ChartPainterTests {
  private let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>
    """

  // The header of PNG: a signature of 8 bytes, then a chunk of 13 bytes that begins with width and height.
  @Test func `A picture has two pixels for one of the drawing`() throws {
    let png = try #require(try ChartPainter().png(of: drawing))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(16) == 60 && number(20) == 40)
    #expect(try ChartPainter().png(of: drawing) == png)
  }

  @Test(arguments: ["", "<svg", "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='9'/>"])
  func `What is no drawing is not painted`(text: String) throws {
    #expect(try ChartPainter().png(of: text) == nil)
  }
}
