/// Learning resources mapped to the competencies of one framework.
public struct Catalogue: Hashable, Sendable {
  /// The catalogue's id, the same in all its versions.
  public let id: ID<Catalogue>
  /// The version.
  public let version: String
  /// The language of the original texts.
  public let language: LanguageTag
  /// The framework whose competencies the resources serve.
  public let framework: FrameworkReference
  /// The catalogue's name.
  public let title: LocalizedText
  /// The resources in the order of the document.
  public let resources: [LearningResource]

  /// Joins the parts.
  public init(
    id: ID<Catalogue>, version: String, language: LanguageTag, framework: FrameworkReference,
    title: LocalizedText, resources: [LearningResource]
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.framework = framework
    self.title = title
    self.resources = resources
  }
}
