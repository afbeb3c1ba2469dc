package import WaymarkBasics

/// Gathers what is wrong with a draft while values are made of its parts.
///
/// Every function gives a value where the part is sound and `nil` (or a stand-in that is never
/// seen) where it is not, after reporting why.
struct DraftCheck {
  // Enough for every list that is shown; a document can hold a million faults.
  private static let limit = 1_000

  private(set) var findings: [Finding<ContentProblem>] = []
  /// How many findings were not kept.
  private(set) var more = 0
  /// The language of the document's original texts.
  let language: LanguageTag
  /// Whether all of the document could be read; if not, nothing is said of what is missing.
  let isWhole: Bool
  let file: String
  /// Where the document begins.
  let place: LineAndColumn

  let version: String
  let licence: String

  /// - Parameter isPublished: whether the document must have a version and a licence.
  init(_ header: DocumentHeader, isWhole: Bool, isPublished: Bool = true) {
    self.isWhole = isWhole
    file = header.file
    place = header.place
    version = header.version ?? ""
    licence = header.licence ?? ""
    language = header.language.flatMap(LanguageTag.init) ?? .english
    if let tag = header.language, LanguageTag(tag) == nil {
      report(.malformedLanguage(tag), at: place)
    } else if header.language == nil {
      reportMissing("xml:lang", at: place)
    }
    guard isPublished else { return }
    for (part, text) in [(DocumentPart.version, header.version), (.licence, header.licence)] {
      let _: ID<DocumentHeader>? = parsed(text, part, at: place)
    }
  }

  mutating func report(_ problem: ContentProblem, at place: LineAndColumn) {
    if findings.count < Self.limit {
      findings.append(Finding(problem, at: Place(file: file, at: place)))
    } else {
      more += 1
    }
  }

  /// Counts findings that were never made.
  mutating func countUnkept(_ count: Int) { more += count }

  mutating func reportMissing(_ name: String, at place: LineAndColumn) {
    if isWhole { report(.missing(name), at: place) }
  }

  mutating func reportOffScale(_ rank: Int, highest: Int, at place: LineAndColumn) {
    // Levels of the scale may be among what could not be read.
    if isWhole { report(.offScale(rank, highest: highest), at: place) }
  }

  mutating func requirePositive(_ number: Int, _ name: String, at place: LineAndColumn) {
    // What could not be read has been reported as it stands.
    if number <= 0, isWhole { report(.notPositive(name, number), at: place) }
  }

  /// Reports a number below 0.
  mutating func requireCount(_ number: Int, _ name: String, at place: LineAndColumn) {
    if number < 0, isWhole { report(.negative(name, number), at: place) }
  }

  /// The id that a text spells.
  mutating func parsed<Subject>(
    _ text: String?, _ part: DocumentPart, at place: LineAndColumn
  ) -> ID<Subject>? {
    guard let text else {
      reportMissing(part.name, at: place)
      return nil
    }
    if let id = ID<Subject>(text) { return id }
    report(.malformedID(part, text), at: place)
    return nil
  }

  /// The value that must be given.
  mutating func required<Value>(_ value: Value?, _ name: String, at place: LineAndColumn) -> Value?
  {
    if value == nil { reportMissing(name, at: place) }
    return value
  }

  /// The day that an attribute gives.
  mutating func day(_ text: String, _ name: String, at place: LineAndColumn) -> CalendarDate? {
    if let day = CalendarDate(written: text) { return day }
    report(.badDay(name, text), at: place)
    return nil
  }

