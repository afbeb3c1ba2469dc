import Foundation
import Waymark

/// Asks which entries of a list are wanted; what is not ticked is left out.
struct TickList {
  let input: TerminalInput
  let session: Session

  /// - Returns: the places of the entries that were ticked, in order.
  func ask(_ question: String, _ entries: [String], limit: Int = .max) throws -> [Int] {
    guard !entries.isEmpty else { return [] }
    let width = session.style.width
    let numbered = entries.enumerated().flatMap { place, entry in
      TextLayout.wrap("\(place + 1)  \(entry.printableLine)", width: width, hanging: 3)
    }
    try write([""] + TextLayout.wrap(question, width: width) + numbered)
    while true {
      let most = limit < entries.count ? " At most \(limit)." : ""
      guard let line = try line("Type the numbers and Enter; Enter alone for none." + most) else {
        return []
      }
      let numbers = line.split { $0 == " " || $0 == "," }.map { Int($0) }
      let places = Set(numbers.compactMap { $0.map { $0 - 1 } })
      if !numbers.contains(nil), places.allSatisfy(entries.indices.contains),
        places.count <= limit
      {
        return places.sorted()
      }
      try write(["That is no list of numbers from 1 to \(entries.count)."])
    }
  }

  /// A line of text; `nil` when it is empty.
  func line(_ question: String) throws -> String? {
    try write(TextLayout.wrap(question, width: session.style.width))
    try session.console.write(session.isAccessible ? "Choice: " : "> ")
    input.listen(forKeys: false)
    switch try input.nextLine() {
    case .line(let line):
      let text = line.trimmingCharacters(in: .whitespaces)
      return text.isEmpty ? nil : text
    case .key, .woken: return nil
    case .end:
      try session.console.write("\n")
      return nil
    case .stop(let exit): throw Ended(exit: exit)
    }
  }

  private func write(_ lines: [String]) throws {
    try session.console.write(lines.map { $0 + "\n" }.joined())
  }
}
