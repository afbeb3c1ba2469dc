import FoundationEssentials
public import WaymarkBasics

extension LearningPath {
  /// What a person wants of a path.
  public struct Wishes: Hashable, Sendable {
    /// The minutes there are in all; `nil` when time is no limit.
    public var minutes: Int?
    /// The weeks that the steps are laid into; `nil` for steps without days.
    public var calendar: PathCalendar?
    /// The US dollars there are in all; `nil` when money is no limit.
    public var usDollars: Int?
    /// The languages the person learns in; a regional form of the same language fits as well.
    public var languages: [LanguageTag]
    /// Whether only what costs nothing is wanted; an account that costs nothing is fine.
    public var freeOnly: Bool
    /// Whether the person named the languages; else they are those of the session.
    public var asksForLanguages = false
    /// How many steps there are at most; `nil` where the time alone says.
    public var steps: Int?
    /// The formats that come first where others would do as well; practice alone means practice
    /// without anything to learn from.
    public var preferred: Set<LearningResource.Format> = []
    /// What the person does not want.
    public var dropped: Set<ID<LearningResource>> = []
    /// What the person has done, the earliest first: it is no step again, and what came after the
    /// profile's assessment raises its levels.
    public var done: [DoneStep] = []

    /// The most steps where neither a number nor a time was asked for.
    public static let usualSteps = 5

    /// The most courses of a path.
    public static let courses = 3

    /// Joins the wishes; a negative number counts as 0.
    public init(
      minutes: Int? = nil, calendar: PathCalendar? = nil, usDollars: Int? = nil,
      languages: [LanguageTag] = [.english], freeOnly: Bool = false,
      steps: Int? = Wishes.usualSteps
    ) {
      self.minutes = minutes.map { max(0, $0) }
      self.calendar = calendar
      self.usDollars = usDollars.map { max(0, $0) }
      self.languages = languages
      self.freeOnly = freeOnly
      self.steps = steps.map { max(0, $0) }
    }

    /// The minutes that all steps may take together; `nil` when time is no limit.
    public var minutesInAll: Int? {
      [minutes, calendar?.minutes].compactMap { $0 }.min()
    }

    /// What was learned with already, whenever that was.
    public var doneResources: Set<ID<LearningResource>> { Set(done.map(\.resource)) }

    /// Whether practice is wanted alone, without anything to learn from.
    var wantsPracticeAlone: Bool { preferred == [.practice] }

    /// Why a resource does not suit, whatever the person's levels are.
    ///
    /// Practice of an earlier round can be done again; what was done before every rating was rated with it
    /// in mind.
    func obstacle(_ resource: LearningResource, after assessment: UUID) -> Obstacle? {
      let wanted = languages.map(\.language)
      if done.contains(where: {
        $0.resource == resource.id
          && (!resource.isPractice || $0.assessment == nil || $0.assessment == assessment)
      }) {
        return .done
      }
      if dropped.contains(resource.id) { return .dropped }
      if resource.status == .past { return .past }
      // What is done at work is done in the language of those who are there.
      if !resource.isPractice,
        !resource.languages.contains(where: { wanted.contains($0.language) })
      {
        return .otherLanguage
      }
      if !resource.cost.isFree {
        if freeOnly || usDollars == 0 { return .notFree }
        if let usDollars {
          guard let price = resource.cost.usDollars else { return .noPriceKnown }
          if price > usDollars { return .overMoney(left: usDollars) }
        }
      }
      guard let calendar, !resource.features.days.isEmpty else { return nil }
      return resource.features.days.contains(where: calendar.contains) ? nil : .outsideWeeks
    }
  }
}

/// One thing that a person asks of their learning paths.
public enum Wish: Hashable, Sendable {
  /// What a wish is about, in the words that a store keeps and options have.
  public enum Subject: String, CaseIterable, Sendable {
    case hours
    case minutesPerWeek = "minutes-per-week"
    case start, until, budget, steps, free
    case languages = "language"
    case formats = "prefer"
  }

