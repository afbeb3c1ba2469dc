import WaymarkBasics

/// The order in which the workshops of a season come: what others build on comes first.
///
/// A workshop comes before another when it leads to a level that the other begins at or requires, or
/// when the other requires it. Workshops that need one another in a circle come in the order of their
/// ids, and none of them leads anybody on to another of them. Ties go by id.
struct SeasonOrder {
  /// The workshops, first to last.
  let offers: [WorkshopOffer]

  private let places: [ID<WorkshopOffer>: Int]
  /// For each level of a competency the places of the first and the last workshop that lead to it.
  private let leading: [CompetencyID: [Int: ClosedRange<Int>]]

  /// - Complexity: O(*n*³) at worst in the number of workshops, O(*n*²) where few wait for others.
  init(_ offers: [WorkshopOffer]) {
    var waiting = offers.sorted { $0.id < $1.id }
    var ordered: [WorkshopOffer] = []
    while !waiting.isEmpty {
      let next =
        waiting.firstIndex { offer in
          !waiting.contains { $0.id != offer.id && Self.comes($0, before: offer) }
        } ?? 0
      ordered.append(waiting.remove(at: next))
    }
    self.offers = ordered
    places = Dictionary(
      ordered.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var leading: [CompetencyID: [Int: ClosedRange<Int>]] = [:]
    for (place, offer) in ordered.enumerated() {
      for service in offer.serves {
        for rank in service.from.rank + 1..<service.to.rank + 1 {
          let first = leading[service.competency]?[rank]?.lowerBound ?? place
          leading[service.competency, default: [:]][rank] = first...place
        }
      }
    }
    self.leading = leading
  }

  /// Whether somebody can come to a level by workshops, all of which are before this place.
  func leads(to rank: Int, of competency: CompetencyID, before place: Int) -> Bool {
    leading[competency]?[rank].map { $0.upperBound < place } ?? false
  }

  /// The place of a workshop that is before this place; `nil` where it is not.
  func place(of workshop: ID<WorkshopOffer>, before place: Int) -> Int? {
    places[workshop].flatMap { $0 < place ? $0 : nil }
  }

  /// Whether a workshop has to come before another.
  static func comes(_ offer: WorkshopOffer, before other: WorkshopOffer) -> Bool {
    other.requires.contains { requirement in
      switch requirement {
      case .workshop(let id): offer.id == id
      case .level(let competency, let level):
        offer.serves.contains { $0.competency == competency && $0.covers(level.rank) }
      }
    }
      || other.serves.contains { later in
        offer.serves.contains {
          $0.competency == later.competency && $0.covers(later.from.rank)
        }
      }
  }
}

extension LearningResource.Service {
  /// Whether somebody comes to this level by it from the one below.
  func covers(_ rank: Int) -> Bool { from.rank < rank && rank <= to.rank }
}
