import ArgumentParser
import Waymark

/// `waymark framework`: the documents that the questionnaire is made of.
struct FrameworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework",
    abstract: "List, show or check the statements and what belongs to them.",
    usage: "waymark framework <list | show | validate>",
    discussion: """
      Examples:
        waymark framework list
        waymark framework show children-services
      """,
    subcommands: [List.self, Show.self, Validate.self])

  /// `waymark framework validate`: every problem of some files.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate",
      abstract: "List everything that is wrong with your own files.",
      usage: "waymark framework validate <file> ...",
      discussion: """
        A file that names a framework is checked against that one among the files, else against \
        the one that came with Waymark.

        Example:
          waymark framework validate my-framework.xml my-resources.xml
        """)

    @Argument(
      help: "Frameworks, catalogues, plans, background questions, invitations; - for input.",
      completion: .file())
    var files: [String]

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      try session.console.write(try Installed.find().check(files))
    }
  }
}
