import Waymark
import WaymarkBasics

extension DocumentHeader {
  /// Reads the attributes that every root element has.
  init(_ attributes: Attributes, file: String, at place: LineAndColumn) {
    self.init(
      id: attributes["id"], version: attributes["version"], language: attributes["lang"],
      licence: attributes["licence"], file: file,
      place: place)
  }
}

extension FrameworkMention {
  /// Reads the attributes that name a framework.
  init(_ attributes: Attributes) {
    self.init(id: attributes["framework"], version: attributes["frameworkVersion"])
  }
}
