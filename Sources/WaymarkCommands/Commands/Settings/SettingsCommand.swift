import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics

/// `waymark settings`: shows or changes what holds for every run.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Show or change what holds for every run.",
    usage: "waymark settings [<name> [<value>]]",
    discussion: """
      At a terminal it lists the settings and asks which to change. An empty value takes a \
      setting back to its default.

      Examples:
        waymark settings
        waymark settings accessible yes
        waymark settings keys line
        waymark settings keys ""
      """)

  @Argument(help: "The setting: \(Settings.Name.allCases.map(\.rawValue).joined(separator: ", ")).")
  var name: String?

  @Argument(help: "Its new value.")
  var value: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options, isMending: true)
    let words = session.said.settingsCommand
    guard let name else {
      if session.canAsk {
        var dialogue = try SettingsDialogue(session)
        return try dialogue.run()
      }
      let rows = Settings.Name.allCases.map { words.listed($0, of: session.settings) + "\n" }
      try session.console.write(rows.joined())
      session.remark(words.toChange)
      // Listed all the same: this is where people look when something is wrong.
      return try Settings.path(in: session.surroundings).map(session.settings.requireUsable) ?? ()
    }
    var settings = session.settings
    if let known = Settings.Name(rawValue: name) {
      guard let value else {
        return try session.console.write((settings[known] ?? words.unset) + "\n")
      }
      try settings.set(known, to: value)
    } else if value != "" || !settings.forget(name) {
      throw Failure.unknown(words.kind, name, among: Settings.Name.allCases.map(\.rawValue))
    }
    session.console.remark(words.saved(in: try settings.save(in: session).printableLine))
  }
}

/// What `waymark settings` says.
struct SettingsCommandWords: Sendable {
  let kind = "setting"
  /// The value of a setting that nobody has set.
  let unset = "default"

  /// A setting with its value and what it may be.
  func listed(_ name: Settings.Name, of settings: Settings) -> String {
    "\(name.rawValue): \(settings[name] ?? unset) (\(name.values))"
  }

  // Where they are changed by number.

  let whichOne = "Type the number of a setting and Enter; Enter alone leaves."

  /// - Parameter choices: its values, in the order of their numbers.
  func newValue(_ name: String, choices: [String]) -> String {
    choices.isEmpty
      ? "\(name): type a language tag, such as en, and Enter; 0 for the default."
      : "\(name): " + choices.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        + ", 0 the default."
  }

  func noNumber(to last: Int) -> String { "Type a number from 1 to \(last) and Enter." }

  let toChange = "To change one, type for example: waymark settings accessible yes"

  func saved(in file: String) -> String { "Saved in \(file)" }
}

/// Lets a person change settings at a terminal, by number; each is saved at once.
struct SettingsDialogue {
  private let session: Session
  private let ticks: TickList
  private var settings: Settings

  private var words: SettingsCommandWords { session.said.settingsCommand }

  init(_ session: Session) throws {
    self.session = session
    settings = session.settings
    ticks = TickList(input: try TerminalInput(STDIN_FILENO), session: session)
  }

  /// Asks until the person leaves.
  mutating func run() throws {
    let names = Settings.Name.allCases
    while true {
      try list(names)
      guard let typed = try ticks.line(words.whichOne) else { break }
      let number = Int(digits: typed) ?? names.firstIndex { $0.rawValue == typed }.map { $0 + 1 }
      if let number, names.indices.contains(number - 1) {
        try change(names[number - 1])
      } else {
        try session.console.write(words.noNumber(to: names.count) + "\n")
      }
    }
    try Settings.path(in: session.surroundings).map(settings.requireUsable)
  }

  private func list(_ names: [Settings.Name]) throws {
    let rows = names.enumerated().flatMap { place, name in
      TextLayout.wrap(
        "\(place + 1)  \(words.listed(name, of: settings).printableLine)",
        width: session.style.width, hanging: 3)
    }
    try session.console.write(rows.map { $0 + "\n" }.joined())
  }

  private mutating func change(_ name: Settings.Name) throws {
    let choices = name.choices
    guard let typed = try ticks.line(words.newValue(name.rawValue, choices: choices)) else {
      return
    }
    let value =
      Int(digits: typed).map { number in
        number == 0 ? "" : choices.indices.contains(number - 1) ? choices[number - 1] : typed
      } ?? typed
    do {
      try settings.set(name, to: value)
    } catch let failure as Failure {
      return session.console.remark(failure.message)
    }
    session.console.remark(words.saved(in: try settings.save(in: session).printableLine))
  }
}