  /// One of the words that an attribute allows.
  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ word: String?, _ name: String, at place: LineAndColumn
  ) -> Value? {
    guard let word = required(word, name, at: place) else { return nil }
    if let value = Value(rawValue: word) { return value }
    if isWhole {
      report(.unknownWord(name, word, allowed: Value.allCases.map(\.rawValue)), at: place)
    }
    return nil
  }

  /// Whether a word is `yes` and not `no`; `nil` when there is none.
  mutating func yesNo(_ word: String?, _ name: String, at place: LineAndColumn) -> Bool? {
    guard word != nil else { return nil }
    let answer: YesNo? = choice(word, name, at: place)
    return answer.map { $0 == .yes }
  }

  private enum YesNo: String, CaseIterable { case yes, no }

  /// The text with its translations; `element` names it in messages, `limit` is how many Unicode scalars
  /// it may have, by what it is where nothing is said.
  mutating func text(
    _ draft: TextDraft, _ element: String, limit: Int? = nil, at place: LineAndColumn
  ) -> LocalizedText {
    if let text = optionalText(draft, element, limit: limit) { return text }
    reportMissing(element, at: place)
    return LocalizedText("")
  }

  /// The text with its translations, or `nil` when the document does not give it.
  mutating func optionalText(
    _ draft: TextDraft, _ element: @autoclosure () -> String, limit: Int? = nil
  ) -> LocalizedText? {
    guard let place = draft.place else { return nil }
    for long in draft.longTexts {
      let limit = limit ?? Self.limit(of: element())
      if long.count > limit { report(.tooLong(element(), limit: limit), at: long.place) }
    }
    for fault in draft.faults { report(fault, of: element()) }
    var original = draft.original
    var translations = draft.translations
    // Whoever names the document's own language means the original.
    if !translations.isEmpty, let own = translations.removeValue(forKey: language) {
      if original != nil { report(.repeatedText(element(), language), at: place) }
      original = own
    }
    if original == nil, isWhole { report(.untranslated(element(), language), at: place) }
    return LocalizedText(original ?? "", translations: translations)
  }

  private static func limit(of element: String) -> Int {
    ["title", "label", "short"].contains(element) ? TextDraft.nameLimit : TextDraft.textLimit
  }

  /// Reports an attribute of more Unicode scalars than it may have.
  mutating func limit(_ text: String?, _ name: String, to limit: Int, at place: LineAndColumn) {
    guard let text, text.utf8.count > limit, text.unicodeScalars.count > limit else { return }
    report(.tooLong(name, limit: limit), at: place)
  }

  private mutating func report(_ fault: TextDraft.Fault, of element: String) {
    switch fault.kind {
    case .empty: report(.emptyText(element), at: fault.place)
    case .malformedLanguage(let tag): report(.malformedLanguage(tag), at: fault.place)
    case .repeated(let tag): report(.repeatedText(element, tag ?? language), at: fault.place)
    }
  }

  /// The line of a place that takes long to find.
  ///
  /// Nobody reads it beyond the findings that are listed, so there it is not looked for.
  func lineForMessage(_ find: () -> LineAndColumn?) -> Int? {
    findings.count < Findings<ContentProblem>.limit ? find()?.line : nil
  }
}

extension DraftCheck {
  /// The things that links lead to with the strength of each; a thing may be named once.
  mutating func links<Subject>(
    _ links: [LinkDraft], _ register: IDRegister<Subject>
  ) -> [ID<Subject>: Competency.Strength] {
    var strengths: [ID<Subject>: Competency.Strength] = [:]
    for link in links {
      let id = register.resolve(link.id, at: link.place, &self)
      let strength: Competency.Strength? = choice(link.strength, "strength", at: link.place)
      guard let id, let strength, strengths.updateValue(strength, forKey: id) != nil else {
        continue
      }
      let line = lineForMessage { links.first { $0.id == link.id }?.place }
      report(.repeatedLink(register.part, id.description, line: line), at: link.place)
    }
    return strengths
  }
}

extension DraftCheck {
  /// A thing, what it builds on, and where the document says so.
  typealias Link<Subject> = (id: ID<Subject>, base: ID<Subject>, place: LineAndColumn)

  /// Reports things that build on one another in a circle.
  mutating func reportCycles<Subject>(
    _ links: [Link<Subject>], among ids: [ID<Subject>],
    _ problem: ([ID<Subject>]) -> ContentProblem
  ) {
    guard !links.isEmpty else { return }
    let positions = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var edges = [[Int]](repeating: [], count: ids.count)
    var places: [Int: LineAndColumn] = [:]
    for (id, base, place) in links {
      guard let from = positions[id], let to = positions[base] else { continue }
      edges[from].append(to)
      places[from] = place
    }
    let cycles = Cycles.cycles(in: edges, limit: Findings<ContentProblem>.limit)
    for cycle in cycles.listed {
      guard let place = cycle.first.flatMap({ places[$0] }) else { continue }
      report(problem(cycle.map { ids[$0] }), at: place)
    }
    countUnkept(cycles.unlisted)
  }
}

/// What became of a draft: a value, or all that is wrong with it.
package struct Checked<Value: Sendable>: Sendable {
  /// The value; `nil` when anything is wrong or parts of the document could not be read.
  package let value: Value?
  /// What is wrong, in the order of the file.
  package let findings: [Finding<ContentProblem>]
  /// How many findings more there were than anybody wants to keep.
  package let more: Int

  init(_ value: Value?, _ check: DraftCheck) {
    findings = check.findings.inFileOrder()
    more = check.more
    self.value = findings.isEmpty && check.isWhole ? value : nil
  }
}
