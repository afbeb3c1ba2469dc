/// One problem at one place.
public struct Finding<Kind: Problem>: Hashable, Sendable, CustomStringConvertible {
  /// Where.
  public let place: Place
  /// What.
  public let problem: Kind

  /// Joins a problem and its place.
  public init(_ problem: Kind, at place: Place) {
    self.problem = problem
    self.place = place
  }

  /// The finding in one line that cannot steer a terminal, `file:line:column: what; mend`.
  ///
  /// Problems quote the input by `excerpt`; what a problem of ours should forget to, this still keeps
  /// on its line and within bounds.
  public var description: String {
    let position = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(place.file)\(position): \(problem.what.asPartOfLine); \(problem.mend.asPartOfLine)"
  }
}
