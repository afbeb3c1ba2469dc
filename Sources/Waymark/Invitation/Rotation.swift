package import FoundationEssentials
import WaymarkBasics

/// Where the areas begin for one person, so that tiredness does not always hit the same ones.
package enum Rotation {
  /// The place of the first area, counted from 0, the same for the same response.
  ///
  /// FNV-1a (64 bits) over the response's id in lower case, modulo the number of areas: ids are
  /// random, so every place is as likely as another. 0 when there are no areas.
  package static func start(of response: UUID, areas: Int) -> Int {
    guard areas > 0 else { return 0 }
    var hash = FNV1a()
    hash.add(response.uuidString.lowercased())
    return Int(hash.value % UInt64(areas))
  }

  /// Things in their order, from a place on and round to it again.
  static func turned<Thing>(_ things: [Thing], from start: Int) -> [Thing] {
    guard things.indices.contains(start) else { return things }
    return Array(things[start...] + things[..<start])
  }
}
