import WaymarkBasics

/// What may be said once only, with the line where it was said first.
struct Once<Key: Hashable> {
  /// Where something was said before.
  struct Earlier {
    /// The line; absent when the document does not have lines.
    let line: Int?
  }

  // A list as long as it is short: most things are said a few times, and thousands of dictionaries
  // are slow to make.
  private var few: [(key: Key, place: Earlier)] = []
  private var many: [Key: Earlier] = [:]

  /// Notes that something is said; gives where it was said before, if it was.
  mutating func note(_ key: Key, at place: LineAndColumn) -> Earlier? {
    if let earlier = earlier(key) { return earlier }
    if few.isEmpty { few.reserveCapacity(8) }
    if few.count < 8 {
      few.append((key, Earlier(line: place.line)))
    } else {
      many[key] = Earlier(line: place.line)
    }
    return nil
  }

  /// Where something was said before, if it was.
  func earlier(_ key: Key) -> Earlier? {
    for entry in few where entry.key == key { return entry.place }
    return many.isEmpty ? nil : many[key]
  }
}

extension Once {
  /// Notes that something is said, or reports that it was said before; gives whether it was not.
  mutating func isFirst(
    _ key: Key, _ part: DocumentPart, _ name: @autoclosure () -> String, at place: LineAndColumn,
    _ check: inout DraftCheck
  ) -> Bool {
    guard let earlier = note(key, at: place) else { return true }
    check.report(.repeatedLink(part, name(), line: earlier.line), at: place)
    return false
  }

  /// Reports something that was said before; gives whether it was not.
  func isNew(
    _ key: Key, _ part: DocumentPart, _ name: @autoclosure () -> String, at place: LineAndColumn,
    _ check: inout DraftCheck
  ) -> Bool {
    guard let earlier = earlier(key) else { return true }
    check.report(.repeatedLink(part, name(), line: earlier.line), at: place)
    return false
  }
}
