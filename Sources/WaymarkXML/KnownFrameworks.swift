import Waymark
import WaymarkBasics

/// The frameworks that other documents can be checked against, the most trusted first.
struct KnownFrameworks {
  private var read: [Framework] = []
  private let installed: [Framework]
  /// Whether a framework with faults, which may be the one in question, is among the documents.
  var isIncomplete = false

  init(_ installed: [Framework]) { self.installed = installed }

  mutating func add(_ result: Result<Framework, Findings<DocumentProblem>>) {
    switch result {
    case .success(let framework): read.append(framework)
    case .failure: isIncomplete = true
    }
  }

  /// The framework that a document names, or one to tell it apart from.
  ///
  /// `nil` when nothing can be said. A document that names no version takes the first of any
  /// version.
  func framework(id: String?, version: String? = nil) -> Framework? {
    let all = read + installed
    let fitting = all.filter { $0.id.description == id }
    return fitting.first { version == nil || $0.version == version }
      ?? (isIncomplete ? nil : fitting.first ?? all.first)
  }
}

extension Reading {
  /// The document that a draft of any kind but a framework makes.
  func result(_ frameworks: KnownFrameworks) -> Result<Document, Findings<DocumentProblem>> {
    let isWhole = findings.isEmpty
    switch draft {
    case .framework(let draft):
      return result(draft.checked(isWhole: isWhole)).map(Document.framework)
    case .background(let draft):
      let framework = frameworks.framework(id: draft.framework)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.background)
    case .catalogue(let draft):
      let framework = frameworks.framework(
        id: draft.framework.id, version: draft.framework.version)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.catalogue)
    case .plan(let draft):
      let framework = frameworks.framework(
        id: draft.framework.id, version: draft.framework.version)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.plan)
    case .campaign(let draft):
      let framework = frameworks.framework(
        id: draft.framework.id, version: draft.framework.version)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.campaign)
    case nil:
      return failure(findings)
    }
  }
}
