import WaymarkBasics
import WaymarkXML

/// What a workbook says of its sheets: their names, and the part that each is.
struct WorkbookContents {
  /// A sheet as the workbook lists it.
  struct Sheet: Equatable {
    let name: String
    let part: String
    let isHidden: Bool
  }

  private static let limit = 16 << 20
  private static let relationships =
    [
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ] as [StaticString]

  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904.
  private(set) var countsFrom1904 = false
  private(set) var stringsPart: String?
  private(set) var stylesPart: String?

  /// Reads the workbook's own part, found by the relations of the file.
  init(_ archive: ZipArchive) throws {
    let main = try Self.relations(of: "", in: archive).first {
      $0.kind == "officeDocument"
    }
    guard let part = main?.part ?? (archive.entries["xl/workbook.xml"]?.name) else {
      throw WorkbookReadingProblem.notWorkbook
    }
    let relations = try Self.relations(of: part, in: archive)
    stringsPart = relations.first { $0.kind == "sharedStrings" }?.part
    stylesPart = relations.first { $0.kind == "styles" }?.part
    let parts = Dictionary(
      relations.filter { $0.kind == "worksheet" }.map { ($0.id, $0.part) },
      uniquingKeysWith: { first, _ in first })
    var found: [Sheet] = []
    var isFrom1904 = false
    let isThere = try WorkbookPart.read(part, of: archive, limit: Self.limit) { event in
      guard case .begin(let element) = event else { return }
      let attributes = element.attributes
      switch element {
      case "workbookPr":
        isFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      case "sheet":
        let id = Self.relationships.lazy.compactMap { attributes["id", in: $0] }.first
        if let name = attributes["name"], let part = id.flatMap({ parts[$0] }) {
          found.append(
            Sheet(
              name: name, part: part,
              isHidden: attributes["state"].map { $0 != "visible" } ?? false))
        }
      default: break
      }
    }
    guard isThere else { throw WorkbookReadingProblem.notWorkbook }
    sheets = found
    countsFrom1904 = isFrom1904
  }

  private static func relations(
    of part: String, in archive: ZipArchive
  ) throws -> [(id: String, kind: String, part: String)] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let name = String(part.dropFirst(folder.count))
    var found: [(id: String, kind: String, part: String)] = []
    _ = try WorkbookPart.read("\(folder)_rels/\(name).rels", of: archive, limit: limit) {
      guard case .begin(let element) = $0, "Relationship" ~= element,
        let id = element.attributes["Id"], let type = element.attributes["Type"],
        let target = element.attributes["Target"]
      else { return }
      let kind = type.split(separator: "/").last.map(String.init) ?? ""
      found.append((id, kind, target.hasPrefix("/") ? target : resolved(folder + target)))
    }
    return found
  }

  /// A path without `.` and `..`.
  private static func resolved(_ path: String) -> String {
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// Goes through one part of a workbook.
enum WorkbookPart {
  /// How many bytes are unpacked at once.
  private static let piece = 256 << 10
  /// How many bytes have to be there before something is looked for that is taken as it stands.
  private static let sight = 4 << 10

  /// Hands over what stands in a part, one after the other.
  ///
  /// - Parameters:
  ///   - direct: is shown the bytes to come wherever the parser waits for nothing, and says how many of
  ///     them it has taken; these, a whole element each time, are not read as XML.
  ///   - take: takes all else.
  /// - Returns: whether there is such a part.
  /// - Throws: `WorkbookReadingProblem`, and what `direct` and `take` throw.
  static func read(
    _ part: String, of archive: ZipArchive, limit: Int,
    direct: ((UnsafeBufferPointer<UInt8>) throws -> Int)? = nil,
    _ take: (ElementReader.Event) throws -> Void
  ) throws -> Bool {
    guard let inflater = try archive.open(part, limit: limit) else { return false }
    do {
      let reader = try ElementReader()
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: piece)
      defer { buffer.deallocate() }
      var held = 0
      while true {
        let count = inflater.read(
          into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[held...]))
        )
        if let problem = inflater.problem { throw problem }
        held += max(count, 0)
        let bytes = UnsafeBufferPointer(rebasing: buffer[..<held])
        let isEnd = count <= 0
        let used = try go(over: bytes, isEnd: isEnd, reader, direct: direct, take)
        held -= used
        if isEnd { break }
        _ = buffer.update(fromContentsOf: Array(buffer[used..<used + held]))
      }
      try reader.finish(take)
    } catch let fault as ElementReader.Fault {
      switch fault {
      case .notWellFormed(let line): throw WorkbookReadingProblem.unreadablePart(part, line: line)
      case .doctype, .outOfMemory: throw WorkbookReadingProblem.unreadablePart(part, line: nil)
      }
    }
    return true
  }

  /// Reads bytes but for those that more have to follow first.
  ///
  /// - Returns: how many were read.
  private static func go(
    over bytes: UnsafeBufferPointer<UInt8>, isEnd: Bool, _ reader: ElementReader,
    direct: ((UnsafeBufferPointer<UInt8>) throws -> Int)?,
    _ take: (ElementReader.Event) throws -> Void
  ) throws -> Int {
    guard let direct else {
      try reader.read(bytes, take)
      return bytes.count
    }
    var place = 0
    var step = 1
    while isEnd ? place < bytes.count : bytes.count - place >= sight {
      while reader.isReady {
        let count = try direct(UnsafeBufferPointer(rebasing: bytes[place...]))
        place += count
        guard count > 0, isEnd || bytes.count - place >= sight else { break }
      }
      // One tag at a time, so that what follows it can be taken. Where the parser waits for the end of
      // something, it looks through all of that each time: it is given twice as much then.
      step = reader.isReady ? 1 : min(2 * step, bytes.count)
      let end =
        bytes[min(place + step - 1, bytes.count)...].firstIndex(of: UInt8(ascii: ">"))
        .map { $0 + 1 } ?? bytes.count
      try reader.read(UnsafeBufferPointer(rebasing: bytes[place..<end]), take)
      place = end
    }
    return place
  }
}

