/// How a name is worded that names nothing.
extension String {
  /// This name as a guess at what was meant: "did you mean 'plan'?".
  package var didYouMean: String { Self.didYouMean("'\(self)'") }

  /// A guess at what was meant, in marks of its own, such as `<area>`.
  package static func didYouMean(_ marked: String) -> String { "did you mean \(marked)?" }

  /// That nothing of a kind has this id: "no competency has the id 'pln'".
  package func isNo(_ kind: String) -> String { "no \(kind) has the id \(excerpt)" }
}

extension Findings {
  /// The line that counts what is not listed.
  static func more(_ count: Int) -> String {
    "... and \(count) more problem\(count == 1 ? "" : "s")"
  }
}
