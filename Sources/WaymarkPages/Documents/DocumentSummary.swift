package import Waymark
package import WaymarkBasics

/// What a list says of one document: which it is, in which languages, and how much is in it.
package struct DocumentSummary: Hashable, Sendable {
  /// How many of something a document holds.
  package struct Count: Hashable, Sendable {
    /// What is counted.
    package let subject: Subject
    /// How many there are.
    package let number: Int

    init(_ subject: Subject, _ number: Int) {
      self.subject = subject
      self.number = number
    }
  }

  /// What there is in documents.
  package enum Subject: Hashable, Sendable {
    case areas, statements, levels, roles
    /// Background questions, and groupings of their answers.
    case questions, groupings
    case resources, workshops
    /// Statements that a resource or a workshop serves.
    case served
    case objectives, spheres, actions
    /// Background questions that a campaign asks.
    case asked

    /// As files name it.
    var name: String {
      switch self {
      case .areas: "areas"
      case .statements, .served: "competencies"
      case .levels: "levels"
      case .roles: "roles"
      case .questions, .asked: "fields"
      case .groupings: "groupings"
      case .resources: "resources"
      case .workshops: "workshops"
      case .objectives: "objectives"
      case .spheres: "spheres"
      case .actions: "actions"
      }
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
    languages = Self.languages(framework.language, Self.texts(framework))
    self.framework = nil
    counts = [
      Count(.areas, framework.areas.count),
      Count(.statements, framework.competencies.count),
      Count(.levels, framework.scale.steps.count), Count(.roles, framework.roles.count),
    ]
  }

  /// Sums up background questions.
  package init(_ background: BackgroundQuestions) {
    kind = .background
    id = background.id.description
    version = background.version
    title = background.title
    languages = Self.languages(background.language, Self.texts(background))
    framework = nil
    counts = [
      Count(.questions, background.fields.count),
      Count(.groupings, background.derived.count),
    ]
  }

  /// Sums up a catalogue.
  package init(_ catalogue: Catalogue) {
    kind = .catalogue
    id = catalogue.id.description
    version = catalogue.version
    title = catalogue.title
    languages = Self.languages(catalogue.language, Self.texts(catalogue))
    framework = catalogue.framework
    let parts = [
      Count(.resources, catalogue.resources.count), Count(.workshops, catalogue.workshops.count),
    ].filter { $0.number > 0 }
    let services = catalogue.resources.flatMap(\.serves) + catalogue.workshops.flatMap(\.serves)
    counts = parts + [Count(.served, Set(services.map(\.competency)).count)]
  }

  /// Sums up a strategic plan.
  package init(_ plan: StrategicPlan) {
    kind = .plan
    id = plan.id.description
    version = plan.version
    title = plan.title
    languages = Self.languages(plan.language, Self.texts(plan))
    framework = plan.framework
    counts = [
      Count(.objectives, plan.objectives.count), Count(.spheres, plan.spheres.count),
      Count(.actions, plan.actions.count),
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
    counts = [Count(.asked, invitation.background.count)]
  }

  private static func languages(
    _ original: LanguageTag, _ texts: [LocalizedText]
  ) -> [LanguageTag] {
    let translations = Set(texts.flatMap(\.translations.keys)).subtracting([original])
    return [original] + translations.sorted { $0.description < $1.description }
  }
  private static func texts(_ framework: Framework) -> [LocalizedText] {
    var texts = [framework.title, framework.source] + framework.roles.map(\.title)
    for step in framework.scale.steps { texts += [step.label, step.meaning].compactMap { $0 } }
    for area in framework.areas { texts += [area.title, area.shortTitle] }
    for competency in framework.competencies {
      texts += [competency.title, competency.statement] + competency.anchors
      texts += competency.reasons.values
    }
    return texts
  }

  private static func texts(_ background: BackgroundQuestions) -> [LocalizedText] {
    var texts = [background.title, background.leadIn]
    for field in background.fields { texts += [field.question] + field.options.map(\.label) }
    for grouping in background.derived {
      texts += [grouping.title] + grouping.groups.map(\.label)
    }
    return texts
  }

  private static func texts(_ catalogue: Catalogue) -> [LocalizedText] {
    [catalogue.title] + catalogue.resources.flatMap { [$0.title, $0.description] }
      + catalogue.resources.flatMap(\.practice).flatMap {
        [$0.text, $0.alone, $0.watch].compactMap { $0 }
      }
      + catalogue.workshops.flatMap { [$0.title, $0.description] }
  }

  private static func texts(_ plan: StrategicPlan) -> [LocalizedText] {
    var texts = [plan.title, plan.source, plan.vision].compactMap { $0 }
    texts += plan.values.flatMap { [$0.title, $0.description].compactMap { $0 } }
    texts += plan.spheres.flatMap { [$0.title, $0.description].compactMap { $0 } }
    texts += plan.actions.flatMap { [$0.title, $0.description].compactMap { $0 } }
    for objective in plan.objectives { texts += [objective.title, objective.note] }
    return texts
  }
}

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
  package func page(words: DocumentWords, language: LanguageTag = .english) -> Page {
    let entries = documents.map { document in
      Page.Entry(
        Page.Phrase(
          words.listed(
            words.name(document.id, document.version), document.title.text(in: language))),
        facts: [
          Page.Paragraph([
            words.contents(
              document.kind, for: document.framework, in: document.languages, document.counts)
          ])
        ])
    }
    return Page(
      words.listTitle, header: [],
      sections: [Page.Section(nil, [.entries(entries, isNumbered: false, isSpaced: false)])])
  }

  /// The list as JSON; titles are in the documents' own languages.
  ///
  /// - Throws: what `JSON.document` throws.
  package func json() throws -> String {
    try JSON.document(
      .documentList,
      [
        "documents": .array(documents.map(Self.value))
      ])
  }

  private static func value(_ document: DocumentSummary) -> JSON.Value {
    .object([
      "kind": .string(document.kind.rawValue), "id": .string(document.id),
      "version": .string(document.version), "title": .string(document.title.original),
      "languages": .array(document.languages.map { .string($0.description) }),
      "framework": document.framework.map(JSON.Value.init) ?? .null,
      "counts": .object(
        Dictionary(
          document.counts.map { ($0.subject.name, .integer($0.number)) },
          uniquingKeysWith: { first, _ in first })),
    ])
  }
}

extension JSON.Value {
  /// A text: `text` in the language of its document, and `translations` by language tag where there
  /// are any.
  init(_ text: LocalizedText) {
    guard !text.translations.isEmpty else {
      self = .object(["text": .string(text.original)])
      return
    }
    self = .object([
      "text": .string(text.original),
      "translations": .object(
        Dictionary(
          text.translations.map { ($0.key.description, .string($0.value)) },
          uniquingKeysWith: { first, _ in first })),
    ])
  }

  /// A framework as another document names it.
  init(_ reference: FrameworkReference) {
    self = .object([
      "id": .string(reference.id.description), "version": .string(reference.version),
    ])
  }
}
