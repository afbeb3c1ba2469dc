import WaymarkBasics

/// What is said of options that every command takes, and of the program's surroundings.
struct SessionWords: Sendable {
  // Options.

  func noLanguage(_ text: String) -> String {
    "--lang: '\(text)' is no language tag; use one such as en or es-MX"
  }

  let personAndStore = "--person and a named store exclude each other; use one of them"

  func noStoreFile(_ text: String) -> String { "--store '\(text)': name a file, in UTF-8" }

  func noPerson(_ text: String) -> String {
    "--person: '\(text)' is no name; use one of a few words"
  }

  // Surroundings.

  /// - Parameter mend: one of the two below.
  func homeless(mend: String) -> (what: String, mend: String) {
    ("it is not set, so there is no folder for your files", mend)
  }

  let setHomeOrConfig = "set HOME, or name a file with WAYMARK_CONFIG"
  let setHomeOrStore = "set HOME, or name a store with --store FILE"

  let noDay = "the computer's clock shows no day of the years 1 to 9999; set it"

  func noSeconds(_ text: String) -> (what: String, mend: String) {
    ("'\(text)' is no number of seconds", setSeconds)
  }

  func tooManySeconds(_ text: String) -> (what: String, mend: String) {
    ("'\(text)' is no second before the year 10000", setSeconds)
  }

  private let setSeconds = "set it to a whole number of seconds since 1970, or unset it"

  func tooFewDescriptors(_ reason: String) -> String {
    "waymark: \(reason); nothing was changed; raise the limit (ulimit -n) or close other programs"
  }

  // Files to be shared.

  func wroteUnsent(_ files: [String]) -> String {
    "Wrote \(files.joined(separator: " and ")); nothing was sent."
  }

  func howToSend(_ sending: String) -> String { "How to send it: \(sending)" }
}
