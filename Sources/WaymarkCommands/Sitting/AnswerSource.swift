import Foundation
import WaymarkBasics
import WaymarkStore

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
