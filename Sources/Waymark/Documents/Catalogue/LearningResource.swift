public import WaymarkBasics

/// A course, text or tool that carries a person from one level of a competency to a higher one.
public struct LearningResource: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case course, webinar, article, toolkit, guide, book, site, video, conference, tool
    /// Something to do at work, without anything that others offer.
    case practice
  }

  /// What it costs, in US dollars, as far as it is known.
  public enum Cost: Hashable, Sendable {
    /// Nothing.
    case free
    /// Nothing, with an account.
    case account
    /// Nothing or little for members; the amount in US dollars for others, when it is known.
    case members(othersUSD: Int?)
    /// Money: the amount in US dollars when it is known.
    case paid(usd: Int?)

    /// The cost as files hold it: its kind, and the amount in US dollars where it is known.
    public var parts: (kind: String, usDollars: Int?) {
      switch self {
      case .free: ("free", nil)
      case .account: ("account", nil)
      case .members(let usd): ("members", usd)
      case .paid(let usd): ("paid", usd)
      }
    }
  }

  /// Who may use it.
  public enum Access: String, Hashable, Sendable, CaseIterable {
    case open, account, members, purchase
  }

  /// How long it takes.
  public enum Duration: Hashable, Sendable {
    /// The provider's own figure, in minutes.
    case stated(minutes: Int)
    /// Waymark's estimate, in minutes; shown as "about".
    case estimated(minutes: Int)
    /// Nobody can say: listed, never scheduled.
    case unknown

    /// The minutes, where anybody can say.
    public var minutes: Int? {
      switch self {
      case .stated(let minutes), .estimated(let minutes): minutes
      case .unknown: nil
      }
    }

    /// Whether the minutes are Waymark's estimate.
    public var isEstimate: Bool {
      if case .estimated = self { true } else { false }
    }
  }

  /// Whether it can still be used.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Listed when it was last looked at.
    case listed
    /// Over: never recommended.
    case past
  }

  /// How somebody looked at an address.
  public enum Look: String, Hashable, Sendable, CaseIterable {
    /// On the web itself.
    case live
    /// A kept copy of the page shows the thing.
    case stored
    /// A kept copy of another page names or describes it.
    case linked
  }

  /// Whether anybody has seen what an address leads to.
  public enum Sighting: Hashable, Sendable {
    /// In a month, such as `2026-11`.
    case seen(month: String, Look)
    /// Nobody has seen any copy of it.
    case memory

    /// How it was seen, in the word of documents.
    public var word: String {
      switch self {
      case .seen(_, let look): look.rawValue
      case .memory: "memory"
      }
    }

    /// The month in which it was seen, where it was.
    public var month: String? {
      if case .seen(let month, _) = self { month } else { nil }
    }
  }

  /// A competency that it serves, and from which level to which.
  public struct Service: Hashable, Sendable {
    /// The competency that it helps with.
    public let competency: CompetencyID
    /// The level a person should hold before.
    public let from: Level
    /// The level it carries to; higher than `from`.
    public let to: Level

    package init(competency: CompetencyID, from: Level, to: Level) {
      self.competency = competency
      self.from = from
      self.to = to
    }
  }

  /// What a person needs before.
  public enum Requirement: Hashable, Sendable {
    case level(CompetencyID, Level)
    /// Another resource, done.
    case resource(ID<LearningResource>)
  }

  /// What it says of itself beyond how to use it.
  public struct Features: Hashable, Sendable {
    /// Whether it has captions; `nil` where nobody says.
    public let captions: Bool?
    /// Whether it gives a certificate; `nil` where nobody says.
    public let certificate: Bool?
    /// The days it takes place on, in order; empty when it can be used at any time.
    public let days: [CalendarDate]

    package init(captions: Bool? = nil, certificate: Bool? = nil, days: [CalendarDate] = []) {
      self.captions = captions
      self.certificate = certificate
      self.days = days
    }
  }

  /// The resource's id.
  public let id: ID<LearningResource>
  /// Its name.
  public let title: LocalizedText
  /// What one does with it, in a sentence.
  public let description: LocalizedText
  /// Who offers it; `nil` for practice.
  public let provider: String?
  /// Where it is: an http or https address; `nil` for practice.
  public let url: String?
  /// What kind of thing it is.
  public let format: Format
  /// How long it takes.
  public let duration: Duration
  /// What it costs at the provider, the day it was looked at.
  public let cost: Cost
  /// Who may use it.
  public let access: Access
  /// The languages it exists in.
  public let languages: [LanguageTag]
  /// Whether anybody has seen what its address leads to; `nil` where nobody says, and for practice.
  public let sighting: Sighting?
  /// Whether it can still be used.
  public let status: Status
  /// The competencies that it helps with, each from one level to another.
  public let serves: [Service]
  /// What a person needs before.
  public let requires: [Requirement]
  /// Captions, certificate and days.
  public let features: Features
  /// What is done at work, for practice alone: what prepares it in order, then the doing itself.
  public let practice: [PracticePart]

  /// Whether it is something to do at work, and not something that others offer.
  public var isPractice: Bool { format == .practice }

  /// What is done with it, by somebody with coworkers or without: for practice the way alone where it has
  /// one.
  public func title(alone: Bool) -> LocalizedText {
    alone ? practice.last?.alone ?? title : title
  }

  /// How many times the thing itself is done: more than once for some practice alone.
  public var times: Int { practice.last?.times ?? 1 }

  /// The weeks that pass from the first of its times to the last, 1 or more; more than one for some
  /// practice alone.
  public var weeks: Int { practice.last?.weeks ?? 1 }

  /// Whether its time is that of several things, or of several times.
  public var isSum: Bool { practice.count > 1 || times > 1 }

  package init(
    id: ID<LearningResource>, title: LocalizedText, description: LocalizedText,
    provider: String?, url: String?, format: Format, duration: Duration, cost: Cost, access: Access,
    languages: [LanguageTag], sighting: Sighting?, status: Status, serves: [Service],
    requires: [Requirement] = [], features: Features = Features(), practice: [PracticePart] = []
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
    self.sighting = sighting
    self.status = status
    self.serves = serves
    self.requires = requires
    self.features = features
    self.practice = practice
  }
}

/// One thing to do at work for a level step: something that prepares it, or the doing itself.
public struct PracticePart: Hashable, Sendable {
  /// What a part of practice is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Read, write or rehearse.
    case prepare
    /// Done with real children, families, coworkers or decisions.
    case `do`
  }

  /// Whether it prepares or is the doing itself.
  public let kind: Kind
  /// What is done.
  public let text: LocalizedText
  /// How somebody without coworkers does it, where that differs.
  public let alone: LocalizedText?
  /// What shows that it worked, where the document says so.
  public let watch: LocalizedText?
  /// How long all its times take together, in minutes, 1 or more.
  public let minutes: Int
  /// How many times it is done, 1 or more.
  public let times: Int
  /// The weeks that pass from the first time to the last, 1 or more.
  public let weeks: Int

  package init(
    kind: Kind, text: LocalizedText, alone: LocalizedText? = nil, watch: LocalizedText? = nil,
    minutes: Int, times: Int = 1, weeks: Int = 1
  ) {
    self.kind = kind
    self.text = text
    self.alone = alone
    self.watch = watch
    self.minutes = minutes
    self.times = times
    self.weeks = weeks
  }
}
