import ArgumentParser

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
}
