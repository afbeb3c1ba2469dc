import Waymark
import WaymarkBasics
import WaymarkStore

/// How the program ends; these numbers and no others.
enum Exit: Int32 {
  /// Done, or stopped by the person with everything saved.
  case done = 0
  /// Something failed that none of the others names.
  case failed = 1
  /// The command was not used as it can be.
  case usage = 64
  /// An input is missing or its content is invalid.
  case input = 65
  /// The store, the disk or an output failed.
  case output = 74
  /// The store is held by another run.
  case held = 75
  /// The privacy rules refuse it.
  case refused = 77
  /// After SIGHUP; everything is saved.
  case hangUp = 129
  /// After SIGINT; everything is saved.
  case interrupted = 130
  /// After SIGTERM; everything is saved.
  case terminated = 143
}

/// A reason to stop: what to say on standard error, and how to end.
struct Failure: Error, Equatable {
  let exit: Exit
  let message: String

  init(_ exit: Exit, _ message: String) {
    self.exit = exit
    self.message = message
  }

  /// An input that is missing or wrong: `where: what; how to mend it`.
  static func input(_ subject: String, _ what: String, mend: String) -> Failure {
    Failure(.input, CommandWords.english.failure.input(subject, what, mend: mend))
  }

  /// An input that is missing or wrong, with both said by its words.
  static func input(_ subject: String, _ words: (what: String, mend: String)) -> Failure {
    input(subject, words.what, mend: words.mend)
  }

  /// A name that is none of those there are: which one was perhaps meant, else how to mend it, else what
  /// they are.
  ///
  /// - Parameter option: what the name stands behind.
  static func unknown(
    _ kind: String, _ name: String, among known: [String], for option: String? = nil,
    exit: Exit = .usage, mend: String? = nil
  ) -> Failure {
    unknown(
      kind, name, for: option, exit: exit,
      mend: name.closest(among: known)?.didYouMean ?? mend
        ?? CommandWords.english.failure.chooseOne(of: known))
  }

  /// A name that is none of those there are, with how to mend it.
  static func unknown(
    _ kind: String, _ name: String, for option: String? = nil, exit: Exit = .usage, mend: String
  ) -> Failure {
    Failure(
      exit,
      CommandWords.english.failure.unknown(kind, name.printableLine, for: option, mend: mend))
  }

  /// All that is wrong with an input, a line each.
  init(_ findings: any FindingsReport) {
    self.init(.input, findings.lines.joined(separator: "\n"))
  }

  /// A store that could not be used, in words.
  init(_ error: StoreError) {
    let exit: Exit =
      switch error.problem {
      case .missing, .unknown, .closed, .frozen, .staysAsPublished, .inLedger, .otherFramework:
        .input
      case .damaged, .foreign, .newer, .readOnly, .unsafeFolder, .otherOwner, .notAFile, .exists,
        .unconfirmed, .system, .campaignExists:
        .output
      case .held, .changedMeanwhile: .held
      case .finished: .usage
      case .otherLedger: .refused
      }
    let words = CommandWords.english.storeErrors
    self.init(exit, words.message(error.problem, of: error.path.printableLine).printable)
  }
}

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
