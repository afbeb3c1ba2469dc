import Foundation
import Waymark
import WaymarkSheets

/// A folder of files that appears whole or not at all.
struct OutputFolder {
  let path: String
  /// Whether a report that stands there is replaced; anything else never is.
  let replaces: Bool

  /// What a folder must hold to be replaced.
  private static let mark = "report.json"

  /// Writes the files and `report.xlsx` beside the folder's place, then gives the folder its name.
  func write(_ files: [(path: String, contents: String)], workbook: Workbook) throws {
    let place = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard !place.isEmpty, !ForeignBytes.stand(in: place) else {
      throw Failure(.usage, "-o '\(path.printableLine)': name a folder, in UTF-8")
    }
    let manager = FileManager.default
    var status = stat()
    let exists = lstat(place, &status) == 0
    guard !exists || replaces else {
      throw Failure(
        .output, "\(place.printableLine): it is there already; --force replaces a report")
    }
    let isReport =
      status.st_mode & S_IFMT == S_IFDIR && manager.fileExists(atPath: place + "/" + Self.mark)
    guard !exists || isReport else {
      throw Failure(
        .output, "\(place.printableLine): this is no report of Waymark's; name another folder")
    }
    let parent = (place as NSString).deletingLastPathComponent
    let temporary = (parent.isEmpty ? "." : parent) + "/.waymark-" + UUID().uuidString.prefix(12)
    defer { try? manager.removeItem(atPath: temporary) }
    try make(temporary)
    for file in files {
      try make((temporary + "/" + file.path as NSString).deletingLastPathComponent)
      try OutputFile(path: temporary + "/" + file.path, audience: .everyone, replaces: false)
        .write(file.contents)
    }
    do throws(WorkbookProblem) {
      try WorkbookWriter.write(workbook, to: temporary + "/report.xlsx")
    } catch {
      throw Failure(.output, "\(path.printableLine)/report.xlsx: \(error.reason)")
    }
    let aside = temporary + "-old"
    if exists, rename(place, aside) != 0 { throw failure(place) }
    guard rename(temporary, place) == 0 else {
      let reason = failure(place)
      if exists { rename(aside, place) }
      throw reason
    }
    if exists { try? manager.removeItem(atPath: aside) }
  }

  private func make(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw failure(path)
    }
  }

  private func failure(_ name: String) -> Failure {
    Failure(.output, "\(name.printableLine): \(String(cString: strerror(errno)))")
  }
}
