import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// The assessment that a person's results are made from.
struct PersonalResult {
  let stored: StoredAssessment
  let loaded: LoadedFramework
  let all: [StoredAssessment]

  /// Finds it by the beginning of its id; without one it is the last that was finished, or, while
  /// none is, the last that was begun.
  ///
  /// - Parameter includesShort: whether one about a workshop alone is found without a name too; else
  ///   only where there is no other.
  init(
    _ name: String?, in store: Store, of session: Session, installed: InstalledDocuments,
    includesShort: Bool = false
  ) throws {
    all = try store.assessments()
    if let name {
      stored = try Self.named(name, among: all)
    } else {
      let own = all.filter(\.assessment.isOwn)
      let whole = own.filter(\.assessment.isWhole)
      let chosen = includesShort || whole.isEmpty ? own : whole
      guard let latest = chosen.first(where: { $0.assessment.finished != nil }) ?? chosen.first
      else { throw session.nothingYet(at: store.path) }
      stored = latest
    }
    loaded = try installed.framework(keptIn: store, as: stored.assessment.framework)
  }

  /// The person's own assessments that results can be made from, the last one first, with their days:
  /// those that were finished, and this one.
  var rated: [(id: UUID, day: CalendarDate)] {
    all.map(\.assessment).compactMap { assessment in
      let isThis = assessment.id == stored.assessment.id
      guard assessment.isWhole || isThis && assessment.isOwn else { return nil }
      return (assessment.finished ?? (isThis ? assessment.started : nil)).map {
        (assessment.id, $0)
      }
    }
  }

  /// The assessment to compare with: by the start of its id, `last` for the one that was finished
  /// before, or `then` for the one that looked back last.
  func earlier(_ name: String) throws -> StoredAssessment {
    let others = all.filter {
      $0.assessment.finished != nil && $0.assessment.id != stored.assessment.id
    }
    // The last that was begun comes first.
    let before = all.drop { $0.assessment.id != stored.assessment.id }.dropFirst()
    let found: StoredAssessment?
    switch name.lowercased() {
    case "last":
      found = before.first {
        $0.assessment.finished != nil && $0.assessment.isOwn
          && $0.assessment.workshop == stored.assessment.workshop
      }
    case "then": found = others.first { $0.assessment.looksBackTo != nil }
    default: return try Self.named(name, among: all)
    }
    guard let found else {
      throw Failure.input(
        "--compare \(name.lowercased())", "there is no such assessment yet",
        mend: name.lowercased() == "last"
          ? "rate again with: waymark assess --review" : "look back with: waymark assess --then DAY"
      )
    }
    return found
  }

  private static func named(_ name: String, among all: [StoredAssessment]) throws
    -> StoredAssessment
  {
    let found = all.filter { $0.assessment.id.uuidString.lowercased().hasPrefix(name.lowercased()) }
    guard let only = found.first, found.count == 1, !name.isEmpty else {
      throw Failure.input(
        "assessment '\(name.printableLine)'",
        found.isEmpty ? "there is none with this id" : "several have ids that begin so",
        mend: "see their ids with: waymark store info")
    }
    guard only.assessment.service == nil else {
      throw Failure.input(
        "assessment '\(name.printableLine)'", "it says what your service needs, not where you are",
        mend: "to share it: waymark share --as service")
    }
    return only
  }

  /// The assessment compared with other roles than its own, where some are named.
  func assessment(comparedWith roles: [String]) throws -> (Assessment, second: RoleID?) {
    let known = try roles.map { name in
      guard
        let role = loaded.framework.roles.first(where: { $0.id.folded == name.lowercased() })
      else {
        throw Failure.unknown(
          "role", name, among: loaded.framework.roles.map(\.id.description))
      }
      return role.id
    }
    guard known.count <= 2 else {
      throw Failure(.usage, "--role: at most two roles can be compared")
    }
    var assessment = stored.assessment
    if let first = known.first { assessment.role = first }
    return (assessment, known.dropFirst().first)
  }
}
