import Foundation
import Waymark
import WaymarkBasics

/// Asks which entries of a list are wanted; what is not ticked is left out.
struct TickList {
  let input: TerminalInput
  let session: Session

  private var words: SittingWords { session.said.sitting }

  /// - Returns: the places of the entries that were ticked, in order.
  func ask(_ question: String, _ entries: [String], limit: Int = .max) throws -> [Int] {
    guard !entries.isEmpty else { return [] }
    let width = session.style.width
    let numbered = entries.enumerated().flatMap { place, entry in
      TextLayout.wrap("\(place + 1)  \(entry.printableLine)", width: width, hanging: 3)
    }
    try write([""] + TextLayout.wrap(question, width: width) + numbered)
    while true {
      guard let line = try line(words.toTick(most: limit < entries.count ? limit : nil)) else {
        return []
      }
      let numbers = line.split { $0 == " " || $0 == "," }.map { Int(digits: $0) }
      if numbers.allSatisfy({ $0.map((1...entries.count).contains) ?? false }) {
        let places = Set(numbers.compactMap { $0.map { $0 - 1 } })
        if places.count <= limit { return places.sorted() }
      }
      try write([words.noNumbers(to: entries.count)])
    }
  }

  /// A line of text; `nil` when it is empty.
  ///
  /// - Throws: `Ended` when the person stops or the input ends.
  func line(_ question: String) throws -> String? {
    try write(TextLayout.wrap(question, width: session.style.width))
    try session.console.write(words.cursor(isAccessible: session.isAccessible))
    input.listen(forKeys: false)
    switch try input.nextLine() {
    case .line(let line):
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.lowercased() == "q" { throw Ended(exit: .done) }
      return text.isEmpty ? nil : text
    case .key, .woken: return nil
    case .end:
      try session.console.write("\n")
      throw Ended(exit: .done)
    case .stop(let exit): throw Ended(exit: exit)
    }
  }

  private func write(_ lines: [String]) throws {
    try session.console.write(lines.map { $0 + "\n" }.joined())
  }
}
