import ArgumentParser
import Waymark

/// `waymark catalogue`: what there is to learn from.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Check your own catalogue, or see what there is for each level.",
    usage: "waymark catalogue <check | coverage>",
    discussion: """
      Examples:
        waymark catalogue check my-resources.xml
        waymark catalogue coverage
      """,
    subcommands: [Check.self, Coverage.self])

  /// `waymark catalogue check`: every problem of some files.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "List everything that is wrong with your own files.",
      usage: "waymark catalogue check <file> ...",
      discussion: """
        Example:
          waymark catalogue check my-resources.xml
        """)

    @Argument(help: "Catalogues and what they belong to; - for input.", completion: .file())
    var files: [String]

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      try session.console.write(try Installed.find().check(files))
    }
  }

  /// `waymark catalogue coverage`: how much there is for each level step.
  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage",
      abstract: "See what there is for each level of each statement.",
      usage: "waymark catalogue coverage [-o <file>]",
      discussion: """
        Without -o it is shown. The ending of the file, .txt or .csv, says in which form it is \
        written.

        Examples:
          waymark catalogue coverage
          waymark catalogue coverage -o coverage.csv
        """)

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let format = try OutputFormat.chosen(session, output: output, known: [.text, .csv])
      let installed = try Installed.find()
      let framework = try installed.framework().framework
      let coverage = CatalogueCoverage(
        try installed.catalogue(for: framework), framework: framework)
      let text =
        switch format {
        case .csv: CoverageText.table(coverage)
        case .text, .html, .json, .markdown, .ics:
          CoverageText.page(
            coverage, framework: framework, style: output == nil ? session.style : TextStyle(),
            language: session.language)
        }
      try session.deliver(text, to: output, for: .everyone)
    }
  }
}
