/// What is said of a run as a whole, whatever the command.
struct MainWords: Sendable {
  func standardOutput(_ reason: String) -> String { "standard output: \(reason)" }

  func failed(_ reason: String) -> String { "waymark: \(reason)" }

  func problem(_ what: String, mend: String) -> String { "\(what); \(mend)" }

  /// An error that nothing has words for.
  ///
  /// - Parameter reason: what the system said, where a call to it is what failed.
  func unexpected(_ reason: String?) -> String {
    (reason ?? "something in the files or in the store is not as Waymark writes it")
      + "; look at the files that were named, and run: waymark store check"
  }

  /// - Parameters:
  ///   - sentence: what the parser says of the arguments.
  ///   - help: the command that tells how it is used.
  func notUsedSo(_ command: String, _ sentence: String, help: String) -> String {
    "\(command): \(sentence.prefix(1).lowercased() + sentence.dropFirst())\nHow it is used: \(help)"
  }

  func help(_ topic: String) -> String { "waymark help \(topic)" }

  func commandsAre(_ names: [String]) -> String {
    "the commands are \(names.joined(separator: ", "))"
  }
}
