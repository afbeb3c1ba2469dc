/// What `waymark settings` says.
struct SettingsCommandWords: Sendable {
  let kind = "setting"
  /// The value of a setting that nobody has set.
  let unset = "default"

  /// - Parameter values: what it may be.
  func listed(_ name: String, value: String, values: String) -> String {
    "\(name): \(value) (\(values))"
  }

  func saved(in file: String) -> String { "Saved in \(file)" }
}
