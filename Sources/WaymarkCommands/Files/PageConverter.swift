import Foundation
import WaymarkBasics
import WaymarkStore

/// Another program that makes a PDF or a Word document of a page, where one is installed.
///
/// A layout of pages is a library of its own; these programs have one and are kept well. What they write
/// bears the time, and so is not the same bytes every time.
struct PageConverter {
  /// How a program is told to make `result` of `page`; `folder` is there for what it keeps meanwhile.
  private typealias Arguments =
    (_ page: String, _ result: String, _ folder: String) -> [String]

  /// How long a page may take.
  private static let patience: DispatchTimeInterval = .seconds(120)

  /// What people call the program.
  let name: String
  private let path: String
  private let arguments: Arguments

  /// The first program for a form that is on the path; `nil` where none is.
  init?(for format: OutputFormat, path: String) {
    for (name, arguments) in Self.programs(for: format) {
      guard let found = Environment.program(name, onPath: path) else { continue }
      (self.name, self.path, self.arguments) = (name, found, arguments)
      return
    }
    return nil
  }

  /// The programs that make a form, the best first.
  private static func programs(for format: OutputFormat) -> [(name: String, arguments: Arguments)] {
    switch format {
    case .pdf:
      [("weasyprint", { page, result, _ in [page, result] })]
        + ["chromium", "chromium-browser", "google-chrome"].map { ($0, browser) }
        + office(to: "pdf")
    case .docx:
      [("pandoc", { page, result, _ in ["--from=html", "--to=docx", "--output=\(result)", page] })]
        + office(to: "docx")
    case .text, .html, .json, .csv, .ics, .xlsx, .markdown: []
    }
  }

  private static func browser(_ page: String, _ result: String, _ folder: String) -> [String] {
    ["--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile"]
      // Without this it does not start for the administrator; the page runs no script.
      + (getuid() == 0 ? ["--no-sandbox"] : []) + ["--print-to-pdf=\(result)", address(of: page)]
  }

  private static func office(to form: String) -> [(name: String, arguments: Arguments)] {
    ["soffice", "libreoffice"].map { name in
      (
        name,
        { page, _, folder in
          [
            "-env:UserInstallation=\(address(of: folder + "/profile"))", "--headless",
            "--infilter=HTML (StarWriter)", "--convert-to", form, "--outdir", folder, page,
          ]
        }
      )
    }
  }

  private static func address(of path: String) -> String {
    URL(fileURLWithPath: path).absoluteString
  }

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - html: a page that needs nothing beside it.
  ///   - format: what is made of it.
  /// - Returns: the contents of the document; `nil` where the program did not make it.
  /// - Throws: `Failure` where there is no place for the page, and what keeps the program from starting.
  func document(of html: String, as format: OutputFormat) throws -> Data? {
    let temporary = NSTemporaryDirectory()
    var name = Array((temporary + "/waymark-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw Failure(
        .output,
        CommandWords.english.output.failed(temporary.printableLine, SystemError().reason))
    }
    let folder = URL(
      fileURLWithPath: String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.html")
    let result = folder.appendingPathComponent("page.\(format.rawValue)")
    try Data(html.utf8).write(to: page)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments(page.path, result.path, folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + Self.patience) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0, let made = try? Data(contentsOf: result), !made.isEmpty
    else { return nil }
    return made
  }
}

extension Session {
  /// Writes a page as a PDF or a Word document, which another program makes and which has to go to a file.
  func deliver(
    html: String, as format: OutputFormat, to path: String?, for audience: OutputFile.Audience
  ) throws {
    guard let path, let file = try file(at: path, for: audience) else {
      throw Failure(.usage, said.output.needsFile(format.rawValue))
    }
    guard let converter = PageConverter(for: format, path: surroundings.variables["PATH"] ?? "")
    else { throw Failure(.failed, said.output.noConverter(format)) }
    guard let document = try converter.document(of: html, as: format) else {
      throw Failure(.failed, said.output.notConverted(path.printableLine, by: converter.name))
    }
    try file.write { try Console.write(Array(document), to: $0) }
    console.remark(said.output.wrote(path.printableLine))
  }
}
