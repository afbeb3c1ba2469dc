import Foundation
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

/// The form of a result: what `--format` says, else what the name after `-o` ends with.
enum OutputFormat: String {
  case text = "txt"
  case html, json, csv, ics, xlsx
  case markdown = "md"

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
