import Waymark
import WaymarkBasics
import WaymarkStore

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

/// What is said where a campaign or a cohort is changed, renamed, opened again, undone or deleted.
struct CampaignCareWords: Sendable {
  // What runs are, as others are told that wait for them.

  let changeRun = "campaign change"
  let renameRun = "campaign rename"
  let reopenRun = "campaign reopen"
  let undoRun = "campaign undo"
  let deleteRun = "campaign delete"

  /// That a command asks first, where nobody can be asked.
  func asksFirst(_ run: String) -> String { "\(run): it asks first; --yes goes on without asking" }

  let nothingChanged = "Nothing was changed."

  // MARK: - Terms

  let changeSomething = "campaign change: say what is to change, such as --closes 2027-01-31"
  let tablesOrNone = "--table and --no-table exclude each other; use one of them"

  func changed(_ id: ID<Campaign>) -> String { "Changed the campaign '\(id)'" }

  /// What follows where no table is declared.
  func noTable(_ id: ID<Campaign>, _ suffix: String) -> String {
    "No table is declared, so that only figures of everybody can ever be published. Before the first "
      + "answer: waymark campaign change \(id) --table role,state\(suffix)"
  }

  /// That a table of those invited names only some groups of a grouping.
  func namesSome(_ grouping: String, _ people: Int, of all: Int, in file: String) -> String {
    "\(file): the groups of \(grouping) that it names have \(people) of the \(all) people invited; "
      + "nothing is said of the others."
  }

  // MARK: - Rename and reopen

  func renamed(_ id: ID<Campaign>, to name: ID<Campaign>) -> String {
    "The campaign '\(id)' is called '\(name)' now"
  }

  func inviteAgain(_ id: ID<Campaign>, _ name: ID<Campaign>, _ suffix: String) -> String {
    "Invitations that name '\(id)' do not fit any more; write a new one: "
      + "waymark campaign invite \(name) -o campaign.xml\(suffix)"
  }

  func isPublished(on day: CalendarDate) -> (what: String, mend: String) {
    (
      "it was published on \(day.inWords) and is frozen since",
      "take late answers into a campaign of their own"
    )
  }

  func isOpen(_ id: ID<Campaign>) -> String { "The campaign '\(id)' is not closed." }
  func reopened(_ id: ID<Campaign>) -> String { "Opened the campaign '\(id)' again" }

  func lastDayIsOver(_ last: CalendarDate, _ id: ID<Campaign>, _ suffix: String) -> String {
    "Its last day, \(last.inWords), is over: what comes now is told apart. Another last day: "
      + "waymark campaign change \(id) --closes DATE\(suffix)"
  }

  // MARK: - Undo

  /// What is to be typed for an import to be undone.
  let undo = "undo"

  func askToUndo(_ id: ID<Campaign>, _ undone: Store.Undone) -> String {
    "This undoes the last import into '\(id)' that brought something\(said(undone)).\n"
      + "Type \(undo) to go on, or press Enter to keep it: "
  }

  let nothingToUndo = (
    what: "it has no import that could be undone", mend: "only the last one can be, and only once"
  )

  func undid(_ id: ID<Campaign>, _ undone: Store.Undone) -> String {
    "Undid the import into '\(id)'\(said(undone))"
  }

  /// The day, where it is known, and what is or was done, behind a sentence.
  private func said(_ undone: Store.Undone) -> String {
    let counts =
      ["\(count(undone.removed, "response")) taken out"]
      + (undone.restored == 0 ? [] : ["\(undone.restored) as before again"])
      + (undone.cards == 0
        ? [] : ["\(count(undone.cards, "offer or view", "offers and views")) taken out"])
    return (undone.day.map { " of \($0.inWords)" } ?? "") + ": "
      + counts.joined(separator: ", ")
  }

  private func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  // MARK: - Delete

  /// What is to be typed for a campaign to be removed.
  let delete = "delete"

  /// - Parameter responses: how many there are, in words.
  func askToDelete(
    _ id: ID<Campaign>, _ responses: String, published: CalendarDate?
  ) -> String {
    "This removes the campaign '\(id)' with its \(responses) for good.\n"
      + (published.map { staysOut($0) + "\n" } ?? "")
      + "Type \(delete) to go on, or press Enter to keep it: "
  }

  func hasCohorts(_ cohorts: [ID<Cohort>]) -> (what: String, mend: String) {
    (
      "people of it are in " + cohorts.map { "the cohort '\($0)'" }.joined(separator: ", "),
      "delete that first: waymark cohort delete \(cohorts.first.map(\.description) ?? "NAME")"
    )
  }

  /// What is no longer guarded where a campaign was published.
  private func staysOut(_ day: CalendarDate) -> String {
    "What was published on \(day.inWords) stays out and in the ledger, and nothing compares a later release "
      + "with these people any more: publish no tables of the same people again, as those who are in one "
      + "alone would show."
  }

  func deleted(_ id: ID<Campaign>, published: CalendarDate?) -> String {
    "Deleted the campaign '\(id)'" + (published.map { "\n" + staysOut($0) } ?? "")
  }
}

// Cohorts.
extension CampaignCareWords {
  var cohortRenameRun: String { "cohort rename" }
  var cohortDeleteRun: String { "cohort delete" }

  func renamed(_ id: ID<Cohort>, to name: ID<Cohort>) -> String {
    "The cohort '\(id)' is called '\(name)' now"
  }

  func askToDelete(_ id: ID<Cohort>) -> String {
    "This removes the cohort '\(id)'; the answers stay in their campaigns.\n"
      + "Type \(delete) to go on, or press Enter to keep it: "
  }

  func deleted(_ id: ID<Cohort>) -> String { "Deleted the cohort '\(id)'" }
}
