package import WaymarkBasics

/// What every document says of itself, as written and not yet checked.
package struct DocumentHeader: Hashable, Sendable {
  /// The document's id.
  package var id: String?
  /// The version.
  package var version: String?
  /// The language of the original texts, a BCP 47 tag.
  package var language: String?
  /// An SPDX licence id.
  package var licence: String?
  /// The file as the person named it.
  package var file: String
  /// Where the document begins.
  package var place: LineAndColumn

  /// Joins the parts.
  package init(
    id: String? = nil, version: String? = nil, language: String? = nil, licence: String? = nil,
    file: String, place: LineAndColumn
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.licence = licence
    self.file = file
    self.place = place
  }
}
