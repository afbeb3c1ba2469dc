import ArgumentParser

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
