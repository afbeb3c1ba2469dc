import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkXML

/// `waymark store check --salvage FILE`: what can be read from a damaged store, in files.
///
/// The person's own answers go into the file that is named, and everything else beside it, each into a
/// file that is made only when there is something for it.
struct Salvage {
  private let file: OutputFile
  private let session: Session
  private let path: String
  private let store: SalvagedStore
  private let campaigns: [SalvagedTables]
  private let words: SalvageWords

  /// Reads what there is.
  ///
  /// - Throws: `Failure` where the file must not be written, or nothing can be read.
  init(to name: String, in session: Session) throws {
    file = try OutputFile(name, for: .owner, in: session)
    self.session = session
    words = session.said.salvage
    path = try session.storePath
    store = try Self.read(path)
    campaigns = try Self.tables(of: store)
    guard !store.answers.isEmpty || !store.learning.isEmpty || campaigns.contains(where: \.isAny)
    else {
      throw Failure(
        .output,
        (campaigns.flatMap(\.complaints) + [words.nothingToRead(shown(path))])
          .joined(separator: "\n"))
    }
  }

  /// Writes the files, all or none, and says what is in them.
  func run() throws {
    var written: [String] = []
    var files: [(file: OutputFile, text: String)] = []
    if !store.answers.isEmpty {
      files.append((file, Self.table(of: store.answers).text))
      written.append(
        words.answers(store.answers.count { $0.level != nil }, to: shown(file.path)))
    }
    if !store.learning.isEmpty {
      let place = try beside("learning.csv")
      files.append((place, Self.table(of: store.learning).text))
      written.append(words.learningRecords(store.learning.count, to: shown(place.path)))
    }
    for campaign in campaigns where campaign.isAny {
      let places = try campaign.files.map { (file: try beside($0.name), text: $0.text) }
      files += places
      written.append(words.responses(campaign.count, to: shown(places[0].file.path)))
    }
    try OutputFile.write(files) { try $0() }
    session.console.remark(words.wrote(written))
    for campaign in campaigns { say(campaign) }
    if campaigns.contains(where: \.isAny) {
      session.console.complain(words.publishNothingMore)
    }
  }

  private func say(_ campaign: SalvagedTables) {
    for complaint in campaign.complaints { session.console.complain(complaint) }
    guard !campaign.beginning.isEmpty else { return }
    let options = campaign.beginning.map { $0.hasSuffix(".xml") ? shown(name(of: $0)) : $0 }
    session.console.remark(words.before(campaign.name, options))
  }

  // MARK: - Files

  /// What a file beside the one that is named is called.
  private func name(of other: String) -> String {
    let base = file.path.hasSuffix(".csv") ? String(file.path.dropLast(4)) : file.path
    return base + "-" + other
  }

  private func beside(_ other: String) throws -> OutputFile {
    guard !file.isDevice else {
      throw Failure(.usage, words.needsRegularFile(shown(file.path)))
    }
    return try OutputFile(name(of: other), for: .owner, in: session)
  }

  private func shown(_ path: String) -> String { path.printableLine }

  // MARK: - Reading

  private static func read(_ path: String) throws -> SalvagedStore {
    do throws(StoreError) {
      return try Store.salvage(path: path)
    } catch {
      guard case .damaged = error.problem else { throw error }
      return SalvagedStore()
    }
  }

  private static func tables(of store: SalvagedStore) throws -> [SalvagedTables] {
    // Documents are only needed for responses.
    guard !store.campaigns.isEmpty else { return [] }
    let installed = try InstalledDocuments.find()
    let asked = try installed.framework().xml
    return try store.campaigns.map { campaign in
      SalvagedTables(campaign, try installed.statements(of: campaign, in: store), asked: asked)
    }
  }

  // MARK: - Tables

  /// The columns of an answers file with the assessment before them, and what campaigns ask after.
  private static func table(of rows: [SalvagedAnswer]) -> CSV {
    var table = CSV(
      header: ["assessment"] + AnswersTable.columns + ["importance", "field", "options"])
    for row in rows {
      let isField = row.options != nil
      table.append([
        .integer(row.assessment), .text(isField ? "" : row.subject), .text(row.level ?? "."),
        .text(row.pick.map { $0 == 0 ? "yes" : "\($0)" } ?? ""), .text(row.note ?? ""),
        .text(row.importance.map(String.init) ?? ""), .text(isField ? row.subject : ""),
        .text(row.options ?? ""),
      ])
    }
    return table
  }

  /// A row for each thing that was done, with the levels that it led from and to.
  private static func table(of records: [DoneStep]) -> CSV {
    var table = CSV(header: ["day", "resource", "title", "levels", "note"])
    for record in records {
      let levels = record.serves.map { "\($0.competency) \($0.from.rank) to \($0.to.rank)" }
      table.append([
        .text(record.day.description), .text(record.resource.description), .text(record.title),
        .text(levels.joined(separator: "; ")), .text(record.note ?? ""),
      ])
    }
    return table
  }
}

/// What the answer sheets of a salvaged campaign can be read by.
enum SalvagedStatements {
  /// The framework in its very words, with the background questions where they can be read.
  case whole(Framework, xml: [UInt8], BackgroundQuestions?)
  /// Some competencies by position, where the framework itself can be read no more.
  case some([Int: CompetencyID])
  case none
}

