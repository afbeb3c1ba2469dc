import CSystem
import Foundation
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

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

/// Where answers come from, opened.
enum AnswerSource {
  /// They are here, as they were given.
  case given(GivenAnswers)
  /// They are asked for and read from this descriptor: lines of a script, or a person's keys.
  case typed(Int32, isScript: Bool)

  /// Opens what was asked for.
  init(_ given: AssessRequest.Given, for session: Session) throws {
    let words = session.said.sitting
    switch given {
    case .file(let file): self = .given(try GivenAnswers(file: file))
    case .assignments(let texts): self = .given(GivenAnswers(assignments: texts))
    case .script(BoundedFile.standardInput): self = .typed(STDIN_FILENO, isScript: true)
    case .script(let file): self = .typed(try Self.open(file, words), isScript: true)
    case .person:
      guard !session.options.noInput else {
        throw Failure(.usage, words.cannotAsk)
      }
      guard Console.isTerminal(STDIN_FILENO) else {
        throw Failure(.usage, words.noTerminal)
      }
      self = .typed(STDIN_FILENO, isScript: false)
    }
  }

  private static func open(_ script: String, _ words: SittingWords) throws -> Int32 {
    // A pipe is opened without waiting for its writer; until one comes, signals are heard.
    let descriptor = Foundation.open(script.systemName, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR
    else {
      throw Failure.input(
        script.printableLine,
        descriptor < 0 ? String(cString: strerror(errno)) : words.isFolder,
        mend: words.toNameScript)
    }
    return descriptor
  }
}
