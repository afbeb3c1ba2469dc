package import WaymarkBasics

/// A course, text or tool that carries a person from one level of a competency to a higher one.
package struct LearningResource: Hashable, Sendable {
  /// What kind of thing it is.
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case course, webinar, article, toolkit, guide, book, site, video, conference, tool
    /// Something to do at work, without anything that others offer.
    case practice
  }

  /// What it costs.
  package enum Cost: Hashable, Sendable {
    /// Nothing.
    case free
    /// Nothing, with an account.
    case account
    /// Nothing or little for members; the amount in US dollars for others, when it is known.
    case members(othersUSD: Int?)
    /// Money: the amount in US dollars when it is known.
    case paid(usd: Int?)

    /// The cost as files hold it: its kind, and the amount in US dollars where it is known.
    package var parts: (kind: String, usDollars: Int?) {
      switch self {
      case .free: ("free", nil)
      case .account: ("account", nil)
      case .members(let usd): ("members", usd)
      case .paid(let usd): ("paid", usd)
      }
    }
  }

  /// Who may use it.
  package enum Access: String, Hashable, Sendable, CaseIterable {
    case open, account, members, purchase
  }

  /// How long it takes.
  package enum Duration: Hashable, Sendable {
    /// The provider's own figure, in minutes.
    case stated(minutes: Int)
    /// Waymark's estimate, in minutes; shown as "about".
    case estimated(minutes: Int)
    /// Nobody can say: listed, never scheduled.
    case unknown

    /// The minutes, where anybody can say.
    package var minutes: Int? {
      switch self {
      case .stated(let minutes), .estimated(let minutes): minutes
      case .unknown: nil
      }
    }

    /// Whether the minutes are Waymark's estimate.
    package var isEstimate: Bool {
      if case .estimated = self { true } else { false }
    }
  }

  /// Whether it can still be used.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    /// Listed when it was last looked at.
    case listed
    /// Over: never recommended.
    case past
  }

  /// How the entry was verified.
  package enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// The resource's own page was seen.
    case page
    /// Another page describes it.
    case described
    /// Not verified.
    case memory
  }

  /// A competency that it serves, and from which level to which.
  package struct Service: Hashable, Sendable {
    /// The competency.
    package let competency: CompetencyID
    /// The level a person should hold before.
    package let from: Level
    /// The level it carries to; higher than `from`.
    package let to: Level

    /// Joins the parts.
    package init(competency: CompetencyID, from: Level, to: Level) {
      self.competency = competency
      self.from = from
      self.to = to
    }
  }

  /// What a person needs before.
  package enum Requirement: Hashable, Sendable {
    /// A level of a competency.
    case level(CompetencyID, Level)
    /// Another resource, done.
    case resource(ID<LearningResource>)
  }

  /// What it says of itself beyond how to use it.
  package struct Features: Hashable, Sendable {
    /// Whether it has captions; `nil` where nobody says.
    package let captions: Bool?
    /// Whether it gives a certificate; `nil` where nobody says.
    package let certificate: Bool?
    /// The days it takes place on, in order; empty when it can be used at any time.
    package let days: [CalendarDate]

    /// Joins the parts.
    package init(captions: Bool? = nil, certificate: Bool? = nil, days: [CalendarDate] = []) {
      self.captions = captions
      self.certificate = certificate
      self.days = days
    }
  }

  /// The resource's id.
  package let id: ID<LearningResource>
  /// Its name.
  package let title: LocalizedText
  /// What one does with it, in a sentence.
  package let description: LocalizedText
  /// Who offers it; `nil` for practice.
  package let provider: String?
  /// Where it is: an http or https address; `nil` for practice.
  package let url: String?
  /// What kind of thing it is.
  package let format: Format
  /// How long it takes.
  package let duration: Duration
  /// What it costs.
  package let cost: Cost
  /// Who may use it.
  package let access: Access
  /// The languages it exists in.
  package let languages: [LanguageTag]
  /// The month it was last looked at, `2026-11`; absent when nobody has.
  package let checked: String?
  /// Whether it can still be used.
  package let status: Status
  /// How the entry was verified.
  package let evidence: Evidence
  /// What it serves.
  package let serves: [Service]
  /// What a person needs before.
  package let requires: [Requirement]
  /// Captions, certificate and days.
  package let features: Features

  /// Whether it is something to do at work, and not something that others offer.
  package var isPractice: Bool { format == .practice }

  /// Joins the parts.
  package init(
    id: ID<LearningResource>, title: LocalizedText, description: LocalizedText,
    provider: String?, url: String?, format: Format, duration: Duration, cost: Cost, access: Access,
    languages: [LanguageTag], checked: String?, status: Status, evidence: Evidence,
    serves: [Service], requires: [Requirement] = [], features: Features = Features()
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.provider = provider
    self.url = url
    self.format = format
    self.duration = duration
    self.cost = cost
    self.access = access
    self.languages = languages
    self.checked = checked
    self.status = status
    self.evidence = evidence
    self.serves = serves
    self.requires = requires
    self.features = features
  }
}
