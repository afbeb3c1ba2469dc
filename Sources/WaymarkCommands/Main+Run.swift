import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

// Not Main.swift: SwiftPM takes a target with a file of that name for a program.

/// Where every run begins and ends: arguments in, an exit status out.
package enum Main {
  private static let said = CommandWords.english.main

  /// What follows the program's name, byte for byte.
  package static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { place in
      CommandLine.unsafeArgv[place].map {
        ForeignBytes.text(of: Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))))
      }
    }
  }

  /// Runs the command that the arguments ask for.
  ///
  /// - Parameter arguments: without the program's own name.
  /// - Returns: the exit status.
  package static func run(_ arguments: [String]) -> Int32 {
    // A reader that goes away, as `| head` does, is an error of `write` and no reason to die.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let console = Console()
    do {
      try Descriptors.prepare()
      try answer(arguments, console: console)
      return Exit.done.rawValue
    } catch let end as Ended {
      return end.exit.rawValue
    } catch is Console.Closed {
      return Exit.done.rawValue
    } catch let refusal as Console.Refusal {
      console.complain(said.standardOutput(refusal.reason))
      return Exit.output.rawValue
    } catch let failure as Failure {
      console.complain(failure.message)
      return failure.exit.rawValue
    } catch let error as StoreError {
      let failure = Failure(error)
      console.complain(failure.message)
      return failure.exit.rawValue
    } catch let findings as any FindingsReport {
      let failure = Failure(findings)
      console.complain(failure.message)
      return failure.exit.rawValue
    } catch {
      console.complain(said.failed(words(for: error)))
      return Exit.failed.rawValue
    }
  }

  /// What to say of an error that no command has words for.
  ///
  /// Those of libraries are never shown as they are: they speak of types, to whoever programs with them.
  private static func words(for error: any Error) -> String {
    if let problem = error as? any Problem {
      return said.problem(problem.what, mend: problem.mend).printableLine
    }
    return said.unexpected((error as NSError).systemReason)
  }

  private static func answer(_ arguments: [String], console: Console) throws {
    let arguments = hoisted(OptionsAsTyped.joiningNumbers(arguments))
    let plain = arguments.prefix { $0 != "--" }
    let isAnsweredAlone = plain.contains(where: answeredAlone.contains)
    let path = CommandPath(isAnsweredAlone ? [] : words(of: plain))
    let asksForHelp = path.asksForHelp || plain.contains { $0 == "-h" || $0 == "--help" }
    if asksForHelp, path.names.isEmpty, let topic = path.unknown.flatMap(HelpTopic.init) {
      return try console.write(topic.page(CommandWords.english.helpTopics).text(helpStyle(plain)))
    }
    if let unknown = path.unknown { throw noCommand(unknown, in: path) }
    if asksForHelp { return try console.write(try HelpPage(of: path).text(helpStyle(plain))) }
    if !isAnsweredAlone { try OptionsAsTyped.check(plain, of: path) }
    do {
      if path.isGroup {
        _ = try GlobalOptions.parse(Array(plain.dropFirst(path.names.count)))
        return try console.write(try HelpPage(of: path).text(helpStyle(plain)))
      }
      var command = try parsed(arguments, as: path)
      try command.run()
    } catch let error where WaymarkCommand.isParserMessage(error) {
      guard WaymarkCommand.exitCode(for: error) != .success else {
        let text = WaymarkCommand.fullMessage(for: error)
        return try console.write(text.hasSuffix("\n") ? text : text + "\n")
      }
      throw Failure(
        .usage,
        said.notUsedSo(
          path.line, WaymarkCommand.message(for: error).printable,
          help: (["waymark", "help"] + path.names).joined(separator: " ")))
    }
  }

  /// The command itself is handed its arguments: on its way down from `waymark` the parser would
  /// look at the options of every command above it, which takes it as long as all the rest.
  private static func parsed(_ arguments: [String], as path: CommandPath) throws
    -> any ParsableCommand
  {
    guard arguments.starts(with: path.names) else {
      return try WaymarkCommand.parseAsRoot(arguments)
    }
    return try path.command.parseAsRoot(Array(arguments.dropFirst(path.names.count)))
  }

  /// The options that are a request of their own, whatever follows.
  private static let answeredAlone = ["--version", "--generate-completion-script"]

  /// The arguments with the options that stand before the command moved behind everything else,
  /// where the parser looks for them.
  static func hoisted(_ arguments: [String]) -> [String] {
    var front: [String] = []
    var rest = arguments[...]
    while let argument = rest.first, argument.hasPrefix("-"), argument != "--" {
      guard !answeredAlone.contains(argument) else { return arguments }
      front.append(rest.removeFirst())
      if GlobalOptions.takingValues.contains(argument), let value = rest.popFirst() {
        front.append(value)
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + front + Array(rest[end...])
  }

  /// The arguments that are neither options nor the values of options that stand anywhere.
  private static func words(of arguments: ArraySlice<String>) -> [String] {
    var words: [String] = []
    var rest = arguments
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        words.append(argument)
        continue
      }
      if GlobalOptions.takingValues.contains(argument) { _ = rest.popFirst() }
    }
    return words
  }

  private static func noCommand(_ word: String, in path: CommandPath) -> Failure {
    let names = path.command.subcommandNames
    let topics = path.asksForHelp && path.names.isEmpty ? HelpTopic.allCases.map(\.rawValue) : []
    let meant = names.count == 1 ? names[0] : word.closest(among: names + ["help"] + topics)
    let guess = meant.map { name in
      (topics.contains(name) ? said.help(name) : "\(path.line) \(name)").didYouMean
    }
    return Failure.unknown(
      "command", word, for: path.line,
      mend: guess ?? said.commandsAre(names))
  }

  /// How help is laid out; it comes even when settings or the home folder are amiss.
  private static func helpStyle(_ arguments: ArraySlice<String>) -> TextStyle {
    let flags = arguments.filter { ["--accessible", "--no-color"].contains($0) }
    do {
      return try Session(GlobalOptions.parse(flags)).style
    } catch {
      return TextStyle(
        width: Environment().width(), accessible: flags.contains("--accessible"))
    }
  }
}

extension NSError {
  /// What the system said, where a call to it is what failed.
  fileprivate var systemReason: String? {
    if domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(clamping: code))) }
    return (userInfo[NSUnderlyingErrorKey] as? NSError)?.systemReason
  }
}

/// A command that ended otherwise than by being done, with nothing more to say.
struct Ended: Error {
  let exit: Exit
}

extension GlobalOptions {
  /// The options that are followed by a value.
  static let takingValues = ["--lang", "--format", "--store", "--person"]

  /// The options as they are typed, for another command in the same run: who, and in which form.
  var shared: [String] {
    let flags = [
      ("--accessible", accessible), ("--no-color", noColor), ("--ids", ids), ("--quiet", quiet),
    ]
    let values = [("--lang", lang), ("--store", store), ("--person", person)]
    return flags.filter(\.1).map(\.0)
      + values.flatMap { name, value in value.map { [name, $0] } ?? [] }
  }
}

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
