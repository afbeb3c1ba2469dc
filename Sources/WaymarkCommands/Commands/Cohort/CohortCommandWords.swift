import Waymark
import WaymarkBasics

/// What `waymark cohort` says, and how every command speaks of cohorts.
struct CohortCommandWords: Sendable {
  let kind = "cohort"
  let nameOne = "name one with: waymark cohort new NAME --campaign NAME"

  /// What a run is, as others are told that wait for it.
  let newRun = "cohort new"

  /// A cohort as what something is wrong with.
  func subject(_ id: ID<Cohort>) -> String { "cohort '\(id)'" }

  let nameACampaign = "--campaign: name a campaign"

  func differ(
    _ first: ID<Campaign>, _ other: ID<Campaign>
  ) -> (what: String, mend: String) {
    (
      "the campaigns '\(first)' and '\(other)' asked different statements",
      "name campaigns that asked the same"
    )
  }

  /// - Parameter campaigns: those whose people the cohort has.
  func hasNobody(
    of campaign: ID<Campaign>, but campaigns: [String]
  ) -> (what: String, mend: String) {
    (
      "it has nobody of the campaign '\(campaign)'",
      "name one of: " + campaigns.joined(separator: ", ")
    )
  }

  // MARK: - Name one

  func noName(_ name: String) -> String {
    "'\(name)' is no name of a cohort; use letters, digits, '.', '_', '-'"
  }

  func exists(_ id: ID<Cohort>) -> String {
    "there is a cohort '\(id)' already; choose another name"
  }

  func noCondition(_ text: String) -> String {
    "--where '\(text)': write FIELD=GROUP, such as locale=rural"
  }

  func named(_ id: ID<Cohort>) -> String { "Named the cohort '\(id)'" }

  func nextShow(_ id: ID<Cohort>, suffix: String) -> String {
    "Next: waymark cohort show \(id)\(suffix)"
  }

  // MARK: - List and show

  /// - Parameters:
  ///   - conditions: `FIELD=GROUP`.
  ///   - ids: how many response ids it has.
  func listed(
    _ id: ID<Cohort>, campaigns: [String], conditions: [String], ids: Int
  ) -> String {
    "\(id): " + campaigns.joined(separator: ", ") + conditions.map { "; \($0)" }.joined()
      + (ids == 0 ? "" : "; \(ids) response id\(ids == 1 ? "" : "s")")
  }

  func none(suffix: String) -> String {
    "There is none yet. Name one with: waymark cohort new NAME --campaign NAME\(suffix)"
  }

  func nextShow(suffix: String) -> String { "Next: waymark cohort show NAME\(suffix)" }

  func keepIt(_ id: ID<Cohort>, suffix: String) -> String {
    "Keep it: waymark cohort show \(id) -o \(id).html\(suffix)"
  }
}