  /// The minutes there are in all.
  case hours(minutes: Int)
  /// The minutes there are each week.
  case minutesPerWeek(Int)
  /// The first day of the weeks.
  case start(CalendarDate)
  /// The last day of the weeks.
  case until(CalendarDate)
  /// The US dollars there are in all.
  case budget(usDollars: Int)
  /// The most steps.
  case steps(Int)
  /// Only what costs nothing, or anything.
  case free(Bool)
  /// The languages to learn in.
  case languages([LanguageTag])
  /// The formats that come first.
  case formats([LearningResource.Format])

  /// What it is about.
  public var subject: Subject {
    switch self {
    case .hours: .hours
    case .minutesPerWeek: .minutesPerWeek
    case .start: .start
    case .until: .until
    case .budget: .budget
    case .steps: .steps
    case .free: .free
    case .languages: .languages
    case .formats: .formats
    }
  }
}

// MARK: - As texts

extension Wish {
  /// What is wrong with a text for a wish, or with wishes beside each other.
  public enum Problem: Error, Hashable, Sendable {
    /// A text that is no number of hours.
    case notHours(String)
    /// A text that is no number among these.
    case notAmong(ClosedRange<Int>, Subject, String)
    /// A text that is no day.
    case noDay(Subject, String)
    /// A text that is neither the name of a language nor a tag.
    case noLanguage(String)
    /// A language that nothing in the catalogue is in, and those that something is in.
    case notInLanguage(LanguageTag, known: [LanguageTag])
    /// A text that is no format.
    case noFormat(String)
    /// A text that is neither yes nor no, or none at all.
    case notReadable(Subject)
    /// A day of weeks, without minutes for each.
    case needsWeeks(Subject)
    /// A first day that is more than ten years away.
    case startTooFar(CalendarDate)
    /// A last day that is less than a week after the first.
    case untilTooNear(CalendarDate, first: CalendarDate)
    /// A last day that is more than ten years away.
    case untilTooFar(CalendarDate)
  }

  /// Reads texts, one but for languages and formats.
  public init(_ subject: Subject, _ texts: [String]) throws(Problem) {
    guard let text = texts.first else { throw .notReadable(subject) }
    switch subject {
    case .hours: self = .hours(minutes: try Self.minutes(text))
    case .minutesPerWeek: self = .minutesPerWeek(try Self.number(text, 1...2400, subject))
    case .start: self = .start(try Self.day(text, subject))
    case .until: self = .until(try Self.day(text, subject))
    case .budget: self = .budget(usDollars: try Self.number(text, 0...1_000_000, subject))
    case .steps: self = .steps(try Self.number(text, 1...20, subject))
    case .free:
      guard text == "yes" || text == "no" else { throw .notReadable(subject) }
      self = .free(text == "yes")
    case .languages:
      var tags: [LanguageTag] = []
      for text in texts {
        guard let tag = LanguageTag(text) else { throw .noLanguage(text) }
        tags.append(tag)
      }
      self = .languages(tags)
    case .formats:
      var formats: [LearningResource.Format] = []
      for text in texts {
        guard let format = LearningResource.Format(rawValue: text) else { throw .noFormat(text) }
        formats.append(format)
      }
      self = .formats(formats)
    }
  }

  /// Reads texts as people type them: hours and minutes as `4`, `1h30` or `90 minutes`, days as
  /// `CalendarDate` reads what is written, languages by name or tag.
  public init(typed subject: Subject, _ texts: [String], on today: CalendarDate) throws(Problem) {
    guard let text = texts.first else { throw .notReadable(subject) }
    switch subject {
    case .hours:
      guard let minutes = TimeSpan.minutes(text, of: .hours), (1...600_000).contains(minutes) else {
        throw .notHours(text)
      }
      self = .hours(minutes: minutes)
    case .minutesPerWeek:
      let range = 1...2400
      guard let minutes = TimeSpan.minutes(text, of: .minutes), range.contains(minutes) else {
        throw .notAmong(range, subject, text)
      }
      self = .minutesPerWeek(minutes)
    case .start: self = .start(try Self.day(text, subject, on: today))
    case .until: self = .until(try Self.day(text, subject, on: today))
    case .languages:
      var tags: [LanguageTag] = []
      for text in texts {
        guard let tag = LanguageWords.tag(named: text) ?? LanguageTag(text) else {
          throw .noLanguage(text)
        }
        tags.append(tag)
      }
      self = .languages(tags)
    case .budget, .steps, .free, .formats: try self.init(subject, texts)
    }
  }

