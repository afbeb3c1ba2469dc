import Foundation
import Waymark
import WaymarkBasics

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
