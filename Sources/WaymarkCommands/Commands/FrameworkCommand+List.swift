import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages

extension FrameworkCommand {
  /// `waymark framework list`: what is installed.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the frameworks and documents that are installed.",
      usage: "waymark framework list [--format <txt | json>] [-o <file>]",
      discussion: """
        Example:
          waymark framework list
        """)

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let format = try OutputFormat.chosen(session, output: output, known: [.text, .json])
      let list = DocumentList(try Installed.find().documents().map(\.summary))
      let text =
        format == .json
        ? try list.json()
        : list.page(language: session.language).text(
          output == nil ? session.style : TextStyle())
      try session.deliver(text, to: output, for: .everyone)
      if format != .json { session.console.remark("Next: waymark framework show ID") }
    }
  }
}
