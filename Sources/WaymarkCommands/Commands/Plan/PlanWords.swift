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

  let keepIt = "Keep it: the same command with -o plan.html, plan.md, plan.xlsx or plan.json"

  func cannotHold(_ id: ID<WorkshopOffer>) -> String {
    "--keep '\(id)': it does not fit the limits, or finds too few people whom it would help; raise "
      + "the limits, or leave it out"
  }

  let cannotKeep =
    "--keep: what is to be held does not fit the limits together, or finds too few people whom "
    + "it would help; raise the limits, lower --least, or keep less"
}
