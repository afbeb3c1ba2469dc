/// How the text of a table is written: what separates its columns, and how characters are bytes.
///
/// What the person says holds. The rest is found by the beginning of the file where that shows it, and
/// is to be told to them.
package struct TableDialect: Equatable, Sendable {
  /// What stands between two fields.
  package private(set) var separator = CSVReader.Separator.comma
  /// How characters are bytes.
  package private(set) var encoding = TextEncoding.utf8
  /// Whether the first line is `sep=;`, as some spreadsheets have it, and no row.
  package private(set) var hasSeparatorLine = false
  /// Whether the separator was found and is another than the comma.
  package private(set) var isSeparatorFound = false
  /// Whether the encoding was found and is another than UTF-8.
  package private(set) var isEncodingFound = false

  /// The bytes that are looked at for what separates columns.
  private static let sampleLimit = 64 << 10

  /// Looks at the beginning of a file.
  ///
  /// - Parameters:
  ///   - head: as many bytes as there are, or enough of them.
  ///   - isWhole: whether that is all of the file.
  ///   - separator: what the person says that it is.
  ///   - encoding: what the person says that it is.
  package init(
    of head: [UInt8], isWhole: Bool, separator: CSVReader.Separator? = nil,
    encoding: TextEncoding? = nil
  ) {
    let found = Self.encoding(of: head, isWhole: isWhole)
    self.encoding =
      switch encoding {
      case .utf16? where found == .utf16LittleEndian || found == .utf16BigEndian: found
      case let said?: said
      case nil: found
      }
    isEncodingFound = encoding == nil && self.encoding != .utf8
    var sample: [UInt8] = []
    if self.encoding == .utf8 {
      sample = Array(head.prefix(Self.sampleLimit))
    } else {
      var decoder = TextDecoder(self.encoding)
      head.prefix(Self.sampleLimit).withUnsafeBytes { _ = decoder.decode($0, into: &sample) }
    }
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { sample.removeFirst(3) }
    let said = Self.separatorLine(of: sample)
    hasSeparatorLine = said != nil
    let isSampleWhole = isWhole && head.count <= Self.sampleLimit
    self.separator =
      separator ?? said ?? Self.separator(of: sample, isWhole: isSampleWhole)
    isSeparatorFound = separator == nil && self.separator != .comma
  }

  /// Reads the first rows of the table, as far as they can be read and no more than so many.
  package func rows(of head: [UInt8], isWhole: Bool, limit: Int) -> [(
    line: Int, fields: [String]
  )] {
    struct Enough: Error {}
    var rows: [(line: Int, fields: [String])] = []
    var reader = CSVReader(file: "", separator: separator, encoding: encoding)
    let take: CSVReader.RowBody = { line, text, fields in
      if hasSeparatorLine, line == 1 { return }
      rows.append(
        (
          line,
          fields.map { range in
            text.extracting(range).withUnsafeBufferPointer {
              String(decoding: $0, as: UTF8.self)
            }
          }
        ))
      if rows.count >= limit { throw Enough() }
    }
    // What is wrong is told when the table is read.
    do {
      try reader.readBytes(head.span.bytes, row: take)
      if isWhole { try reader.finishBytes(row: take) }
    } catch {}
    return rows
  }

  // MARK: Encodings

  private static func encoding(of head: [UInt8], isWhole: Bool) -> TextEncoding {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if let found = wideEncoding(of: head) { return found }
    var check = TextCheck()
    let fault = head.withUnsafeBytes { check.fault(in: $0) }
    guard let fault else {
      // The end may be inside a character only where there is more.
      return isWhole && check.isInsideSequence && isWindows(head) ? .windows1252 : .utf8
    }
    return fault.0 == .notUTF8 && isWindows(head) ? .windows1252 : .utf8
  }

  /// UTF-16 without a mark, as every second byte of a text in Latin letters is 0.
  private static func wideEncoding(of head: [UInt8]) -> TextEncoding? {
    let sample = head.prefix(1_024)
    guard sample.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (place, byte) in sample.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    let many = sample.count / 4
    if zeros[1] >= many, zeros[0] * 20 < zeros[1] { return .utf16LittleEndian }
    if zeros[0] >= many, zeros[1] * 20 < zeros[0] { return .utf16BigEndian }
    return nil
  }

  /// Whether bytes that are no UTF-8 can be Windows-1252: each stands for a character, and none of them
  /// look like UTF-8 that was damaged.
  private static func isWindows(_ bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy(TextDecoder.isWindows) else { return false }
    var place = 0
    while place < bytes.count {
      defer { place += 1 }
      guard bytes[place] >= 0xC2, place + 1 < bytes.count else { continue }
      let follows = bytes[(place + 1)...].prefix { (0x80...0xBF).contains($0) }.count
      let needed = bytes[place] < 0xE0 ? 1 : bytes[place] < 0xF0 ? 2 : 3
      if follows >= needed { return false }
    }
    return true
  }

  // MARK: Separators

  private static func separatorLine(of sample: [UInt8]) -> CSVReader.Separator? {
    guard sample.starts(with: Array("sep=".utf8)), sample.count > 5 else { return nil }
    let end = sample[5]
    guard end == 0x0A || end == 0x0D else { return nil }
    return CSVReader.Separator(rawValue: sample[4])
  }

  /// The separator that cuts the rows into as many fields as the header.
  ///
  /// The comma stands unless another one cuts more rows so, or the comma cuts nothing.
  private static func separator(of sample: [UInt8], isWhole: Bool) -> CSVReader.Separator {
    var best = CSVReader.Separator.comma
    var (bestFields, bestRows) = (1, 0)
    for candidate in CSVReader.Separator.allCases {
      let counts = counts(sample, candidate.rawValue, isWhole: isWhole)
      guard let header = counts.first, header > 1 else { continue }
      let rows = counts.dropFirst().count { $0 == header }
      let isBetter =
        rows > bestRows || (rows == bestRows && header > bestFields)
      if bestFields == 1 || isBetter {
        best = candidate
        (bestFields, bestRows) = (header, rows)
      }
    }
    return best
  }

  /// How many fields each of the first rows has, whatever is wrong with them.
  private static func counts(_ sample: [UInt8], _ separator: UInt8, isWhole: Bool) -> [Int] {
    var counts: [Int] = []
    var fields = 1
    var isQuoted = false
    var isAtStart = true
    var hasText = false
    for byte in sample {
      if isQuoted {
        if byte == 0x22 { isQuoted = false }
        continue
      }
      switch byte {
      case 0x22 where isAtStart: isQuoted = true
      case separator:
        fields += 1
        isAtStart = true
        hasText = true
        continue
      case 0x0A:
        if hasText { counts.append(fields) }
        if counts.count >= 30 { return counts }
        fields = 1
        isAtStart = true
        hasText = false
        continue
      case 0x0D: continue
      default: break
      }
      // A quote written twice opens its field again.
      isAtStart = byte == 0x22
      hasText = true
    }
    if isWhole, hasText { counts.append(fields) }
    return counts
  }
}

/// What kind of file a table is, by its first bytes and not by its name.
package enum TableKind: Equatable, Sendable {
  /// Text with rows and separators.
  case text
  /// A zip file, as .xlsx is.
  case workbook
  /// A workbook of the old kind, or one with a password.
  case compound(isEncrypted: Bool)

  /// Looks at the beginning of a file.
  package init(of head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      self = .compound(isEncrypted: head.firstRange(of: name) != nil)
    } else {
      self = .text
    }
  }
}
