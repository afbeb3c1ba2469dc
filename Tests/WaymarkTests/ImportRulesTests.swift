import Foundation
import Testing
import WaymarkTestSupport

/// The rules of the house that the compiler does not enforce, looked up in the source itself.
@Suite struct ImportRulesTests {
  /// What the files of each module may import.
  static let allowed: [String: Set<String>] = [
    "WaymarkBasics": ["FoundationEssentials"],
    "Waymark": ["WaymarkBasics", "FoundationEssentials"],
    "WaymarkPages": ["WaymarkBasics", "Waymark", "FoundationEssentials"],
    "WaymarkXML": ["WaymarkBasics", "Waymark", "CLibXML2", "FoundationEssentials"],
    "WaymarkLibraries": ["WaymarkBasics", "Glibc"],
    "WaymarkSolver": [
      "WaymarkBasics", "Waymark", "WaymarkLibraries", "CCoinOR", "Synchronization",
    ],
    "WaymarkSheets": [
      "WaymarkBasics", "Waymark", "WaymarkXML", "WaymarkLibraries", "CXLSXWriter", "CZlib",
      "FoundationEssentials",
    ],
    "WaymarkStore": [
      "WaymarkBasics", "Waymark", "CLibMD", "GRDB", "GRDBSQLite", "Foundation", "Dispatch",
      "Synchronization",
    ],
    "WaymarkCommands": [
      "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkXML", "WaymarkSheets", "WaymarkStore",
      "WaymarkSolver",
      "ArgumentParser",
      "CSystem", "Foundation", "Glibc", "Synchronization",
    ],
    "waymark": ["WaymarkCommands", "Foundation"],
  ]

  @Test func `Every module with Swift in it has its rules`() throws {
    let modules = try Set(Self.files("swift", in: "Sources").map(\.module))
    #expect(modules == Set(Self.allowed.keys))
  }

  @Test(arguments: allowed.keys.sorted())
  func `A module imports nothing but what it is allowed`(module: String) throws {
    let allowed = try #require(Self.allowed[module])
    for file in try Self.files("swift", in: "Sources") where file.module == module {
      let others = file.imports.subtracting(allowed)
      #expect(others.isEmpty, "\(file.path) imports \(others.sorted().joined(separator: ", "))")
    }
  }

  /// A folder's types are made of those of the folders below it: who names whom, by names of types.
  @Test(arguments: ["WaymarkBasics", "Waymark", "WaymarkPages"])
  func `The folders of a module form no circle`(module: String) throws {
    let files = try Self.files("swift", in: "Sources").filter { $0.module == module }
    var owners: [String: String] = [:]
    for file in files {
      for name in file.declaredTypes { owners[name] = file.folder }
    }
    // A name that stands for a type within another one as well tells nothing.
    for name in files.flatMap(\.nestedTypes) { owners[name] = nil }
    var below: [String: Set<String>] = [:]
    for file in files {
      let used = file.words.compactMap { owners[$0] }
      below[file.folder, default: []].formUnion(used.filter { $0 != file.folder })
    }
    while let free = below.first(where: { $0.value.isEmpty })?.key {
      below[free] = nil
      for folder in below.keys { below[folder]?.remove(free) }
    }
    #expect(below.isEmpty, "\(below.map { "\($0.key) needs \($0.value.sorted())" }.sorted())")
  }

  @Test(arguments: [
    ("CLibXML2", "WaymarkXML"), ("CLibMD", "WaymarkStore"),
    ("GRDB", "WaymarkStore"), ("CSystem", "WaymarkCommands"),
    ("CCoinOR", "WaymarkSolver"), ("CXLSXWriter", "WaymarkSheets"),
    ("CZlib", "WaymarkSheets"),
    ("ArgumentParser", "WaymarkCommands"),
  ])
  func `A foreign library is imported in one module only`(library: String, owner: String) throws {
    let files = try Self.files("swift", in: "Sources").filter { $0.imports.contains(library) }
    #expect(Set(files.map(\.module)) == [owner])
  }

