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

  /// How many pages at the end of a file that was cut off are not whole.
  ///
  /// 0 when it has all that its header says, and when so many are missing that the header cannot be
  /// right.
  static func missingPages(of path: String) -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 32)
    var status = stat()
    guard read(descriptor, &start, start.count) == start.count, fstat(descriptor, &status) == 0,
      start.starts(with: magic)
    else { return 0 }
    let pages = start[28..<32].reduce(0) { $0 << 8 | Int($1) }
    let whole = Int(status.st_size) / pageSize
    return pages - whole <= max(1000, whole) ? max(0, pages - whole) : 0
  }

  /// Copies a store over an empty file, with its journal, and mends the copy: it gets a new header
  /// where it has none, and empty pages where its end was cut off.
  static func writeCopy(of path: String, to copy: String) throws {
    let manager = FileManager.default
    try manager.removeItem(atPath: copy)
    try manager.copyItem(atPath: path, toPath: copy)
    if manager.fileExists(atPath: path + "-wal") {
      try manager.copyItem(atPath: path + "-wal", toPath: copy + "-wal")
    }
    let missing = missingPages(of: copy)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
    let pages = try file.seekToEnd() / UInt64(pageSize)
    if isLost(from: copy) {
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data(bytes(pages: UInt32(clamping: pages))))
    }
    if missing > 0 {
      try file.seek(toOffset: 0)
      let first = [UInt8](try file.read(upToCount: pageSize) ?? Data())
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data(schemaPage(first, without: Int(pages) + 1)))
      try file.truncate(atOffset: pages * UInt64(pageSize))
      try file.seekToEnd()
      for _ in 0..<missing { try file.write(contentsOf: Data(emptyPage)) }
    }
    try file.close()
  }

  /// The first page without its references to pages of the schema from some number on.
  ///
  /// SQLite reads no table at all when a page of the schema is missing; without the reference only
  /// the tables are gone that stood on it. Other pages than one that refers to pages stay as they are.
  private static func schemaPage(_ page: [UInt8], without lost: Int) -> [UInt8] {
    func number(_ place: Int, _ width: Int) -> Int {
      page[place..<place + width].reduce(0) { $0 << 8 | Int($1) }
    }
    guard page.count == pageSize, page[100] == 0x05 else { return page }
    let cells = (0..<number(103, 2)).map { 112 + 2 * $0 }
    guard cells.allSatisfy({ $0 + 2 <= pageSize && number($0, 2) + 4 <= pageSize }) else {
      return page
    }
    var kept = cells.map { number($0, 2) }.filter { number($0, 4) < lost }
    var mended = page
    if number(108, 4) >= lost {
      guard let last = kept.popLast() else { return page }
      mended.replaceSubrange(108..<112, with: page[last..<last + 4])
    }
    mended.replaceSubrange(103..<105, with: [UInt8(kept.count >> 8), UInt8(kept.count & 0xFF)])
    for (place, cell) in zip(cells, kept) {
      mended.replaceSubrange(place..<place + 2, with: [UInt8(cell >> 8), UInt8(cell & 0xFF)])
    }
    return mended
  }

  /// The page of a table without rows, as the SQLite file format has it.
  private static let emptyPage: [UInt8] =
    [0x0D, 0, 0, 0, 0, UInt8(pageSize >> 8), 0, 0] + Array(repeating: 0, count: pageSize - 8)

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
