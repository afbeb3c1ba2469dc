import WaymarkBasics

/// What `waymark store check --salvage FILE` says.
struct SalvageWords: Sendable {
  func nothingToRead(_ store: String) -> String {
    "\(store): no answer can be read from it; go back to a copy of yours with: "
      + "waymark store restore FILE"
  }

  func needsRegularFile(_ file: String) -> String {
    "--salvage \(file): there is more than one file to write; name a regular file"
  }

  // What was written.

  func answers(_ count: Int, to file: String) -> String { "\(count) answers to \(file)" }

  func learningRecords(_ count: Int, to file: String) -> String {
    "\(count) learning record\(count == 1 ? "" : "s") to \(file)"
  }

  func responses(_ count: Int, to file: String) -> String { "\(responses(count)) to \(file)" }

  func wrote(_ files: [String]) -> String {
    "Wrote \(files.joined(separator: ", ")); what can be read no more is not in it"
  }

  /// How to begin a campaign that takes responses in.
  func before(_ campaign: String, _ options: [String]) -> String {
    "Before its responses are taken in: waymark campaign new \(campaign) "
      + options.joined(separator: " ")
  }

  let publishNothingMore =
    "Another store does not know what was published or exported from this one: publish nothing "
    + "more about the same people."

  // What is missing of a campaign; its name is `nil` where it can be read no more.

  func nameIsGone(_ framework: String, _ version: String) -> String {
    "The name of a campaign can be read no more; its responses are read by the only statements in "
      + "the store that fit: \(framework) \(version)"
  }

  func cannotBeWritten(_ count: Int, of name: String?) -> String {
    "\(responses(count)) of \(campaign(name)) cannot be written: the statements that "
      + "\(count == 1 ? "it answers" : "they answer") can be read no more"
  }

  func backgroundIsGone(of name: String?) -> String {
    "What \(campaign(name)) asked of people can be read no more"
  }

  func statementsAreGone(of name: String?, ids: Int, of all: Int) -> String {
    "The statements of \(campaign(name)) can be read no more; the ids of \(ids) of \(all) "
      + "can, so that its responses have a row for each answer to one of these"
  }

  func leftOut(_ count: Int, of name: String?) -> String {
    "Left out as \(count == 1 ? "it is" : "they are") not what was taken in: "
      + "\(responses(count)) of \(campaign(name))"
  }

  private func campaign(_ name: String?) -> String {
    name.map { "the campaign '\($0)'" } ?? "a campaign whose name can be read no more"
  }

  private func responses(_ count: Int) -> String { "\(count) response\(count == 1 ? "" : "s")" }

  /// What a document is called that the store keeps.
  let storedDocument = "a document of the store"
}
