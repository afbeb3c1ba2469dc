import Waymark
import WaymarkBasics

/// What is said of what `waymark assess` is asked to do.
struct AssessWords: Sendable {
  // MARK: - What does not go together

  let waysExclude = "--answers, --set, --script and --template exclude each other; use one of them."
  let viewsExclude =
    "--review, --then, --campaign and --template exclude each other; use one of them."
  let partsExclude = "--area and --workshop exclude each other; use one of them."
  let coreIsAskedAlone =
    "--core asks the core statements alone; leave --all, --area, --workshop, --review, --then and "
    + "--as out."
  let serviceIsAskedAlone =
    "--as service asks about the service alone; leave --role, --campaign, --workshop, "
    + "--review, --then and --template out."
  let backgroundNeedsCampaign = "--background goes with --campaign."
  let frameworkNeedsCampaign = "--framework goes with --campaign or --as service."
  let dropsAlone =
    "--drop drops what was begun and does nothing else; leave every other option out."
  let inputIsReadOnce = "standard input can be read only once; name a file for --campaign."

  func notPast(_ day: CalendarDate) -> String {
    "--then: \(day) is not past; give an earlier day"
  }

  func noCoreForm(_ framework: String) -> (what: String, mend: String) {
    (
      "no statement of '\(framework)' is marked core",
      "leave --core out, or mark a few of each area in its file with core=\"yes\""
    )
  }

  func campaignAsksAll(_ campaign: ID<Campaign>) -> String {
    "--core: the campaign '\(campaign)' asks all statements; leave --core out to answer it, or leave "
      + "--campaign out to rate yourself"
  }

  let roleStays = "--role: the role stays that of the assessment before"

  // MARK: - Why nothing is rated again

  func nothingFinished(_ workshop: String?) -> (what: String, mend: String) {
    ("no assessment is finished yet", "finish one with: waymark assess\(option(workshop))")
  }

  func noStepDone(since day: CalendarDate) -> (what: String, mend: String) {
    (
      "no step is done since \(day.inWords)",
      "mark steps with: waymark path --done 1; or choose areas with --area"
    )
  }

  // MARK: - What comes next

  func toSeeStatements(_ framework: String) -> String {
    "What each id means: waymark framework show \(framework)"
  }

  /// The command, with what belongs to it, for what comes after a sitting.
  ///
  /// - Parameters:
  ///   - areas: those that were named.
  ///   - workshop: the one that was named.
  func command(
    for next: Sitting.Next, after view: Questionnaire.Occasion.View, areas: [String],
    workshop: String?
  ) -> String {
    let only = areas.map { " --area \($0.shellWord)" }.joined() + option(workshop)
    return switch next {
    case .goOn:
      switch view {
      case .now: "assess" + option(workshop)
      case .again: "assess --review" + only
      case .lookingBack(let day): "assess --then \(day)" + only
      case .service: "assess --as service" + only
      }
    case .profile: "profile"
    case .compareWithLast: "profile --compare last"
    case .compareWithThen: "profile --compare then"
    case .share: "share"
    // With nothing sent or written.
    case .shareShortForm: "share --link --dry-run"
    case .shareLookingBack: "share --link --looking-back --dry-run"
    case .sayInFiveYears: "assess --as service"
    case .shareService: "share --as service --dry-run"
    }
  }

  /// The options that what begins or goes on needs once more.
  func options(
    beginsNew: Bool, campaign: String?, framework: String?, breadth: Questionnaire.Breadth?
  ) -> String {
    let first =
      switch breadth {
      case .core: " --core"
      case .everything: " --all"
      case .byRole, nil: ""
      }
    return (campaign.map { " --campaign \($0.shellWord)" } ?? "")
      + (framework.map { " --framework \($0.shellWord)" } ?? "") + first
      + (beginsNew ? " --new" : "")
  }

  private func option(_ workshop: String?) -> String {
    workshop.map { " --workshop \($0.shellWord)" } ?? ""
  }
}
