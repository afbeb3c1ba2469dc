import ArgumentParser
import WaymarkBasics
import WaymarkStore

/// What files that no campaign is behind were answered with, where it is not what came with the program.
struct TableDocumentsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The files after --counts or --agreement are about these statements of your own.",
      valueName: "file"),
    completion: .file())
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "They are about these background questions of your own.", valueName: "file"),
    completion: .file())
  var background: String?

  /// Whether any is given.
  var areGiven: Bool { framework != nil || background != nil }

  /// The documents, with those that came with the program where none are given.
  func documents() throws -> (installed: InstalledDocuments, documents: CampaignDocuments) {
    let installed = try InstalledDocuments.find(beside: OwnDocuments(background: background))
    return (
      installed,
      try installed.campaignDocuments(
        try framework.map(installed.framework(at:)) ?? installed.framework())
    )
  }
}
