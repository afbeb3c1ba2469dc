package import FoundationEssentials
package import WaymarkBasics

/// Decides what becomes of everything of one kind that arrives for a campaign, one after the other:
/// of responses, of mentoring cards, or of what is said of services.
///
/// The outcome does not depend on the order: of each id the highest revision stands, and a withdrawal
/// takes back every revision up to its own.
package struct ImportDecisions: Sendable {
  /// What a campaign knows of one id.
  package struct Standing: Hashable, Sendable {
    /// The highest revision that arrived, or of which a withdrawal did.
    package let revision: Int
    /// The `SheetArrival.fingerprint` of that revision; `nil` when it was withdrawn, when nobody knows,
    /// and for all that is no response.
    package let fingerprint: UInt64?
    /// Whether that revision was withdrawn.
    package let isWithdrawn: Bool
    /// Whether it arrived as a row of a table in this import.
    var isRowOfThisImport = false

    package init(revision: Int, fingerprint: UInt64? = nil, isWithdrawn: Bool) {
      self.revision = revision
      self.fingerprint = fingerprint
      self.isWithdrawn = isWithdrawn
    }

    init(_ arrival: SheetArrival, isRow: Bool) {
      self.init(
        revision: arrival.record.revision, fingerprint: arrival.fingerprint, isWithdrawn: false)
      isRowOfThisImport = isRow
    }
  }

  /// What becomes of something that arrives.
  package enum Decision: Hashable, Sendable, CaseIterable {
    /// Not seen before: store it.
    case new
    /// A higher revision: store it in the place of the lower one.
    case replaced
    /// Seen before and unchanged: leave all as it is.
    case same
    /// A lower revision than the one that stands, or a withdrawn one: leave all as it is.
    case older
    /// A withdrawal: forget what was shared and remember the withdrawal.
    case withdrawn
    /// The revision that stands but with other content: somebody changed it; refuse it.
    case changed
  }

  /// What is known of many ids, in memory of some bytes each.
  package struct Standings: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    private var known: [RespondentKey: Standing] = [:]

    /// Knows nothing.
    package init() {}

    /// Knows these.
    package init(dictionaryLiteral standings: (String, Standing)...) {
      for (id, standing) in standings { self[id] = standing }
    }

    /// Whether nothing is known.
    package var isEmpty: Bool { known.isEmpty }

    /// What is known of an id: of a file, or of the respondent of a row.
    package subscript(id: String) -> Standing? {
      get { self[RespondentKey(id)] }
      set { self[RespondentKey(id)] = newValue }
    }

    subscript(respondent: RespondentKey) -> Standing? {
      get { known[respondent] }
      _modify { yield &known[respondent] }
    }
  }

  /// What is known of each id now.
  private(set) var standings: Standings
  private var counts: [Decision: Int] = [:]

  /// Begins with what the campaign knows.
  package init(standings: Standings = Standings()) {
    self.standings = standings
  }

  /// How often a decision was made.
  package func count(of decision: Decision) -> Int { counts[decision] ?? 0 }

  /// Decides about a response.
  ///
  /// - Parameter isRow: whether it is a row of a table, whose place a later row may take.
  package mutating func receive(_ arrival: SheetArrival, isRow: Bool = true) -> Decision {
    counted(Self.decide(on: Standing(arrival, isRow: isRow), &standings[arrival.key]))
  }

  /// Whether the response that stands for an id came as a row of a table in this import.
  package func cameNow(_ arrival: SheetArrival) -> Bool {
    standings[arrival.key]?.isRowOfThisImport ?? false
  }

  /// Counts a response that is known already, though by another id.
  package mutating func countKnown() { _ = counted(.same) }

  /// Decides about anything else that is shared, whose content is not compared.
  package mutating func receive(_ id: String, revision: Int) -> Decision {
    counted(Self.decide(on: Standing(revision: revision, isWithdrawn: false), &standings[id]))
  }

  /// Decides about a later row of the table that a response came in, which takes its place.
  ///
  /// Nothing is counted, as the response is counted already.
  package mutating func receiveAgain(_ arrival: SheetArrival) -> Decision {
    guard standings[arrival.key]?.isRowOfThisImport == true else {
      return Self.decide(on: Standing(arrival, isRow: true), &standings[arrival.key])
    }
    standings[arrival.key] = Standing(arrival, isRow: true)
    return .replaced
  }

  /// Decides about a withdrawal, which may arrive before what it takes back.
  package mutating func receive(_ withdrawal: Withdrawal) -> Decision {
    let now = Standing(revision: withdrawal.revision, isWithdrawn: true)
    if let earlier = standings[withdrawal.id] {
      if now.revision < earlier.revision { return counted(.older) }
      if now == earlier { return counted(.same) }
    }
    standings[withdrawal.id] = now
    return counted(.withdrawn)
  }

  /// Decides about what arrives, and lets it stand when it is new or takes the place of another.
  private static func decide(on arrival: Standing, _ standing: inout Standing?) -> Decision {
    guard let earlier = standing else {
      standing = arrival
      return .new
    }
    if arrival.revision > earlier.revision {
      standing = arrival
      return .replaced
    }
    if arrival.revision < earlier.revision || earlier.isWithdrawn { return .older }
    if let known = earlier.fingerprint, known != arrival.fingerprint { return .changed }
    return .same
  }

  private mutating func counted(_ decision: Decision) -> Decision {
    counts[decision, default: 0] += 1
    return decision
  }
}

