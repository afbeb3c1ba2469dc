/// What may be said once only, with the line where it was said first.
struct Once<Key: Hashable> {
  private var lines: [Key: Int?] = [:]

  /// Notes that something is said, or reports that it was said before; gives whether it was not.
  mutating func isFirst(
    _ key: Key, _ part: DocumentPart, _ name: String, at place: Place, _ check: inout DraftCheck
  ) -> Bool {
    guard isNew(key, part, name, at: place, &check) else { return false }
    lines[key] = .some(place.line)
    return true
  }

  /// Reports something that was said before; gives whether it was not.
  func isNew(
    _ key: Key, _ part: DocumentPart, _ name: String, at place: Place, _ check: inout DraftCheck
  ) -> Bool {
    guard let earlier = lines[key] else { return true }
    check.report(.repeatedLink(part, name, line: earlier), at: place)
    return false
  }
}
