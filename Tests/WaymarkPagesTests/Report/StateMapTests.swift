import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// States as tiles.
struct StateMapTests {
  private func chart(_ shares: [String: [Double?]]) -> Page.Chart? {
    StateMap(
      shares.keys.sorted().map {
        StateMap.Place(id: $0, below: $0 == "NV" ? .few : GapReport.AreaMean(shares[$0] ?? []))
      },
      words: StateMapWords()
    )?.chart(by: "state")
  }

  @Test func `A tile has the mean of its areas, and the mark where one is withheld`() throws {
    let map = try #require(
      chart([
        "OH": [0.2, 0.4], "NV": [0.9, 0.9], "UT": [0.1, nil], "ME": [1, 1], "TX": [0, 0],
        "PR": [0.5, 0.5],
        "canada": [0.9, 0.9],
      ]))
    #expect(
      map.drawing.description
        == "ME: 100 %. NV: few. OH: 30 %. PR: 50 %. TX: 0 %. UT: [c].")
    let tiles = map.drawing.marks.map(\.markup)
    // 56 tiles with their codes, six with a number or a mark.
    #expect(tiles.count == 2 * 56 + 6)
    #expect(tiles.count { $0.contains("class=\"none\"") } == 56 - 4)
  }

  // Of eight shades the third is for 20 to 30 %, the fourth for 30 to 40 %; of five bands the second has
  // the third shade.
  @Test func `A shade is that of the share, whatever the others are`() throws {
    func shades(_ shares: [String: [Double?]]) throws -> [String] {
      let marks = try #require(chart(shares)).drawing.marks.map(\.markup)
      return try ["OH", "TX"].map { state in
        let place = try #require(marks.firstIndex { $0.contains(">\(state)<") })
        return String(try #require(marks[place - 1].firstMatch(of: /shade (s[1-8])/)).1)
      }
    }
    let alike = ["UT": [0.3], "ME": [0.24], "PR": [0.3]] as [String: [Double?]]
    #expect(try shades(alike.merging(["OH": [0.29], "TX": [0.31]]) { $1 }) == ["s3", "s4"])
    #expect(try shades(alike.merging(["OH": [0.29], "TX": [0.95]]) { $1 }) == ["s3", "s8"])
  }

  @Test(
    arguments: [
      ["OH": [0.2], "UT": [0.1], "ME": [0.1], "TX": [0.3]],
      ["1-4": [0.2], "5-9": [0.1], "10-19": [0.2], "20": [0.1], "other": [0.2]],
      ["OH": [nil], "UT": [nil], "ME": [nil], "TX": [nil], "PR": [nil]],
    ] as [[String: [Double?]]])
  func `Few states, other groups and nothing but marks make no map`(shares: [String: [Double?]]) {
    #expect(chart(shares) == nil)
  }

  @Test func `Each state of the background questions has one tile`() throws {
    let xml = try String(
      contentsOfFile: Checkout.path("competencies/background-2020.xml"), encoding: .utf8)
    let states = xml.matches(of: /<option id="([A-Z]{2})">/).map { String($0.1) }
    let map = try #require(
      chart(Dictionary(uniqueKeysWithValues: states.map { ($0, [0.5]) })))
    #expect(map.drawing.description.split(separator: ".").count == states.count)
    #expect(states.count == 56)
  }
}
