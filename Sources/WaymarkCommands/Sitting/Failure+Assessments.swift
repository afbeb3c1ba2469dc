import Waymark
import WaymarkBasics

extension Failure {
  /// Why an assessment is neither begun nor gone on with.
  init(_ refusal: AssessmentChoice.Refusal) {
    let message =
      switch refusal {
      case .finished(let day):
        "your last assessment was finished on \(day.inWords) and does not change any more; see it "
          + "with: waymark profile; begin a new one with: waymark assess --new"
      case .answered(let campaign, let day):
        "you finished your answers for '\(campaign)' on \(day.inWords); write the file to send "
          + "with: waymark share; begin anew with --new"
      case .begunInOtherForm(let campaign, let workshop):
        "you have begun to answer '\(campaign)' in another form; finish that with: "
          + "waymark assess\(workshop.option); or begin anew with --new"
      case .otherWaits(let workshop):
        "an assessment that is not for this campaign waits to be finished; finish it with: "
          + "waymark assess\(workshop.option); or add --new to begin one for the campaign, "
          + "which leaves it as it is"
      case .noReviewWaits(let day):
        "an assessment that you began on \(day.inWords) waits to be finished; finish it with: "
          + "waymark assess; or add --new, which leaves it as it is"
      case .serviceSaid(let day):
        "you said on \(day.inWords) what your service needs; write the file to send with: "
          + "waymark share --as service; say it anew with: waymark assess --as service --new"
      }
    self.init(.usage, message)
  }

  /// Why there is no assessment to make results from, or to compare them with.
  init(_ problem: ResultChoice.Problem) {
    switch problem {
    case .noneNamed(let name):
      self = .input(
        "assessment '\(name.printableLine)'", "there is none with this id",
        mend: "see their ids with: waymark store info")
    case .severalNamed(let name):
      self = .input(
        "assessment '\(name.printableLine)'", "several have ids that begin so",
        mend: "see their ids with: waymark store info")
    case .ofService(let name):
      self = .input(
        "assessment '\(name.printableLine)'", "it says what your service needs, not where you are",
        mend: "to share it: waymark share --as service")
    case .nothingBefore(.lookingBack):
      self = .input(
        "--compare then", "there is no such assessment yet",
        mend: "look back with: waymark assess --then DAY")
    case .nothingBefore:
      self = .input(
        "--compare last", "there is no such assessment yet",
        mend: "rate again with: waymark assess --review")
    }
  }
}

extension ID<WorkshopOffer>? {
  /// The option that names it, with a blank before it; nothing where there is none.
  fileprivate var option: String { map { " --workshop \($0)" } ?? "" }
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
        throw Failure.unknown("area", name, among: areas.map(\.id.description))
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
      throw Failure.unknown("role", name, among: roles.map(\.id.description))
    }
    return role.id
  }
}
