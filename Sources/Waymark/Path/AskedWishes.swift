package import WaymarkBasics

/// One thing that a person asks of their learning paths.
package enum Wish: Hashable, Sendable {
  /// What a wish is about, in the words that a store keeps and options have.
  package enum Subject: String, CaseIterable, Sendable {
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
  package var subject: Subject {
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
  package enum Problem: Error, Hashable, Sendable {
    /// A text that is no number of hours.
    case notHours(String)
    /// A text that is no number among these.
    case notAmong(ClosedRange<Int>, Subject, String)
    /// A text that is no day.
    case noDay(Subject, String)
    /// A text that is no language tag.
    case noLanguage(String)
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
  package init(_ subject: Subject, _ texts: [String]) throws(Problem) {
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

  /// The texts that are read as this wish again.
  package var texts: [String] {
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

  private static func day(_ text: String, _ subject: Subject) throws(Problem) -> CalendarDate {
    guard let day = CalendarDate(written: text) else { throw .noDay(subject, text) }
    return day
  }
}

/// What a person asks of their learning paths, once for each subject; what is absent was never asked.
package struct AskedWishes: Equatable, Sendable {
  private var wishes: [Wish.Subject: Wish] = [:]

  /// Takes wishes; of one subject the last counts.
  package init(_ wishes: some Sequence<Wish> = []) {
    for wish in wishes { self.wishes[wish.subject] = wish }
  }

  /// The wishes, in the order of their subjects' words.
  package var all: [Wish] {
    wishes.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
  }

  /// Whether nothing was asked.
  package var isEmpty: Bool { wishes.isEmpty }

  /// The wish on a subject; `nil` where nothing was asked.
  package subscript(subject: Wish.Subject) -> Wish? { wishes[subject] }

  /// What still holds of it beside what is asked now: time in all and time each week take each
  /// other's place.
  package func remembered(beside now: AskedWishes) -> AskedWishes {
    let weeks: Set<Wish.Subject> = [.minutesPerWeek, .start, .until]
    var replaced = Set(now.wishes.keys)
    if now[.hours] != nil, weeks.isDisjoint(with: replaced) { replaced.formUnion(weeks) }
    if now[.minutesPerWeek] != nil { replaced.insert(.hours) }
    return AskedWishes(wishes.values.filter { !replaced.contains($0.subject) })
  }

  /// The same with other wishes, which replace those on the same subjects.
  package func merging(_ others: AskedWishes) -> AskedWishes {
    AskedWishes(Array(wishes.values) + others.wishes.values)
  }
}
