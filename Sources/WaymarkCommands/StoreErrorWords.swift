import WaymarkBasics
import WaymarkStore

/// Why a store could not be used, and how to go on.
struct StoreErrorWords: Sendable {
  func message(_ problem: StoreError.Problem, of store: String) -> String {
    let (what, mend) = words(problem)
    return "\(store): \(what); \(mend)"
  }

  private func words(_ problem: StoreError.Problem) -> (what: String, mend: String) {
    switch problem {
    case .missing: nothingYet(beginning: "assess")
    case .damaged(let detail):
      (
        "the store is damaged (\(detail))",
        "it was left as it is; `waymark store check --salvage FILE` saves what can still be read, "
          + "`waymark store restore FILE` goes back to a copy"
      )
    case .foreign:
      ("this is a database of another program", "name another file with --store")
    case .newer(let found, let known):
      (
        "the store was written by a newer Waymark (version \(found), this one knows \(known))",
        "install the newer Waymark; the store was not touched"
      )
    case .held(let holder):
      (
        "\(holder) is using it",
        "go on in its window, or stop it there; another person uses --person NAME"
      )
    case .readOnly(let reason):
      (
        "the store cannot be written (\(reason))",
        "ask for the right to write to it, or choose another place with --store"
      )
    case .unsafeFolder(let folder):
      (
        "everybody may write to its folder \(folder)",
        "take that right away (chmod o-w), or choose another place with --store"
      )
    case .otherOwner: ("it belongs to another user", "choose another place with --store")
    case .notAFile: ("this is not a regular file", "name a file with --store")
    case .exists: ("it is there already", "choose another name")
    case .unconfirmed(let reason):
      (
        "it is written, but the disk does not say that it will stay (\(reason))",
        "look after the disk before you rely on it"
      )
    case .system(let reason):
      (reason, "nothing that was saved before is lost; mend that and try again")
    case .finished:
      (
        "the assessment is finished and does not change any more",
        "begin a new one with: waymark assess --new"
      )
    case .unknown(let name):
      ("there is no '\(name)' in it", "see what there is: waymark store info")
    case .campaignExists(let name):
      ("there is a campaign '\(name)' already", "choose another name")
    case .inLedger(let name):
      (
        "something of the campaign '\(name)' was published or exported, so that the ledger keeps its name",
        "choose another name, or leave it as it is"
      )
    case .changedMeanwhile:
      (
        "another run of Waymark wrote to it meanwhile, so that nothing was changed here",
        "run the same command again"
      )
    case .otherLedger:
      (
        "something was published or exported from it that this store does not know of",
        "use both stores apart from each other"
      )
    case .closed(let name, let day):
      ("the campaign '\(name)' was closed on \(day.inWords)", lateAnswers)
    case .frozen(let name, let day):
      ("the campaign '\(name)' was published on \(day) and is frozen since", lateAnswers)
    case .staysAsPublished(let name, let day):
      (
        "the campaign '\(name)' was published on \(day.inWords) and stays as it was then",
        "how long it is kept can change, with --keep-until, and nothing else"
      )
    case .otherFramework(let campaign):
      (
        "the campaign '\(campaign)' asks with another framework",
        "choose another name with --campaign"
      )
    }
  }

  private let lateAnswers =
    "take late answers into a campaign of their own; what people take back is taken back all the same"

  /// Where nothing was answered or taken in.
  ///
  /// - Parameter command: what to begin with.
  func nothingYet(beginning command: String) -> (what: String, mend: String) {
    ("there are no answers yet", "begin with: waymark \(command)")
  }
}
