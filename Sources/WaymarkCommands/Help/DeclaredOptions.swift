import ArgumentParser
import Foundation

/// The arguments and options of a command, as its parser says that they were declared.
struct DeclaredOptions {
  /// Options under the title that they were declared with.
  struct Section {
    let title: String
    let entries: [HelpPage.Entry]
  }

  /// In the order of their declarations; arguments come first, what is hidden not at all.
  let sections: [Section]

  /// - Throws: `DecodingError` where the parser tells of itself in another form.
  init(of command: any ParsableCommand.Type) throws {
    let tool = try JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8))
    let words = CommandWords.english.help
    var sections: [Section] = []
    for argument in tool.command.arguments ?? [] where argument.isShown {
      let title = argument.sectionTitle ?? (argument.isOption ? words.options : words.arguments)
      let place = sections.firstIndex { $0.title == title } ?? sections.endIndex
      var entries = place < sections.endIndex ? sections.remove(at: place).entries : []
      // A flag and what takes it back are declared as one, and told as two.
      if let last = entries.last, argument.takesBack(last) {
        entries[entries.count - 1] = HelpPage.Entry("\(last.name)/\(argument.name)", last.meaning)
      } else {
        entries.append(HelpPage.Entry(argument.name, argument.meaning))
      }
      sections.insert(Section(title: title, entries: entries), at: place)
    }
    self.sections = sections
  }

  /// What the parser writes for `--experimental-dump-help`, as far as it is looked at.
  private struct Tool: Decodable {
    struct Command: Decodable { let arguments: [Argument]? }
    let command: Command
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let shouldDisplay: Bool
    let sectionTitle: String?
    let names: [Name]?
    let valueName: String?
    let isRepeating: Bool
    let abstract: String?
    let defaultValue: String?

    var isOption: Bool { kind != "positional" }

    /// Those that every command has are said once, with the program.
    var isShown: Bool {
      shouldDisplay && !(names ?? []).contains { ["help", "version"].contains($0.name) }
    }

    var meaning: String {
      CommandWords.english.help.meaning(abstract ?? "", default: defaultValue)
    }

    func takesBack(_ entry: HelpPage.Entry) -> Bool {
      kind == "flag" && name == entry.name.replacing("--", with: "--no-")
        && meaning == entry.meaning
    }

    /// As it is typed: `-o, --output <file>`.
    var name: String {
      let value = valueName.map { "<\($0)>" } ?? ""
      guard isOption else { return value + (isRepeating ? " ..." : "") }
      let names = (names ?? []).map(\.text).sorted { ($0.count, $0) < ($1.count, $1) }
        .joined(separator: ", ")
      return kind == "flag" ? names : "\(names) \(value)"
    }
  }
}

/// The command that a line of arguments names: the program itself, a command, or one of its
/// subcommands.
struct CommandPath {
  /// The command's words after `waymark`: none, `assess`, or `store` and `info`.
  let names: [String]
  let command: any ParsableCommand.Type
  /// Whether the words ask for help instead of the command.
  let asksForHelp: Bool
  /// The first word that names nothing where a command should stand.
  let unknown: String?

  /// Follows the words as far as they name commands.
  init(_ words: [String]) {
    var names: [String] = []
    var command: any ParsableCommand.Type = WaymarkCommand.self
    var asksForHelp = false
    var unknown: String?
    for word in words {
      guard !command.configuration.subcommands.isEmpty else { break }
      if let next = command.subcommand(named: word) {
        names.append(word)
        command = next
      } else if word == "help" {
        asksForHelp = true
      } else {
        unknown = word
        break
      }
    }
    self.names = names
    self.command = command
    self.asksForHelp = asksForHelp
    self.unknown = unknown
  }

  /// Whether only its subcommands can be run.
  var isGroup: Bool {
    !names.isEmpty && !command.configuration.subcommands.isEmpty
  }

  /// What it does, in a sentence.
  var abstract: String { command.configuration.abstract }

  /// How it is used, a line for each way.
  var usage: [String] {
    (command.configuration.usage ?? line).split(separator: "\n").map(String.init)
  }

  /// The command as it is typed.
  var line: String { (["waymark"] + names).joined(separator: " ") }
}

extension ParsableCommand {
  /// The names of the subcommands in order.
  static var subcommandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  static func subcommand(named name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }
}
