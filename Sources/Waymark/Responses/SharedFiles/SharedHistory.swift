package import FoundationEssentials
package import WaymarkBasics

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
