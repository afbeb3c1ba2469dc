/// One problem at one place.
package struct Finding<Kind: Problem>: Hashable, Sendable, CustomStringConvertible {
  /// Where.
  package let place: Place
  package let problem: Kind

  package init(_ problem: Kind, at place: Place) {
    self.problem = problem
    self.place = place
  }

  /// The finding in one line that cannot steer a terminal, `file:line:column: what; mend`.
  ///
  /// Problems quote the input by `excerpt`; what a problem of ours should forget to, this still keeps
  /// on its line and within bounds.
  package var description: String {
    let position = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(place.file)\(position): \(problem.what.asPartOfLine); \(problem.mend.asPartOfLine)"
  }
}

/// Something wrong with an input, as facts: `what` and `mend` put them into words.
package protocol Problem: Hashable, Sendable {
  /// What is wrong, without a full stop: "no competency has the id 'pln'".
  var what: String { get }
  /// How to mend it, without a full stop: "did you mean 'plan'?".
  var mend: String { get }
}

/// Where in an input something stands.
package struct Place: Hashable, Sendable {
  /// The file as the person named it.
  package let file: String
  /// Where in the file.
  package let position: LineAndColumn

  /// The line, counted from 1; absent when the fault is the file's as a whole.
  package var line: Int? { position.line }
  /// The column, counted from 1; absent when only the line is known.
  package var column: Int? { position.column }

  /// Names a place; a line or column that is not 1 to 2^32 - 1 counts as absent.
  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.init(file: file, at: LineAndColumn(line: line, column: column))
  }

  /// Names a place.
  package init(file: String, at position: LineAndColumn) {
    self.file = file
    self.position = position
  }
}

/// Where in a file something stands.
package struct LineAndColumn: Hashable, Sendable {
  // Drafts hold one for every element of a document, so it is kept small: 0 is absent.
  private let lineOrZero: UInt32
  private let columnOrZero: UInt32

  /// The line, counted from 1; absent when the fault is the file's as a whole.
  package var line: Int? { lineOrZero == 0 ? nil : Int(lineOrZero) }
  /// The column, counted from 1; absent when only the line is known.
  package var column: Int? { columnOrZero == 0 ? nil : Int(columnOrZero) }

  /// Joins line and column; a number that is not 1 to 2^32 - 1 counts as absent.
  package init(line: Int? = nil, column: Int? = nil) {
    lineOrZero = line.flatMap { UInt32(exactly: $0) } ?? 0
    columnOrZero = column.flatMap { UInt32(exactly: $0) } ?? 0
  }
}
