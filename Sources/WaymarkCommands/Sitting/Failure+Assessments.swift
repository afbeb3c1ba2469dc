import Waymark
import WaymarkBasics

extension Failure {
  /// Why an assessment is neither begun nor gone on with.
  init(_ refusal: AssessmentChoice.Refusal) {
    self.init(.usage, CommandWords.english.assessmentChoice.refusal(refusal))
  }

  /// Why there is no assessment to make results from, or to compare them with.
  init(_ problem: ResultChoice.Problem) {
    let words = CommandWords.english.assessmentChoice
    self = .input(words.place(problem), words.problem(problem))
  }
}

extension ID<WorkshopOffer>? {
  /// The option that names it, with a blank before it; nothing where there is none.
  var option: String { map { " --workshop \($0)" } ?? "" }
}

extension Assessment {
  /// The option that goes on with an assessment of this kind, with a blank before it.
  var workshopOption: String { workshop.option }
}

extension Framework {
  /// The areas that options name, in the framework's order.
  ///
  /// - Throws: a usage failure for a name that is no area's.
  func areas(named names: [String]) throws -> [AreaID] {
    let chosen = try names.map { name in
      guard let area = areas.first(where: { $0.id.folded == name.lowercased() }) else {
        throw Failure.unknown(
          CommandWords.english.assessmentChoice.area, name, among: areas.map(\.id.description))
      }
      return area.id
    }
    return areas.map(\.id).filter(chosen.contains)
  }

  /// The role that an option names.
  ///
  /// - Throws: a usage failure for a name that is no role's.
  func role(named name: String) throws -> RoleID {
    guard let role = roles.first(where: { $0.id.folded == name.lowercased() }) else {
      throw Failure.unknown(
        CommandWords.english.assessmentChoice.role, name, among: roles.map(\.id.description))
    }
    return role.id
  }
}
