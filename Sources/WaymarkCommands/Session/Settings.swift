import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// What a person has settled once for all runs, in `settings.json`.
struct Settings: Equatable {
  /// A setting that can be changed by name.
  enum Name: String, CaseIterable {
    case accessible, color, keys, language

    /// The values that the setting takes, in words.
    var values: String { Settings.words.values(self) }

    /// All values, where there are a few only.
    var choices: [String] {
      switch self {
      case .accessible, .color: ["yes", "no"]
      case .keys: ["single", "line"]
      case .language: []
      }
    }
  }

  private static let words = CommandWords.english.settingsFile

  private var values: [Name: String] = [:]
  /// What the file says that cannot be used, by the name that it has there.
  private(set) var unusable: [String: String] = [:]

  /// The value of a setting; `nil` leaves it to the environment and the defaults.
  subscript(name: Name) -> String? { values[name] }

  /// Changes a setting, or with an empty value takes it back.
  mutating func set(_ name: Name, to value: String) throws {
    guard value.isEmpty || Self.fits(value, name) && Self.isKnown(value, name) else {
      throw Failure(.usage, Self.words.noValue(value.excerpt, of: name).printableLine)
    }
    values[name] = value.isEmpty ? nil : value
    unusable[name.rawValue] = nil
  }

  /// Forgets what the file says under a name that means nothing; gives whether there was something.
  mutating func forget(_ name: String) -> Bool { unusable.removeValue(forKey: name) != nil }

  private static func fits(_ value: String, _ name: Name) -> Bool {
    name == .language ? LanguageTag(value) != nil : name.choices.contains(value)
  }

  /// Whether a language is one that people speak (ISO 639); a file may name one that was not known then.
  private static func isKnown(_ value: String, _ name: Name) -> Bool {
    name != .language
      || Locale.LanguageCode(String(value.prefix { $0.isLetter }).lowercased()).isISOLanguage
  }

  // MARK: - The file

  /// Where the settings are; nowhere without a home folder.
  static func path(in surroundings: Environment) -> String? {
    surroundings["WAYMARK_CONFIG"]
      ?? surroundings.folder("XDG_CONFIG_HOME", default: ".config").map {
        $0 + "/waymark/settings.json"
      }
  }

  /// The settings of the file, or none where there is no file.
  ///
  /// What cannot be used is set aside, so that the command that mends it can be run.
  static func load(from path: String) throws -> Settings {
    guard FileManager.default.fileExists(atPath: path) else { return Settings() }
    let bytes = try BoundedFile.read(path, limit: 1 << 16)
    var settings = Settings()
    let stored: [JSONTree.Member]?
    do throws(JSONFault.Placed) {
      stored = try JSONScanner.tree(of: bytes).members
    } catch {
      let place = [error.place.line, error.place.column].compactMap { $0 }.map { ":\($0)" }
      throw Failure.input(
        path.printableLine + place.joined(), error.fault.what.printableLine,
        mend: words.mend)
    }
    // Files of before have neither a kind nor a schema.
    let texts = stored?.filter { !["kind", "schema"].contains($0.key) }
      .map { (name: $0.key, value: $0.value.text) }
    guard let texts, !texts.contains(where: { $0.value == nil }) else {
      throw Failure.input(
        path.printableLine, words.notSettings, mend: words.mend)
    }
    for case (let name, let value?) in texts {
      let known = Name(rawValue: name)
      if let known, fits(value, known) {
        settings.values[known] = value
      } else if known == nil || !value.isEmpty {
        settings.unusable[name] = value
      }
    }
    return settings
  }

  /// Refuses what cannot be used, all at once, with how to mend it.
  func requireUsable(in path: String) throws {
    var lines = BoundedLines()
    for (name, value) in unusable.sorted(by: { $0.key < $1.key }) {
      lines.add(
        Name(rawValue: name).map {
          Self.words.unusable(value.excerpt, of: $0, in: path.printableLine)
        } ?? Self.words.unknown(name.excerpt, name.clipped.shellWord, in: path.printableLine))
    }
    if !lines.isEmpty { throw Failure(.input, lines.text) }
  }

  /// Writes the settings for the user alone.
  ///
  /// - Returns: where.
  func save(in session: Session) throws -> String {
    let file = try OutputFile(settingsIn: session)
    let folder = PathParts(file.path).folder
    do throws(SystemError) {
      try Owned.makeFolder(folder, isPrivate: true)
    } catch {
      throw StoreError(.system(error.reason), path: error.path ?? folder)
    }
    try file.write(try JSON.document(.settings, members))
    return file.path
  }

  /// What the file holds: what is not mended yet stays as it was.
  private var members: [String: JSON.Value] {
    values.reduce(into: unusable) { $0[$1.key.rawValue] = $1.value }.mapValues { .string($0) }
  }
}

/// What is said of settings and of the file that holds them.
struct SettingsFileWords: Sendable {
  /// The values that a setting takes.
  func values(_ name: Settings.Name) -> String {
    switch name {
    case .accessible, .color: "yes or no"
    case .keys: "single, one key answers; or line, type and press Enter"
    case .language: "a language tag such as en or es"
    }
  }

  func noValue(_ value: String, of name: Settings.Name) -> String {
    "\(name.rawValue): \(value) is no value for it; use \(values(name))"
  }

  let notSettings = "it does not hold settings as Waymark writes them"
  let mend = "mend the file, or remove it to go back to the defaults"

  /// A value in a file that its setting does not take.
  func unusable(_ value: String, of name: Settings.Name, in file: String) -> String {
    "\(file): \(noValue(value, of: name)), or go back to the default with: "
      + "waymark settings \(name.rawValue) \"\""
  }

  /// A name in a file that no setting has.
  ///
  /// - Parameter word: the name as a word of a command.
  func unknown(_ name: String, _ word: String, in file: String) -> String {
    "\(file): there is no setting \(name); take it out with: waymark settings \(word) \"\""
  }
}
