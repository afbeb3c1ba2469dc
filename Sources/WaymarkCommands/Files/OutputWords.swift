/// What is said of files and folders that results are written to.
struct OutputWords: Sendable {
  // How an output is named.

  func nameAFile(not path: String) -> String { "-o '\(path)': name a file, not a folder" }

  func nameAFolder(not path: String) -> String { "-o '\(path)': name a folder, in UTF-8" }

  func nameAFolderOfItsOwn(not path: String) -> String {
    "-o '\(path)': name a folder of its own, such as exports/report"
  }

  let tooManyReports = "exports: there are too many reports; use -o"
  func needsFile(_ form: String) -> String {
    "a \(form) file is not for a terminal: name the file with -o, such as -o board.\(form)"
  }
  func noConverter(_ format: OutputFormat) -> String {
    switch format {
    case .docx:
      "a Word document is made by another program, and none is there: install pandoc or LibreOffice, "
        + "or write board.html and open that in Word"
    default:
      "a PDF is made by another program, and none is there: install weasyprint, Chromium or "
        + "LibreOffice, or write board.html and print that from a browser"
    }
  }
  func notConverted(_ path: String, by program: String) -> String {
    "\(path): \(program) could not make it; write an .html file, and print or open that"
  }
  let spreadsheetNeedsFile = "a spreadsheet needs a file: name one with -o, such as -o plan.xlsx"

  /// - Parameter known: the forms that there are; none where they need not be said.
  func noForm(_ name: String, use known: [String] = []) -> String {
    "there is no form '\(name)' of this"
      + (known.isEmpty ? "" : "; use --format \(known.joined(separator: ", "))")
  }

  // What stands in the way.

  func failed(_ path: String, _ reason: String) -> String { "\(path): \(reason)" }

  func isThereAlready(_ path: String) -> String {
    "\(path): it is there already; --force replaces it"
  }

  func isFolder(_ path: String) -> String { "\(path): this is a folder; name a file in it" }

  func isNoFolder(_ path: String) -> String { "\(path): this is no folder; name another one" }

  func isNoRegularFile(_ path: String) -> String {
    "\(path): this is no regular file; name a file"
  }

  func isLink(_ path: String) -> String { "\(path): this is a link; name what it leads to" }

  func notReplaced(_ path: String, _ obstacle: OutputRule.Obstacle) -> String {
    "\(path): \(what(obstacle)); no result replaces that; name another file"
  }

  private func what(_ obstacle: OutputRule.Obstacle) -> String {
    switch obstacle {
    case .store: "this belongs to the store of your answers"
    case .settings: "these are your settings"
    case .input: "this is also an input"
    case .noRegularFile: "this is no regular file"
    case .unknown(let reason): "it cannot be told what this is (\(reason))"
    case .database: "this is a store of answers or another database, or belongs to one"
    }
  }

  // Folders that are replaced.

  func hasNoList(_ path: String, called list: String) -> String {
    "\(path): it has no list of what Waymark wrote there (\(list)), so that nothing in it is "
      + "replaced; name another folder"
  }

  func isOfAnotherCommand(_ path: String) -> String {
    "\(path): this was not written by the same command; name another folder"
  }

  func holdsOthers(_ path: String, _ names: [String]) -> String {
    "\(path): in it is what Waymark did not write, or what was changed since: "
      + "\(few(names)); nothing was replaced; move that elsewhere, or name another folder"
  }

  func cannotPaint(_ reason: String) -> String { "--png: \(reason)" }
  let notPainted =
    "--png: a drawing could not be painted; leave --png out, and use the SVG files of the folder"

  func changed(_ file: String) -> String { "\(file) (changed)" }

  private func few(_ names: [String]) -> String {
    let few = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(few) and \(names.count - 3) more" : few
  }

  /// What stands in a folder until the ledger knows of it.
  let notInTheLedger =
    "This folder was not finished: nothing of it is in the ledger, and nobody may have it.\n"
    + "Run the same command again with --force.\n"

  // What was written.

  func wrote(_ path: String) -> String { "Wrote \(path)" }

  func mayNotStay(_ path: String, _ reason: String) -> String {
    "\(path): it is written, but the disk does not say that it will stay (\(reason)); "
      + "look after the disk before you rely on it"
  }

  func kept(_ kept: String, from path: String) -> String {
    "\(path): what was put into the old folder meanwhile is in \(kept)"
  }
}