extension InstalledDocuments {
  /// What the sheets of a campaign can be read by: the documents that it names by their hash, from the
  /// store or among those that came with the program.
  ///
  /// Where it can be read no more what it names, the only documents of the store that fit every sheet.
  func statements(
    of campaign: SalvagedCampaign, in store: SalvagedStore
  ) throws -> SalvagedStatements {
    guard let description = campaign.description else {
      return onlyFitting(campaign.responses.map(\.record), in: store)
    }
    let document = { (sha256: String) throws -> (document: Document, xml: [UInt8])? in
      guard let xml = try store.documents[sha256] ?? self.document(sha256: sha256) else {
        return nil
      }
      return self.document(xml).map { ($0, xml) }
    }
    guard let found = try document(description.framework), let framework = found.document.framework
    else { return campaign.competencies.isEmpty ? .none : .some(campaign.competencies) }
    return .whole(
      framework, xml: found.xml, try document(description.background)?.document.background)
  }

  private func onlyFitting(_ records: [CodedResponse], in store: SalvagedStore)
    -> SalvagedStatements
  {
    let documents = store.documents.values.compactMap { xml in
      document(xml).map { (document: $0, xml: xml) }
    }
    let text = { (codes: [UInt8]) in String(decoding: codes, as: UTF8.self) }
    let frameworks = documents.compactMap { document, xml in
      document.framework.map { (framework: $0, xml: xml) }
    }.filter { framework, _ in
      records.allSatisfy { AnswerSheet(text($0.sheet), framework: framework) != nil }
    }
    guard frameworks.count == 1, let (framework, xml) = frameworks.first else { return .none }
    let questions = documents.compactMap(\.document.background).filter { questions in
      records.allSatisfy { BackgroundSheet(text($0.background), questions: questions) != nil }
    }
    return .whole(framework, xml: xml, questions.count == 1 ? questions.first : nil)
  }

  /// The bytes of the file that came with the program and has this hash.
  private func document(sha256: String) throws -> [UInt8]? {
    try files.lazy.map { try BoundedFile.read($0, limit: Limits.file) }
      .first { SHA256.hex(of: $0) == sha256 }
  }

  /// `nil` for a document that this Waymark does not read: it was written by another one.
  private func document(_ xml: [UInt8]) -> Document? {
    try? loader.load(SourceFile(name: CommandWords.english.salvage.storedDocument, bytes: xml))
  }
}

/// What `waymark store check --salvage FILE` says.
struct SalvageWords: Sendable {
  func nothingToRead(_ store: String) -> String {
    "\(store): no answer can be read from it; go back to a copy of yours with: "
      + "waymark store restore FILE"
  }

  func needsRegularFile(_ file: String) -> String {
    "--salvage \(file): there is more than one file to write; name a regular file"
  }

  // What was written.

  func answers(_ count: Int, to file: String) -> String { "\(count) answers to \(file)" }

  func learningRecords(_ count: Int, to file: String) -> String {
    "\(count) learning record\(count == 1 ? "" : "s") to \(file)"
  }

  func responses(_ count: Int, to file: String) -> String { "\(responses(count)) to \(file)" }

  func wrote(_ files: [String]) -> String {
    "Wrote \(files.joined(separator: ", ")); what can be read no more is not in it"
  }

  /// How to begin a campaign that takes responses in.
  func before(_ campaign: String, _ options: [String]) -> String {
    "Before its responses are taken in: waymark campaign new \(campaign) "
      + options.joined(separator: " ")
  }

  let publishNothingMore =
    "Another store does not know what was published or exported from this one: publish nothing "
    + "more about the same people."

  // What is missing of a campaign; its name is `nil` where it can be read no more.

  func nameIsGone(_ framework: String, _ version: String) -> String {
    "The name of a campaign can be read no more; its responses are read by the only statements in "
      + "the store that fit: \(framework) \(version)"
  }

  func cannotBeWritten(_ count: Int, of name: String?) -> String {
    "\(responses(count)) of \(campaign(name)) cannot be written: the statements that "
      + "\(count == 1 ? "it answers" : "they answer") can be read no more"
  }

  func backgroundIsGone(of name: String?) -> String {
    "What \(campaign(name)) asked of people can be read no more"
  }

  func statementsAreGone(of name: String?, ids: Int, of all: Int) -> String {
    "The statements of \(campaign(name)) can be read no more; the ids of \(ids) of \(all) "
      + "can, so that its responses have a row for each answer to one of these"
  }

  func leftOut(_ count: Int, of name: String?) -> String {
    "Left out as \(count == 1 ? "it is" : "they are") not what was taken in: "
      + "\(responses(count)) of \(campaign(name))"
  }

  private func campaign(_ name: String?) -> String {
    name.map { "the campaign '\($0)'" } ?? "a campaign whose name can be read no more"
  }

  private func responses(_ count: Int) -> String { "\(count) response\(count == 1 ? "" : "s")" }

  /// What a document is called that the store keeps.
  let storedDocument = "a document of the store"
}
