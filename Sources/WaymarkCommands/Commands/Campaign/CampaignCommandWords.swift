import Waymark
import WaymarkBasics

/// What `waymark campaign` says, and how every command speaks of campaigns.
struct CampaignCommandWords: Sendable {
  /// What a name is given for, where there is nothing of it.
  let kind = "campaign"
  let questionKind = "background question"
  func questionOrOwn(_ known: [String]) -> String {
    "choose one of \(known.joined(separator: ", ")), or ask questions of your own with --background FILE"
  }

  /// What a person without a store begins with.
  let beginning = "campaign new NAME"
  let beginOne = "begin one with: waymark campaign new NAME"

  /// What runs are, as others are told that wait for them.
  let newRun = "campaign new"
  let closeRun = "campaign close"

  /// A campaign as what something is wrong with.
  func subject(_ id: ID<Campaign>) -> String { "campaign '\(id)'" }

  // MARK: - Begin

  func began(_ id: ID<Campaign>) -> String { "Began the campaign '\(id)'" }

  func nextInvite(_ id: ID<Campaign>, suffix: String) -> String {
    "Next: waymark campaign invite \(id) -o campaign.xml\(suffix)"
  }

  func noName(_ name: String) -> String {
    "'\(name)' is no name of a campaign; use letters, digits, '.', '_', '-'"
  }

  func noImportance(_ word: String) -> String {
    "--importance '\(word)': choose none, picks or rated"
  }

  /// What is asked for where no statement is core.
  let coreForm = "--form core"

  func noForm(_ word: String) -> String { "--form '\(word)': choose full or core" }

  func noCoreForm(_ framework: String) -> (what: String, mend: String) {
    (
      "no statement of '\(framework)' is marked core",
      "ask the full form, or mark a few of each area in its file with core=\"yes\""
    )
  }

  func noPlainLine(_ option: String, limit: Int) -> String {
    "\(option): write 1 to \(limit) plain characters on one line"
  }

  // MARK: - Invite

  /// How answers come back, where nobody says it.
  let sending = "Give the file to the person who sent you the invitation."

  func isClosed(on day: CalendarDate) -> (what: String, mend: String) {
    ("it was closed on \(day.inWords)", "begin a new campaign with: waymark campaign new NAME")
  }

  let hasMadeUpPeople = (
    what: "its people are made up, and nobody else can be asked",
    mend: "begin a campaign with: waymark campaign new NAME"
  )

  func wroteInvitation(_ file: String) -> String { "Wrote \(file); send it to those you ask." }
  func answeredWith(_ file: String, ownStatements: Bool, ownQuestions: Bool) -> String {
    let own =
      (ownStatements ? ["--framework STATEMENTS.xml"] : [])
      + (ownQuestions ? ["--background QUESTIONS.xml"] : [])
    let command = (["waymark assess --campaign \(file)"] + own).joined(separator: " ")
    return own.isEmpty
      ? "They answer with: \(command)"
      : "Send \(own.count == 1 ? "the file" : "the files") of your own too. They answer with: \(command)"
  }

  func nextImport(_ id: ID<Campaign>, suffix: String) -> String {
    "Next: waymark import responses FILE --campaign \(id)\(suffix)"
  }

  // MARK: - List, show and close

  /// - Parameters:
  ///   - responses: how many there are, in words.
  ///   - phase: where the campaign stands, in words.
  ///   - overdue: the day since which the answers should be deleted.
  func listed(
    _ id: ID<Campaign>, title: String, _ form: QuestionnaireForm, responses: String,
    phase: String, overdue: CalendarDate?
  ) -> String {
    "\(id): \(title), \(form == .core ? "core form, " : "")\(responses), \(phase)"
      + (overdue.map { ", to be deleted since \($0.inWords)" } ?? "")
  }

  func none(suffix: String) -> String {
    "There is none yet. Begin one with: waymark campaign new NAME\(suffix)"
  }

  func nextShow(suffix: String) -> String { "Next: waymark campaign show NAME\(suffix)" }

  func nextReport(_ id: ID<Campaign>, suffix: String) -> String {
    "Next: waymark report --campaign \(id)\(suffix)"
  }

  func closed(_ id: ID<Campaign>) -> String { "Closed the campaign '\(id)'" }

  func closedBefore(_ id: ID<Campaign>, on day: CalendarDate) -> String {
    "The campaign '\(id)' was closed on \(day.inWords) already."
  }
}

// Several campaigns at once.
extension CampaignCommandWords {
  var beforeAndAfter: String { "--before and --after" }

  func nameTwo(_ option: String) -> String { "\(option): name two campaigns" }

  func otherLevels(
    _ count: Int, than otherCount: Int, in other: ID<Campaign>
  ) -> (what: String, mend: String) {
    (
      "it has \(count) levels, '\(other)' has \(otherCount)",
      "name campaigns with the same levels"
    )
  }

  /// - Parameter months: those in which people answered, as `2026-11`.
  func isReversed(
    _ months: ClosedRange<String>, beside other: ID<Campaign>, _ others: ClosedRange<String>
  ) -> (what: String, mend: String) {
    (
      "it was answered in \(range(months)), and '\(other)', which should come after it, in "
        + range(others),
      "name the two the other way round"
    )
  }

  private func range(_ months: ClosedRange<String>) -> String {
    (months.lowerBound == months.upperBound
      ? months.lowerBound : "\(months.lowerBound) to \(months.upperBound)").printableLine
  }

  func isMadeUp(beside real: ID<Campaign>) -> (what: String, mend: String) {
    (
      "its people are made up, and those of '\(real)' are real",
      "name campaigns of the same kind"
    )
  }
}
