package import FoundationEssentials
package import WaymarkBasics

/// What a person offers to teach and seeks to learn, with how they can be reached, and by whom.
///
/// Whoever holds a card holds a sound one: it is for something, teaches or seeks something and not the
/// same, names a language, and nothing in it is there twice.
package struct MentoringCard: Hashable, Sendable {
  /// A name and how to reach the person, on one line, as they wrote it.
  package struct Contact: Hashable, Sendable, CustomStringConvertible {
    /// How many Unicode scalars it may have.
    package static let lengths = 1...200

    /// The text.
    package let description: String

    /// Makes a contact, or `nil` when the text is empty, too long, begins or ends with a blank, or
    /// holds a character that nobody sees or that breaks the line.
    package init?(_ text: String) {
      guard Self.lengths.contains(text.unicodeScalars.count), text.trimmed == text,
        text.printableLine == text
      else { return nil }
      description = text
    }

    /// The text in lower case with single blanks: equal for contacts that name the same person.
    var folded: String {
      description.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// What a person agrees to be named for.
  package enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// The mentoring program, which pairs people.
    case mentoring
    /// Their trainer, who plans workshops.
    case training
  }

  /// How many people a person may offer to mentor at once.
  package static let menteeLimits = 1...10
  /// How many languages a card may name.
  package static let languageLimits = 1...20

  /// A random id of the card's own; it is not that of the person's response.
  package let id: UUID
  /// Counts the times that it was given; a higher revision replaces a lower one.
  package let revision: Int
  /// A name and how to reach the person.
  package let contact: Contact
  /// Where the person works; `nil` when they did not say.
  package let region: ID<BackgroundQuestions.Option>?
  /// The languages that they would speak with others, the preferred one first.
  package let languages: [LanguageTag]
  /// What they would teach.
  package let teaches: [CompetencyID]
  /// What they seek a mentor for.
  package let seeks: [CompetencyID]
  /// How many people they would mentor at once.
  package let mentees: Int
  /// What they agree to be named for; for nothing else.
  package let purposes: Set<Purpose>

  /// Joins the parts, or gives `nil` when they do not make a sound card.
  package init?(
    id: UUID, revision: Int, contact: Contact, region: ID<BackgroundQuestions.Option>?,
    languages: [LanguageTag], teaches: [CompetencyID], seeks: [CompetencyID], mentees: Int = 1,
    purposes: Set<Purpose> = [.mentoring]
  ) {
    let named = teaches + seeks
    guard SharedFile.revisions.contains(revision), Self.menteeLimits.contains(mentees),
      Self.languageLimits.contains(languages.count), Set(languages).count == languages.count,
      !purposes.isEmpty, !named.isEmpty, Set(named).count == named.count
    else { return nil }
    self.id = id
    self.revision = revision
    self.contact = contact
    self.region = region
    self.languages = languages
    self.teaches = teaches
    self.seeks = seeks
    self.mentees = mentees
    self.purposes = purposes
  }

  /// The id as files and stores have it.
  package var name: String { id.name }
}

/// The card as a shared file, `waymark-mentoring.json`: beside the response, without answers or a role,
/// and under an id that the response does not have.
extension MentoringCard {
  /// What the file says of the card.
  var sharedMembers: [String: JSON.Value] {
    [
      "contact": .string(contact.description), "region": JSON.Value(region),
      "languages": JSON.Value(texts: languages), "teaches": JSON.Value(texts: teaches),
      "seeks": JSON.Value(texts: seeks), "pairs": .integer(mentees),
      "for": JSON.Value(texts: purposes.map(\.rawValue).sorted()),
    ]
  }

  /// Reads what a file says of a card; `nil` when something is wrong, which is noted.
  init?(shared check: inout SharedFileCheck, id: UUID?, revision: Int?) {
    let contact = check.value("contact", .contact, Contact.init)
    let region = check.optional("region", .region) {
      ID<BackgroundQuestions.Option>($0)
    }
    let languages = Self.languages(&check)
    let (teaches, seeks) = (check.competencies("teaches"), check.competencies("seeks"))
    for id in seeks ?? [] where teaches?.contains(id) ?? false { check.add(.taughtAndSought(id)) }
    let mentees = check.number("pairs", Self.menteeLimits)
    let purposes = Self.purposes(&check)
    guard let teaches, let seeks else { return nil }
    guard !teaches.isEmpty || !seeks.isEmpty else {
      check.add(.nothingOffered)
      return nil
    }
    guard let id, let revision, let contact, let mentees else { return nil }
    self.init(
      id: id, revision: revision, contact: contact, region: region, languages: languages,
      teaches: teaches, seeks: seeks, mentees: mentees, purposes: purposes)
  }

  private static func languages(_ check: inout SharedFileCheck) -> [LanguageTag] {
    guard let texts: [String] = check.value("languages") else { return [] }
    if !languageLimits.contains(texts.count) {
      check.add(
        .otherValue(
          "languages", String(texts.count),
          expected: .list(languageLimits)))
    }
    var languages: [LanguageTag] = []
    for text in texts {
      let tag = check.checked(text, "languages", .newLanguage) {
        LanguageTag($0).flatMap { languages.contains($0) ? nil : $0 }
      }
      if let tag { languages.append(tag) }
    }
    return languages
  }

  /// What it is for; for mentoring where it does not say, as in files made before they said.
  private static func purposes(_ check: inout SharedFileCheck) -> Set<Purpose> {
    guard let words: [String] = check.ifPresent("for") else { return [.mentoring] }
    let known = Purpose.allCases.map(\.rawValue)
    if words.isEmpty {
      check.add(.otherValue("for", "[]", expected: .anyOf(known)))
    }
    var purposes: Set<Purpose> = []
    for word in words {
      let purpose = check.checked(word, "for", .newOf(known)) {
        Purpose(rawValue: $0).flatMap { purposes.contains($0) ? nil : $0 }
      }
      if let purpose { purposes.insert(purpose) }
    }
    return purposes
  }
}