  /// The texts that are read as this wish again.
  public var texts: [String] {
    switch self {
    case .hours(let minutes): [Self.hours(minutes)]
    case .minutesPerWeek(let number), .budget(let number), .steps(let number): [String(number)]
    case .start(let day), .until(let day): [day.description]
    case .free(let isWanted): [isWanted ? "yes" : "no"]
    case .languages(let tags): tags.map(\.description)
    case .formats(let formats): formats.map(\.rawValue)
    }
  }

  /// Reads hours with `.` as the decimal separator, up to 10,000.
  private static func minutes(_ text: String) throws(Problem) -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count) && parts.allSatisfy { $0.isDigits && $0.utf8.count <= 5 }
    guard isNumber, let hours = Double(text), hours <= 10_000, (hours * 60).rounded() >= 1 else {
      throw .notHours(text)
    }
    return Int((hours * 60).rounded())
  }

  /// The shortest number of hours that is so many minutes: two decimals tell every minute apart.
  private static func hours(_ minutes: Int) -> String {
    let hours = Double(minutes) / 60
    let places =
      (0...1).first { (Decimal.rounded(hours, places: $0) * 60).rounded() == Double(minutes) } ?? 2
    return Decimal.text(hours, places: places)
  }

  private static func number(
    _ text: String, _ range: ClosedRange<Int>, _ subject: Subject
  ) throws(Problem) -> Int {
    guard let number = Int(digits: text), range.contains(number) else {
      throw .notAmong(range, subject, text)
    }
    return number
  }

  private static func day(
    _ text: String, _ subject: Subject, on today: CalendarDate? = nil
  ) throws(Problem) -> CalendarDate {
    let day =
      today.map { today in
        subject == .until
          ? CalendarDate(deadline: text, today: today) : CalendarDate(written: text, today: today)
      } ?? CalendarDate(written: text)
    guard let day else { throw .noDay(subject, text) }
    return day
  }
}

/// What a person asks of their learning paths, once for each subject; what is absent was never asked.
public struct AskedWishes: Equatable, Sendable {
  private var wishes: [Wish.Subject: Wish] = [:]

  /// Takes wishes; of one subject the last counts.
  public init(_ wishes: some Sequence<Wish> = []) {
    for wish in wishes { self.wishes[wish.subject] = wish }
  }

  /// The wishes, in the order of their subjects' words.
  public var all: [Wish] {
    wishes.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
  }

  /// Whether nothing was asked.
  public var isEmpty: Bool { wishes.isEmpty }

  /// The wish on a subject; `nil` where nothing was asked.
  public subscript(subject: Wish.Subject) -> Wish? { wishes[subject] }

  /// What still holds of it beside what is asked now: time in all and time each week take each
  /// other's place.
  public func remembered(beside now: AskedWishes) -> AskedWishes {
    let weeks: Set<Wish.Subject> = [.minutesPerWeek, .start, .until]
    var replaced = Set(now.wishes.keys)
    if now[.hours] != nil, weeks.isDisjoint(with: replaced) { replaced.formUnion(weeks) }
    if now[.minutesPerWeek] != nil { replaced.insert(.hours) }
    return AskedWishes(wishes.values.filter { !replaced.contains($0.subject) })
  }

  /// The same with other wishes, which replace those on the same subjects.
  public func merging(_ others: AskedWishes) -> AskedWishes {
    AskedWishes(Array(wishes.values) + others.wishes.values)
  }
}

/// What is wanted of the next path: what is asked now, and what is remembered of earlier ones.
public struct ResolvedWishes: Equatable, Sendable {
  /// Everything that is wrong with wishes.
  public struct Faults: Error, Hashable, Sendable {
    /// What is wrong, in order.
    public let problems: [Wish.Problem]
  }

  /// All that is asked, to be remembered.
  public let asked: AskedWishes
  /// What of it was not asked now.
  public let remembered: AskedWishes
  /// A remembered last day that is over or too near, so that it is passed over.
  public let lastDayOver: CalendarDate?
  /// Remembered languages that nothing in the catalogue is in, so that they are passed over.
  public let languagesGone: [LanguageTag]
  /// What a path keeps to.
  public let wishes: LearningPath.Wishes

