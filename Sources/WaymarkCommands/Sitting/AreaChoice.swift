import Waymark
import WaymarkBasics

/// The areas that options name, in the framework's order.
struct AreaChoice {
  let ids: [AreaID]

  /// - Throws: a usage failure for a name that is no area's.
  init(_ names: [String], in framework: Framework) throws {
    let chosen = try names.map { name in
      guard let area = framework.areas.first(where: { $0.id.folded == name.lowercased() }) else {
        throw Failure.unknown("area", name, among: framework.areas.map(\.id.description))
      }
      return area.id
    }
    ids = framework.areas.map(\.id).filter(chosen.contains)
  }
}
