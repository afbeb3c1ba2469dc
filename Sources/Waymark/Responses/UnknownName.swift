import WaymarkBasics

/// A name in a file that names nothing, with the name that was probably meant.
package struct UnknownName: Problem {
  /// What the name should have named.
  package enum Kind: Hashable, Sendable {
    /// A column of a table.
    case column
    /// A competency of the framework.
    case competency
    /// A role of the framework.
    case role
    /// A background question.
    case field
    /// An answer to the background question with this id.
    case option(of: String)
  }

  /// A name that would have been right, with the words that people read for it.
  struct Candidate {
    let name: String
    let labels: [String]

    init(_ name: String, labels: [String] = []) {
      self.name = name
      self.labels = labels
    }

    init<Subject>(_ id: ID<Subject>, _ label: LocalizedText) {
      name = id.description
      labels = [label.original] + label.translations.values.sorted()
    }
  }

  /// What the name should have named.
  package let kind: Kind
  /// The name as the file has it.
  package let name: String
  /// The name that was probably meant, if one is near.
  package let near: String?
  /// The first few names that would have been right; empty when there are too many to choose from.
  package let choices: [String]

  init(_ kind: Kind, _ name: String, among candidates: [Candidate]) {
    self.kind = kind
    self.name = name
    near = Self.near(name, among: candidates)
    let names = candidates.map(\.name)
    let isShort = names.count <= 12 && names.reduce(0, { $0 + $1.utf8.count }) <= 160
    choices = isShort ? names : []
  }

  /// A name or label equal but for case and blanks comes first, then the nearest name, then the
  /// name of the nearest label.
  private static func near(_ name: String, among candidates: [Candidate]) -> String? {
    let folded = name.folded
    if let same = candidates.first(where: { $0.name.folded == folded }) { return same.name }
    if let same = candidates.first(where: { $0.labels.contains { $0.folded == folded } }) {
      return same.name
    }
    if let near = folded.closest(among: candidates.lazy.map(\.name)) { return near }
    let label = folded.closest(among: candidates.lazy.flatMap(\.labels))
    return label.flatMap { label in candidates.first { $0.labels.contains(label) }?.name }
  }
}

extension String {
  fileprivate var folded: String { trimmed.lowercased() }
}

extension UnknownName {
  /// A competency that the framework does not have.
  static func competency(_ text: String, of framework: Framework) -> UnknownName {
    UnknownName(
      .competency, text, among: framework.competencies.map { Candidate($0.id, $0.title) })
  }

  /// A role that the framework does not have.
  static func role(_ text: String, of framework: Framework) -> UnknownName {
    UnknownName(.role, text, among: framework.roles.map { Candidate($0.id, $0.title) })
  }
}

// MARK: - Words

extension UnknownName {
  /// "no competency has the id 'pln'".
  package var what: String {
    switch kind {
    case .column: "no column is called \(name.excerpt)"
    case .competency: name.isNo("competency")
    case .role: name.isNo("role")
    case .field: name.isNo("background question")
    case .option(let field): "\(name.excerpt) is no answer to the background question '\(field)'"
    }
  }

  /// "did you mean 'plan'?", or the names that would be right.
  package var mend: String {
    if let near { return near.didYouMean }
    let choices = choices.map { "'\($0)'" }.joined(separator: ", ")
    return switch kind {
    case .column: "leave the column out"
    case .competency: "take the ids from the framework"
    case .role where choices.isEmpty: "take the ids from the framework"
    case .role: "write one of \(choices), or leave it empty"
    case .field: "leave it out"
    case .option where choices.isEmpty: "take the ids from the background questions"
    case .option: "write one of \(choices), or leave it empty"
    }
  }
}
