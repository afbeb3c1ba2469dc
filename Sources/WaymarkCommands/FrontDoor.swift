import ArgumentParser
import Foundation
import Waymark
import WaymarkStore

/// Where every run begins and ends: arguments in, an exit status out.
public enum FrontDoor {
  /// What follows the program's name, byte for byte.
  public static var arguments: [String] {
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
  public static func run(_ arguments: [String]) -> Int32 {
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
      console.complain("standard output: \(refusal.reason)")
      return Exit.output.rawValue
    } catch let failure as Failure {
      console.complain(failure.message)
      return failure.exit.rawValue
    } catch let error as StoreError {
      let failure = Failure(error)
      console.complain(failure.message)
      return failure.exit.rawValue
    } catch {
      console.complain("waymark: \(String(describing: error).printable)")
      return Exit.failed.rawValue
    }
  }

  private static func answer(_ arguments: [String], console: Console) throws {
    let arguments = hoisted(arguments)
    if arguments.first == "help", let topic = arguments.dropFirst().first(where: isWord),
      let text = HelpTopic(rawValue: topic)?.text
    {
      return try console.write(text)
    }
    if let unknown = unknownCommand(in: arguments) {
      let names = WaymarkCommand.names
      let guess = unknown.closest(among: names).map { "did you mean 'waymark \($0)'?" }
      throw Failure(
        .usage,
        "waymark: there is no command '\(unknown.printableLine)'; "
          + (guess ?? "the commands are \(names.joined(separator: ", "))"))
    }
    do {
      var command = try WaymarkCommand.parseAsRoot(arguments)
      try command.run()
    } catch let error where WaymarkCommand.isParserMessage(error) {
      let text = WaymarkCommand.fullMessage(for: error)
      guard WaymarkCommand.exitCode(for: error) != .success else {
        return try console.write(text.hasSuffix("\n") ? text : text + "\n")
      }
      throw Failure(.usage, text.printable)
    }
  }

  /// The arguments with the options that stand before the command moved behind everything else,
  /// where the parser looks for them.
  static func hoisted(_ arguments: [String]) -> [String] {
    var front: [String] = []
    var rest = arguments[...]
    while let argument = rest.first, argument.hasPrefix("-"), argument != "--" {
      guard !["-h", "--help", "--version"].contains(argument) else { return arguments }
      front.append(rest.removeFirst())
      if GlobalOptions.takingValues.contains(argument), let value = rest.popFirst() {
        front.append(value)
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + front + Array(rest[end...])
  }

  private static func unknownCommand(in arguments: [String]) -> String? {
    guard let first = arguments.first, isWord(first) else { return nil }
    let isHelp = first == "help"
    let word = isHelp ? arguments.dropFirst().first(where: isWord) : first
    let known = WaymarkCommand.names + (isHelp ? HelpTopic.allCases.map(\.rawValue) : ["help"])
    return word.flatMap { known.contains($0) ? nil : $0 }
  }

  private static func isWord(_ argument: String) -> Bool { !argument.hasPrefix("-") }
}

/// A command that ended otherwise than by being done, with nothing more to say.
struct Ended: Error {
  let exit: Exit
}

extension GlobalOptions {
  /// The options that are followed by a value.
  static let takingValues = ["--lang", "--format", "--store", "--person"]
}
