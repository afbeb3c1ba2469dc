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

  // Thousands of texts share a few tags.
  private var latestTag: (text: String, tag: LanguageTag)?

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

  mutating func reportOffScale(_ rank: Int, highest: Int, at place: Place) {
    // Levels of the scale may be among what could not be read.
    if isWhole { report(.offScale(rank, highest: highest), at: place) }
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
    if let text = optionalText(draft, element) { return text }
    reportMissing(element, at: place)
    return LocalizedText("")
  }

  /// The text with its translations, or `nil` when the document does not give it.
  mutating func optionalText(
    _ draft: TextDraft, _ element: @autoclosure () -> String
  ) -> LocalizedText? {
    if let words = draft.plainWords { return LocalizedText(words) }
    guard let place = draft.place else { return nil }
    var original: String?
    var translations: [LanguageTag: String] = [:]
    draft.forEach { variant in
      if variant.text.isEmpty { report(.emptyText(element()), at: variant.place) }
      guard let tag = tag(variant.language) else {
        return report(.malformedLanguage(variant.language ?? ""), at: variant.place)
      }
      let earlier =
        if tag == language {
          original.exchange(variant.text)
        } else {
          translations.updateValue(variant.text, forKey: tag)
        }
      if earlier != nil {
        let line = lineForMessage {
          draft.variants.first { $0.language.map(LanguageTag.init) ?? language == tag }?.place
        }
        report(.repeatedText(element(), tag, line: line), at: variant.place)
      }
    }
    if original == nil, isWhole { report(.untranslated(element(), language), at: place) }
    return LocalizedText(original ?? "", translations: translations)
  }

  /// The language of a text; without a tag of its own, that of the document.
  private mutating func tag(_ text: String?) -> LanguageTag? {
    guard let text else { return language }
    if let latestTag, latestTag.text == text { return latestTag.tag }
    guard let tag = LanguageTag(text) else { return nil }
    latestTag = (text, tag)
    return tag
  }

  /// The line of a place that takes long to find.
  ///
  /// Nobody reads it beyond the findings that are listed, so there it is not looked for.
  func lineForMessage(_ find: () -> Place?) -> Int? {
    findings.count < Findings<FrameworkProblem>.limit ? find()?.line : nil
  }
}

extension DraftCheck {
  /// The things that links lead to with the strength of each; a thing may be named once.
  mutating func links<Subject>(
    _ links: [LinkDraft], _ register: Register<Subject>
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

extension Optional {
  /// Takes a new value and gives the one before.
  fileprivate mutating func exchange(_ value: Wrapped) -> Wrapped? {
    defer { self = value }
    return self
  }
}
