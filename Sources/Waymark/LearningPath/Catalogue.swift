package import WaymarkBasics

/// Learning resources mapped to the competencies of one framework.
package struct Catalogue: Hashable, Sendable {
  /// The catalogue's id, the same in all its versions.
  package let id: ID<Catalogue>
  /// The version.
  package let version: String
  /// The language of the original texts.
  package let language: LanguageTag
  /// The framework whose competencies the resources serve.
  package let framework: FrameworkReference
  /// The catalogue's name.
  package let title: LocalizedText
  /// The resources in the order of the document.
  package let resources: [LearningResource]
  /// The workshops that could be held, in the order of the document.
  package let workshops: [WorkshopOffer]

  /// Joins the parts.
  package init(
    id: ID<Catalogue>, version: String, language: LanguageTag, framework: FrameworkReference,
    title: LocalizedText, resources: [LearningResource], workshops: [WorkshopOffer] = []
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.framework = framework
    self.title = title
    self.resources = resources
    self.workshops = workshops
  }

  /// Joins what several catalogues for one framework hold under the name of the first.
  ///
  /// `nil` when there is none. Of two resources, or two workshops, with the same id the first counts.
  package init?(joining catalogues: [Catalogue]) {
    guard let first = catalogues.first else { return nil }
    let fitting = catalogues.filter { $0.framework == first.framework }
    var ids: Set<ID<LearningResource>> = []
    var workshopIDs: Set<ID<WorkshopOffer>> = []
    self.init(
      id: first.id, version: first.version, language: first.language, framework: first.framework,
      title: first.title,
      resources: fitting.flatMap(\.resources).filter { ids.insert($0.id).inserted },
      workshops: fitting.flatMap(\.workshops).filter { workshopIDs.insert($0.id).inserted })
  }
}
