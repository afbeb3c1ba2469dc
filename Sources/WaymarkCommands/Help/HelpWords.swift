/// What pages of help say by themselves, beside what commands declare.
struct HelpWords: Sendable {
  let usage = "Usage:"
  let options = "Options"
  let arguments = "Arguments"
  let commands = "Commands:"
  let topics = "Topics, such as waymark help privacy:"
  let sharedOptions = "Options of every command, before or after its name:"
  let sharedOptionsAreElsewhere = "Options of every command: waymark help"
  let helpOption = "Say what a command does."
  let versionOption = "Say which Waymark this is."

  func section(_ title: String) -> String { "\(title):" }

  /// - Parameter command: the first of them, as it is typed.
  func moreAboutOne(_ command: String) -> String {
    "More about one of them: waymark help \(command)"
  }

  func meaning(_ abstract: String, default value: String?) -> String {
    abstract + (value.map { " (default: \($0))" } ?? "")
  }
}
