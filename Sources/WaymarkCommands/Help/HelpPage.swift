import ArgumentParser
import Waymark
import WaymarkBasics

/// A page of help: sentences, commands to type and lists of names with their meanings.
struct HelpPage: Equatable {
  /// A name and what it means.
  struct Entry: Equatable {
    let name: String
    let meaning: String

    init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// A piece of a page; pieces are set apart by an empty line.
  enum Part: Equatable {
    case paragraph(String)
    case commands(String, [String])
    case entries(String?, [Entry])
  }

  let parts: [Part]

  /// How wide the column of names may get; a longer name stands on a line of its own.
  private static let nameWidth = 22

  /// The page in lines of at most the style's width, each ended by a line feed.
  func text(_ style: TextStyle) -> String {
    parts.map { Self.lines($0, style).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func lines(_ part: Part, _ style: TextStyle) -> [String] {
    switch part {
    case .paragraph(let text):
      TextLayout.wrap(text, width: style.width)
    case .commands(let heading, let commands):
      title(heading, style)
        + commands.flatMap { indented($0, by: style.isAccessible ? 0 : 2, style) }
    case .entries(let heading, let entries):
      (heading.map { title($0, style) } ?? []) + list(entries, style)
    }
  }

  private static func title(_ text: String, _ style: TextStyle) -> [String] {
    TextLayout.wrap(text, width: style.width).map(style.bold)
  }

  private static func list(_ entries: [Entry], _ style: TextStyle) -> [String] {
    guard !style.isAccessible else {
      return entries.flatMap {
        TextLayout.wrap("\($0.name): \($0.meaning)", width: style.width)
      }
    }
    let longest = entries.map { TextLayout.columns($0.name) }.max() ?? 0
    let width = min(longest, nameWidth, style.width / 3)
    return entries.flatMap { entry in
      guard TextLayout.columns(entry.name) <= width else {
        return indented(entry.name, by: 2, style)
          + TextLayout.wrap(
            String(repeating: " ", count: width + 4) + entry.meaning, width: style.width,
            hanging: width + 4)
      }
      return TextLayout.wrap(
        "  " + TextLayout.padded(entry.name, to: width) + "  " + entry.meaning,
        width: style.width, hanging: width + 4)
    }
  }

  private static func indented(_ text: String, by columns: Int, _ style: TextStyle) -> [String] {
    TextLayout.wrap(
      String(repeating: " ", count: columns) + text, width: style.width,
      hanging: style.isAccessible ? 0 : columns + 2)
  }
}

extension HelpPage {
  /// The title of the options that all commands share, as the commands declare it.
  static let sharedOptionsTitle = "Everywhere"

  /// The page of a command: what it does, how it is used, examples, and its own options.
  ///
  /// The options that all commands share are on the page of the program alone.
  ///
  /// - Throws: `DecodingError` where the parser tells of itself in a form that is not known.
  init(of path: CommandPath) throws {
    let said = CommandWords.english
    let words = said.help
    let configuration = path.command.configuration
    let isProgram = path.names.isEmpty
    var parts: [Part] = [
      .paragraph(path.abstract),
      .commands(words.usage, path.usage),
    ]
    parts += Self.discussion(configuration.discussion)
    let options = try DeclaredOptions(of: path.command)
    for section in options.sections where section.title != Self.sharedOptionsTitle {
      parts.append(.entries(words.section(section.title), section.entries))
    }
    let groups =
      configuration.groupedSubcommands.map { (words.section($0.name), $0.subcommands) }
      + [(words.commands, configuration.ungroupedSubcommands)]
    for (title, commands) in groups where !commands.isEmpty {
      parts.append(
        .entries(
          title,
          commands.map {
            Entry($0.configuration.commandName ?? "", $0.configuration.abstract)
          }))
    }
    if let first = path.command.subcommandNames.first {
      parts.append(.paragraph(words.moreAboutOne((path.names + [first]).joined(separator: " "))))
    }
    if isProgram {
      parts.append(
        .entries(
          words.topics,
          HelpTopic.allCases.map { Entry($0.rawValue, said.helpTopics.abstract($0)) }))
      parts.append(
        .entries(
          words.sharedOptions,
          options.sections.filter { $0.title == Self.sharedOptionsTitle }.flatMap(\.entries) + [
            Entry("-h, --help", words.helpOption),
            Entry("--version", words.versionOption),
          ]))
    } else {
      parts.append(.paragraph(words.sharedOptionsAreElsewhere))
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
}

extension String {
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// The pages of `waymark help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case accessibility, environment
  case exitCodes = "exit-codes"
  case files, keys, privacy

  func page(_ words: HelpTopicWords) -> HelpPage {
    HelpPage(parts: [.paragraph(words.title(self))] + words.parts(self))
  }
}

/// What pages of help say by themselves, beside what commands declare.
struct HelpWords: Sendable {
  let usage = "Usage:"
  let options = "Options"
  let arguments = "Arguments"
  let commands = "Commands:"
  let forYourself = "For yourself"
  let forTrainers = "For trainers"
  let forAssociations = "For associations"
  let topics = "Topics, such as waymark help privacy:"
  let sharedOptions = "Options of every command, before or after its name:"
  let sharedOptionsAreElsewhere = "Options of every command: waymark help"
  let helpOption = "Say what a command does."
  let versionOption = "Say which Waymark this is."

  func section(_ title: String) -> String { "\(title):" }

  /// - Parameter command: the first of them, as it is typed.
  func moreAboutOne(_ command: String) -> String {
    "More about one of them: waymark help \(command)"
  }

  func meaning(_ abstract: String, default value: String?) -> String {
    abstract + (value.map { " (default: \($0))" } ?? "")
  }
}
