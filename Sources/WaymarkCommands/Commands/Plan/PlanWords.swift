import Waymark
import WaymarkBasics

/// What `waymark plan` says beside the plan itself.
struct PlanWords: Sendable {
  let nameSomebody = "name a campaign with --campaign, or a cohort with --cohort."
  let nameTwoCampaigns = "--records: name two campaigns, such as spring,fall"

  func isPast(_ day: CalendarDate) -> String { "--date \(day): this day is past." }

  let dayTwice = "--date: a day is there twice; to hold several sessions on each use --parallel"
  let calendarNeedsDays = "--format ics: give the day of each session with --date"
  let nothingForCalendar = "no session is planned, so there is no day for a calendar"

  /// What a run is that writes a calendar, as others are told that wait for it.
  let calendarRun = "plan --format ics"

  let keepIt = "Keep it: the same command with -o plan.html, plan.md, plan.xlsx or plan.json"

  /// - Parameter kept: what was to be kept, as it was typed.
  func cannotHold(_ kept: String, _ hindrance: SeasonHindrance) -> String {
    let why =
      switch hindrance {
      case .usDollars(let dollars):
        "it costs \(dollars) dollars, travel included; raise --budget"
      case .minutes(let minutes):
        "it takes \(minutes) minutes; raise --hours"
      case .trainerDays(let days):
        "it takes \(days) trainer day\(days == 1 ? "" : "s"); raise --trainer-days"
      case .days(let days):
        "it takes \(days) day\(days == 1 ? "" : "s") in a row; name as many with --date"
      case .seats:
        "no room or not the seats that there are hold enough people; raise --room or --seats, or lower "
          + "--least"
      case .people:
        "too few people can come whom it would help, or there is no session for it; lower --least, or raise "
          + "--sessions"
      }
    return "--keep '\(kept)': \(why), or leave the workshop out"
  }

  let cannotKeep =
    "--keep: what is to be held does not fit the limits together, or finds too few people whom "
    + "it would help; raise the limits, lower --least, or keep less"
}

/// What is said of limits of a season that cannot be used.
struct SeasonOptionsWords: Sendable {
  let workshopKind = "workshop"
  let regionKind = "region"

  /// Where people find the ids of workshops.
  let whereListed = "see them with: waymark framework show workshop-offers"

  /// - Parameter exposes: whether people would be known by it if it were less.
  func outside(
    _ option: String, _ value: Int, least: Int, most: Int, exposes: Bool
  ) -> String {
    "\(option) \(value): write a number from \(least) to \(most)"
      + (exposes ? "; fewer people would be known by the plan" : "")
  }

  let parallelNeedsDays = "--parallel: give the days of sessions with --date"

  func tooManySessions(_ sessions: Int, most: Int) -> String {
    "--sessions \(sessions): the days given have room for \(most); give more with --date, or hold "
      + "several on one with --parallel"
  }

  let floorNeedsRegions = "--floor: say with --by what the regions are, such as --by region"

  func outside(hours: Double) -> String { "--hours \(hours): write a number from 0 to 100000" }

  func bothNamed(_ id: ID<WorkshopOffer>) -> String {
    "--keep and --without both name '\(id)'; leave one of them out"
  }

  /// An option with its value as what something is wrong with.
  func subject(_ option: String, _ value: String) -> String { "\(option) '\(value)'" }

  func noRoom(_ option: String) -> String {
    "\(option): write a number from 1 to 1000000, such as 24, or 24@REGION"
  }

  func regionNeedsGrouping(_ option: String) -> String { "\(option): a region needs --by" }

  func isOnline(_ option: String) -> String {
    "\(option): it is held online, for all regions; leave the region out"
  }
}
