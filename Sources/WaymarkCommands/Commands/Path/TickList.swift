import Foundation
import Waymark
import WaymarkBasics

/// Asks which entries of a list are wanted; what is not ticked is left out.
struct TickList {
  let input: TerminalInput
  let session: Session

  private var words: TickListWords { session.said.tickList }

  /// - Returns: the places of the entries that were ticked, in order.
  func ask(_ question: String, _ entries: [String], limit: Int = .max) throws -> [Int] {
    guard !entries.isEmpty else { return [] }
    let width = session.style.width
    let numbered = entries.enumerated().flatMap { place, entry in
      TextLayout.wrap("\(place + 1)  \(entry.printableLine)", width: width, hanging: 3)
    }
    try write([""] + TextLayout.wrap(question, width: width) + numbered)
    let most = limit < entries.count ? limit : nil
    while true {
      guard let line = try line(words.toTick(most: most)) else { return [] }
      let numbers = Self.numbers(line)
      guard let numbers, numbers.allSatisfy((1...entries.count).contains) else {
        try write([words.noNumbers(to: entries.count)])
        continue
      }
      let places = Set(numbers.map { $0 - 1 })
      guard places.count <= limit else {
        try write([words.tooMany(places.count, most: limit)])
        continue
      }
      return places.sorted()
    }
  }

  /// Numbers with spaces, commas or `and` between them; `nil` where anything else stands.
  private static func numbers(_ line: String) -> [Int]? {
    let parts = line.split { $0 == " " || $0 == "," }.filter { $0.lowercased() != "and" }
    let numbers = parts.compactMap { Int(digits: $0) }
    return numbers.count == parts.count ? numbers : nil
  }

  /// Whether something is wanted, where Enter alone says no.
  func agrees(to question: String) throws -> Bool {
    while true {
      guard let line = try line(question) else { return false }
      switch line.lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      default: try write([words.yesOrNo])
      }
    }
  }

  /// A line of text; `nil` when it is empty.
  ///
  /// - Throws: `Ended` when the person stops or the input ends.
  func line(_ question: String) throws -> String? {
    try write(TextLayout.wrap(question, width: session.style.width))
    try session.console.write(
      session.said.sitting.cursor(isAccessible: session.isAccessible))
    input.listen(.lines)
    switch try input.nextLine() {
    case .line(let line):
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.lowercased() == "q" { throw Ended(exit: .done) }
      return text.isEmpty ? nil : text
    case .key, .word, .pasted, .noText, .cancelled, .redraw, .woken: return nil
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

/// What is said where entries of a list are ticked.
struct TickListWords: Sendable {
  /// - Parameter most: how many can be ticked, where not all can.
  func toTick(most: Int?) -> String {
    "Type the numbers and Enter, such as 1 3; Enter alone for none, q to stop."
      + (most.map { " At most \($0)." } ?? "")
  }

  func noNumbers(to last: Int) -> String {
    last == 1
      ? "Type 1 and Enter, or Enter alone for none."
      : "Type numbers from 1 to \(last) with spaces between them, or Enter alone for none."
  }

  func tooMany(_ count: Int, most: Int) -> String {
    "Those are \(count); choose at most \(most)."
  }

  let yesOrNo = "Type y or n, and Enter."
}
