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
  package var name: String { id.uuidString.lowercased() }
}
