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

  let notSettings = "it is not a JSON object of names and texts"
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
