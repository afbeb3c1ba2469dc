/// What a column of a table of responses means, and what its cells are translated with first.
struct WideTableColumn: Sendable {
  enum Meaning: Equatable, Sendable {
    case respondent
    case role
    /// A background question, by its place in the document.
    case field(Int)
    /// A competency, by its position.
    case competency(Int)
    /// The importance of the competency at a position.
    case importance(Int)
    case ignored
  }

  let name: String
  let meaning: Meaning
  /// The codes of labels, where the column has a map.
  let codes: [String: String]?
}
