/// A length of time as people write it.
package enum TimeSpan {
  /// What a number without a unit counts.
  package enum Unit {
    case hours, minutes
  }

  /// The minutes that a text says: `4h`, `1h30`, `1:30`, `90m`, `90 minutes`, `1.5 hours`, `1 hour 30
  /// minutes`, or a number alone, of the unit.
  ///
  /// - Returns: `nil` for every other text, and for numbers of more than five digits.
  package static func minutes(_ text: String, of unit: Unit) -> Int? {
    let parts = parts(of: text.lowercased())
    switch parts.count {
    case 1:
      return number(parts[0]).map { rounded($0, unit) }
    case 2:
      guard let number = number(parts[0]), let unit = named(parts[1]) else { return nil }
      return rounded(number, unit)
    case 3, 4:
      let isClock = parts.count == 3 && parts[1] == ":" && parts[2].utf8.count == 2
      guard isClock || named(parts[1]) == .hours, parts.count == 3 || named(parts[3]) == .minutes,
        parts[0].isDigits, parts[2].isDigits, let hours = number(parts[0]),
        let rest = number(parts[2]), rest < 60
      else { return nil }
      return rounded(hours, .hours) + rounded(rest, .minutes)
    default: return nil
    }
  }

  /// Numbers, words and colons, without the spaces between them; empty where anything else stands.
  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let part: Substring =
        switch first {
        case " ": rest.prefix { $0 == " " }
        case ":": rest.prefix(1)
        case "0"..."9", ".": rest.prefix { ("0"..."9").contains($0) || $0 == "." }
        default: rest.prefix { $0.isLetter }
        }
      guard !part.isEmpty else { return [] }
      if first != " " { parts.append(part) }
      rest = rest[part.endIndex...]
    }
    return parts
  }

  private static func number(_ text: Substring) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.isDigits && $0.utf8.count <= 5 })
    else { return nil }
    return Double(text)
  }

  private static func rounded(_ number: Double, _ unit: Unit) -> Int {
    Int((unit == .hours ? number * 60 : number).rounded())
  }

  private static func named(_ word: Substring) -> Unit? {
    switch word {
    case "h", "hr", "hrs", "hour", "hours", "hora", "horas": .hours
    case "m", "min", "mins", "minute", "minutes", "minuto", "minutos": .minutes
    default: nil
    }
  }
}
