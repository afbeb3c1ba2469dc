package import FoundationEssentials

/// Decides what becomes of each response that arrives for a campaign, one after the other.
///
/// The outcome does not depend on the order: of each response the highest revision stands, and a
/// withdrawal takes back every revision up to its own.
package struct ImportDecisions: Sendable {
  /// What a campaign knows of one response.
  package struct Standing: Hashable, Sendable {
    /// The highest revision that arrived, of the response or of its withdrawal.
    package let revision: Int
    /// The `CodedResponse.fingerprint` of that revision; `nil` when it was withdrawn or nobody knows.
    package let fingerprint: UInt64?
    /// Whether that revision was withdrawn.
    package let isWithdrawn: Bool
    /// Whether it arrived as a row of a table in this import.
    var isRowOfThisImport = false

    package init(revision: Int, fingerprint: UInt64?, isWithdrawn: Bool) {
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
    /// A withdrawal: forget the answers and remember the withdrawal.
    case withdrawn
    /// The revision that stands but with other content: somebody changed it; refuse it.
    case changed
  }

  /// What is known of many responses, in memory of some bytes each.
  package struct Standings: Sendable {
    private var known: [RespondentKey: Standing] = [:]

    /// Knows nothing.
    package init() {}

    /// Whether nothing is known.
    package var isEmpty: Bool { known.isEmpty }

    /// What is known of the response of a respondent.
    package subscript(respondent: String) -> Standing? {
      get { self[RespondentKey(respondent)] }
      set { self[RespondentKey(respondent)] = newValue }
    }

    subscript(respondent: RespondentKey) -> Standing? {
      get { known[respondent] }
      _modify { yield &known[respondent] }
    }
  }

  /// What is known of each response now.
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
    let decision = Self.decide(on: arrival, &standings[arrival.key], isRow: isRow)
    counts[decision, default: 0] += 1
    return decision
  }

  /// Decides about a later row of the table that a response came in, which takes its place.
  ///
  /// Nothing is counted, as the response is counted already.
  package mutating func receiveAgain(_ arrival: SheetArrival) -> Decision {
    guard standings[arrival.key]?.isRowOfThisImport == true else {
      return Self.decide(on: arrival, &standings[arrival.key], isRow: true)
    }
    standings[arrival.key] = Standing(arrival, isRow: true)
    return .replaced
  }

  /// Decides about a withdrawal, which may arrive before the response it takes back.
  package mutating func receive(_ withdrawal: Withdrawal) -> Decision {
    let decision = decision(on: withdrawal)
    if decision == .withdrawn {
      standings[withdrawal.response] = Standing(
        revision: withdrawal.revision, fingerprint: nil, isWithdrawn: true)
    }
    counts[decision, default: 0] += 1
    return decision
  }

  /// Decides about a response, and lets it stand when it is new or takes the place of another.
  private static func decide(
    on arrival: SheetArrival, _ standing: inout Standing?, isRow: Bool
  ) -> Decision {
    let revision = arrival.record.revision
    guard let earlier = standing else {
      standing = Standing(arrival, isRow: isRow)
      return .new
    }
    if revision > earlier.revision {
      standing = Standing(arrival, isRow: isRow)
      return .replaced
    }
    if revision < earlier.revision || earlier.isWithdrawn { return .older }
    if let known = earlier.fingerprint, known != arrival.fingerprint { return .changed }
    return .same
  }

  private func decision(on withdrawal: Withdrawal) -> Decision {
    guard let standing = standings[withdrawal.response] else { return .withdrawn }
    if withdrawal.revision < standing.revision { return .older }
    if standing.isWithdrawn, withdrawal.revision == standing.revision { return .same }
    return .withdrawn
  }
}

/// Decides what becomes of each file of one kind that arrives for a campaign beside the responses, one
/// after the other: of mentoring cards, or of what is said of services.
///
/// The outcome does not depend on the order: of each id the highest revision stands, and a
/// withdrawal takes back every revision up to its own.
package struct RevisionDecisions: Sendable {
  /// What a campaign knows of one id.
  package struct Standing: Hashable, Sendable {
    /// The highest revision that arrived, of the file or of its withdrawal.
    package let revision: Int
    /// Whether that revision was withdrawn.
    package let isWithdrawn: Bool

    package init(revision: Int, isWithdrawn: Bool) {
      self.revision = revision
      self.isWithdrawn = isWithdrawn
    }
  }

  /// What becomes of something that arrives.
  package enum Decision: Hashable, Sendable, CaseIterable {
    /// Not seen before: store it.
    case new
    /// A higher revision: store it in the place of the lower one.
    case replaced
    /// A revision that is no higher than what stands: leave all as it is.
    case unchanged
    /// A withdrawal: forget the file and remember the withdrawal.
    case withdrawn
  }

  private var standings: [UUID: Standing]
  private var counts: [Decision: Int] = [:]

  /// Begins with what the campaign knows.
  package init(standings: [UUID: Standing] = [:]) { self.standings = standings }

  /// How often a decision was made.
  package func count(of decision: Decision) -> Int { counts[decision] ?? 0 }

  /// Decides about a file.
  package mutating func receive(_ id: UUID, revision: Int) -> Decision {
    let earlier = standings[id]
    guard revision > earlier?.revision ?? 0 else { return counted(.unchanged) }
    standings[id] = Standing(revision: revision, isWithdrawn: false)
    return counted(earlier == nil ? .new : .replaced)
  }

  /// Decides about a withdrawal, which may arrive before the file it takes back.
  package mutating func withdraw(_ id: UUID, revision: Int) -> Decision {
    if let earlier = standings[id] {
      let isKnown = earlier.isWithdrawn && earlier.revision == revision
      guard revision >= earlier.revision, !isKnown else { return counted(.unchanged) }
    }
    standings[id] = Standing(revision: revision, isWithdrawn: true)
    return counted(.withdrawn)
  }

  private mutating func counted(_ decision: Decision) -> Decision {
    counts[decision, default: 0] += 1
    return decision
  }
}
