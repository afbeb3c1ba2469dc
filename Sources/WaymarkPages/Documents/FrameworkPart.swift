package import Waymark
import WaymarkBasics

/// How much of a framework is shown.
package enum FrameworkPart: Hashable, Sendable {
  /// All of it.
  case whole
  /// One area.
  case area(AreaID)
  /// One competency.
  case competency(CompetencyID)

  /// The area or the competency that has this id, in any case; `nil` when there is none.
  package init?(named name: String, in framework: Framework) {
    let folded = name.lowercased()
    if let area = framework.areas.first(where: { $0.id.folded == folded }) {
      self = .area(area.id)
    } else if let competency = framework.competencies.first(where: { $0.id.folded == folded }) {
      self = .competency(competency.id)
    } else {
      return nil
    }
  }
}

extension Framework {
  /// The areas that a part holds, each with those of its competencies that the part holds.
  func areas(in part: FrameworkPart) -> [Area] {
    switch part {
    case .whole: areas
    case .area(let id): areas.filter { $0.id == id }
    case .competency(let id):
      areas.filter { $0.competencies.contains { $0.id == id } }.map { area in
        Area(
          id: area.id, title: area.title, shortTitle: area.shortTitle,
          competencies: area.competencies.filter { $0.id == id })
      }
    }
  }
}
