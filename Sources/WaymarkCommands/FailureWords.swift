/// What failures of many kinds have in common.
struct FailureWords: Sendable {
  /// An input that is missing or wrong.
  func input(_ subject: String, _ what: String, mend: String) -> String {
    "\(subject): \(what); \(mend)"
  }

  /// - Parameter option: what the name stands behind.
  func unknown(_ kind: String, _ name: String, for option: String?, mend: String) -> String {
    "\(option.map { "\($0): " } ?? "")there is no \(kind) '\(name)'; \(mend)"
  }

  func chooseOne(of known: [String]) -> String { "choose one of \(known.joined(separator: ", "))" }
}
