/// Decides what becomes of each response that arrives for a campaign, one after the other.
///
/// The outcome does not depend on the order: of each response the highest revision stands, and a
/// withdrawal takes back every revision up to its own.
public struct ImportPlan: Sendable {
  /// What a campaign knows of one response.
  public struct Standing: Hashable, Sendable {
    /// The highest revision that arrived, of the response or of its withdrawal.
    public let revision: Int
    /// The `SheetRecord.fingerprint` of that revision; `nil` when it was withdrawn or nobody knows.
    public let fingerprint: UInt64?
    /// Whether that revision was withdrawn.
    public let isWithdrawn: Bool
    /// Whether it arrived in this import.
    var isFromThisImport = false

    /// Joins the parts.
    public init(revision: Int, fingerprint: UInt64?, isWithdrawn: Bool) {
      self.revision = revision
      self.fingerprint = fingerprint
      self.isWithdrawn = isWithdrawn
    }
  }

  /// What becomes of something that arrives.
  public enum Decision: Hashable, Sendable, CaseIterable {
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
  public struct Standings: Sendable {
    private var known: [RespondentKey: Standing] = [:]

    /// Knows nothing.
    public init() {}

    /// Whether nothing is known.
    public var isEmpty: Bool { known.isEmpty }

    /// What is known of the response of a respondent.
    public subscript(respondent: String) -> Standing? {
      get { known[RespondentKey(respondent)] }
      set { known[RespondentKey(respondent)] = newValue }
    }
  }

  /// What is known of each response now.
  private(set) var standings: Standings
  private var counts: [Decision: Int] = [:]

  /// Begins with what the campaign knows.
  public init(standings: Standings = Standings()) {
    self.standings = standings
  }

  /// How often a decision was made.
  public func count(of decision: Decision) -> Int { counts[decision] ?? 0 }

  /// Decides about a response.
  public mutating func receive(_ record: SheetRecord) -> Decision {
    let fingerprint = record.fingerprint
    let decision = decision(on: record, fingerprint: fingerprint)
    if decision == .new || decision == .replaced { keep(record, fingerprint) }
    counts[decision, default: 0] += 1
    return decision
  }

  /// Decides about a later row of the table that a response came in, which takes its place.
  ///
  /// Nothing is counted, as the response is counted already.
  public mutating func receiveAgain(_ record: SheetRecord) -> Decision {
    let fingerprint = record.fingerprint
    guard standings[record.respondent]?.isFromThisImport == true else {
      return decision(on: record, fingerprint: fingerprint)
    }
    keep(record, fingerprint)
    return .replaced
  }

  private mutating func keep(_ record: SheetRecord, _ fingerprint: UInt64) {
    var standing = Standing(
      revision: record.revision, fingerprint: fingerprint, isWithdrawn: false)
    standing.isFromThisImport = true
    standings[record.respondent] = standing
  }

  /// Decides about a withdrawal, which may arrive before the response it takes back.
  public mutating func receive(_ withdrawal: Withdrawal) -> Decision {
    let decision = decision(on: withdrawal)
    if decision == .withdrawn {
      standings[withdrawal.response] = Standing(
        revision: withdrawal.revision, fingerprint: nil, isWithdrawn: true)
    }
    counts[decision, default: 0] += 1
    return decision
  }

  private func decision(on record: SheetRecord, fingerprint: UInt64) -> Decision {
    guard let standing = standings[record.respondent] else { return .new }
    if record.revision > standing.revision { return .replaced }
    if record.revision < standing.revision || standing.isWithdrawn { return .older }
    if let known = standing.fingerprint, known != fingerprint { return .changed }
    return .same
  }

  private func decision(on withdrawal: Withdrawal) -> Decision {
    guard let standing = standings[withdrawal.response] else { return .withdrawn }
    if withdrawal.revision < standing.revision { return .older }
    if standing.isWithdrawn, withdrawal.revision == standing.revision { return .same }
    return .withdrawn
  }
}
