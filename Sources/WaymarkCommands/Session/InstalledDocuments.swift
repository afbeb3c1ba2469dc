import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore
import WaymarkXML

/// A framework with the bytes it was read from.
struct LoadedFramework {
  let framework: Framework
  let key: Framework.Key
  let xml: [UInt8]
}

/// The documents that came with the program: `competencies` in a checkout, `share/waymark` beside
/// an installed program.
struct InstalledDocuments {
  /// The framework that is asked when none is named.
  static let framework = "children-services"

  let folder: String
  /// What is used besides.
  var own = OwnDocuments()
  var words: InstalledDocumentsWords { CommandWords.english.installedDocuments }

  /// Looks from where the program is upwards.
  static func find(beside own: OwnDocuments = OwnDocuments()) throws -> InstalledDocuments {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var installed = try find(from: PathParts(program).folder)
    installed.own = own
    return installed
  }

  static func find(from start: String) throws -> InstalledDocuments {
    var place = start
    while place != "/" && !place.isEmpty {
      for candidate in ["\(place)/competencies", "\(place)/share/waymark/competencies"]
      where access("\(candidate)/framework.xsd", R_OK) == 0 {
        return InstalledDocuments(folder: candidate)
      }
      place = PathParts(place).folder
    }
    throw Failure.input(
      start.printableLine, CommandWords.english.installedDocuments.noDocuments)
  }

  /// The files of all documents, in the order of their names.
  var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".xml") }.sorted().map { "\(folder)/\($0)" }
    }
  }

  var loader: DocumentLoader { DocumentLoader(schemas: folder) }

  /// What reads files of a person's own, whose statements stand in tables beside the background questions.
  private var ownLoader: DocumentLoader {
    get throws {
      // Questions of one's own are compared with the statements when they are read.
      guard own.background == nil else { return DocumentLoader(schemas: folder, beside: []) }
      let sources = try sources().filter { $0.kinds.contains(.background) }
      let questions = try loader.load(sources).compactMap { try $0.get().background }
      return DocumentLoader(schemas: folder, beside: questions.flatMap(\.columns))
    }
  }

  /// The newest version of the framework that is asked, by the names of the files.
  func framework() throws -> LoadedFramework {
    guard
      let path = try files.last(where: {
        PathParts($0).name.hasPrefix(Self.framework + "-")
      })
    else {
      throw Failure.input(folder.printableLine, words.noFramework(Self.framework))
    }
    return try framework(
      SourceFile(name: path, bytes: try BoundedFile.read(path, limit: Limits.file)))
  }

  /// The framework that a store keeps of an assessment or a campaign, in the very words.
  func framework(keptIn store: Store, as key: Framework.Key) throws -> LoadedFramework {
    guard let xml = try store.frameworkXML(sha256: key.sha256), SHA256.hex(of: xml) == key.sha256
    else {
      throw Failure(
        StoreError(.damaged(detail: words.statementsAreGone), path: store.path))
    }
    return try framework(SourceFile(name: "\(key.id) \(key.version)", bytes: xml))
  }

  /// All documents, in the order of the files' names.
  func documents() throws -> [InstalledDocument] {
    let sources = try sources()
    return try zip(sources, try loader.load(sources)).map { source, result in
      InstalledDocument(document: try result.get(), sha256: SHA256.hex(of: source.bytes))
    }
  }

  /// The documents of one kind, checked against a framework; what is of other kinds is not read.
  func documents(
    _ kind: DocumentKind, for framework: Framework
  ) throws -> [(source: SourceFile, document: Document)] {
    let sources = try sources()
    // The documents that came with the program are for the frameworks that did: where this is none of
    // them, they are checked against those.
    let cameAlong = sources.contains { source in
      source.kinds.contains(.framework)
        && source.contains("id=\"\(framework.id)\"")
        && source.contains("version=\"\(framework.version)\"")
    }
    let fitting = sources.filter {
      $0.kinds.contains(kind) || !cameAlong && $0.kinds.contains(.framework)
    }
    let loaded = try loader.load(fitting, installed: [framework]).map { try $0.get() }
    return Array(zip(fitting, loaded).map { (source: $0, document: $1) })
  }

  private func sources() throws -> [SourceFile] {
    try files.map { SourceFile(name: $0, bytes: try BoundedFile.read($0, limit: Limits.file)) }
  }

  private func framework(
    _ file: SourceFile, by loader: DocumentLoader? = nil
  ) throws -> LoadedFramework {
    let framework = try (loader ?? self.loader).framework(file)
    let key = Framework.Key(
      id: framework.id, version: framework.version, sha256: SHA256.hex(of: file.bytes))
    return LoadedFramework(framework: framework, key: key, xml: file.bytes)
  }
}

