import Waymark
import WaymarkBasics
import WaymarkSheets

/// Answers that come with the command, from a file or from options, before it is known in which
/// words they are to be read.
struct GivenAnswers {
  private enum Source {
    case rows([TableRow], file: String)
    case assignments([String])
  }

  private static let sizeLimit = 8 << 20

  private let source: Source

  /// Reads a file, once.
  init(file: String) throws {
    let name = BoundedFile.name(of: file)
    source = .rows(
      try CSVReader.rows(of: try BoundedFile.read(file, limit: Self.sizeLimit), file: name),
      file: name)
  }

  /// Takes what options say.
  init(assignments: [String]) { source = .assignments(assignments) }

  /// The file as it can be shown; `nil` for options.
  var file: String? {
    if case .rows(_, let file) = source { file } else { nil }
  }

  /// The answers to a framework's statements.
  ///
  /// - Throws: `Findings` of everything that is wrong with them.
  func answers(to framework: Framework) throws -> PersonalAnswers {
    switch source {
    case .rows(let rows, let file):
      return try AnswersTable.answers(in: rows, file: file, framework: framework)
    case .assignments(let texts):
      let assignments = try AnswerAssignment.parse(texts, framework: framework)
      return PersonalAnswers(
        answers: Dictionary(
          assignments.compactMap { item in item.answer.map { (item.competency, $0) } },
          uniquingKeysWith: { $1 }))
    }
  }
}
