import ArgumentParser
import Waymark

/// `waymark` itself: alone it says where the person is and what comes next.
struct WaymarkCommand: ParsableCommand {
  static let version = "0.1.0"
  private static let words = CommandWords.english.help

  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: "See where you stand in library service to children, and what to learn next.",
    usage: "waymark [<command>] [<options>]",
    discussion: """
      Examples:
        waymark assess
        waymark profile
        waymark path --hours 4
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: words.forYourself,
        subcommands: [
          AssessCommand.self, ProfileCommand.self, NotesCommand.self, PathCommand.self,
          ShareCommand.self, StoreCommand.self, SettingsCommand.self,
        ]),
      CommandGroup(
        name: words.forTrainers,
        subcommands: [
          CohortCommand.self, PlanCommand.self, EvaluateCommand.self, MentorsCommand.self,
          CatalogueCommand.self,
        ]),
      CommandGroup(
        name: words.forAssociations,
        subcommands: [
          CampaignCommand.self, ImportCommand.self, ReportCommand.self, CountsCommand.self,
          ExportCommand.self, FrameworkCommand.self, DemoCommand.self,
        ]),
    ])

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    try HomePage(session: try Session(options)).run()
  }

  /// Whether an error is the parser's own: a usage error, or help that was asked for.
  static func isParserMessage(_ error: any Error) -> Bool {
    !(error is Failure || error is Ended || error is Console.Closed
      || error is Console.Refusal)
      && (error is ValidationError || error is CleanExit
        || exitCode(for: error) == .validationFailure || exitCode(for: error) == .success)
  }
}
