/// What every document says of itself, as written and not yet checked.
public struct DocumentHeader: Hashable, Sendable {
  /// The document's id.
  public var id: String?
  /// The version.
  public var version: String?
  /// The language of the original texts, a BCP 47 tag.
  public var language: String?
  /// An SPDX licence id.
  public var licence: String?
  /// The file as the person named it.
  public var file: String
  /// Where the document begins.
  public var place: LineAndColumn

  /// Joins the parts.
  public init(
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
