import Waymark
import WaymarkBasics

/// What `waymark report` says beside the report itself.
struct ReportCommandWords: Sendable {
  func counted(_ done: Int, of total: Int) -> String { "\(done) of \(total) responses are counted" }

  func wrote(_ folder: String) -> String { "Wrote \(folder)/report.html and the data beside it" }

  func tooFew(_ fewest: Int) -> String {
    "Fewer than \(fewest) people answered, so every figure is withheld."
  }

  func groupByGroup(_ id: ID<Campaign>, suffix: String) -> String {
    "Group by group: waymark report --campaign \(id) --by role\(suffix)"
  }

  func isFolder(_ name: String) -> String {
    "-o '\(name)': a report is a folder of pages, tables and a workbook, report.xlsx; name it without the "
      + "ending, or write one page with --brief"
  }

  // MARK: - What to report on

  let nameSomething = "name what to report on with --campaign NAME or --counts FILE"
  let nameOneOnly = "--campaign and --counts exclude each other; use one of them"
  let documentsAreOfCampaign =
    "--framework and --background go with --counts or --agreement; a campaign keeps those that it asks with"
  let countsSayTooLittle =
    "--compare and --population need --campaign; counts do not say enough for them"

  /// Counts by some fields as what something is wrong with.
  func subject(by fields: String) -> String { "--by \(fields)" }

  func notCounted(by fields: String) -> (what: String, mend: String) {
    (
      "not all of the files hold counts by it",
      "write them with: waymark counts --by \(fields)"
    )
  }

  // MARK: - What it is compared with and weighted to

  let compareAnother = "--compare: name another campaign than --campaign"

  let askedOtherwise = (
    what: "its statements or levels are others than those of this one",
    mend: "compare campaigns that asked the same"
  )

  let trimNeedsPopulation = "--trim: give 1.5 to 100, together with --population"

  /// - Parameter hasNone: whether there are no margins, and not too many.
  func unfitMargins(hasNone: Bool) -> (what: String, mend: String) {
    (
      "it has margins of \(hasNone ? "nothing" : "too much")",
      "give margins of the role, of one or two background questions, or of both"
    )
  }
}

// One page for a board.
extension ReportCommandWords {
  /// That what is typed does not go with one page.
  func brief(without option: String) -> String {
    "--brief is one page about everybody; leave out \(option)"
  }
}

// Two ratings of the same people.
extension ReportCommandWords {
  var nameTwoFiles: String {
    "--agreement: name two files, the first and the second rating of the same people"
  }

  func agreement(without option: String) -> String {
    "--agreement compares two files, and nothing else; leave out \(option)"
  }

  func noTable(_ file: String) -> String {
    "\(file): this is no table; name a CSV file with a row for each person, as `waymark import` "
      + "reads it"
  }

  /// Both files as what something is wrong with.
  func both(_ first: String, _ second: String) -> String { "\(first) and \(second)" }
}
