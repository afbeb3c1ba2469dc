import CSystem
import Foundation
import Synchronization
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

/// The form of a result: what `--format` says, else what the name after `-o` ends with.
enum OutputFormat: String {
  case text = "txt"
  case html, json, csv, ics, xlsx, pdf, docx
  case markdown = "md"

  /// What the name of a file ends with; `nil` where it is no form.
  init?(ofName name: String) {
    self.init(rawValue: (name as NSString).pathExtension.lowercased())
  }

  /// - Parameters:
  ///   - session: what was asked for.
  ///   - output: the file that is written, when one is.
  ///   - known: the forms that the command has; the first is used when nothing says otherwise.
  static func chosen(_ session: Session, output: String?, known: [OutputFormat]) throws
    -> OutputFormat
  {
    let ending = output.map { ($0 as NSString).pathExtension.lowercased() } ?? ""
    guard let name = session.options.format ?? (ending.isEmpty ? nil : ending) else {
      return known.first ?? .text
    }
    let meaning = ["text": "txt", "markdown": "md", "htm": "html"][name.lowercased()] ?? name
    guard let format = OutputFormat(rawValue: meaning.lowercased()), known.contains(format) else {
      throw Failure(
        .usage, session.said.output.noForm(name.printableLine, use: known.map(\.rawValue)))
    }
    return format
  }
}

extension Session {
  /// Writes a result to a file, or to standard output where none is named.
  func deliver(_ text: String, to path: String?, for audience: OutputFile.Audience) throws {
    try deliver(to: path, for: audience) { write in try write(text) }
  }

  /// Writes a result in pieces, as `deliver(_:to:for:)` does.
  func deliver(
    to path: String?, for audience: OutputFile.Audience,
    pieces: (_ write: (String) throws -> Void) throws -> Void
  ) throws {
    guard let path, let file = try file(at: path, for: audience) else {
      return try pieces(console.write)
    }
    try file.write { descriptor in
      try pieces { try Console.write(Array($0.utf8), to: descriptor) }
    }
    console.remark(said.output.wrote(path.printableLine))
  }

  /// Writes a spreadsheet, which has to go to a file.
  func deliver(_ workbook: Workbook, to path: String?, for audience: OutputFile.Audience) throws {
    guard let path, let file = try file(at: path, for: audience) else {
      throw Failure(.usage, said.output.spreadsheetNeedsFile)
    }
    try file.write(byName: { name in
      do throws(WorkbookProblem) {
        try WorkbookWriter.write(workbook, to: name)
      } catch {
        throw Failure(.output, said.output.failed(path.printableLine, error.reason))
      }
    })
    console.remark(said.output.wrote(path.printableLine))
  }

  /// The file to write, once it is known that it may be written; `nil` for standard output.
  func file(at path: String?, for audience: OutputFile.Audience) throws -> OutputFile? {
    guard let path, path != "-" else { return nil }
    return try OutputFile(path, for: audience, in: self)
  }
}

/// One form of a document: as what it is asked for, and what makes it.
///
/// The forms of a document are a list, the first for when nobody says which; another cannot be chosen, so
/// that nothing can be written in a form that it does not have.
struct DocumentForm<Subject, Contents> {
  let format: OutputFormat
  /// The style is that of a page of text.
  let contents: (_ subject: Subject, _ style: TextStyle) throws -> Contents

  /// The form with other contents made of these.
  func map<Other>(_ transform: @escaping (Contents) -> Other) -> DocumentForm<Subject, Other> {
    DocumentForm<Subject, Other>(format: format) { transform(try contents($0, $1)) }
  }
}

extension DocumentForm where Contents == String {
  /// The renderers of a page.
  enum PageForm {
    case text, markdown, html
  }

  /// A page in each of these forms.
  static func page(
    as forms: [PageForm], _ page: @escaping (Subject) throws -> Page
  ) -> [DocumentForm] {
    forms.map { form in
      switch form {
      case .text: DocumentForm(format: .text) { try page($0).text($1) }
      case .markdown: DocumentForm(format: .markdown) { subject, _ in try page(subject).markdown }
      case .html: DocumentForm(format: .html) { subject, _ in try page(subject).html }
      }
    }
  }

  /// A text for other programs.
  static func text(
    _ format: OutputFormat, _ text: @escaping (Subject) throws -> String
  ) -> DocumentForm {
    DocumentForm(format: format) { subject, _ in try text(subject) }
  }
}