  /// Joins what is asked now with what a log remembers.
  ///
  /// Weeks without a first day begin today, and are remembered as that; weeks that are over are left
  /// out, so that no step lies in the past.
  /// - Parameters:
  ///   - languages: what the person learns in where they never asked for a language.
  ///   - known: the languages that something can be learned in.
  /// - Throws: everything that does not go together.
  public init(
    _ now: AskedWishes, with log: LearningLog, on today: CalendarDate, languages: [LanguageTag],
    known: [LanguageTag]
  ) throws(Faults) {
    func isKnown(_ tag: LanguageTag) -> Bool { known.contains { $0.language == tag.language } }
    if case .languages(let tags) = now[.languages], let tag = tags.first(where: { !isKnown($0) }) {
      throw Faults(problems: [.notInLanguage(tag, known: known)])
    }
    var earlier = log.wishes
    var gone: [LanguageTag] = []
    if case .languages(let tags) = earlier[.languages] {
      gone = tags.filter { !isKnown($0) }
      let left = tags.filter(isKnown)
      earlier = AskedWishes(
        earlier.all.filter { $0.subject != .languages } + (left.isEmpty ? [] : [.languages(left)]))
    }
    languagesGone = now[.languages] == nil ? gone : []
    remembered = earlier.remembered(beside: now)
    var asked = remembered.merging(now)
    if asked[.minutesPerWeek] != nil, asked[.start] == nil {
      asked = asked.merging(AskedWishes([.start(today)]))
    }
    var weeks = Weeks(today: today, isUntilRemembered: remembered[.until] != nil)
    var wishes = LearningPath.Wishes(languages: languages)
    for wish in asked.all {
      switch wish {
      case .hours(let minutes): wishes.minutes = minutes
      case .minutesPerWeek(let minutes): weeks.minutes = minutes
      case .start(let day): weeks.start = day
      case .until(let day): weeks.until = day
      case .budget(let usDollars): wishes.usDollars = usDollars
      case .steps(let most): wishes.steps = most
      case .free(let isWanted): wishes.freeOnly = isWanted
      case .languages(let tags): (wishes.languages, wishes.asksForLanguages) = (tags, true)
      case .formats(let formats): wishes.preferred = Set(formats)
      }
    }
    wishes.calendar = try weeks.calendar()
    // Whoever says how much time there is wants it used.
    if asked[.steps] == nil, wishes.minutesInAll != nil { wishes.steps = nil }
    wishes.done = log.done
    wishes.dropped = log.dropped
    lastDayOver = weeks.lastDayOver
    self.asked = asked
    self.wishes = wishes
  }

  /// The weeks that the steps are laid into.
  private struct Weeks {
    let today: CalendarDate
    let isUntilRemembered: Bool
    var minutes: Int?
    var start: CalendarDate?
    var until: CalendarDate?

    private var first: CalendarDate {
      let anchor = start ?? today
      return anchor.adding(days: 7 * max(0, (today.daysSince1970 - anchor.daysSince1970) / 7))
    }

    var lastDayOver: CalendarDate? {
      guard minutes != nil, isUntilRemembered, let until, until < first.adding(days: 6) else {
        return nil
      }
      return until
    }

    func calendar() throws(Faults) -> PathCalendar? {
      guard let minutes else {
        let subjects = [start.map { _ in Wish.Subject.start }, until.map { _ in .until }]
        if let subject = subjects.compactMap({ $0 }).first {
          throw Faults(problems: [.needsWeeks(subject)])
        }
        return nil
      }
      let horizon = today.adding(days: 3660)
      let last = lastDayOver == nil ? until : nil
      var problems: [Wish.Problem] = []
      if first > horizon { problems.append(.startTooFar(first)) }
      if let last, last < first.adding(days: 6) {
        problems.append(.untilTooNear(last, first: first))
      } else if let last, last > horizon {
        problems.append(.untilTooFar(last))
      }
      guard problems.isEmpty else { throw Faults(problems: problems) }
      return PathCalendar(start: first, minutesPerWeek: minutes, until: last)
    }
  }
}
