public import Waymark
public import WaymarkBasics

/// Reads Waymark's documents from bytes: bytes in, sound values out.
///
/// Reads UTF-8 XML 1.0 without a document type declaration, within `Limits`. Nothing is fetched and
/// no file is opened but the schemas.
public struct DocumentLoader: Sendable {
  /// The version of the formats that this Waymark reads, and all before it.
  public static let schemaVersion = 1

  private let schemas: String
  /// What columns of tables are called beside those of a framework's statements.
  private let columns: [String]?

  /// Reads documents by the schemas in a folder: `waymark.xsd` and its siblings.
  public init(schemas folder: String) { self.init(schemas: folder, beside: nil) }

  /// The same, and refuses frameworks whose statements are called as other columns of tables.
  ///
  /// - Parameter columns: the names of background questions and of what follows from them; `nil` where
  ///   nothing is refused for its name.
  package init(schemas folder: String, beside columns: [String]?) {
    schemas = folder
    self.columns = columns
  }

  /// Reads documents of any kinds and checks them against one another.
  ///
  /// A catalogue, a plan and background questions are checked against the framework they name,
  /// which is looked for among the documents first and then among `installed`. When no framework
  /// at all is known, references to one are not checked; nor when it is not found but one of the
  /// documents is a framework with faults, as that may be it.
  ///
  /// - Returns: for each file, in order, the document or all that is wrong with it.
  /// - Throws: when the schemas cannot be read.
  /// - Complexity: linear in the bytes.
  public func load(
    _ files: [SourceFile], installed: [Framework] = []
  ) throws(Findings<DocumentProblem>) -> [Result<Document, Findings<DocumentProblem>>] {
    let schemas = try SchemaSet(folder: schemas, for: files)
    let readings = files.map { DocumentParser.parse($0, schemas) }
    var frameworks = KnownFrameworks(installed)
    let checked = readings.map { reading -> Result<Framework, Findings<DocumentProblem>>? in
      guard case .framework(let draft) = reading.draft else {
        if reading.draft == nil { frameworks.isIncomplete = true }
        return nil
      }
      let result = reading.result(
        draft.checked(isWhole: reading.findings.isEmpty, beside: columns))
      frameworks.add(result)
      return result
    }
    return zip(readings, checked).map { reading, framework in
      framework.map { $0.map(Document.framework) } ?? reading.result(frameworks)
    }
  }

  /// Reads one document and checks it against the frameworks at hand.
  public func load(
    _ file: SourceFile, installed: [Framework] = []
  ) throws(Findings<DocumentProblem>) -> Document {
    // One file gives one result.
    guard let result = try load([file], installed: installed).first else {
      throw Findings(Finding(.empty, at: Place(file: file.name)))
    }
    return try result.get()
  }

  /// Reads a framework, and refuses every other kind of document.
  public func framework(_ file: SourceFile) throws(Findings<DocumentProblem>) -> Framework {
    let document = try load(file)
    if case .framework(let framework) = document { return framework }
    throw Findings(
      Finding(.otherKind(document.kind, expected: .framework), at: Place(file: file.name, line: 1)))
  }
}

/// A document of one of the kinds that Waymark reads.
public enum Document: Hashable, Sendable {
  case framework(Framework)
  case background(BackgroundQuestions)
  /// A catalogue of learning resources.
  case catalogue(Catalogue)
  case plan(StrategicPlan)
  case campaign(Invitation)

  /// The kind that its namespace says, which the file was read as.
  public var kind: DocumentKind {
    switch self {
    case .framework: .framework
    case .background: .background
    case .catalogue: .catalogue
    case .plan: .plan
    case .campaign: .campaign
    }
  }
}

/// What reading a document gave: as much of a draft as could be read, and what is wrong with the
/// bytes, the XML or the shape.
struct Reading {
  /// The file as the person named it.
  let file: String
  /// The draft; `nil` when not even the kind of document is known.
  let draft: Draft?
  /// The faults found so far, in the order of the file.
  let findings: [Finding<DocumentProblem>]

  /// Adds what is wrong with the content, and gives the value when nothing is wrong at all.
  func result<Value>(_ checked: Checked<Value>) -> Result<Value, Findings<DocumentProblem>> {
    if findings.isEmpty, let value = checked.value { return .success(value) }
    return failure(
      findings + checked.findings.map { Finding(.content($0.problem), at: $0.place) },
      more: checked.more)
  }

