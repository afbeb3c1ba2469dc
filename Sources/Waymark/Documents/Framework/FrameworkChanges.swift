import WaymarkBasics

/// What differs between two states of a framework, as far as answers depend on it.
package struct FrameworkChanges: Equatable, Sendable {
  /// Competencies that only the later one has, in its order.
  package let added: [CompetencyID]
  /// Competencies that only the earlier one has, in its order.
  package let removed: [CompetencyID]
  /// Competencies whose statement or anchors read otherwise, in the earlier order.
  package let reworded: [CompetencyID]
  /// Whether the scale has other levels.
  package let scaleChanged: Bool

  /// Compares two states by the ids of their competencies.
  package init(from earlier: Framework, to later: Framework) {
    added = later.competencies.map(\.id).filter { earlier.position(of: $0) == nil }
    removed = earlier.competencies.map(\.id).filter { later.position(of: $0) == nil }
    reworded = earlier.competencies.filter { competency in
      later.competency(competency.id).map {
        $0.statement != competency.statement || $0.anchors != competency.anchors
      } ?? false
    }.map(\.id)
    scaleChanged = earlier.scale != later.scale
  }
}
