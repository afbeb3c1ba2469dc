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
    Failure(.input, "\(subject): \(what); \(mend)")
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
        ?? "choose one of \(known.joined(separator: ", "))")
  }

  /// A name that is none of those there are, with how to mend it.
  static func unknown(
    _ kind: String, _ name: String, for option: String? = nil, exit: Exit = .usage, mend: String
  ) -> Failure {
    let place = option.map { "\($0): " } ?? ""
    return Failure(exit, "\(place)there is no \(kind) '\(name.printableLine)'; \(mend)")
  }

  /// All that is wrong with an input, a line each.
  init(_ findings: any FindingsReport) {
    self.init(.input, findings.lines.joined(separator: "\n"))
  }

  /// A store that could not be used, in words.
  init(_ error: StoreError) {
    let (exit, what, mend): (Exit, String, String) =
      switch error.problem {
      case .missing:
        (.input, "there are no answers yet", "begin with: waymark assess")
      case .damaged(let detail):
        (
          .output, "the store is damaged (\(detail))",
          "it was left as it is; `waymark store check --salvage FILE` saves what can still be read, "
            + "`waymark store restore FILE` goes back to a copy"
        )
      case .foreign:
        (.output, "this is a database of another program", "name another file with --store")
      case .newer(let found, let known):
        (
          .output,
          "the store was written by a newer Waymark (version \(found), this one knows \(known))",
          "install the newer Waymark; the store was not touched"
        )
      case .held(let holder):
        (
          .held, "\(holder) is using it",
          "go on in its window, or stop it there; another person uses --person NAME"
        )
      case .readOnly(let reason):
        (
          .output, "the store cannot be written (\(reason))",
          "ask for the right to write to it, or choose another place with --store"
        )
      case .unsafeFolder(let folder):
        (
          .output, "everybody may write to its folder \(folder)",
          "take that right away (chmod o-w), or choose another place with --store"
        )
      case .otherOwner:
        (.output, "it belongs to another user", "choose another place with --store")
      case .notAFile:
        (.output, "this is not a regular file", "name a file with --store")
      case .exists:
        (.output, "it is there already", "choose another name")
      case .unconfirmed(let reason):
        (
          .output, "it is written, but the disk does not say that it will stay (\(reason))",
          "look after the disk before you rely on it"
        )
      case .system(let reason):
        (.output, reason, "nothing that was saved before is lost; mend that and try again")
      case .finished:
        (
          .usage, "the assessment is finished and does not change any more",
          "begin a new one with: waymark assess --new"
        )
      case .unknown(let name):
        (.input, "there is no '\(name)' in it", "see what there is: waymark store info")
      case .campaignExists(let name):
        (.output, "there is a campaign '\(name)' already", "choose another name")
      case .changedMeanwhile:
        (
          .held, "another run of Waymark wrote to it meanwhile, so that nothing was changed here",
          "run the same command again"
        )
      case .otherLedger:
        (
          .refused, "something was published or exported from it that this store does not know of",
          "use both stores apart from each other"
        )
      case .closed(let name, let day):
        (
          .input, "the campaign '\(name)' was closed on \(day.inWords)",
          "take late answers into a campaign of their own"
        )
      case .frozen(let name, let day):
        (
          .input, "the campaign '\(name)' was published on \(day) and is frozen since",
          "take late answers into a campaign of their own"
        )
      case .otherFramework(let campaign):
        (
          .input, "the campaign '\(campaign)' asks with another framework",
          "choose another name with --campaign"
        )
      }
    self.init(exit, "\(error.path.printableLine): \(what); \(mend)".printable)
  }
}
