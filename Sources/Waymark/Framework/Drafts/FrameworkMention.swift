import WaymarkBasics

/// The framework that a document says it belongs to, as written and not yet checked.
package struct FrameworkMention: Hashable, Sendable {
  /// The framework's id.
  package var id: String?
  /// The version.
  package var version: String?

  /// Joins id and version.
  package init(id: String?, version: String?) {
    self.id = id
    self.version = version
  }
}

extension DraftCheck {
  /// The framework that a document names; reports when the one at hand is another.
  mutating func reference(
    _ mention: FrameworkMention, against framework: Framework?
  ) -> FrameworkReference? {
    let id: FrameworkID? = parsed(mention.id, .framework, at: place)
    let version: ID<FrameworkMention>? = parsed(mention.version, .version, at: place)
    guard let id, let version else { return nil }
    let reference = FrameworkReference(id: id, version: version.description)
    if let framework, framework.reference != reference {
      report(
        .otherFramework(
          named: "\(id) \(version)", given: "\(framework.id) \(framework.version)"),
        at: place)
    }
    return reference
  }

  /// The ids of the competencies that a document may name.
  func competencies(of reference: FrameworkReference?, in framework: Framework?)
    -> Register<Competency>
  {
    let fits = framework?.reference == reference
    return Register(.competency, known: fits ? framework?.competencies.map(\.id) : nil)
  }
}
