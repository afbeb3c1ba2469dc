import Waymark
import WaymarkBasics

extension FrameworkChanges {
  /// The changes in lines of words; empty when answers mean the same in both.
  var lines: [String] {
    let lists = [("new", added), ("gone", removed), ("reworded", reworded)].compactMap {
      name, ids in
      ids.isEmpty ? nil : "\(name): " + ids.map(\.description).joined(separator: ", ")
    }
    return lists + (scaleChanged ? ["the scale has other levels"] : [])
  }
}
