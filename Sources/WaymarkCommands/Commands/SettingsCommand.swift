import ArgumentParser
import Waymark

/// `waymark settings`: shows or changes what holds for every run.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Show or change what holds for every run.",
    usage: "waymark settings [<name> [<value>]]",
    discussion: """
      An empty value takes a setting back to its default.

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
    let session = try Session(options)
    guard let name else {
      let rows = Settings.Name.allCases.map { name in
        "\(name.rawValue): \(session.settings[name] ?? "default") (\(name.values))\n"
      }
      return try session.console.write(rows.joined())
    }
    guard let known = Settings.Name(rawValue: name) else {
      throw Failure.unknown("setting", name, among: Settings.Name.allCases.map(\.rawValue))
    }
    guard let value else {
      return try session.console.write((session.settings[known] ?? "default") + "\n")
    }
    var settings = session.settings
    try settings.set(known, to: value)
    session.console.remark("Saved in \(try settings.save(in: session).printableLine)")
  }
}