extension Session {
  /// The form that `--format` says, else the one that the name after `-o` ends with, else the first.
  func form<Subject, Contents>(
    of forms: [DocumentForm<Subject, Contents>], output: String?
  ) throws -> DocumentForm<Subject, Contents> {
    let format = try OutputFormat.chosen(self, output: output, known: forms.map(\.format))
    guard let form = forms.first(where: { $0.format == format }) else {
      throw Failure(.usage, said.output.noForm(format.rawValue))
    }
    return form
  }

  /// Writes a document to a file, or to standard output where none is named.
  func deliver<Subject>(
    _ subject: Subject, as form: DocumentForm<Subject, String>, to path: String?,
    for audience: OutputFile.Audience
  ) throws {
    let text = try form.contents(subject, style(for: path))
    if path == nil, form.format == .text { return try show(text) }
    try deliver(text, to: path, for: audience)
  }

  /// How a page of text looks: as the terminal wants it, or as everybody does in a file.
  func style(for path: String?) -> TextStyle { path == nil ? style : TextStyle() }
}

/// Decides what a result may be written over: the one rule of every command and every option.
///
/// Nothing is ever written over a database, be it a store or not, what belongs to the store in use,
/// the settings, what the same command reads, or through a link. What else is there is replaced with
/// `--force`, a folder only as far as Waymark wrote it (`FolderManifest`).
struct OutputRule {
  /// What is in a place that may be written to.
  enum Place {
    case free, file, folder
    /// A pipe or a terminal, which is written to as it is.
    case device
  }

  /// What no result is ever written over.
  enum Obstacle {
    case store, settings, database
    /// What the same command reads.
    case input
    case noRegularFile
    /// What cannot be looked into, for this reason of the system's.
    case unknown(String)
  }

  /// Whether what is there already may be replaced.
  let replaces: Bool
  private let isForSettings: Bool
  private let store: [String]
  private let settings: String?

  /// The rule for results, or for the settings, which are replaced whenever one is changed.
  ///
  /// - Parameter replacesOwn: whether what is there is an earlier form of the same.
  init(_ session: Session, isForSettings: Bool = false, replacesOwn: Bool = false) {
    self.isForSettings = isForSettings
    replaces = isForSettings || replacesOwn || session.options.force
    // Without a home folder there is neither store nor settings, and none to write over.
    store = (try? session.storePath).map(Store.filesInUse) ?? []
    settings = Settings.path(in: session.surroundings).map(DatabaseFile.resolved)
  }

  /// What is in a place.
  ///
  /// - Throws: `Failure` where nothing may be written there by any option.
  func place(_ path: String) throws -> Place {
    let resolved = DatabaseFile.resolved(path)
    let file = FileIdentity(named: path)
    let isSame = { (other: String) in
      other == resolved || file != nil && file == FileIdentity(named: other)
    }
    guard !store.contains(where: isSame) else {
      throw refusal(path, .store, .usage)
    }
    guard isForSettings || !(settings.map(isSame) ?? false) else {
      throw refusal(path, .settings, .usage)
    }
    var status = stat()
    guard lstat(path.systemName, &status) == 0 else {
      try refuseDatabase(path)
      return .free
    }
    if !isForSettings, let file, FilesRead.contain(file) {
      throw refusal(path, .input, .usage)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      try refuseDatabase(path)
      return .file
    case S_IFDIR: return .folder
    case S_IFCHR, S_IFIFO: return .device
    case S_IFLNK:
      throw Failure(.output, CommandWords.english.output.isLink(path.printableLine))
    default: throw refusal(path, .noRegularFile, .output)
    }
  }

  private func refuseDatabase(_ path: String) throws {
    let isOne: Bool
    do throws(SystemError) {
      isOne = try DatabaseFile.stands(at: path)
    } catch {
      throw refusal(path, .unknown(error.reason), .output)
    }
    guard !isOne else { throw refusal(path, .database, .output) }
  }

  private func refusal(_ path: String, _ obstacle: Obstacle, _ exit: Exit) -> Failure {
    Failure(exit, CommandWords.english.output.notReplaced(path.printableLine, obstacle))
  }
}

/// The files that this run has read, so that no command writes over what it reads.
enum FilesRead {
  /// Guards which files they are; they are read on several threads.
  private static let known = Mutex<Set<FileIdentity>>([])

  /// Notes the file that a descriptor is open for.
  static func add(_ descriptor: Int32) {
    guard let file = FileIdentity(of: descriptor) else { return }
    known.withLock { _ = $0.insert(file) }
  }

  /// Whether a file was read.
  static func contain(_ file: FileIdentity) -> Bool { known.withLock { $0.contains(file) } }
}
