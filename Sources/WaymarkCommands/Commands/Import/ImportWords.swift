import Waymark
import WaymarkBasics

/// What `waymark import` says.
struct ImportWords: Sendable {
  /// What a person begins with who has no answers of others.
  let beginning = "import responses FILE --campaign NAME --new"

  func noName(_ name: String) -> String {
    "--campaign: '\(name)' is no name; use letters, digits, '.', '_', '-'"
  }

  let folderUnreadable = (what: "this folder cannot be read", mend: "name the files themselves")

  /// - Parameter others: what is in the folder and is not read.
  func folderWithoutFiles(_ others: [String]) -> (what: String, mend: String) {
    (
      "there is no .json, .csv, .tsv or .xlsx file in this folder"
        + (others.isEmpty ? "" : ", only \(list(others))"), "name the files themselves"
    )
  }

  func notRead(_ names: [String], in folder: String) -> String {
    "\(folder): not read: \(list(names))"
  }

  let headerRowsOutside = "--header-rows: give a number from 1 to 6."
  let noMap = (
    what: "this is no map of columns",
    mend: "name a table of column,field,value,code; waymark import map makes one"
  )

  func rowsRead(_ count: Int, of file: String) -> String { "\(count) rows of \(file) are read" }

  func more(_ count: Int) -> String { "... and \(count) more" }

  /// - Parameter isReported: whether all are written to a file that was named.
  func shown(_ count: Int, of all: Int, isReported: Bool) -> String {
    "\(count) of \(grouped(all)) are shown, and \(grouped(all - count)) more are not; "
      + (isReported ? "all are in the file of --problems" : "all are written by --problems FILE")
  }

  private func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ")
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  /// A number with commas between thousands.
  private func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }

  // MARK: - What came of it

  let isDryRun = "Nothing was taken in; it would be:"
  let nothingTaken = "Nothing was taken in."

  func pairs(_ id: ID<Campaign>, suffix: String) -> String {
    "Pairs: waymark mentors --campaign \(id)\(suffix)"
  }

  func byName(_ id: ID<Campaign>, suffix: String) -> String {
    "By name: waymark plan --campaign \(id)\(suffix)"
  }

  /// - Parameter near: the name that was perhaps meant.
  func noCampaign(_ id: ID<Campaign>, near: String?) -> String {
    "--campaign: there is no campaign '\(id)'; "
      + (near.map { "\($0.didYouMean) Else make it: add --new" } ?? "to make it, add --new")
  }

  func madeFirst(_ id: ID<Campaign>) -> String { "Made the campaign '\(id)', the first here." }

  func askToMake(_ id: ID<Campaign>, near: String?) -> String {
    "No campaign is called '\(id)'\(near.map { "; \($0.didYouMean)" } ?? ".") Make it? y/N:"
  }

  /// That what came is told apart, as the last day of answers is over.
  func cameLate(_ last: CalendarDate) -> String {
    "The last day of answers, \(last.inWords), is over: what is new is told apart."
  }

  /// What was taken in all the same of a campaign that is closed or frozen.
  let takenThoughLate =
    "No answers were taken in. What people took back was, and offers to mentor and who may be "
    + "named were brought up to date."

  // MARK: - Why something is not taken in

  func notTheirs(_ file: String, id: String) -> String {
    "\(file): this is not from whoever shared '\(id)' before, or it was changed; "
      + "leave the file out, and ask for one written where the answers are kept"
  }

  func mixture(_ file: String) -> String {
    "\(file): made-up people would be mixed with real ones; keep them in campaigns of their own"
  }

  func changed(_ file: String, id: String) -> String {
    "\(file): '\(id)' was taken in before with other answers; "
      + "to correct a table take its import back first (waymark campaign undo), or ask for a file with a "
      + "higher revision; where it is somebody else, give the row a respondent_id of its own, or, where a "
      + "form only numbers its answers, pass that column over (--ignore, or (ignored) in a map)"
  }
}

// What became of everything, in one line.
extension ImportWords {
  /// - Parameters:
  ///   - responses: what became of responses, in words.
  ///   - others: what became of other files, in words.
  func summary(_ responses: [String], isMadeUp: Bool, others: [String]) -> String {
    "Responses: " + responses.joined(separator: ", ") + (isMadeUp ? " (made-up people)" : "")
      + others.map { "; \($0)" }.joined()
  }

  func count(_ number: Int, _ decision: ImportDecisions.Decision) -> String {
    switch decision {
    case .new: "\(number) new"
    case .replaced: "\(number) replaced"
    case .same: "\(number) known already"
    case .older: "\(number) older than what is there"
    case .withdrawn: "\(number) withdrawn"
    case .changed: "\(number) changed"
    }
  }

  func repeated(_ number: Int, taken row: WideTableOptions.Repeated) -> String {
    "\(number) repeated, the \(row.rawValue) row taken"
  }

  func unanswered(_ number: Int) -> String {
    number == 1 ? "1 row without any answer left out" : "\(number) rows without any answer left out"
  }

  func filesPassedOver(_ number: Int) -> String {
    number == 1 ? "1 file passed over" : "\(number) files passed over"
  }

  func passedOver(_ number: Int) -> String { "\(number) with a fault passed over" }

  /// - Parameter counts: what became of them, in words.
  func mentoringOffers(_ number: Int, _ counts: [String]) -> String {
    "\(number) mentoring offer\(number == 1 ? "" : "s"): " + counts.joined(separator: ", ")
  }

  func serviceViews(_ number: Int, _ counts: [String]) -> String {
    "\(number) \(number == 1 ? "view of a service" : "views of services"): "
      + counts.joined(separator: ", ")
  }
}
