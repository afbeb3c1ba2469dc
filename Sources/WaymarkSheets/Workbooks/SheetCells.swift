import WaymarkBasics
import WaymarkXML

/// Makes rows of the cells of a sheet as they go by.
struct SheetCells {
  /// What the value of a cell is.
  private enum Kind {
    case number, day, dayAsText, truth, text
    /// The place of a text among those that cells share.
    case shared
    /// A text that stands in the cell itself.
    case inline
  }

  private let strings: SharedStrings
  private let styles: WorkbookStyles
  private let countsFrom1904: Bool
  private let width: Int
  private let part: String

  private var line = 0
  private var isInRow = false
  private var text: [UInt8] = []
  private var fields: [Range<Int>] = []
  private var hasValue = false
  // The cell that is read.
  private var column = 0
  private var kind: Kind?
  private var start = 0
  private var isInValue = false
  private var cellText = CellText()

  init(
    strings: SharedStrings, styles: WorkbookStyles, countsFrom1904: Bool, width: Int, part: String
  ) {
    self.strings = strings
    self.styles = styles
    self.countsFrom1904 = countsFrom1904
    self.width = width
    self.part = part
  }

  /// Takes a plain cell, if one stands at the beginning of some bytes.
  ///
  /// - Returns: how many bytes it is long; 0 where none does.
  mutating func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Int {
    guard isInRow, kind == nil, let cell = PlainCell(bytes) else { return 0 }
    try begin(at: cell.reference, type: cell.type, style: cell.style)
    text.append(contentsOf: cell.value)
    try endCell()
    return cell.length
  }

  mutating func take(_ event: ElementReader.Event, row: CSVReader.RowBody) throws {
    switch event {
    case .begin("row"):
      guard case .begin(let element) = event else { return }
      beginRow(element.attributes)
    case .begin("c") where isInRow:
      guard case .begin(let element) = event else { return }
      let attributes = element.attributes
      try begin(
        at: attributes.bytes(of: "r"), type: attributes.bytes(of: "t"),
        style: attributes.bytes(of: "s"))
    case .begin("v") where kind != nil: isInValue = true
    case .text(let piece) where isInValue:
      text.append(contentsOf: piece)
      try checkLength()
    case .end("v"): isInValue = false
    case .end("c") where isInRow: try endCell()
    case .end("row") where isInRow:
      isInRow = false
      try end(row)
    default:
      guard kind == .inline else { return }
      cellText.take(event, into: &text)
      try checkLength()
    }
  }

  private mutating func beginRow(_ attributes: Attributes) {
    let number = attributes["r"].flatMap { Int(digits: $0) } ?? 0
    line = number > line ? number : line + 1
    isInRow = true
    text.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    hasValue = false
  }

  private mutating func begin(
    at reference: UnsafeBufferPointer<UInt8>?, type: UnsafeBufferPointer<UInt8>?,
    style: UnsafeBufferPointer<UInt8>?
  ) throws {
    column = reference.flatMap(Self.column) ?? fields.count
    guard column < CSVReader.columnLimit else { throw WorkbookReadingProblem.tooWide }
    kind = kind(of: type, style: style)
    start = text.count
    isInValue = false
    cellText.begin(at: start)
  }

  private func kind(
    of type: UnsafeBufferPointer<UInt8>?, style: UnsafeBufferPointer<UInt8>?
  ) -> Kind {
    guard let type else { return kind(ofNumberIn: style) }
    guard type.count == 1 else { return type.elementsEqual("inlineStr".utf8) ? .inline : .text }
    switch type[0] {
    case UInt8(ascii: "s"): return .shared
    case UInt8(ascii: "n"): return kind(ofNumberIn: style)
    case UInt8(ascii: "b"): return .truth
    case UInt8(ascii: "d"): return .dayAsText
    default: return .text
    }
  }

  private func kind(ofNumberIn style: UnsafeBufferPointer<UInt8>?) -> Kind {
    guard let style = style.flatMap({ Self.wholeNumber($0) }),
      styles.areDays.indices.contains(style), styles.areDays[style]
    else { return .number }
    return .day
  }

  private mutating func endCell() throws {
    let number = Self.wholeNumber(text[start...])
    switch kind {
    case .shared:
      let place = number ?? Int(digits: written.trimmed)
      text.removeLast(text.count - start)
      if let place { strings.append(place, to: &text) }
    case .truth where text.count > start: replace(with: written.trimmed == "1" ? "TRUE" : "FALSE")
    // A whole number is shown as it stands.
    case .number where number != nil: break
    case .number where text.count > start: replace(with: shown(written.trimmed))
    case .day where text.count > start: replace(with: shownDay(written.trimmed))
    case .dayAsText:
      // ISO 8601 already; a day alone is written with the midnight that it begins at.
      if written.hasSuffix("T00:00:00") { text.removeLast("T00:00:00".utf8.count) }
    case .text, .inline: cellText.end(in: &text)
    case .truth, .number, .day, nil: break
    }
    kind = nil
    try checkLength()
    while fields.count <= column { fields.append(start..<start) }
    fields[column] = start..<text.count
    if text.count > start { hasValue = true }
  }

  /// A cell may be handed over in pieces without end.
  private func checkLength() throws {
    guard text.count - start <= CSVReader.fieldLimit, text.count <= CSVReader.rowLimit else {
      throw WorkbookReadingProblem.tooLarge(part: part)
    }
  }

  /// What digits without a zero before them and without blanks mean, as most cells hold.
  private static func wholeNumber(_ text: some Collection<UInt8>) -> Int? {
    guard let first = text.first, text.count <= 15, text.count == 1 || first != UInt8(ascii: "0")
    else { return nil }
    var number = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// The text of the cell that is read, as it stands in the sheet.
  private var written: String { String(decoding: text[start...], as: UTF8.self) }

  private mutating func replace(with shown: String) {
    text.removeLast(text.count - start)
    text += shown.utf8
  }

  private mutating func end(_ row: CSVReader.RowBody) throws {
    guard hasValue else { return }
    // Formats alone make cells behind the last column.
    while fields.count > width, fields.last?.isEmpty == true { fields.removeLast() }
    while fields.count < width { fields.append(text.count..<text.count) }
    try row(line, text.span, fields)
  }

  private func shown(_ number: String) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    // A number that was calculated may miss the whole one by the last bit.
    let whole = value.rounded()
    if abs(value - whole) < 1e-9, abs(whole) < 1e15 { return String(Int(whole)) }
    return value.description
  }

  private func shownDay(_ number: String) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    return day(value) ?? number
  }

  /// A day, its time where it has one, or a time alone.
  private func day(_ value: Double) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    var number = Int(value)
    var seconds = Int(((value - Double(number)) * 86_400).rounded())
    if seconds == 86_400 { (number, seconds) = (number + 1, 0) }
    let padded = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(padded).joined(separator: ":")
    guard number > 0 || countsFrom1904 && seconds == 0 else { return time }
    guard let day = CalendarDate(spreadsheetNumber: number, countsFrom1904: countsFrom1904) else {
      return nil
    }
    return seconds == 0 ? day.description : "\(day) \(time)"
  }

  /// The place of a column from 0, by the letters of a cell's name.
  private static func column(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in cell {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      guard column <= 1_000_000 else { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}
