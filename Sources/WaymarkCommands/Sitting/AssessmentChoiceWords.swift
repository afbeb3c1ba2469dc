import Waymark
import WaymarkBasics

/// What is said of the choice of an assessment: why none is begun or gone on with, and why there is
/// none to make results from.
struct AssessmentChoiceWords: Sendable {
  func refusal(_ refusal: AssessmentChoice.Refusal) -> String {
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
  }

  /// What was typed to choose one.
  func place(_ problem: ResultChoice.Problem) -> String {
    switch problem {
    case .noneNamed(let name), .severalNamed(let name), .ofService(let name):
      "assessment '\(name.printableLine)'"
    case .nothingBefore(.lookingBack): "--compare then"
    case .nothingBefore: "--compare last"
    }
  }

  func problem(_ problem: ResultChoice.Problem) -> (what: String, mend: String) {
    switch problem {
    case .noneNamed: ("there is none with this id", toSeeIDs)
    case .severalNamed: ("several have ids that begin so", toSeeIDs)
    case .ofService:
      (
        "it says what your service needs, not where you are",
        "to share it: waymark share --as service"
      )
    case .nothingBefore(.lookingBack): (nothingBefore, "look back with: waymark assess --then DAY")
    case .nothingBefore: (nothingBefore, "rate again with: waymark assess --review")
    }
  }

  private var toSeeIDs: String { "see their ids with: waymark store info" }
  private var nothingBefore: String { "there is no such assessment yet" }

  let area = "area"
  let role = "role"
}
