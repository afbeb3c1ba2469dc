import Waymark
import WaymarkStore

/// What a report is made from.
struct ReportInput {
  /// The margins to weight to, with the groupings that they are about.
  struct Margins {
    let margins: [Campaign.Invited]
    let groupings: [Grouping]

    /// The groupings that have to be counted: the role is counted always.
    var table: [Grouping] { groupings.filter { !$0.isRole } }
  }

  let installed: Installed
  let campaign: Campaign
  let documents: CampaignDocuments
  let counts: GroupedCounts
  /// The store that the campaign is in; `nil` for counts from files.
  let store: Store?
  let margins: Margins?
  /// The counts by the groupings of the margins, where these are more than the role.
  let marginTable: CountTable?
}