extension Document {
  /// The framework, when it is one.
  var framework: Framework? {
    if case .framework(let framework) = self { framework } else { nil }
  }

  /// The plan, when it is one.
  var plan: StrategicPlan? {
    if case .plan(let plan) = self { plan } else { nil }
  }

  /// The catalogue, when it is one.
  var catalogue: Catalogue? {
    if case .catalogue(let catalogue) = self { catalogue } else { nil }
  }

  /// The background questions, when it is that.
  var background: BackgroundQuestions? {
    if case .background(let background) = self { background } else { nil }
  }
}

extension InstalledDocuments {
  /// A framework of the person's own, from a file.
  func framework(at path: String) throws -> LoadedFramework {
    try framework(
      SourceFile(name: path.printableLine, bytes: try BoundedFile.read(path, limit: Limits.file)),
      by: ownLoader)
  }

  /// An invitation; every other kind of document is refused.
  func invitation(_ file: SourceFile) throws -> Invitation {
    let document = try loader.load(file)
    if case .campaign(let invitation) = document { return invitation }
    throw Failure.input(file.name, words.noInvitation)
  }

  /// The newest strategic plan that speaks of this version of a framework; `nil` where none does.
  func plan(for framework: Framework) throws -> StrategicPlan? {
    try documents(.plan, for: framework).compactMap(\.document.plan)
      .last {
        $0.framework.id == framework.id && $0.framework.version == framework.version
      }
  }

  /// The background questions that are asked: one's own or those that came with the program.
  func background(for framework: Framework) throws -> LoadedBackground {
    if let path = own.background { return try background(at: path, for: framework) }
    for (source, document) in try documents(.background, for: framework) {
      guard let questions = document.background else { continue }
      return LoadedBackground(
        questions: questions, sha256: SHA256.hex(of: source.bytes), xml: source.bytes)
    }
    throw Failure.input(folder.printableLine, words.noBackground)
  }

  /// The documents of a new campaign that asks with the installed framework.
  func campaignDocuments() throws -> CampaignDocuments { try campaignDocuments(try framework()) }

  /// The documents of a new campaign that asks with a framework.
  func campaignDocuments(_ loaded: LoadedFramework) throws -> CampaignDocuments {
    let background = try background(for: loaded.framework)
    let columns = Set(background.questions.columns.map { $0.lowercased() })
    if let clash = loaded.framework.competencies.first(where: { columns.contains($0.id.folded) }) {
      throw Failure.input(
        background.name ?? folder.printableLine, words.calledAsStatement(clash.id.description))
    }
    return CampaignDocuments(
      framework: loaded.framework, frameworkXML: loaded.xml, background: background.questions,
      backgroundXML: background.xml)
  }

  /// The documents of a campaign, as its store keeps them.
  func documents(of campaign: Campaign, keptIn store: Store) throws -> CampaignDocuments {
    try documents(
      framework: try framework(keptIn: store, as: campaign.framework),
      background: campaign.backgroundDocument, keptIn: store)
  }

  /// A framework with the background questions that a store keeps, by their hash.
  func documents(
    framework loaded: LoadedFramework, background sha256: String, keptIn store: Store
  ) throws -> CampaignDocuments {
    // They were checked when they were kept, against a framework that need not be this one: alone,
    // they are not checked against any.
    guard let xml = try store.backgroundXML(sha256: sha256), SHA256.hex(of: xml) == sha256,
      let questions = try loader.load(SourceFile(name: words.backgroundQuestions, bytes: xml))
        .background
    else {
      throw Failure(
        StoreError(.damaged(detail: words.backgroundIsGone), path: store.path))
    }
    return CampaignDocuments(
      framework: loaded.framework, frameworkXML: loaded.xml, background: questions,
      backgroundXML: xml)
  }
}

/// Background questions with the bytes they were read from.
struct LoadedBackground {
  let questions: BackgroundQuestions
  let sha256: String
  let xml: [UInt8]
  /// The file, where it is one's own.
  var name: String?
}

extension InstalledDocuments {
  /// The resources and practice steps of all catalogues for a framework.
  ///
  /// - Throws: `Failure` when there is none.
  func catalogue(for framework: Framework) throws -> Catalogue {
    guard let catalogue = try catalogueIfAny(for: framework) else {
      throw Failure.input(
        "catalogue",
        words.noCatalogue(for: framework.id.description, framework.version))
    }
    return catalogue
  }

