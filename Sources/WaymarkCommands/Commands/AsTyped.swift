import ArgumentParser
import Waymark
import WaymarkBasics

extension FixedWidthInteger {
  /// The number that an option is given, in the digits 0 to 9, perhaps behind a minus.
  ///
  /// The parser itself takes a plus too, which is more likely a slip of the hand. A minus is let through,
  /// as each option says what its least is.
  init(typed text: String) throws {
    guard text.withoutMinus.isDigits, let number = Self(text) else {
      throw ValidationError(
        CommandWords.english.typed.noWholeNumber(text.clipped.printableLine))
    }
    self = number
  }
}

extension Double {
  /// The number that an option is given, in digits with perhaps a `.` among them: neither `1e3` nor
  /// `0x5` nor `inf`.
  init(typed text: String) throws {
    let parts = text.withoutMinus.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(\.isDigits), let number = Double(text),
      number.isFinite
    else {
      throw ValidationError(CommandWords.english.typed.noNumber(text.clipped.printableLine))
    }
    self = number
  }
}

extension String {
  fileprivate var withoutMinus: Substring { hasPrefix("-") ? dropFirst() : self[...] }
}

extension CalendarDate {
  /// The day that was given to an option, such as `2026-12-31` or `yesterday`; `nil` when none was.
  static func given(_ text: String?, _ option: String) throws -> CalendarDate? {
    try text.map { text in
      if let day = CalendarDate(written: text) { return day }
      guard let day = CalendarDate(written: text, today: try Environment().today()) else {
        throw Failure(.usage, noDay(text, option))
      }
      return day
    }
  }

  /// What is wrong with a text that is no day.
  static func noDay(_ text: String, _ option: String) -> String {
    CommandWords.english.typed.noDay(text.printableLine, option)
  }
}

extension MinimumGroup {
  /// The group of `--min-group`.
  ///
  /// - Throws: `Failure` with `Exit.refused` for fewer people than the floor.
  static func asked(for people: Int) throws -> MinimumGroup {
    do throws(ReportProblem) {
      return try MinimumGroup(people: people)
    } catch {
      throw Failure(.refused, "--min-group: \(error.what); \(error.mend)")
    }
  }
}

/// What is wrong with what was typed, gathered so that all of it is said at once.
struct TypedFaults {
  private var messages: [String] = []

  mutating func add(_ message: String) { messages.append(message) }

  /// Takes a value, or adds why it cannot be used; `nil` then.
  mutating func gather<Value>(_ value: () throws -> Value) throws -> Value? {
    do {
      return try value()
    } catch let failure as Failure where failure.exit == .usage {
      add(failure.message)
      return nil
    }
  }

  /// - Throws: `Failure` with everything that was added, a line each.
  func check() throws {
    guard messages.isEmpty else { throw Failure(.usage, messages.joined(separator: "\n")) }
  }
}

/// What an option's word stands for, among a few.
enum Choice {
  /// - Throws: `ValidationError` when the word is none of the names.
  static func named<Value>(_ word: String, of choices: KeyValuePairs<String, Value>) throws -> Value
  {
    guard let choice = choices.first(where: { $0.key == word }) else {
      throw ValidationError(
        CommandWords.english.typed.noneOf(choices.map(\.key), word.printableLine))
    }
    return choice.value
  }
}

/// Whose levels a person speaks of, where it is not their own.
enum Lens {
  /// Those that the library's service needs.
  case service
}

/// What is said of something typed that cannot be used.
struct TypedWords: Sendable {
  func noWholeNumber(_ text: String) -> String {
    "'\(text)' is no whole number; write it in the digits 0 to 9."
  }

  func noNumber(_ text: String) -> String {
    "'\(text)' is no number; write one such as 4 or 2.5."
  }

  func noDay(_ text: String, _ option: String) -> String {
    "\(option) '\(text)': write a day such as yesterday or 2026-12-31, \(CalendarDate.yearWords)"
  }

  /// - Parameter option: what was meant, where something is like it.
  func oneDash(_ typed: String, meant option: String?) -> String {
    "there is no option '\(typed)'; "
      + (option.map(\.didYouMean) ?? "options of more than one letter begin with two dashes")
  }

  func noneOf(_ choices: [String], _ word: String) -> String {
    "'\(word)' is none of: \(choices.joined(separator: ", "))"
  }
}

/// Options as people type them, put as the parser takes them.
enum OptionsAsTyped {
  /// Joins a negative number to the option before it: the parser would take it for an option and miss a
  /// value, while the option itself says what it can be.
  static func joiningNumbers(_ arguments: [String]) -> [String] {
    var joined: [String] = []
    for (place, argument) in arguments.enumerated() {
      guard let option = joined.last, option.hasPrefix("--"), option != "--",
        !option.contains("="), argument.hasPrefix("-"),
        let first = argument.dropFirst().first, ("0"..."9").contains(first),
        !arguments[..<place].contains("--")
      else {
        joined.append(argument)
        continue
      }
      joined[joined.count - 1] = "\(option)=\(argument)"
    }
    return joined
  }

  /// - Throws: `Failure` where a word has one dash before it, as in `-hours`: the parser would read it
  ///   as so many options of one letter, `-h` among them.
  static func check(_ arguments: some Sequence<String>, of path: CommandPath) throws {
    let typed = arguments.prefix { $0 != "--" }.filter { $0.contains(#/^-[a-z][a-z-]+(=.*)?$/#) }
    guard !typed.isEmpty else { return }
    let names = try DeclaredOptions(of: path.command).names
    let letters = Set(names.filter { $0.count == 2 }.compactMap(\.last)).union("h")
    for option in typed {
      let word = option.dropFirst().prefix { $0 != "=" }
      guard !word.allSatisfy(letters.contains) else { continue }
      let long = names.filter { $0.hasPrefix("--") }
      let meant =
        long.first { $0 == "-\(option.prefix { $0 != "=" })" }
        ?? "--\(word)".closest(among: long)
      throw Failure(
        .usage,
        CommandWords.english.main.notUsedSo(
          path.line,
          CommandWords.english.typed.oneDash(String(option.prefix { $0 != "=" }), meant: meant),
          help: (["waymark", "help"] + path.names).joined(separator: " ")))
    }
  }
}

extension DeclaredOptions {
  /// The names of all options: `-o`, `--output`.
  fileprivate var names: [String] {
    sections.flatMap(\.entries).flatMap { entry in
      entry.name.matches(of: #/-{1,2}[a-z][a-z-]*/#).map { String($0.output) }
    }
  }
}
