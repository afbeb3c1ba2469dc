import Foundation
import Testing

/// What is said to people stands in types of words, and with the problems that it is about, and nowhere
/// else.
@Suite struct WordsApartTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  private static let modules = [
    "Waymark", "WaymarkBasics", "WaymarkCommands", "WaymarkLibraries", "WaymarkPages",
    "WaymarkSheets", "WaymarkSolver", "WaymarkStore", "WaymarkXML", "waymark",
  ]

  /// Files with texts that nobody reads, each with what they are.
  private static let exemptFiles = [
    "WaymarkBasics/Formats/HTML.swift": "attributes of elements",
    "WaymarkBasics/Formats/PageStyle.swift": "names of typefaces",
    "WaymarkBasics/Formats/SVG.swift": "classes of elements",
    "WaymarkStore/Schema/Schema.swift": "what SQLite answers when a trigger stops a change",
    "WaymarkXML/Problems/ShapeMessage.swift": "what libxml2 says, to be understood",
  ]

  /// Texts that are the same in every language, each with what they are.
  private static let exemptTexts = [
    #""(no answer)""#: "the id of a group, in files that are published",
    #""mentoring card of \(assessment)""#: "what an id is made from",
    #""SQLite format 3\0""#: "how a database begins",
    #""SHA-256 of previous, number, campaign, day and content, with a line feed between them""#:
      "how a hash was made, in a file that is published",
  ]

  /// What a declaration of a file is called that holds words.
  private static let wordsEnds = ["Words", "Problem", "Error", "Fault", "Mismatch"]

  /// What a file is called that holds words and nothing else.
  private static func isForWords(_ path: String) -> Bool {
    ["Words.swift", "Problem.swift", "Error.swift"].contains(where: path.hasSuffix)
  }

  /// A source text without its declarations at the outermost level that hold words, without extensions
  /// of them, and without what stands under the heading "Words".
  static func withoutWords(_ source: String) -> String {
    var kept: [Substring] = []
    var isLeftOut = false
    let before = source.split(separator: "\n// MARK: - Words\n", omittingEmptySubsequences: false)[
      0]
    for line in before.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first?.isLetter == true,
        let start = line.firstMatch(
          of: #/^(?:[a-z]+ )*(?:struct|enum|class|extension|protocol) ([A-Za-z.]+)/#)
      {
        isLeftOut = wordsEnds.contains(where: start.output.1.hasSuffix)
      }
      if !isLeftOut { kept.append(line) }
      if line == "}" { isLeftOut = false }
    }
    return kept.joined(separator: "\n")
  }

  /// Literals of a source text that hold two words or more one after the other; markup, SQL and what
  /// commands declare for their help do not count.
  static func sentences(in source: String) -> [String] {
    withoutHelp(source).split(separator: "\n").flatMap { line -> [String] in
      guard line.utf8.contains(UInt8(ascii: "\"")) else { return [] }
      let code = line.drop { $0 == " " }.replacing("\"\"\"", with: "")
      guard !code.hasPrefix("//") else { return [] }
      return code.matches(of: #/"(?:[^"\\]|\\.)*"/#).map { String($0.output) }.filter {
        $0.replacing(#/<[?!\/]?[A-Za-z][^>]*>/#, with: "").contains(#/[A-Za-z]{2,} [A-Za-z]{2,}/#)
          && !$0.contains(#/\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA|VACUUM|FROM|WHERE|ORDER BY)\b/#)
      }
    }
  }

  /// A source text without the declarations that the parser makes help of, which stands beside the
  /// options that it is about.
  private static func withoutHelp(_ source: String) -> String {
    var rest = source[...]
    var kept = ""
    while rest.contains("@") || rest.contains("CommandConfiguration("),
      let start = rest.firstMatch(
        of: #/CommandConfiguration\(|@(Option|Flag|Argument|OptionGroup)\(/#)
    {
      kept += rest[..<start.range.lowerBound]
      rest = rest[start.range.upperBound...]
      var depth = 1
      var isText = false
      while depth > 0, let character = rest.popFirst() {
        switch character {
        case "\\" where isText: rest = rest.dropFirst()
        case "\"": isText.toggle()
        case "(" where !isText: depth += 1
        case ")" where !isText: depth -= 1
        default: break
        }
      }
    }
    return kept + rest
  }

  /// Whether a literal is nothing but a command with its options, such as `"assess --as service"`.
  static func isCommand(_ literal: String, among names: Set<String>) -> Bool {
    let words = literal.dropFirst().dropLast().split(separator: " ").map(String.init)
    guard let first = words.first, names.contains(first) else { return false }
    return zip(words, words.dropFirst()).allSatisfy { before, word in
      names.contains(word) || word.hasPrefix("--") || before.hasPrefix("--")
        || word == word.uppercased()
    }
  }

  private static func swiftFiles(of module: String) throws -> [(path: String, source: String)] {
    let folder = sources.appending(path: module)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      ("\(module)/\(name)", try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  /// The names of all commands.
  private static let commands = Result {
    Set(
      try swiftFiles(of: "WaymarkCommands").flatMap { _, source in
        source.matches(of: #/commandName: "([a-z-]+)"/#).map { String($0.output.1) }
      })
  }

  @Test(arguments: modules)
  func `Nothing is said to people outside of types of words`(module: String) throws {
    let commands = try Self.commands.get()
    #expect(commands.contains("assess"))
    let found = try Self.swiftFiles(of: module).filter { path, _ in
      !Self.isForWords(path) && Self.exemptFiles[path] == nil
    }.flatMap { path, source in
      Self.sentences(in: Self.withoutWords(source)).filter {
        Self.exemptTexts[$0] == nil && !Self.isCommand($0, among: commands)
      }.map { "\(path): \($0)" }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test func `Every module is looked at`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    let withSwift = try folders.filter { try !Self.swiftFiles(of: $0).isEmpty }
    #expect(Set(withSwift) == Set(Self.modules))
  }

  @Test func `Declarations that hold words are left out, and those after them are not`() {
    let source = """
      package enum JSONFault: Error {
        case a(String)
      }
      extension Path.Problem: CustomStringConvertible {
        var description: String { "This path is wrong." }
      }
      struct Path {
        let name = "A path"
      }

      // MARK: - Words

      extension Level { var words: String { "a level" } }
      """
    #expect(Self.withoutWords(source).contains("A path"))
    #expect(!Self.withoutWords(source).contains("is wrong"))
    #expect(!Self.withoutWords(source).contains("a level"))
  }

  @Test func `Sentences are told from names, marks, markup, SQL, help and comments`() {
    #expect(Self.sentences(in: #"let a = "Nobody has answered so far.""#).count == 1)
    #expect(Self.sentences(in: #"  // "Nobody has answered""#).isEmpty)
    #expect(Self.sentences(in: #"let a = "h2.lead > p"; let b = "x \(y) z""#).isEmpty)
    #expect(Self.sentences(in: #"let a = "<!DOCTYPE html>\n<p class=\"a b\">""#).isEmpty)
    #expect(Self.sentences(in: #"let a = "<p>Nobody has answered</p>""#).count == 1)
    #expect(Self.sentences(in: #"let a = "SELECT xml FROM framework""#).isEmpty)
    #expect(
      Self.sentences(
        in: #"""
          @Option(help: ArgumentHelp("Ask this (only).", valueName: "id")) var id = "Not this one"
          """#) == [#""Not this one""#])
  }

  @Test func `A command with its options is no sentence`() {
    let names: Set = ["assess", "store", "restore", "campaign", "new"]
    for command in ["store restore", "campaign new NAME", "assess --as service"] {
      #expect(Self.isCommand("\"\(command)\"", among: names))
    }
    #expect(!Self.isCommand(#""store your answers""#, among: names))
    #expect(!Self.isCommand(#""your store""#, among: names))
  }
}