  /// The same; `nil` where no catalogue fits.
  func catalogueIfAny(for framework: Framework) throws -> Catalogue? {
    // Of two entries with one id the first counts: one's own.
    let fitting =
      try ownCatalogues(for: framework)
      + documents(.catalogue, for: framework).compactMap(\.document.catalogue).filter {
        $0.framework == framework.reference
      }
    return Catalogue(joining: fitting)
  }

  /// The workshop that `--workshop` names.
  ///
  /// - Throws: `Failure` when no catalogue for the framework has one with this id.
  func workshop(_ name: String, for framework: Framework) throws -> WorkshopOffer {
    try catalogue(for: framework).workshops.named(name, option: "--workshop")
  }
}

extension InstalledDocuments {
  /// Reads files of one's own together with the framework that is asked.
  ///
  /// - Returns: for each file that there is no problem.
  /// - Throws: `Failure` with everything that is wrong with any of them.
  func check(_ files: [String]) throws -> String {
    let sources = try files.map {
      SourceFile(
        name: BoundedFile.name(of: $0),
        bytes: try BoundedFile.read($0, limit: Limits.file))
    }
    let framework = try framework().framework
    let results = try ownLoader.load(sources, installed: [framework])
    let failures = results.compactMap { result in
      if case .failure(let findings) = result { Failure(findings) } else { nil }
    }
    guard failures.isEmpty else {
      throw Failure(.input, failures.map(\.message).joined(separator: "\n"))
    }
    let catalogues = try documents(.catalogue, for: framework).compactMap(\.document.catalogue)
    return zip(sources, results).map { source, result in
      let replaced = (try? result.get().catalogue)?.ids(alsoIn: catalogues) ?? []
      return words.noProblems(source.name, replacing: replaced) + "\n"
    }.joined()
  }
}

/// A document that came with the program, with the hash of the bytes it was read from.
struct InstalledDocument {
  let document: Document
  let sha256: String

  var summary: DocumentSummary {
    switch document {
    case .framework(let framework): DocumentSummary(framework)
    case .background(let background): DocumentSummary(background)
    case .catalogue(let catalogue): DocumentSummary(catalogue)
    case .plan(let plan): DocumentSummary(plan)
    case .campaign(let invitation): DocumentSummary(invitation)
    }
  }
}

/// What is said of documents that are not where they should be, or not what they should be.
struct InstalledDocumentsWords: Sendable {
  private let installAgain = "install Waymark again with: make install"

  var noDocuments: (what: String, mend: String) {
    ("the competencies that come with Waymark are not there", installAgain)
  }

  func noFramework(_ id: String) -> (what: String, mend: String) {
    ("there is no framework '\(id)' in it", installAgain)
  }

  var noBackground: (what: String, mend: String) {
    ("there are no background questions in it", installAgain)
  }

  let noInvitation = (
    what: "this is no invitation to a campaign",
    mend: "name the file that the people who ask you sent, often campaign.xml"
  )

  func noCatalogue(for framework: String, _ version: String) -> (
    what: String, mend: String
  ) {
    (
      "no catalogue of learning resources fits these statements",
      "begin a new assessment with: waymark assess --new; or name a catalogue for "
        + "'\(framework)' \(version) with --catalogue FILE"
    )
  }

  let noBackgroundFile = (
    what: "there are no background questions in this file",
    mend: "name a file of <background>, such as a copy of background-2020.xml with your questions"
  )

  let noCatalogueFile = (
    what: "this is no catalogue of resources or workshops",
    mend: "name a file of <catalogue>; waymark catalogue check says what is wrong with one"
  )

  func catalogueOfOthers(_ framework: String, asked: String) -> (what: String, mend: String) {
    (
      "this catalogue is for the statements \(framework), and those asked are \(asked)",
      "correct the framework that it names"
    )
  }

  func calledAsStatement(_ id: String) -> (what: String, mend: String) {
    (
      "a background question is called '\(id)', as a statement is",
      "give the question another id: both are columns of one table"
    )
  }

  // What a store should have kept.

  let backgroundQuestions = "background questions"
  let statementsAreGone = "the statements it was answered with are gone"
  let backgroundIsGone = "its background questions are gone"

  /// - Parameter replaced: the ids that entries of the program have too.
  func noProblems(_ file: String, replacing replaced: [String]) -> String {
    "\(file): no problems"
      + (replaced.isEmpty
        ? ""
        : "; wherever it is named, \(replaced.count == 1 ? "this takes" : "these take") the place of what "
          + "came with the program: \(replaced.joined(separator: ", "))")
  }
}
