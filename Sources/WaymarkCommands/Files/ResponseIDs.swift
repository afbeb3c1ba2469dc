import Foundation
import Waymark

/// A file of response ids, one a line.
enum ResponseIDs {
  private static let sizeLimit = 8 << 20

  /// Reads the ids; empty lines and blanks around an id count for nothing.
  static func read(_ path: String) throws -> Set<String> {
    let bytes = try BoundedFile.read(path, limit: sizeLimit)
    let file = path == BoundedFile.standardInput ? "standard input" : path.printableLine
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.input(file, "the file is not UTF-8", mend: "save it as UTF-8")
    }
    let ids = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard !ids.isEmpty else {
      throw Failure.input(file, "there is no response id in it", mend: "write one a line")
    }
    return Set(ids)
  }
}