/// Which styles of cells show a number as a day.
struct WorkbookStyles {
  private static let limit = 16 << 20
  private static let styleLimit = 100_000

  /// Whether each style is one of days, by its place.
  private(set) var areDays: [Bool] = []

  /// Knows no styles.
  init() {}

  init(_ part: String, of archive: ZipArchive) throws {
    var days: [Bool] = []
    var formats: [String: Bool] = [:]
    var isInCellFormats = false
    _ = try WorkbookPart.read(part, of: archive, limit: Self.limit) { event in
      switch event {
      case .begin(let element):
        let attributes = element.attributes
        switch element {
        case "numFmt":
          if let id = attributes["numFmtId"], let code = attributes["formatCode"] {
            formats[id] = Self.isOfDays(code)
          }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats && days.count < Self.styleLimit:
          let id = attributes["numFmtId"] ?? "0"
          days.append(formats[id] ?? Int(id).map(Self.isOfDays) ?? false)
        default: break
        }
      case .end("cellXfs"): isInCellFormats = false
      default: break
      }
    }
    areDays = days
  }

  /// Whether one of the formats that every workbook has shows days or times.
  private static func isOfDays(_ number: Int) -> Bool {
    switch number {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Whether a format's code has a letter of a day or a time outside of quotes, brackets and escapes.
  static func isOfDays(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    if code.lowercased() == "general" { return false }
    for character in code {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "\\", "_", "*": isEscaped = true
      case "[": isBracketed = true
      case "]": isBracketed = false
      case _ where isBracketed: break
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S": return true
      case ";": return false
      default: break
      }
    }
    return false
  }
}

/// The texts that the cells of a workbook share, side by side in memory.
struct SharedStrings {
  /// The most bytes that are unpacked, and the most that are kept.
  private static let limit = 512 << 20
  private static let keptLimit = 48 << 20
  private static let countLimit = 4_000_000

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// Knows no texts.
  init() {}

  init(_ part: String, of archive: ZipArchive) throws {
    var kept: [UInt8] = []
    var ends: [UInt32] = []
    var text = CellText()
    _ = try WorkbookPart.read(part, of: archive, limit: Self.limit) { event in
      switch event {
      case .begin("si"): text.begin(at: kept.count)
      case .end("si"):
        text.end(in: &kept)
        ends.append(UInt32(clamping: kept.count))
        guard ends.count <= Self.countLimit else {
          throw WorkbookReadingProblem.tooLarge(part: part)
        }
      default:
        text.take(event, into: &kept)
        guard kept.count <= Self.keptLimit else {
          throw WorkbookReadingProblem.tooLarge(part: part)
        }
      }
    }
    (bytes, self.ends) = (kept, ends)
  }

  /// Adds the bytes of a text to others; nothing where there is no such text.
  func append(_ place: Int, to text: inout [UInt8]) {
    guard ends.indices.contains(place) else { return }
    let start = place == 0 ? 0 : Int(ends[place - 1])
    text.append(contentsOf: bytes[start..<Int(ends[place])])
  }
}

/// Gathers the text of a cell or of a shared text: that of all its runs, without how it is read aloud.
struct CellText {
  private var start = 0
  private var isInText = false
  private var phonetic = 0

  /// A text begins.
  mutating func begin(at start: Int) {
    self.start = start
    isInText = false
    phonetic = 0
  }

  mutating func take(_ event: ElementReader.Event, into bytes: inout [UInt8]) {
    switch event {
    case .begin("rPh"): phonetic += 1
    case .end("rPh"): phonetic -= 1
    case .begin("t"): isInText = true
    case .end("t"): isInText = false
    case .text(let text) where isInText && phonetic == 0: bytes.append(contentsOf: text)
    default: break
    }
  }

  /// A text ends: `_x000D_` and such, as characters are written that XML cannot hold, become the
  /// characters.
  func end(in bytes: inout [UInt8]) { Self.unescape(&bytes, from: start) }

  static func unescape(_ bytes: inout [UInt8], from start: Int) {
    let text = bytes[start...]
    guard text.count >= 7, text.contains(UInt8(ascii: "_")) else { return }
    var result: [UInt8] = []
    var place = start
    while place < bytes.count {
      if place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
        bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16),
        code != 0, let scalar = Unicode.Scalar(code)
      {
        result += Array(String(Character(scalar)).utf8)
        place += 7
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    bytes.replaceSubrange(start..., with: result)
  }
}
