import Foundation
import Waymark
import WaymarkBasics

/// What the program takes from its environment, read once at the start.
struct Environment {
  let variables: [String: String]
  private static let words = CommandWords.english.session

  init(variables: [String: String] = ProcessInfo.processInfo.environment) {
    self.variables = variables
  }

  /// A variable that is set and not empty.
  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Today: the day of `SOURCE_DATE_EPOCH` in UTC where it is set, else the local day.
  func today() throws -> CalendarDate {
    if let day = try fixedDay() { return day }
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    guard let day = CalendarDate(parts) else {
      throw Failure(.failed, Self.words.noDay)
    }
    return day
  }

  /// The day of `SOURCE_DATE_EPOCH` in UTC; `nil` where it is not set.
  func fixedDay() throws -> CalendarDate? {
    guard let epoch = self["SOURCE_DATE_EPOCH"] else { return nil }
    guard var seconds = Int(digits: epoch) else {
      throw Failure.input("SOURCE_DATE_EPOCH", Self.words.noSeconds(epoch.printableLine))
    }
    var parts = tm()
    gmtime_r(&seconds, &parts)
    guard let day = CalendarDate(parts) else {
      throw Failure.input("SOURCE_DATE_EPOCH", Self.words.tooManySeconds(epoch.printableLine))
    }
    return day
  }

  /// The folder that an XDG variable names, or its default under the home folder; `nil` without one.
  ///
  /// An empty or relative value counts as unset, as the XDG Base Directory Specification says.
  func folder(_ variable: String, default path: String) -> String? {
    if let value = self[variable], value.hasPrefix("/") { return value }
    guard let home = self["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/" + path
  }

  /// Where a program is that people call by its name alone; `nil` where none is on the path.
  ///
  /// - Parameter path: folders between colons, as in `PATH`; those that are relative are passed over.
  static func program(_ name: String, onPath path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(name)" }.first {
      $0.hasPrefix("/") && access($0, X_OK) == 0
    }
  }

  /// The failure of what needs a home folder where there is none.
  static func homeless(mend: String) -> Failure {
    Failure.input("HOME", words.homeless(mend: mend))
  }

  /// The width that text is laid out for: `COLUMNS`, else that of the terminal that a stream is, else 80.
  func width(of stream: Int32 = STDOUT_FILENO) -> Int {
    if let columns = self["COLUMNS"].flatMap({ Int(digits: $0) }), columns > 0 {
      return columns
    }
    return TerminalSize.columns(of: stream) ?? 80
  }

  /// The language that the locale variables ask for; `C` and `POSIX` ask for none.
  var language: LanguageTag? {
    guard let locale = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] else { return nil }
    let name = String(locale.prefix { $0 != "." && $0 != "@" }).replacing("_", with: "-")
    return name == "C" || name == "POSIX" ? nil : LanguageTag(name)
  }

  /// Whether a program that shows text in colour may do so on a terminal.
  var allowsColour: Bool { self["NO_COLOR"] == nil && self["TERM"] != "dumb" }
}

extension CalendarDate {
  fileprivate init?(_ parts: tm) {
    self.init(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}

/// The name of a person on a shared computer, and the file of that person's store.
///
/// Names that differ only in case or in the way accents are composed mean the same person.
struct Person {
  /// The name of the store's file: letters and digits as they are, every other byte as `%41`.
  let fileName: String

  /// - Throws: `Failure` for an empty name, one that is too long for a file name, or one that holds
  ///   control characters.
  init(_ name: String) throws {
    let folded = name.lowercased().decomposedStringWithCanonicalMapping
    let encoded = folded.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let stays = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte))
      return stays ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    guard !name.allSatisfy(\.isWhitespace), name.printableLine == name,
      encoded.utf8.count <= 200
    else {
      throw Failure(
        .usage, CommandWords.english.session.noPerson(String(name.prefix(40)).printableLine))
    }
    fileName = encoded + ".sqlite"
  }
}
