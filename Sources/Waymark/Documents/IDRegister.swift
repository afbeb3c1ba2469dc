import WaymarkBasics

/// The ids of one kind of thing, each with its place: what may not be used twice, and what
/// references may lead to.
struct IDRegister<Subject> {
  private struct Entry {
    let id: ID<Subject>
    let line: Int?
  }

  let part: DocumentPart
  /// Whether every well-formed id is taken for known, because nobody can say which there are.
  private let acceptsAll: Bool
  /// Whether the ids are of this document, where one may be missing that could not be read.
  private let isOwn: Bool
  private var entries: [String: Entry] = [:]
  private var known: [String: ID<Subject>] = [:]
  private(set) var ids: [ID<Subject>] = []

  /// A register without entries.
  init(_ part: DocumentPart) {
    self.part = part
    acceptsAll = false
    isOwn = true
  }

  /// The ids of another document; `nil` when that is not at hand, and then every id is taken for
  /// known.
  init(_ part: DocumentPart, known: [ID<Subject>]?) {
    self.part = part
    acceptsAll = known == nil
    isOwn = false
    ids = known ?? []
    self.known = Dictionary(
      ids.map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Enters an id, or reports that it is malformed or used before, whatever the case.
  mutating func enter(
    _ text: String?, at place: LineAndColumn, _ check: inout DraftCheck
  ) -> ID<Subject>? {
    guard let id: ID<Subject> = check.parsed(text, part, at: place) else { return nil }
    if let earlier = entries[id.folded] {
      check.report(
        .repeatedID(
          part, id: id.description, earlier: earlier.id.description, line: earlier.line),
        at: place)
      return nil
    }
    entries[id.folded] = Entry(id: id, line: place.line)
    ids.append(id)
    known[id.description] = id
    return id
  }

  /// Enters the id of something that reports group people by, or reports that it is not usable.
  mutating func enterGroup(
    _ text: String?, at place: LineAndColumn, _ check: inout DraftCheck
  ) -> ID<Subject>? {
    guard let id = enter(text, at: place, &check) else { return nil }
    // Reports write these words where a table sums over all groups.
    if ["total", "all"].contains(id.folded) {
      check.report(.reserved(part, id.description), at: place)
    }
    return id
  }

  /// The id that a reference names, or reports that there is none.
  func resolve(_ text: String?, at place: LineAndColumn, _ check: inout DraftCheck) -> ID<Subject>?
  {
    if let text, let id = known[text] { return id }
    guard let id: ID<Subject> = check.parsed(text, part, at: place) else { return nil }
    if acceptsAll || isOwn && !check.isWhole { return id }
    check.report(
      .unknown(part, id.description, near: near(id.description, check)), at: place)
    return nil
  }

  // Nobody reads the suggestions beyond the findings that are listed, and each costs a comparison
  // with every id.
  private func near(_ text: String, _ check: DraftCheck) -> String? {
    guard check.findings.count < Findings<ContentProblem>.limit else { return nil }
    return text.closest(among: ids.lazy.map(\.description))
  }
}

/// What may be said once only, with the line where it was said first.
struct FirstMentions<Key: Hashable> {
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

extension FirstMentions {
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
