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
    switch given {
    case .file(let file): self = .given(try GivenAnswers(file: file))
    case .assignments(let texts): self = .given(GivenAnswers(assignments: texts))
    case .script(BoundedFile.standardInput): self = .typed(STDIN_FILENO, isScript: true)
    case .script(let file): self = .typed(try Self.open(file), isScript: true)
    case .person:
      guard !session.options.noInput else {
        throw Failure(
          .usage, "assess: there is nothing to do without asking; give --answers FILE or --set ID=N"
        )
      }
      guard Console.isTerminal(STDIN_FILENO) else {
        throw Failure(
          .usage,
          "assess: standard input is no terminal; give --answers FILE, --set ID=N or --script -")
      }
      self = .typed(STDIN_FILENO, isScript: false)
    }
  }

  private static func open(_ script: String) throws -> Int32 {
    // A pipe is opened without waiting for its writer; until one comes, signals are heard.
    let descriptor = Foundation.open(script.systemName, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR
    else {
      throw Failure.input(
        script.printableLine,
        descriptor < 0 ? String(cString: strerror(errno)) : "this is a folder",
        mend: "name a file of lines that would be typed")
    }
    return descriptor
  }
}