/// A file that was written to share something, or to take it back.
package struct Sharing: Hashable, Sendable {
  package let assessment: UUID
  package let kind: SharedFile.Kind
  package let revision: Int
  package let day: CalendarDate
  package let takesBack: Bool

  package init(
    assessment: UUID, kind: SharedFile.Kind, revision: Int, day: CalendarDate, takesBack: Bool
  ) {
    self.assessment = assessment
    self.kind = kind
    self.revision = revision
    self.day = day
    self.takesBack = takesBack
  }
}

/// All that a person shared, and what became of it.
package struct SharedHistory: Equatable, Sendable {
  /// What became of something that was shared.
  package enum State: Hashable, Sendable {
    /// It can be taken back until a report is published of it; the day on which it was shared last,
    /// `nil` where that was not noted.
    case shared(CalendarDate?)
    /// It was taken back on a day.
    case takenBack(CalendarDate)
  }

  /// One thing that was shared, however often.
  package struct Item: Equatable, Sendable {
    package let stored: StoredAssessment
    package let kind: SharedFile.Kind
    package let state: State

    package var isTakenBack: Bool { if case .takenBack = state { true } else { false } }
  }

  /// What was shared, that of the assessment begun last first.
  package let items: [Item]

  /// Puts together what is known.
  ///
  /// - Parameters:
  ///   - all: every assessment of the person, the one begun last first.
  ///   - offers: the assessments beside which an offer to mentor was shared.
  ///   - sharings: the files that were noted; those of earlier versions of Waymark were not.
  package init(_ all: [StoredAssessment], offers: Set<UUID>, _ sharings: [Sharing]) {
    items = all.flatMap { stored in
      let id = stored.assessment.id
      let answers: SharedFile.Kind = stored.assessment.service == nil ? .response : .service
      let kinds = (stored.revision > 0 ? [answers] : []) + (offers.contains(id) ? [.mentoring] : [])
      return kinds.map { kind in
        let last = sharings.filter { $0.assessment == id && $0.kind == kind }
          .max { $0.revision < $1.revision }
        let state: State =
          last.map { $0.takesBack ? .takenBack($0.day) : .shared($0.day) }
          ?? .shared(nil)
        return Item(stored: stored, kind: kind, state: state)
      }
    }
  }

  /// What one thing of a kind can be taken back without being named.
  package enum Choice: Equatable, Sendable {
    /// There is nothing of this kind.
    case nothing
    case one(Item)
    /// Several of them: which one has to be said.
    case several([Item])
  }

  /// What is meant where something of a kind is to be taken back.
  ///
  /// What was taken back already is meant only where there is nothing else: the file may be lost.
  package func toTakeBack(_ kind: SharedFile.Kind) -> Choice {
    let all = items.filter { $0.kind == kind }
    let standing = all.filter { !$0.isTakenBack }
    let candidates = standing.isEmpty ? all : standing
    guard let first = candidates.first else { return .nothing }
    return candidates.count == 1 ? .one(first) : .several(candidates)
  }
}