  /// All that is wrong with the document.
  func failure<Value>(
    _ findings: [Finding<DocumentProblem>], more: Int = 0
  ) -> Result<Value, Findings<DocumentProblem>> {
    .failure(
      Findings(findings.inFileOrder(), unlisted: more)
        ?? Findings(Finding(.content(.incomplete), at: Place(file: file))))
  }
}

/// The frameworks that other documents can be checked against, the most trusted first.
struct KnownFrameworks {
  private var read: [Framework] = []
  private let installed: [Framework]
  /// Whether a framework with faults, which may be the one in question, is among the documents.
  var isIncomplete = false

  init(_ installed: [Framework]) { self.installed = installed }

  mutating func add(_ result: Result<Framework, Findings<DocumentProblem>>) {
    switch result {
    case .success(let framework): read.append(framework)
    case .failure: isIncomplete = true
    }
  }

  /// The framework that a document names, or one to tell it apart from.
  ///
  /// `nil` when nothing can be said. A document that names no version takes the first of any
  /// version.
  func framework(id: String?, version: String? = nil) -> Framework? {
    let all = read + installed
    let fitting = all.filter { $0.id.description == id }
    return fitting.first { version == nil || $0.version == version }
      ?? (isIncomplete ? nil : fitting.first ?? all.first)
  }
}

extension Reading {
  /// The document that a draft of any kind but a framework makes.
  func result(_ frameworks: KnownFrameworks) -> Result<Document, Findings<DocumentProblem>> {
    let isWhole = findings.isEmpty
    switch draft {
    case .framework(let draft):
      return result(draft.checked(isWhole: isWhole)).map(Document.framework)
    case .background(let draft):
      let framework = frameworks.framework(id: draft.framework)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.background)
    case .catalogue(let draft):
      let framework = frameworks.framework(
        id: draft.framework.id, version: draft.framework.version)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.catalogue)
    case .plan(let draft):
      let framework = frameworks.framework(
        id: draft.framework.id, version: draft.framework.version)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.plan)
    case .campaign(let draft):
      let framework = frameworks.framework(
        id: draft.framework.id, version: draft.framework.version)
      return result(draft.checked(against: framework, isWhole: isWhole)).map(Document.campaign)
    case nil:
      return failure(findings)
    }
  }
}

/// The bytes of a document and the name that the person knows it by.
public struct SourceFile: Hashable, Sendable {
  /// The file as the person named it; messages begin with it.
  public let name: String
  /// The whole content.
  public let bytes: [UInt8]

  /// Names bytes that were read already, whatever they were read from.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The kinds of document whose elements it names anywhere: more than its own, or none, is possible.
  ///
  /// - Complexity: linear in the bytes.
  public var kinds: [DocumentKind] {
    var found: Set<DocumentKind> = []
    for place in places(of: "urn:waymark:") {
      let kind = DocumentKind.allCases.first { bytes[place...].starts(with: $0.namespace.utf8) }
      if let kind { found.insert(kind) }
    }
    return DocumentKind.allCases.filter(found.contains)
  }

  /// Whether a text stands in the content.
  ///
  /// - Complexity: linear in the bytes, but for texts that repeat their beginning.
  public func contains(_ text: String) -> Bool { !places(of: text).isEmpty }

  private func places(of text: String) -> [Int] {
    let text = Array(text.utf8)
    return bytes.indices.filter { bytes[$0] == text.first && bytes[$0...].starts(with: text) }
  }
}

/// How large a document and its parts may be; what is beyond is refused unread.
public enum Limits {
  /// The bytes of a file: 8 MiB.
  public static let file = 8 << 20
  /// The bytes of one text or of the value of one attribute: 64 KiB.
  public static let value = 64 << 10
  /// How deep elements may stand in one another.
  public static let depth = 64
  /// The attributes of one element.
  public static let attributes = 64
  /// The competencies of a framework.
  public static let competencies = 10_000

  /// The bytes from one `<` to the next: a tag and the text behind it.
  ///
  /// A text and a tag that keep to the other limits keep to this one. It is looked at before the
  /// parser, whose search for repeated attributes takes time with the square of their number.
  static let tag = 2 * value
  /// The faults of shape and syntax after which reading stops.
  static let findings = 1_000
}
