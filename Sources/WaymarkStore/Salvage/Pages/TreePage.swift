/// One page of a table or of an index, with the rows on it.
///
/// The format is the one of SQLite's documentation, "Database File Format", section 1.6.
struct TreePage {
  private enum Kind: UInt8 {
    case indexBranch = 2
    case tableBranch = 5
    case indexLeaf = 10
    case tableLeaf = 13
  }

  /// No row that is looked for is longer: a document has 8 MiB at most.
  private static let longestRow: Int64 = 8 << 20 + 1 << 10

  private let pages: StorePages
  private let page: [UInt8]
  /// Where the head of the page is: the first page has the head of the file before it.
  private let head: Int
  private let kind: Kind?

  /// Reads a page, counted from 1.
  init(_ number: Int, of pages: StorePages) {
    self.pages = pages
    page = pages.page(number)
    head = number == 1 ? 100 : 0
    kind = head < page.count ? Kind(rawValue: page[head]) : nil
  }

  /// Whether it is a leaf of a table, by its first byte.
  var isTableLeaf: Bool { kind == .tableLeaf }

  /// The pages below it, when it is a branch of a table.
  var children: [Int] {
    guard kind == .tableBranch else { return [] }
    return [Int(long(at: head + 8))]
      + directory.filter { $0 + 4 <= page.count }.map { Int(long(at: $0)) }
  }

  /// The rows on it, and the entries of a table that is kept as an index.
  ///
  /// A page whose directory accounts for every byte is read by its directory, so that nothing that
  /// was removed comes back. On any other, each place is tried where a row could begin.
  /// - Parameter reading: what a row says; `nil` where it is none that is looked for, so that bytes
  ///   that are none are not taken for one.
  func rows<Row>(reading: (StoredRecord) -> Row?) -> [Row] {
    if let cells = soundCells { return cells.compactMap { record(ofCell: $0).flatMap(reading) } }
    var (rows, place) = ([Row](), head)
    while place < page.count {
      var end = place + 1
      for isNumbered in [true, false] {
        guard let found = record(at: place, isNumbered: isNumbered), let row = reading(found.record)
        else { continue }
        rows.append(row)
        end = found.end
        break
      }
      place = end
    }
    return rows
  }

  private func record(ofCell start: Int) -> StoredRecord? {
    switch kind {
    case .tableLeaf: record(at: start, isNumbered: true)?.record
    case .indexLeaf: record(at: start, isNumbered: false)?.record
    // The page below stands before it.
    case .indexBranch: record(at: start + 4, isNumbered: false)?.record
    case .tableBranch, nil: nil
    }
  }

  /// Where the rows are, when the directory and the rows account for all of the page.
  private var soundCells: [Int]? {
    guard let kind, head + 8 <= page.count else { return nil }
    let content = short(at: head + 5) == 0 ? 65_536 : short(at: head + 5)
    let cells = directory
    guard cells.count == short(at: head + 3), content <= page.count,
      directoryStart + 2 * cells.count <= content
    else { return nil }
    var parts: [Range<Int>] = []
    for cell in cells {
      guard cell >= content, let end = end(ofCell: cell, kind), end <= page.count else {
        return nil
      }
      parts.append(cell..<end)
    }
    var free = short(at: head + 1)
    while free != 0 {
      guard free >= content, free + 4 <= page.count, short(at: free + 2) >= 4,
        free + short(at: free + 2) <= page.count, parts.count <= page.count
      else { return nil }
      parts.append(free..<free + short(at: free + 2))
      free = short(at: free)
    }
    parts.sort { $0.lowerBound < $1.lowerBound }
    var (place, gaps) = (content, 0)
    for part in parts {
      guard part.lowerBound >= place else { return nil }
      gaps += part.lowerBound - place
      place = part.upperBound
    }
    // The bytes between rows that are too few for anything are counted on the page.
    return gaps + page.count - place == Int(page[head + 7]) ? cells : nil
  }

  private var directoryStart: Int {
    head + (kind == .tableBranch || kind == .indexBranch ? 12 : 8)
  }

  /// The places in the directory, as many as there is room for.
  private var directory: [Int] {
    guard head + 12 <= page.count else { return [] }
    let count = min(short(at: head + 3), (page.count - directoryStart) / 2)
    return (0..<count).map { short(at: directoryStart + 2 * $0) }
  }

  private func end(ofCell start: Int, _ kind: Kind) -> Int? {
    var place = start
    if kind == .tableBranch || kind == .indexBranch { place += 4 }
    guard let (length, next) = Varint.read(page[...], at: place) else { return nil }
    switch kind {
    case .tableBranch: return next
    case .indexLeaf, .indexBranch:
      guard let local = local(of: length, inTable: false) else { return nil }
      return max(start + 4, next + local + (Int64(local) < length ? 4 : 0))
    case .tableLeaf:
      guard let local = local(of: length, inTable: true),
        let (_, body) = Varint.read(page[...], at: next)
      else { return nil }
      return max(start + 4, body + local + (Int64(local) < length ? 4 : 0))
    }
  }

  /// The row that begins at a place, and the place behind it.
  ///
  /// - Parameter isNumbered: whether it has a number, as rows of tables have and entries of indexes not.
  private func record(at start: Int, isNumbered: Bool) -> (record: StoredRecord, end: Int)? {
    guard let (length, next) = Varint.read(page[...], at: start),
      (2...Self.longestRow).contains(length)
    else { return nil }
    let number = isNumbered ? Varint.read(page[...], at: next) : nil
    let body = number?.end ?? next
    // Most places are given up here: a record begins with the length of its head.
    guard isNumbered == (number != nil), body < page.count, (2...100).contains(page[body]),
      let local = local(of: length, inTable: isNumbered), body + local <= page.count
    else { return nil }
    let isWhole = Int64(local) == length
    guard isWhole || body + local + 4 <= page.count else { return nil }
    var bytes = page[body..<body + local]
    if !isWhole {
      // The beginning tells whether it is worth going to the other pages for the rest.
      guard StoredRecord.begin(bytes, length: Int(length)),
        let rest = overflow(from: Int(long(at: body + local)), count: Int(length) - local)
      else { return nil }
      bytes += rest
    }
    guard let record = StoredRecord(row: number?.number, bytes) else { return nil }
    return (record, body + local + (isWhole ? 0 : 4))
  }

  /// How many bytes of a row stand on the page itself.
  private func local(of length: Int64, inTable: Bool) -> Int? {
    guard length >= 0, length < Int64(Int32.max) else { return nil }
    let (length, size) = (Int(length), page.count)
    let most = inTable ? size - 35 : (size - 12) * 64 / 255 - 23
    guard length > most else { return length }
    let least = (size - 12) * 32 / 255 - 23
    let wanted = least + (length - least) % (size - 4)
    return wanted <= most ? wanted : least
  }

  private func overflow(from first: Int, count: Int) -> [UInt8]? {
    var (bytes, number) = ([UInt8](), first)
    while bytes.count < count {
      let page = pages.page(number)
      guard page.count == self.page.count else { return nil }
      bytes += page[4..<min(page.count, 4 + count - bytes.count)]
      number = page[0..<4].reduce(0) { $0 << 8 | Int($1) }
    }
    return bytes
  }

  private func short(at place: Int) -> Int { Int(page[place]) << 8 | Int(page[place + 1]) }

  private func long(at place: Int) -> UInt32 {
    page[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
