import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// What one run of a command has settled: who, where, in which form.
///
/// A choice comes from the option, else the environment, else the settings, else the default.
struct Session {
  let options: GlobalOptions
  let surroundings: Environment
  let settings: Settings
  let console: Console
  let language: LanguageTag
  /// Where the language comes from, in a word: `option`, `environment`, `settings`, `default`.
  let languageOrigin: String

  /// - Parameter isMending: whether the settings may hold what cannot be used, as it is being mended.
  init(_ options: GlobalOptions, isMending: Bool = false) throws {
    self.options = options
    surroundings = Environment()
    console = Console(isQuiet: options.quiet)
    let path = Settings.path(in: surroundings)
    settings = try path.map(Settings.load) ?? Settings()
    if let path, !isMending { try settings.requireUsable(in: path) }
    if let asked = options.lang {
      guard let tag = LanguageTag(asked) else {
        throw Failure(
          .usage, CommandWords.english.session.noLanguage(asked.printableLine))
      }
      (language, languageOrigin) = (tag, "option")
    } else if let tag = surroundings.language {
      (language, languageOrigin) = (tag, "environment")
    } else if let tag = settings[.language].flatMap(LanguageTag.init) {
      (language, languageOrigin) = (tag, "settings")
    } else {
      (language, languageOrigin) = (.english, "default")
    }
  }

  /// What documents say.
  var words: Words { .english }

  /// What commands say.
  var said: CommandWords { .english }

  /// Whether lines are to stand alone, for a screen reader.
  var isAccessible: Bool {
    options.accessible || surroundings["ACCESSIBLE"] != nil || settings[.accessible] == "yes"
  }

  /// How text on standard output is laid out.
  var style: TextStyle {
    let isTerminal = Console.isTerminal(STDOUT_FILENO)
    let wantsColour =
      surroundings["FORCE_COLOR"] != nil
      || isTerminal && surroundings.allowsColour && settings[.color] != "no"
    return TextStyle(
      width: surroundings.width(), colour: wantsColour && !options.noColor,
      accessible: isAccessible, ids: options.ids)
  }

  /// Where the answers are kept.
  var storePath: String {
    get throws {
      if let path = options.store ?? surroundings["WAYMARK_STORE"] {
        guard options.person == nil else {
          throw Failure(.usage, said.session.personAndStore)
        }
        guard !path.isEmpty, !ForeignBytes.stand(in: path) else {
          throw Failure(.usage, said.session.noStoreFile(path.printableLine))
        }
        return path
      }
      guard let data = surroundings.folder("XDG_DATA_HOME", default: ".local/share") else {
        throw Environment.homeless(mend: said.session.setHomeOrStore)
      }
      let folder = data + "/waymark"
      guard let person = options.person else { return folder + "/waymark.sqlite" }
      return folder + "/people/" + (try Person(person)).fileName
    }
  }

  /// Opens the store of answers.
  ///
  /// - Parameter beginning: the command that a person without a store begins with.
  func openStore(for access: Store.Access, beginning: String = "assess") throws -> Store {
    let path = try storePath
    do {
      return try Store(path: path, for: access)
    } catch  where error.problem == .missing {
      throw nothingYet(at: path, beginning: beginning)
    }
  }

  /// Opens the store to change it, and keeps every other run that would change it away meanwhile.
  ///
  /// - Parameters:
  ///   - command: what the run does, as others are told.
  ///   - beginning: the command that a person without a store begins with; `nil` where a store is
  ///     made that is missing.
  func openStore(toWriteAs command: String, beginning: String? = nil) throws -> Store {
    let path = try storePath
    if let beginning, !FileManager.default.fileExists(atPath: path) {
      throw nothingYet(at: path, beginning: beginning)
    }
    return try Store(path: path, toWriteAs: command)
  }

  /// What to say where nothing was answered or taken in; the file is named only to who named one.
  func nothingYet(at path: String, beginning: String = "assess") -> Failure {
    let command = beginning + suffix
    guard options.store == nil, surroundings["WAYMARK_STORE"] == nil else {
      return .input(path.printableLine, said.storeErrors.nothingYet(beginning: command))
    }
    return Failure(
      .input,
      beginning == "assess"
        ? said.session.notBegun(beginning: command) : said.session.nothingYet(beginning: command))
  }

  /// Says something on standard error, in lines as wide as the terminal.
  func remark(_ text: String) {
    for line in TextLayout.message(text.printableLine, width: style.width) { console.remark(line) }
  }

  /// The options that a suggested command needs to mean the same person.
  var suffix: String {
    options.person.map { " --person \($0.shellWord)" }
      ?? options.store.map { " --store \($0.shellWord)" } ?? ""
  }
}

extension String {
  /// The text as one word of a shell command, as far as it can be shown; in quotes where it needs them.
  var shellWord: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ","):
          true
        default: false
        }
      }
    return isPlain ? self : "'" + printableLine.replacing("'", with: "'\\''") + "'"
  }
}

extension Session {
  /// Says that files to be shared were written and not sent, and how a campaign wants them.
  func remarkWritten(_ files: [OutputFile], for invitation: Invitation?) {
    remark(said.session.wroteUnsent(files.map(\.path.printableLine)))
    if let invitation {
      remark(said.session.howToSend(invitation.sending.text(in: language)))
    }
  }
}

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Plain lines for screen readers: no columns, no color.")
  var accessible = false

  @Option(help: ArgumentHelp("The language of the statements, such as en or es.", valueName: "tag"))
  var lang: String?

  @Flag(help: "No color, whatever the terminal.")
  var noColor = false

  @Flag(help: "Show ids beside titles, as files and other options name them.")
  var ids = false

  @Flag(help: "Show a long result at once, not a screen at a time.")
  var noPager = false

  @Flag(help: "Never ask; fail where something would have to be asked.")
  var noInput = false

  @Flag(name: .shortAndLong, help: "Leave out everything but results and errors.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "The form of the result: txt, md, html, json, csv or ics.", valueName: "form"))
  var format: String?

  @Flag(help: "Replace the file, or what Waymark wrote into the folder; erase without asking.")
  var force = false

  @Option(help: ArgumentHelp("Use this file of answers.", valueName: "file"), completion: .file())
  var store: String?

  @Option(
    help: ArgumentHelp("Use the answers of this person, on a shared computer.", valueName: "name"))
  var person: String?
}

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

  // Where there is nothing yet.

  /// - Parameter command: what to begin with.
  func notBegun(beginning command: String) -> String {
    "You have not rated yourself yet; begin with: waymark \(command)"
  }

  func nothingYet(beginning command: String) -> String {
    "There are no answers here yet; begin with: waymark \(command)"
  }

  // Files to be shared.

  func wroteUnsent(_ files: [String]) -> String {
    "Wrote \(files.joined(separator: " and ")); nothing was sent: you send it yourself, if you want to."
  }

  func howToSend(_ sending: String) -> String { "How to send it: \(sending)" }
}

extension Session {
  /// Asks before something that cannot be undone; only the whole word goes on with it.
  ///
  /// - Parameters:
  ///   - isAgreed: whether an option has agreed to it already.
  ///   - refusal: what is said where nobody can be asked.
  /// - Throws: `Failure` of how the command was used where nobody can be asked.
  func agrees(
    to question: String, typing word: String, isAgreed: Bool, orElse refusal: String
  ) throws -> Bool {
    if isAgreed { return true }
    guard canAsk else { throw Failure(.usage, refusal) }
    try Console.write(Array(question.utf8), to: STDERR_FILENO)
    return readLine() == word
  }
}