  @Test(arguments: ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError"])
  func `Nothing is forced`(word: String) throws {
    for file in try Self.files("swift", in: "Sources") {
      #expect(!file.text.contains(word), "\(file.path) says \(word)")
    }
  }

  @Test func `No comment repeats the name that it stands above`() throws {
    for file in try Self.files("swift", in: "Sources") {
      let comments = file.emptyComments
      #expect(comments.isEmpty, "\(file.path): \(comments.joined(separator: "; "))")
    }
  }

  @Test(arguments: [
    ("/// The id.\nlet id: ID<Area>", true),
    ("  /// The areas.\n  package let areas: [Area]", true),
    ("/// Joins the parts.\npackage init(\n", true), ("/// Its people.\nlet people: Int", true),
    ("/// How to mend it.\nvar mend: String {", true),
    ("/// The id, which never changes.\nlet id: ID<Area>", false),
    ("/// 1 to 12.\nlet month: Int", false), ("/// The share, 0 to 1.\nlet share: Double", false),
    ("/// The value of `format`.\nstatic let format = \"a\"", false),
    ("/// The id.\n///\n/// It never changes.\nlet id: ID<Area>", false),
    ("/// What a person said.\nlet answer: Answer", false),
  ])
  func `A comment repeats a name when it has no word of its own`(text: String, isEmpty: Bool) {
    #expect(File(path: "", text: text).emptyComments.isEmpty == !isEmpty)
  }

  /// What makes, names or removes a file, and the files that may say so, whose ways all lead past
  /// the one rule on what is written over.
  @Test(arguments: [
    "O_CREAT", "rename(", "unlink(", "mkdir(", "createFile", "createDirectory", "copyItem",
    "moveItem",
    "removeItem", ".write(to:", ".write(contentsOf", "fopen", "workbookNew", "O_WRONLY", "O_TRUNC",
  ])
  func `Files are made and named in few places`(word: String) throws {
    let places: Set = [
      "Sources/WaymarkCommands/Files/OutputFile.swift",
      "Sources/WaymarkCommands/Files/OutputFolder.swift",
      // Writes into a new folder of its own alone.
      "Sources/WaymarkCommands/Files/PageConverter.swift",
      "Sources/WaymarkCommands/Session/Console.swift",
      "Sources/WaymarkSheets/WorkbookWriter.swift",
    ]
    for file in try Self.files("swift", in: "Sources")
    where file.module != "WaymarkStore" && !places.contains(file.path) {
      #expect(!file.text.contains(word), "\(file.path) says \(word)")
    }
  }

  @Test(arguments: ["Sources", "Tests"])
  func `No file is longer than 600 lines`(folder: String) throws {
    for file in try Self.files("swift", in: folder) {
      let lines = file.text.count { $0 == "\n" }
      #expect(lines <= 600, "\(file.path) has \(lines) lines")
    }
  }

  @Test func `The walks of the architecture pass through files that there are`() throws {
    let page = try File("docs/architecture.md").text
    let walks = page.components(separatedBy: "## Six walks").last ?? ""
    let names = walks.matches(of: #/`([A-Za-z+]+)`/#).map { String($0.output.1) }
    let files = Set(
      try Self.files("swift", in: "Sources").map {
        (($0.path as NSString).lastPathComponent as NSString).deletingPathExtension
      })
    #expect(names.count > 60)
    for name in names { #expect(files.contains(name), "there is no \(name).swift") }
    for module in Self.allowed.keys where module != "waymark" {
      #expect(page.contains("**\(module)**"), "\(module) is not in docs/architecture.md")
    }
  }

  @Test(arguments: ["Waymark", "WaymarkBasics"])
  func `Each folder of a pure module is described`(module: String) throws {
    let page = try File("docs/architecture.md").text
    let folders = Set(
      try Self.files("swift", in: "Sources").filter { $0.module == module }
        .map { ($0.folder as NSString).lastPathComponent })
    for folder in folders { #expect(page.contains("`\(folder)`"), "\(folder)") }
  }

  /// A path that begins at the root of somebody's machine means nothing on another one.
  @Test func `What people read names no folder of somebody's machine`() throws {
    let everywhere: Set = ["bin", "dev", "etc", "proc", "usr"]
    let pages =
      try ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", ".ci/run"].map(File.init)
      + Self.files("md", in: "docs") + Self.files("", in: "script")
    #expect(pages.count > 6)
    for page in pages {
      for line in page.text.split(separator: "\n") where !line.hasPrefix("#!") {
        for match in line.matches(of: #/(?:^|[\s`"'(=])/([A-Za-z][\w.-]*)/[\w.-]/#) {
          #expect(everywhere.contains(String(match.output.1)), "\(page.path): \(line)")
        }
      }
    }
  }

  private struct File {
    let path: String
    let text: String

    init(_ path: String) throws { self.init(path: path, text: try Checkout.text(path)) }

    init(path: String, text: String) {
      self.path = path
      self.text = text
    }

    /// The folder under `Sources` it belongs to.
    var module: String {
      path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }

    /// The folder that it stands in, without those in it: `Waymark/Report` of `Waymark/Report/Groups`.
    var folder: String {
      path.split(separator: "/").dropFirst().dropLast().prefix(2).joined(separator: "/")
    }

    /// The types that it declares at its outermost level.
    var declaredTypes: [String] {
      let declaration =
        #/(?:(?:public|package|final|indirect) )*(?:struct|enum|class|protocol|typealias) (\w+)/#
      return text.split(separator: "\n").compactMap { line in
        // A match takes long to fail, and most lines are indented.
        guard line.first?.isLetter == true else { return nil }
        return line.prefixMatch(of: declaration).map { String($0.output.1) }
      }
    }

    /// The types that it declares within others.
    var nestedTypes: [String] {
      text.matches(
        of:
          #/(?m)^\s+(?:(?:public|package|private|fileprivate|final|indirect) )*(?:struct|enum|class|typealias) (\w+)/#
      ).map { String($0.output.1) }
    }

    /// The words of its code that begin with a capital letter; not those of comments and texts.
    var words: Set<String> {
      let code = text.replacing(#/"""(?s:.*?)"""/#, with: "")
        .replacing(#/\/\/.*/#, with: "").replacing(#/"(?:[^"\\\n]|\\.)*"/#, with: "")
      return Set(code.matches(of: #/\b[A-Z]\w*/#).map { String($0.output) })
    }

    /// The comments of one line without a word that is not in the declaration below them.
    var emptyComments: [String] {
      let small = """
        a all an and are by for from has how in is it its joins makes many of on parts the these this
        to value what which whose with
        """.wordStems
      let lines = [""] + text.components(separatedBy: "\n").map(\.trimmingBlanks) + [""]
      return lines.indices.dropFirst().dropLast().filter { place in
        let (before, comment, below) = (lines[place - 1], lines[place], lines[place + 1])
        // A number or a piece of code is something to say.
        guard comment.hasPrefix("/// "), comment.wholeMatch(of: #/[^0-9`]*/#) != nil,
          !before.hasPrefix("///"), !below.hasPrefix("///")
        else { return false }
        let declared = below.replacing(#/[={].*/#, with: "").wordStems
        return comment.wordStems.subtracting(declared).isSubset(of: small)
      }.map { lines[$0] }
    }

    /// The modules it imports, whatever the attributes and the access level.
    ///
    /// An import begins its line; what is indented is text.
    var imports: Set<String> {
      let access = ["public", "package", "internal", "fileprivate", "private"]
      return Set(
        text.split(separator: "\n").compactMap { line in
          guard line.contains("import "), line.first?.isWhitespace == false else { return nil }
          let words = line.split(separator: " ").map(String.init)
            .drop { $0.hasPrefix("@") || access.contains($0) }
          return words.first == "import" ? words.dropFirst().first : nil
        })
    }
  }

  /// The files with an ending in a folder and the folders in it, by their paths.
  private static func files(_ ending: String, in folder: String) throws -> [File] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: Checkout.path(folder))
    return try names.filter { ($0 as NSString).pathExtension == ending }.sorted()
      .map { try File("\(folder)/\($0)") }
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }

  /// Its words and those within its names, in small letters, one of several as one.
  fileprivate var wordStems: Set<String> {
    Set(
      matches(of: #/[A-Z]?[a-z]+|[A-Z]+/#).map { match in
        let word = match.output.lowercased()
        guard !word.hasSuffix("ies") else { return word.dropLast(3) + "y" }
        return word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
          ? String(word.dropLast()) : word
      })
  }
}
