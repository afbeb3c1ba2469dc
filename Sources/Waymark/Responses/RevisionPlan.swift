package import FoundationEssentials

/// Decides what becomes of each file of one kind that arrives for a campaign beside the responses, one
/// after the other: of mentoring cards, or of what is said of services.
///
/// The outcome does not depend on the order: of each id the highest revision stands, and a
/// withdrawal takes back every revision up to its own.
package struct RevisionPlan: Sendable {
  /// What a campaign knows of one id.
  package struct Standing: Hashable, Sendable {
    /// The highest revision that arrived, of the file or of its withdrawal.
    package let revision: Int
    /// Whether that revision was withdrawn.
    package let isWithdrawn: Bool

    /// Joins the parts.
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
