package import Waymark
package import WaymarkBasics

/// The documents that are installed, as a list.
package struct DocumentList: Hashable, Sendable {
  /// The documents: by kind, then id, then version.
  package let documents: [DocumentSummary]

  /// Puts documents in order.
  package init(_ documents: [DocumentSummary]) {
    let kinds = DocumentKind.allCases
    self.documents = documents.sorted { left, right in
      let (first, second) = (kinds.firstIndex(of: left.kind), kinds.firstIndex(of: right.kind))
      return (first ?? 0, left.id, left.version) < (second ?? 0, right.id, right.version)
    }
  }

  /// The list as a page; titles are in `language` where they are translated.
  package func page(language: LanguageTag = .english) -> Page {
    let entries = documents.map { document in
      let belongs = document.framework.map { ", for \($0.id) \($0.version)" } ?? ""
      return Page.Entry(
        "\(document.id) \(document.version): \(document.title.text(in: language))",
        facts: [
          Page.Paragraph([
            "\(document.kind.words)\(belongs), in \(PathWords.languages(document.languages)): "
              + document.counts.map(\.inWords).joined(separator: ", ") + "."
          ])
        ])
    }
    return Page(
      "Installed documents", header: [],
      sections: [Page.Section(nil, [.entries(entries, isNumbered: false, isSpaced: false)])])
  }

  /// The list as JSON; titles are in the documents' own languages.
  ///
  /// - Throws: what `JSON.document` throws.
  package func json() throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("document-list"), "schema": .integer(1),
        "documents": .array(documents.map(Self.value)),
      ]))
  }

  private static func value(_ document: DocumentSummary) -> JSON.Value {
    .object([
      "kind": .string(document.kind.rawValue), "id": .string(document.id),
      "version": .string(document.version), "title": .string(document.title.original),
      "languages": .array(document.languages.map { .string($0.description) }),
      "framework": document.framework.map(JSON.Value.init) ?? .null,
      "counts": .object(
        Dictionary(
          document.counts.map { ($0.name, .integer($0.number)) },
          uniquingKeysWith: { first, _ in first })),
    ])
  }
}

/// What a list says of one document: which it is, in which languages, and how much is in it.
package struct DocumentSummary: Hashable, Sendable {
  /// How many of something a document holds.
  package struct Count: Hashable, Sendable {
    /// What is counted, as files name it: `competencies`.
    package let name: String
    /// How many there are.
    package let number: Int
    /// How many of what, as people read it: `62 statements`.
    package let inWords: String

    init(_ name: String, _ number: Int, _ one: String, _ many: String) {
      self.name = name
      self.number = number
      inWords = "\(number) \(number == 1 ? one : many)"
    }
  }

  package let kind: DocumentKind
  package let id: String
  package let version: String
  /// Its name.
  package let title: LocalizedText
  /// The languages its texts are in, that of the originals first.
  package let languages: [LanguageTag]
  /// The framework that it belongs to, where it names one.
  package let framework: FrameworkReference?
  package let counts: [Count]

  /// Sums up a framework.
  package init(_ framework: Framework) {
    kind = .framework
    id = framework.id.description
    version = framework.version
    title = framework.title
    languages = Self.languages(framework.language, framework.texts)
    self.framework = nil
    counts = [
      Count("areas", framework.areas.count, "area", "areas"),
      Count("competencies", framework.competencies.count, "statement", "statements"),
      Count("levels", framework.scale.steps.count, "level", "levels"),
      Count("roles", framework.roles.count, "role", "roles"),
    ]
  }

  /// Sums up background questions.
  package init(_ background: BackgroundQuestions) {
    kind = .background
    id = background.id.description
    version = background.version
    title = background.title
    languages = Self.languages(background.language, background.texts)
    framework = nil
    counts = [
      Count("fields", background.fields.count, "question", "questions"),
      Count(
        "groupings", background.derived.count, "grouping of their answers",
        "groupings of their answers"),
    ]
  }

  /// Sums up a catalogue.
  package init(_ catalogue: Catalogue) {
    kind = .catalogue
    id = catalogue.id.description
    version = catalogue.version
    title = catalogue.title
    languages = Self.languages(catalogue.language, catalogue.texts)
    framework = catalogue.framework
    let parts = [
      Count("resources", catalogue.resources.count, "resource", "resources"),
      Count("workshops", catalogue.workshops.count, "workshop", "workshops"),
    ].filter { $0.number > 0 }
    counts =
      parts + [
        Count(
          "competencies",
          Set(
            (catalogue.resources.map(\.serves) + catalogue.workshops.map(\.serves)).joined()
              .map(\.competency)
          ).count, "statement served", "statements served")
      ]
  }

  /// Sums up a strategic plan.
  package init(_ plan: StrategicPlan) {
    kind = .plan
    id = plan.id.description
    version = plan.version
    title = plan.title
    languages = Self.languages(plan.language, plan.texts)
    framework = plan.framework
    counts = [
      Count("objectives", plan.objectives.count, "objective", "objectives"),
      Count("spheres", plan.spheres.count, "sphere", "spheres"),
      Count("actions", plan.actions.count, "area of action", "areas of action"),
    ]
  }

  /// Sums up an invitation; it has no version.
  package init(_ invitation: Invitation) {
    kind = .campaign
    id = invitation.campaign.description
    version = ""
    title = invitation.title
    languages = Self.languages(
      invitation.language, [invitation.title, invitation.asker, invitation.sending])
    framework = invitation.framework.reference
    counts = [
      Count("fields", invitation.background.count, "background question", "background questions")
    ]
  }

  private static func languages(
    _ original: LanguageTag, _ texts: [LocalizedText]
  ) -> [LanguageTag] {
    let translations = Set(texts.flatMap(\.translations.keys)).subtracting([original])
    return [original] + translations.sorted { $0.description < $1.description }
  }
}

extension DocumentKind {
  /// What a document of the kind is called in a sentence.
  var words: String {
    switch self {
    case .framework: "Framework"
    case .background: "Background questions"
    case .catalogue: "Learning resources"
    case .plan: "Strategic plan"
    case .campaign: "Invitation"
    }
  }
}

extension Framework {
  fileprivate var texts: [LocalizedText] {
    var texts = [title, source] + roles.map(\.title)
    for step in scale.steps { texts += [step.label, step.meaning].compactMap { $0 } }
    for area in areas { texts += [area.title, area.shortTitle] }
    for competency in competencies {
      texts += [competency.title, competency.statement] + competency.anchors
    }
    return texts
  }
}

extension BackgroundQuestions {
  fileprivate var texts: [LocalizedText] {
    var texts = [title, leadIn]
    for field in fields { texts += [field.question] + field.options.map(\.label) }
    for grouping in derived { texts += [grouping.title] + grouping.groups.map(\.label) }
    return texts
  }
}

extension Catalogue {
  fileprivate var texts: [LocalizedText] {
    [title] + resources.flatMap { [$0.title, $0.description] }
      + workshops.flatMap { [$0.title, $0.description] }
  }
}

extension StrategicPlan {
  fileprivate var texts: [LocalizedText] {
    var texts = [title, source] + spheres.map(\.title) + actions.map(\.title)
    for objective in objectives { texts += [objective.title, objective.note] }
    return texts
  }
}
