/// Gathers what is wrong with a draft while values are made of its parts.
///
/// Every function gives a value where the part is sound and `nil` (or a stand-in that is never
/// seen) where it is not, after reporting why.
struct DraftCheck {
  private(set) var findings: [Finding<FrameworkProblem>] = []
  /// The language of the document's original texts.
  let language: LanguageTag
  /// Whether all of the document could be read; if not, nothing is said of what is missing.
  let isWhole: Bool
  /// Where the document begins.
  let place: Place

  let version: String
  let licence: String

  init(_ header: DocumentHeader, isWhole: Bool) {
    self.isWhole = isWhole
    place = header.place
    version = header.version ?? ""
    licence = header.licence ?? ""
    language = header.language.flatMap(LanguageTag.init) ?? .english
    if let tag = header.language, LanguageTag(tag) == nil {
      report(.malformedLanguage(tag), at: place)
    } else if header.language == nil {
      reportMissing("xml:lang", at: place)
    }
    for (part, text) in [(DocumentPart.version, header.version), (.licence, header.licence)] {
      let _: ID<DocumentHeader>? = parsed(text, part, at: place)
    }
  }

  mutating func report(_ problem: FrameworkProblem, at place: Place) {
    findings.append(Finding(problem, at: place))
  }

  mutating func reportMissing(_ name: String, at place: Place) {
    if isWhole { report(.missing(name), at: place) }
  }

  /// The id that a text spells.
  mutating func parsed<Subject>(
    _ text: String?, _ part: DocumentPart, at place: Place
  ) -> ID<Subject>? {
    guard let text else {
      reportMissing(part.rawValue, at: place)
      return nil
    }
    if let id = ID<Subject>(text) { return id }
    report(.malformedID(part, text), at: place)
    return nil
  }

  /// The value that must be given.
  mutating func required<Value>(_ value: Value?, _ name: String, at place: Place) -> Value? {
    if value == nil { reportMissing(name, at: place) }
    return value
  }

  /// One of the words that an attribute allows.
  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ word: String?, _ name: String, at place: Place
  ) -> Value? {
    guard let word = required(word, name, at: place) else { return nil }
    if let value = Value(rawValue: word) { return value }
    if isWhole {
      report(.unknownWord(name, word, allowed: Value.allCases.map(\.rawValue)), at: place)
    }
    return nil
  }

  /// The text with its translations; `element` names it in messages.
  mutating func text(_ draft: TextDraft, _ element: String, at place: Place) -> LocalizedText {
    guard let text = optionalText(draft, element, at: place) else {
      reportMissing(element, at: place)
      return LocalizedText("")
    }
    return text
  }

  /// The text with its translations, or `nil` when the document does not give it.
  mutating func optionalText(
    _ draft: TextDraft, _ element: String, at place: Place
  ) -> LocalizedText? {
    guard let first = draft.variants.first else { return nil }
    if draft.variants.count == 1, first.language == nil, !first.text.isEmpty {
      return LocalizedText(first.text)
    }
    var texts: [LanguageTag: TextDraft.Variant] = [:]
    for variant in draft.variants {
      guard let tag = variant.language.map(LanguageTag.init) ?? language else {
        report(.malformedLanguage(variant.language ?? ""), at: variant.place)
        continue
      }
      if let earlier = texts[tag] {
        report(.repeatedText(element, tag, line: earlier.place.line), at: variant.place)
      } else {
        texts[tag] = variant
      }
      if variant.text.isEmpty { report(.emptyText(element), at: variant.place) }
    }
    let original = texts.removeValue(forKey: language)
    if original == nil, isWhole { report(.untranslated(element, language), at: first.place) }
    return LocalizedText(original?.text ?? "", translations: texts.mapValues(\.text))
  }
}

extension DraftCheck {
  /// The things that links lead to with the strength of each; a thing may be named once.
  mutating func links<Subject>(
    _ links: [LinkDraft], _ register: Register<Subject>
  ) -> [ID<Subject>: Competency.Strength] {
    var strengths: [ID<Subject>: Competency.Strength] = [:]
    var once = Once<ID<Subject>>()
    for link in links {
      let id = register.resolve(link.id, at: link.place, &self)
      let strength: Competency.Strength? = choice(link.strength, "strength", at: link.place)
      guard let id, let strength,
        once.isFirst(id, register.part, id.description, at: link.place, &self)
      else { continue }
      strengths[id] = strength
    }
    return strengths
  }
}
