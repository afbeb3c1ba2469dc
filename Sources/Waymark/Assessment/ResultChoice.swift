public import FoundationEssentials
public import WaymarkBasics

/// Of a person's assessments the one that results are made from.
public struct ResultChoice: Equatable, Sendable {
  /// Why there is none.
  public enum Problem: Error, Hashable, Sendable {
    /// No id begins so.
    case noneNamed(String)
    /// Several ids begin so.
    case severalNamed(String)
    /// It says what a service needs, not where the person is.
    case ofService(String)
    /// There is none of this kind to compare with.
    case nothingBefore(Comparison)
  }

  /// What a result is compared with.
  public enum Comparison: Hashable, Sendable {
    /// The one of the same kind that was finished before.
    case last
    /// The one that looked back last.
    case lookingBack
    /// The one whose id begins so.
    case named(String)
  }

  /// The one that was chosen.
  public let stored: StoredAssessment
  /// All of them, the one begun last first.
  public let all: [StoredAssessment]
  /// One of the same kind that was begun later and is not finished, where none was named.
  package let newer: StoredAssessment?

  /// Chooses by the beginning of an id; without one it is the last that was finished, or, while none
  /// is, the last that was begun; `nil` where none was.
  ///
  /// - Parameters:
  ///   - all: every assessment of the person, the one begun last first.
  ///   - includesShort: whether one about a workshop alone is found without a name too; else only
  ///     where there is no other.
  public init?(
    _ name: String?, among all: [StoredAssessment], includesShort: Bool = false
  ) throws(Problem) {
    self.all = all
    if let name {
      stored = try Self.named(name, among: all)
      newer = nil
      return
    }
    let own = all.filter(\.assessment.isOwn)
    let whole = own.filter(\.assessment.isWhole)
    let candidates = includesShort || whole.isEmpty ? own : whole
    guard let latest = candidates.first(where: \.isFinished) ?? candidates.first else {
      return nil
    }
    stored = latest
    newer =
      candidates.prefix { $0.assessment.id != latest.assessment.id }.first { !$0.isFinished }
  }

  /// The person's own assessments that results can be made from, the last one first, with their
  /// days: those that were finished, and this one.
  public var rated: [(id: UUID, day: CalendarDate)] {
    all.map(\.assessment).compactMap { assessment in
      let isThis = assessment.id == stored.assessment.id
      guard assessment.isWhole || isThis && assessment.isOwn else { return nil }
      return (assessment.finished ?? (isThis ? assessment.started : nil)).map {
        (assessment.id, $0)
      }
    }
  }

  /// Whether there is one to compare with that was finished before.
  public var hasEarlier: Bool { (try? earlier(.last)) != nil }

  /// The assessment to compare with.
  public func earlier(_ comparison: Comparison) throws(Problem) -> StoredAssessment {
    let found: StoredAssessment?
    switch comparison {
    case .named(let name): return try Self.named(name, among: all)
    case .last:
      let before = all.drop { $0.assessment.id != stored.assessment.id }.dropFirst()
      found = before.first {
        $0.isFinished && $0.assessment.isOwn
          && $0.assessment.workshop == stored.assessment.workshop
      }
    case .lookingBack:
      found = all.first {
        $0.isFinished && $0.assessment.looksBackTo != nil
          && $0.assessment.id != stored.assessment.id
      }
    }
    guard let found else { throw .nothingBefore(comparison) }
    return found
  }

  private static func named(
    _ name: String, among all: [StoredAssessment]
  ) throws(Problem) -> StoredAssessment {
    let found = all.filter { $0.assessment.id.uuidString.lowercased().hasPrefix(name.lowercased()) }
    guard let only = found.first else { throw .noneNamed(name) }
    guard found.count == 1, !name.isEmpty else { throw .severalNamed(name) }
    guard only.assessment.service == nil else { throw .ofService(name) }
    return only
  }
}

// MARK: - What is shared of it

extension ResultChoice {
  /// The last finished assessment of everything, where this one is about a workshop alone.
  public var wholeBeside: Assessment? {
    guard stored.assessment.workshop != nil else { return nil }
    return all.first { $0.isFinished && $0.assessment.isWhole }?.assessment
  }

  /// Why no levels of an earlier day can be added.
  public enum LookingBackProblem: Error, Hashable, Sendable {
    /// The person has not looked back yet.
    case never
    /// No statement has a level both now and on the day that was looked back to.
    case nothingInCommon(CalendarDate)
  }

  /// The levels that were given last for an earlier day, of the statements that have one now too.
  public func lookingBack() throws(LookingBackProblem) -> LookingBack {
    let own = stored.assessment
    let found = all.first {
      $0.isFinished && $0.assessment.looksBackTo != nil
        && $0.assessment.framework.sha256 == own.framework.sha256
    }?.assessment
    guard let found, let day = found.looksBackTo else { throw .never }
    let levels = found.answers.compactMapValues(\.level).filter { id, _ in
      own.answers[id]?.level != nil
    }
    guard !levels.isEmpty else { throw .nothingInCommon(day) }
    return LookingBack(month: day.isoMonth, levels: levels)
  }
}

/// What a person said that their library's service needs, both times, with what was shared of it.
public struct ServiceChoice: Equatable, Sendable {
  /// What was said for in five years.
  public let inFiveYears: StoredAssessment
  /// The day it was finished.
  public let finished: CalendarDate
  /// What was said for now.
  public let now: [CompetencyID: Answer]
  /// The assessment whose id and revisions the file bears.
  ///
  /// What is said anew replaces what was shared before, and is taken back as that: one person is one
  /// manager, however often asked.
  public let shared: StoredAssessment

  /// Finds what was said last; `nil` where it was not said to the end.
  public init?(among all: [StoredAssessment]) {
    let later = all.filter { $0.assessment.service == .inFiveYears }
    guard let stored = later.first(where: \.isFinished), let day = stored.assessment.finished else {
      return nil
    }
    inFiveYears = stored
    finished = day
    now = Self.saidForNow(in: stored.assessment.framework, before: stored, among: all)
    shared =
      later.first {
        $0.revision > 0 && $0.assessment.framework == stored.assessment.framework
      } ?? stored
  }

  /// What was said for now, to the end, in the same words.
  ///
  /// - Parameter later: what was said for in five years after it; `nil` where it is still to be said.
  public static func saidForNow(
    in framework: Framework.Key, before later: StoredAssessment?, among all: [StoredAssessment]
  ) -> [CompetencyID: Answer] {
    let before = later.map { later in all.drop { $0.assessment.id != later.assessment.id } }
    return (before ?? all[...]).first {
      $0.isFinished && $0.assessment.service == .now && $0.assessment.framework == framework
    }?.assessment.answers ?? [:]
  }
}
