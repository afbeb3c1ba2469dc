import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport
import WaymarkXML

/// Documents damaged at random, always in the same way.
@Suite struct MutationTests {
  @Test func `Two thousand damaged documents are read or refused with a place`() throws {
    let sound = Array(
      Samples.framework(
        head: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        title: "Niños &amp; <![CDATA[<b>]]> &#x1F4DA;",
        competencies: [
          Samples.competency("a.one", rest: "<target role=\"page\" level=\"2\"/>"),
          Samples.competency("a.two", rest: "<buildsOn competency=\"a.one\"/>"),
        ]
      ).utf8)
    let marks = Array("<>&\"'/=![]?-; \n\0\u{1B}".utf8) + [0x80, 0xC3, 0xED, 0xF4, 0xFF]
    var random = SampleRandom(seed: 2)
    var files: [SourceFile] = []
    for number in 0..<2_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes[place] = try #require(marks.randomElement(using: &random))
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(try #require(marks.randomElement(using: &random)), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        }
      }
      files.append(SourceFile(name: "\(number)", bytes: bytes))
    }
    var refused = 0
    let cost = try costInReadings {
      for result in try Samples.loader.load(files) {
        guard case .failure(let findings) = result else { continue }
        refused += 1
        #expect(findings.listed.allSatisfy { !$0.problem.what.isEmpty && !$0.problem.mend.isEmpty })
      }
    }
    #expect(refused > 1_000 && refused < 2_000)
    #expect(cost < 300, "\(cost)")
  }

  @Test func `A document cut at any byte is refused`() throws {
    let sound = Array(Samples.framework(title: "Niños").utf8)
    let end = try #require(sound.lastIndex(of: UInt8(ascii: ">")))
    let files = (0...end).map { SourceFile(name: "\($0)", bytes: Array(sound[..<$0])) }
    for result in try Samples.loader.load(files) {
      #expect(throws: Findings<DocumentProblem>.self) { try result.get() }
    }
  }
}
