import CSystem
import Foundation
import Synchronization
import Waymark
import WaymarkSheets
import WaymarkStore

/// A folder of files that appears whole or not at all.
struct OutputFolder {
  let path: String
  /// Whether a folder of the same kind that stands there is replaced; anything else never is.
  let replaces: Bool
  /// What a folder must hold to be replaced.
  var mark = "report.json"

  /// The first free name of `exports/NAME-DATE`, `exports/NAME-DATE-2`, ...
  static func free(for name: String, on day: CalendarDate) throws -> String {
    let name = "exports/\(name)-\(day)"
    guard FileManager.default.fileExists(atPath: name) else { return name }
    let free = (2...10_000).lazy.map { "\(name)-\($0)" }
      .first { !FileManager.default.fileExists(atPath: $0) }
    guard let free else { throw Failure(.output, "exports: there are too many reports; use -o") }
    return free
  }

  /// Writes the files, and at the same time a workbook as `report.xlsx`, beside the folder's place,
  /// then gives the folder its name.
  func write(
    _ files: @Sendable () throws -> [(path: String, contents: String)],
    workbook: @Sendable () -> Workbook? = { nil }
  ) throws {
    let place = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard !place.isEmpty, !ForeignBytes.stand(in: place) else {
      throw Failure(.usage, "-o '\(path.printableLine)': name a folder, in UTF-8")
    }
    let manager = FileManager.default
    var status = stat()
    let exists = lstat(place, &status) == 0
    guard !exists || replaces else {
      throw Failure(
        .output, "\(place.printableLine): it is there already; --force replaces it")
    }
    let isReport =
      status.st_mode & S_IFMT == S_IFDIR && manager.fileExists(atPath: place + "/" + mark)
    guard !exists || isReport else {
      throw Failure(
        .output,
        "\(place.printableLine): this was not written by the same command; name another folder")
    }
    let parent = PathParts(place).folder
    let temporary = (parent.isEmpty ? "." : parent) + "/.waymark-" + UUID().uuidString.prefix(12)
    defer { try? manager.removeItem(atPath: temporary) }
    try make(temporary)
    let failures = Mutex<[Int: any Error]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      do {
        if part == 0 {
          try write(files(), to: temporary)
        } else if let workbook = workbook() {
          try write(workbook, to: temporary + "/report.xlsx")
        }
      } catch {
        failures.withLock { $0[part] = error }
      }
    }
    if let failure = failures.withLock({ $0[0] ?? $0[1] }) { throw failure }
    guard exists else {
      guard rename(temporary, place) == 0 else { throw failure(place) }
      return
    }
    // Both change places at once, so that there is never none; what stood there is removed after.
    if exchange_names(temporary, place) == 0 { return }
    guard [EINVAL, ENOSYS].contains(errno) else { throw failure(place) }
    // A file system that cannot exchange.
    let aside = temporary + "-old"
    guard rename(place, aside) == 0 else { throw failure(place) }
    guard rename(temporary, place) == 0 else {
      let reason = failure(place)
      rename(aside, place)
      throw reason
    }
    try? manager.removeItem(atPath: aside)
  }

  private func write(_ files: [(path: String, contents: String)], to folder: String) throws {
    for file in files {
      try make(PathParts(folder + "/" + file.path).folder)
      try OutputFile(path: folder + "/" + file.path, audience: .everyone, replaces: false)
        .write(file.contents)
    }
  }

  private func write(_ workbook: Workbook, to file: String) throws {
    do throws(WorkbookProblem) {
      try WorkbookWriter.write(workbook, to: file)
    } catch {
      throw Failure(.output, "\(path.printableLine)/report.xlsx: \(error.reason)")
    }
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
