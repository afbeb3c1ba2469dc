import Foundation

/// The first 100 bytes of a store's file, which SQLite needs to read any of the rest.
enum StoreHeader {
  private static let magic = Array("SQLite format 3\0".utf8)
  private static let pageSize = 4096

  /// Whether a file has no such header but pages as a store has them, the first one with a table.
  static func isLost(from path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 101)
    var status = stat()
    guard read(descriptor, &start, start.count) == start.count, fstat(descriptor, &status) == 0
    else { return false }
    return !start.starts(with: magic) && Int(status.st_size) % pageSize == 0
      && [0x05, 0x0D].contains(start[100])
  }

  /// Copies a store over an empty file, with its journal, and gives it a new header.
  static func writeCopy(of path: String, to copy: String) throws {
    let manager = FileManager.default
    try manager.removeItem(atPath: copy)
    try manager.copyItem(atPath: path, toPath: copy)
    if manager.fileExists(atPath: path + "-wal") {
      try manager.copyItem(atPath: path + "-wal", toPath: copy + "-wal")
    }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
    let pages = try file.seekToEnd() / UInt64(pageSize)
    try file.seek(toOffset: 0)
    try file.write(contentsOf: Data(bytes(pages: UInt32(clamping: pages))))
    try file.close()
  }

  /// The header of a database without a journal, as the SQLite file format has it.
  private static func bytes(pages: UInt32) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 100)
    func put(_ bytes: [UInt8], at place: Int) {
      header.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
    put(magic, at: 0)
    put([UInt8(pageSize >> 8), 0], at: 16)
    // Versions of the format, no reserved space, and three fractions that never differ.
    put([1, 1, 0, 64, 32, 32], at: 18)
    put((0..<4).map { UInt8(truncatingIfNeeded: pages >> (24 - 8 * $0)) }, at: 28)
    // Schema format 4, text in UTF-8; the change counter and the place that vouches for it agree.
    for place in [24, 56, 92] { put([0, 0, 0, 1], at: place) }
    put([0, 0, 0, 4], at: 44)
    return header
  }
}
