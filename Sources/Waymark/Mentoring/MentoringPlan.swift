public import FoundationEssentials

/// Decides what becomes of each mentoring card that arrives for a campaign, one after the other.
///
/// The outcome does not depend on the order: of each card the highest revision stands, and a
/// withdrawal takes back every revision up to its own.
public struct MentoringPlan: Sendable {
  /// What a campaign knows of one card.
  public struct Standing: Hashable, Sendable {
    /// The highest revision that arrived, of the card or of its withdrawal.
    public let revision: Int
    /// Whether that revision was withdrawn.
    public let isWithdrawn: Bool

    /// Joins the parts.
    public init(revision: Int, isWithdrawn: Bool) {
      self.revision = revision
      self.isWithdrawn = isWithdrawn
    }
  }

  /// What becomes of something that arrives.
  public enum Decision: Hashable, Sendable, CaseIterable {
    /// Not seen before: store it.
    case new
    /// A higher revision: store it in the place of the lower one.
    case replaced
    /// A revision that is no higher than what stands: leave all as it is.
    case unchanged
    /// A withdrawal: forget the card and remember the withdrawal.
    case withdrawn
  }

  private var standings: [UUID: Standing]
  private var counts: [Decision: Int] = [:]

  /// Begins with what the campaign knows.
  public init(standings: [UUID: Standing] = [:]) { self.standings = standings }

  /// How often a decision was made.
  public func count(of decision: Decision) -> Int { counts[decision] ?? 0 }

  /// Decides about a card.
  public mutating func receive(_ card: MentoringCard) -> Decision {
    let earlier = standings[card.id]
    guard card.revision > earlier?.revision ?? 0 else { return counted(.unchanged) }
    standings[card.id] = Standing(revision: card.revision, isWithdrawn: false)
    return counted(earlier == nil ? .new : .replaced)
  }

  /// Decides about a withdrawal, which may arrive before the card it takes back.
  public mutating func receive(_ withdrawal: MentoringWithdrawal) -> Decision {
    if let earlier = standings[withdrawal.id] {
      let isKnown = earlier.isWithdrawn && earlier.revision == withdrawal.revision
      guard withdrawal.revision >= earlier.revision, !isKnown else { return counted(.unchanged) }
    }
    standings[withdrawal.id] = Standing(revision: withdrawal.revision, isWithdrawn: true)
    return counted(.withdrawn)
  }

  private mutating func counted(_ decision: Decision) -> Decision {
    counts[decision, default: 0] += 1
    return decision
  }
}
