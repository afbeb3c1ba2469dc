import ArgumentParser
import Waymark
import WaymarkBasics

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
