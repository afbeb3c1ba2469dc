import Foundation
import Waymark
import WaymarkStore

/// What a person has settled once for all runs, in `settings.json`.
struct Settings: Codable, Equatable {
  /// A setting that can be changed by name.
  enum Name: String, CaseIterable {
    case accessible, color, keys, language

    /// The values that the setting takes, in words.
    var values: String {
      switch self {
      case .accessible, .color: "yes or no"
      case .keys: "single, one key answers; or line, type and press Enter"
      case .language: "a language tag such as en or es"
      }
    }
  }

  private var values: [String: String] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: String].self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }

  /// The value of a setting; `nil` leaves it to the environment and the defaults.
  subscript(name: Name) -> String? { values[name.rawValue] }

  /// Changes a setting, or with an empty value takes it back.
  mutating func set(_ name: Name, to value: String) throws {
    guard !value.isEmpty else {
      values[name.rawValue] = nil
      return
    }
    let fits =
      switch name {
      case .accessible, .color: ["yes", "no"].contains(value)
      case .keys: ["single", "line"].contains(value)
      case .language: LanguageTag(value) != nil
      }
    guard fits else {
      throw Failure(
        .usage, "\(name.rawValue): '\(value.printableLine)' is no value for it; use \(name.values)")
    }
    values[name.rawValue] = value
  }

  // MARK: - The file

  /// Where the settings are; nowhere without a home folder.
  static func path(in surroundings: Surroundings) -> String? {
    surroundings["WAYMARK_CONFIG"]
      ?? surroundings.folder("XDG_CONFIG_HOME", default: ".config").map {
        $0 + "/waymark/settings.json"
      }
  }

  /// The settings of the file, or none where there is no file.
  static func load(from path: String) throws -> Settings {
    guard FileManager.default.fileExists(atPath: path) else { return Settings() }
    let problem = { (what: String) in
      Failure.input(
        path.printableLine, what,
        mend: "mend the file, or remove it to go back to the defaults")
    }
    let bytes = try BoundedFile.read(path, limit: 1 << 16)
    guard let stored = try? JSONDecoder().decode([String: String].self, from: Data(bytes)) else {
      throw problem("it is not a JSON object of names and texts")
    }
    var settings = Settings()
    for (name, value) in stored.sorted(by: { $0.key < $1.key }) {
      guard let known = Name(rawValue: name) else {
        throw problem("there is no setting '\(name.printableLine)'")
      }
      try settings.set(known, to: value)
    }
    return settings
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
    try file.write(try JSON.document(self))
    return file.path
  }
}
