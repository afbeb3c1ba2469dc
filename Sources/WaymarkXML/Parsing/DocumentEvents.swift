internal import CLibXML2
import Waymark
import WaymarkBasics

/// What becomes of a document while its elements go by: a draft, and the faults found on the way.
struct DocumentEvents {
  /// How far the parser has come.
  struct Progress {
    /// The bytes it has read.
    let offset: Int
    /// The line, from 1.
    let line: Int
  }

  private struct Element {
    let name: ElementName?
    let place: LineAndColumn
    let language: String?
  }

  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private var columns: ColumnCounter
  private var names = NameTable()
  private var open: [Element] = []
  private var competencies = 0
  private var text: [UInt8] = []
  private var builder: (any DraftBuilder)?
  private var findings: [Finding<DocumentProblem>] = []
  /// What the validator speaks of: the element that began or ended last.
  private var focus: LineAndColumn
  private var lastRefusal: (subject: DocumentProblem.Subject, place: LineAndColumn)?
  /// Whether nothing more is wanted of the document.
  private(set) var isStopped = false

  /// Begins with the bytes that the parser's offsets count in.
  init(file: String, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.bytes = bytes
    columns = ColumnCounter(bytes)
    focus = LineAndColumn(line: 1, column: 1)
  }

  /// What has been read.
  var reading: Reading { Reading(file: file, draft: builder?.draft, findings: findings) }

  /// An element begins; the parser stands at the end of its tag.
  mutating func begin(
    _ name: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: Attributes, at end: Progress
  ) {
    guard !isStopped else { return }
    let place = placeOfTag(endingAt: end)
    let known = names.name(name)
    focus = place
    if known == .competency { competencies += 1 }
    if let (measure, limit) = passedLimit(attributes) {
      return stop(.tooLarge(measure, limit: limit), at: place)
    }
    if open.isEmpty {
      start(known, namespace, attributes, at: place)
    } else if let known {
      builder?.open(known, attributes, at: place)
    }
    let language = known?.holdsText == true ? attributes["lang"] : nil
    open.append(Element(name: known, place: place, language: language))
    text.removeAll(keepingCapacity: true)
  }

  /// The element that began last ends.
  mutating func end() {
    guard !isStopped, let element = open.popLast() else { return }
    focus = element.place
    guard let name = element.name else { return }
    if name.holdsText {
      let words = collapsed(text)
      text.removeAll(keepingCapacity: true)
      builder?.close(
        name, in: open.last?.name,
        TextElement(words: words, language: element.language, place: element.place))
    } else {
      builder?.close(name, in: open.last?.name, nil)
    }
  }

  /// Words of the element that began last.
  mutating func add(_ characters: UnsafeBufferPointer<UInt8>) {
    guard !isStopped, let place = open.last?.place else { return }
    focus = place
    guard open.last?.name?.holdsText == true else { return }
    if text.count + characters.count > Limits.value {
      return stop(.tooLarge(.value, limit: Limits.value), at: focus)
    }
    text.append(contentsOf: characters)
  }

  /// A document type declaration begins.
  mutating func refuseDoctype(at end: Progress) {
    stop(.doctype, at: placeOfTag(endingAt: end))
  }

  /// The validator reports a fault of shape.
  mutating func refuse(_ error: xmlError) {
    guard !isStopped, let message = error.message else { return }
    let shape = ShapeMessage(code: Int(error.code), String(cString: message))
    if let last = lastRefusal, shape.isEcho, last.subject == shape.subject, last.place == focus {
      return
    }
    lastRefusal = (shape.subject, focus)
    note(shape.problem, at: focus)
  }

  /// The parser reports that the document is not well-formed.
  mutating func fail(_ error: xmlError) {
    guard !isStopped, let problem = DocumentProblem(syntax: error) else { return }
    let place = LineAndColumn(
      line: max(1, Int(error.line)), column: error.int2 > 0 ? Int(error.int2) : nil)
    if error.level == XML_ERR_FATAL || problem == .otherXMLVersion {
      stop(problem, at: place)
    } else {
      note(problem, at: place)
    }
  }

  /// There was no memory for a parser.
  mutating func failToStart() { stop(.outOfMemory, at: LineAndColumn()) }

  private mutating func start(
    _ name: ElementName?, _ namespace: UnsafePointer<xmlChar>?, _ attributes: Attributes,
    at place: LineAndColumn
  ) {
    guard let kind = name.flatMap({ DocumentKind(rawValue: $0.rawValue) }), let namespace,
      String(cString: namespace) == kind.namespace
    else { return stop(.notWaymark, at: place) }
    if let needs = attributes["schema"], Self.isNewer(needs) {
      return stop(.newerSchema(needs: needs, ours: DocumentLoader.schemaVersion), at: place)
    }
    let header = DocumentHeader(attributes, file: file, at: place)
    builder =
      switch kind {
      case .framework: FrameworkBuilder(header)
      case .background: BackgroundBuilder(header)
      case .catalogue: CatalogueBuilder(header, attributes)
      case .plan: StrategicPlanBuilder(header, attributes)
      case .campaign: InvitationBuilder(header, attributes)
      }
  }

  // A number beyond any integer is newer, too.
  private static func isNewer(_ text: String) -> Bool {
    text.isDigits && (Int(digits: text).map { $0 > DocumentLoader.schemaVersion } ?? true)
  }

  private func passedLimit(_ attributes: Attributes) -> (DocumentProblem.Measure, Int)? {
    if open.count >= Limits.depth { return (.depth, Limits.depth) }
    if attributes.count > Limits.attributes { return (.attributes, Limits.attributes) }
    if attributes.longest > Limits.value { return (.value, Limits.value) }
    if competencies > Limits.competencies { return (.competencies, Limits.competencies) }
    return nil
  }

  private mutating func note(_ problem: DocumentProblem, at place: LineAndColumn) {
    findings.append(Finding(problem, at: Place(file: file, at: place)))
    if findings.count >= Limits.findings { isStopped = true }
  }

  private mutating func stop(_ problem: DocumentProblem, at place: LineAndColumn) {
    findings.append(Finding(problem, at: Place(file: file, at: place)))
    isStopped = true
  }

  /// Where the tag begins that the parser has read: no `<` can stand inside a tag.
  private mutating func placeOfTag(endingAt end: Progress) -> LineAndColumn {
    var offset = max(0, min(end.offset, bytes.count - 1))
    var line = end.line
    while offset > 0, bytes[offset] != UInt8(ascii: "<") {
      offset -= 1
      if bytes[offset] == UInt8(ascii: "\n") { line -= 1 }
    }
    return LineAndColumn(line: line, column: columns.column(at: offset))
  }
}
