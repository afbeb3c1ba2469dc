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
