import Waymark
import WaymarkBasics

/// What is said where answers are shared.
struct ShareWords: Sendable {
  // MARK: - What does not go together

  let serviceIsSharedAlone =
    "--as service shares what the service needs alone; only --campaign, -o, --dry-run and "
    + "--withdraw go with it."
  let campaignIsForService = "--campaign goes with --as service alone."
  let withdrawTakesBackServe = "--withdraw takes everything back; leave --serve out."
  let withdrawTakesBackAdditions =
    "--withdraw takes everything back; leave --looking-back and --did out."
  let withdrawTakesBackOffer = "--withdraw takes the offer back; leave --teach and --seek out."
  let offerAloneNeedsOffer = "--offer-alone goes with --teach ID, --seek ID or --withdraw."
  let offerAloneHasNoAnswers =
    "--offer-alone leaves your answers out; leave out what is to be added to them too."

  // MARK: - Why nothing is shared

  /// - Parameter option: names the workshop that the assessment is about alone.
  func notFinished(_ option: String, _ suffix: String) -> (what: String, mend: String) {
    ("the assessment is not finished", "finish it with: waymark assess\(option)\(suffix)")
  }

  let looksBack = (
    what: "this assessment looks back to an earlier day and is for your own use",
    mend: "leave --assessment out, and add it to your answers with --looking-back"
  )
  let neverShared = (
    what: "these answers were never shared",
    mend: "there is nothing to take back; an offer made alone is taken back with --offer-alone"
  )

  func sharedTooOften(_ times: Int) -> (what: String, mend: String) {
    (
      "this was shared \(times) times, and no more is possible",
      "answer anew with: waymark assess --new"
    )
  }

  let noBackgroundAnswered = "--leave-out: no background question was answered"
  let backgroundAnswer = "background answer"
  let wayToServe = "way to serve"

  /// - Parameter option: names the workshop that the assessment is about alone.
  func cannotLookBack(
    _ problem: ResultChoice.LookingBackProblem, _ option: String
  ) -> (what: String, mend: String) {
    switch problem {
    case .never:
      (
        "you have not looked back to an earlier day yet",
        "do it with: waymark assess\(option) --then DAY"
      )
    case .nothingInCommon(let day):
      (
        "no statement has a level now and on \(day.inWords), to which you looked back",
        "look back to what you answered with: waymark assess\(option) --then DAY"
      )
    }
  }

  let nothingDone = (
    what: "nothing is marked as done", mend: "mark it with: waymark path --done ID"
  )

  // MARK: - What leaves

  let leaves = "This is all that leaves, and only if you send it. It has no name and no notes:"
  let leavesWithOffer =
    "Two files leave, and only if you send them. The first has no name and no notes:"

  /// - Parameter id: the beginning of the id of the assessment of everything.
  func isAboutWorkshop(_ workshop: ID<WorkshopOffer>, whole id: String, _ suffix: String) -> String
  {
    "This is about the workshop '\(workshop)' alone. To share everything: waymark share "
      + "--assessment \(id)\(suffix)"
  }

  /// What the file says, for those who do not read JSON.
  ///
  /// - Parameters:
  ///   - campaign: what the campaign that it is for is called.
  ///   - background: the questions whose answers are in it.
  ///   - rated: how many of all statements have a level.
  ///   - role: its title.
  ///   - hasLink: whether it has an id of the person too.
  func inWords(
    for campaign: (title: String, id: ID<Campaign>)?, background: [String],
    rated: Int, of all: Int, _ importance: Assessment.Importance, role: String?,
    _ addition: ResponseAddition, hasLink: Bool
  ) -> String {
    let given = background.joined(separator: ", ")
    let purpose =
      campaign.map { title, id in
        "for the campaign '\(title)' (\(id)), "
          + (given.isEmpty ? "no background answers, " : "your background answers (\(given)), ")
      } ?? (given.isEmpty ? "" : "your answers to \(given), ")
    return "In words: \(purpose)your answers (\(rated) of \(all) statements rated), "
      + "\(inWords(importance)), " + (role.map { "the role \($0)" } ?? "no role")
      + inWords(addition) + ", the month, a random id"
      + (hasLink ? " for this file and one for you" : "") + ", and a proof for later files."
  }

  private func inWords(_ importance: Assessment.Importance) -> String {
    importance.ratings.isEmpty
      ? "what matters most to you (\(importance.picked.count))"
      : "how important they are to you (\(importance.ratings.count))"
  }

  /// With a comma before each part; empty when nothing is added.
  private func inWords(_ addition: ResponseAddition) -> String {
    let then = addition.lookingBack.map {
      ", where you were in \($0.month) as you see it now "
        + "(\($0.levels.count) statement\($0.levels.count == 1 ? "" : "s"))"
    }
    let done =
      addition.did.isEmpty
      ? "" : ", that you did \(addition.did.map(\.description).joined(separator: ", "))"
    return (then ?? "") + done
  }

  let unlinked = "Without --link nobody can set this beside what you said before."
  /// What becomes of a file that was shared before.
  let again =
    "It takes the place of what you shared before. What you added then (--link, --looking-back, --did, "
    + "--serve) is in it only if you say it again."

  // MARK: - What was done

  let nothingWritten = "Nothing was written."

  func toTakeBack(_ suffix: String) -> String {
    "To take it back later: waymark share --withdraw\(suffix)"
  }
}
