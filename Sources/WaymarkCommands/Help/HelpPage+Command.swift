import ArgumentParser

extension HelpPage {
  /// The title of the options that all commands share, as the commands declare it.
  static let sharedOptionsTitle = "Everywhere"

  /// The sections of ArgumentParser's own page that have no options of the command alone.
  private static let foreignTitles = [sharedOptionsTitle.uppercased(), "SUBCOMMANDS"]

  /// The page of a command: what it does, how it is used, examples, and its own options.
  ///
  /// The options that all commands share are on the page of the program alone.
  init(of path: CommandPath) {
    let configuration = path.command.configuration
    let isProgram = path.names.isEmpty
    var parts: [Part] = [
      .paragraph(path.abstract),
      .commands("Usage:", path.usage),
    ]
    parts += Self.discussion(configuration.discussion)
    let sections = Self.sections(of: path.command)
    for (title, entries) in sections where !Self.foreignTitles.contains(title) {
      let own = entries.filter { !$0.name.hasSuffix("--help") && $0.name != "--version" }
      if !own.isEmpty { parts.append(.entries(title.capitalizedFirst + ":", own)) }
    }
    let commands = configuration.subcommands.map {
      Entry($0.configuration.commandName ?? "", $0.configuration.abstract)
    }
    if !commands.isEmpty {
      parts.append(.entries("Commands:", commands))
      parts.append(
        .paragraph(
          "More about one of them: waymark help \((path.names + [commands[0].name]).joined(separator: " "))"
        ))
    }
    if isProgram {
      parts.append(
        .entries(
          "Topics, such as waymark help privacy:",
          HelpTopic.allCases.map { Entry($0.rawValue, $0.abstract) }))
      parts.append(
        .entries(
          "Options of every command, before or after its name:",
          (sections.first { $0.title == Self.sharedOptionsTitle.uppercased() }?.entries ?? []) + [
            Entry("-h, --help", "Say what a command does."),
            Entry("--version", "Say which Waymark this is."),
          ]))
    } else {
      parts.append(.paragraph("Options of every command: waymark help"))
    }
    self.parts = parts
  }

  /// Paragraphs, and below a line such as `Examples:` the commands that are indented.
  private static func discussion(_ text: String) -> [Part] {
    text.lines.split(separator: "").map { block in
      let commands = block.dropFirst().map { $0.drop { $0 == " " } }
      guard let first = block.first, first.hasSuffix(":"), !commands.isEmpty else {
        return .paragraph(block.joined(separator: " "))
      }
      return .commands(first, commands.map(String.init))
    }
  }

  /// The arguments and options of a command under the titles that ArgumentParser gives them, in its
  /// order.
  ///
  /// It has no other public way to tell them than its own page, where each stands on one line when
  /// the page is wide enough: a name, at least two spaces, and the meaning; or, below a long name,
  /// the meaning alone.
  private static func sections(
    of command: any ParsableCommand.Type
  ) -> [(title: String, entries: [Entry])] {
    var sections: [(title: String, entries: [Entry])] = []
    for line in WaymarkCommand.helpMessage(for: command, columns: 10_000).lines {
      if line.hasSuffix(":"), line == line.uppercased(), !line.hasPrefix(" ") {
        sections.append((String(line.dropLast()), []))
        continue
      }
      guard var section = sections.popLast() else { continue }
      defer { sections.append(section) }
      guard line.hasPrefix("  ") else { continue }
      let text = line.drop { $0 == " " }
      let name = text.firstRange(of: "  ").map { text[..<$0.lowerBound] } ?? text
      let meaning = text[name.endIndex...].drop { $0 == " " }
      if line.hasPrefix("   "), let last = section.entries.popLast() {
        section.entries.append(Entry(last.name, String(text)))
      } else {
        section.entries.append(Entry(String(name), String(meaning)))
      }
    }
    return sections
  }
}

extension String {
  /// "WHAT FITS" as "What fits".
  fileprivate var capitalizedFirst: String { prefix(1) + dropFirst().lowercased() }

  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
