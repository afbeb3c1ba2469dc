package import WaymarkBasics

/// What every document says of itself, as written and not yet checked.
package struct DocumentHeader: Hashable, Sendable {
  /// The document's id.
  package var id: String?
  package var version: String?
  /// The language of the original texts, a BCP 47 tag.
  package var language: String?
  /// An SPDX licence id.
  package var licence: String?
  /// The file as the person named it.
  package var file: String
  /// Where the document begins.
  package var place: LineAndColumn

  package init(
    id: String? = nil, version: String? = nil, language: String? = nil, licence: String? = nil,
    file: String, place: LineAndColumn
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.licence = licence
    self.file = file
    self.place = place
  }
}

/// What a document of Waymark's is.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case framework, background, catalogue, plan, campaign
}

extension DocumentKind {
  /// The namespace of the kind's elements.
  package var namespace: String { "urn:waymark:\(rawValue)" }
}

/// A kind of thing that has ids in a document.
public enum DocumentPart: String, Hashable, Sendable, CaseIterable {
  case document
  case framework
  case version
  case licence
  case area
  case competency
  case role
  case objective
  case value
  case sphere
  case action
  case field
  case option
  case group
  case grouping
  case resource
  case workshop
  case campaign
}

/// The framework that a document says it belongs to, as written and not yet checked.
package struct FrameworkMention: Hashable, Sendable {
  /// The framework's id.
  package var id: String?
  package var version: String?

  package init(id: String?, version: String?) {
    self.id = id
    self.version = version
  }
}

extension DraftCheck {
  /// The framework that a document names; reports when the one at hand is another.
  mutating func reference(
    _ mention: FrameworkMention, against framework: Framework?
  ) -> FrameworkReference? {
    let id: FrameworkID? = parsed(mention.id, .framework, at: place)
    let version: ID<FrameworkMention>? = parsed(mention.version, .version, at: place)
    guard let id, let version else { return nil }
    let reference = FrameworkReference(id: id, version: version.description)
    if let framework, framework.reference != reference {
      report(
        .otherFramework(
          named: "\(id) \(version)", given: "\(framework.id) \(framework.version)"),
        at: place)
    }
    return reference
  }

  /// The ids of the competencies that a document may name.
  func competencies(of reference: FrameworkReference?, in framework: Framework?)
    -> IDRegister<Competency>
  {
    let fits = framework?.reference == reference
    return IDRegister(.competency, known: fits ? framework?.competencies.map(\.id) : nil)
  }
}

/// A reference to something else by its id, as written and not yet checked.
package struct LinkDraft: Hashable, Sendable {
  /// The id it names.
  package var id: String?
  /// How strong the link is, where links differ: `direct` or `partly`.
  package var strength: String?
  /// Where it stands.
  package var place: LineAndColumn

  package init(to id: String?, strength: String? = nil, at place: LineAndColumn) {
    self.id = id
    self.strength = strength
    self.place = place
  }
}

/// Something that has an id and a text and nothing else, as written and not yet checked.
package struct NamedDraft: Hashable, Sendable {
  package var id: String?
  /// The name as people read it.
  package var title = TextDraft()
  /// Where it stands.
  package var place: LineAndColumn

  /// Begins with the id; the name follows.
  package init(id: String?, at place: LineAndColumn) {
    self.id = id
    self.place = place
  }
}

/// A text as a document gives it: once in the document's language, once in each further one.
package struct TextDraft: Hashable, Sendable {
  /// The Unicode scalars that a name may have: a title, a label.
  package static let nameLimit = 120
  /// The Unicode scalars that any other text may have.
  package static let textLimit = 4_000

  /// The words of one language that are too long for a name.
  struct LongText: Hashable, Sendable {
    let count: Int
    let place: LineAndColumn
  }

  /// Something wrong with one of the languages of a text.
  struct Fault: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case empty
      case malformedLanguage(String)
      /// Given before, in the document's language when there is no other.
      case repeated(LanguageTag?)
    }

    let kind: Kind
    let place: LineAndColumn
  }

  /// The words without a language of their own.
  private(set) var original: String?
  /// The words in each language that is named; the language of the document may be among them.
  private(set) var translations: [LanguageTag: String] = [:]
  /// Where the text stands first; `nil` when the document does not give it.
  private(set) var place: LineAndColumn?
  /// What is wrong, in the order of the document.
  private(set) var faults: [Fault] = []
  /// What is too long for a name, in the order of the document.
  private(set) var longTexts: [LongText] = []

  /// A text that the document does not give, until words are appended.
  package init() {}

  /// A text in the language of the document.
  package init(_ words: String, at place: LineAndColumn) { append(words, language: nil, at: place) }

  /// Adds the words of one language: a tag as written, or `nil` for the language of the document.
  package mutating func append(_ words: String, language: String?, at place: LineAndColumn) {
    if self.place == nil { self.place = place }
    if words.utf8.count > Self.nameLimit {
      let count = words.unicodeScalars.count
      if count > Self.nameLimit { longTexts.append(LongText(count: count, place: place)) }
    }
    if words.isEmpty { faults.append(Fault(kind: .empty, place: place)) }
    guard let language else {
      if original == nil {
        original = words
      } else {
        faults.append(Fault(kind: .repeated(nil), place: place))
      }
      return
    }
    if let tag = LanguageTag(language) {
      if translations.updateValue(words, forKey: tag) != nil {
        faults.append(Fault(kind: .repeated(tag), place: place))
      }
    } else {
      faults.append(Fault(kind: .malformedLanguage(language), place: place))
    }
  }
}
