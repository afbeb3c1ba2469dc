import Waymark
import WaymarkStore
import WaymarkXML

/// What the answer sheets of a salvaged campaign can be read by.
enum SalvagedStatements {
  /// The framework in its very words, with the background questions where they can be read.
  case whole(Framework, xml: [UInt8], BackgroundQuestions?)
  /// Some competencies by position, where the framework itself can be read no more.
  case some([Int: CompetencyID])
  case none
}

extension Installed {
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

  private func onlyFitting(_ records: [SheetRecord], in store: SalvagedStore) -> SalvagedStatements
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
    try? loader.load(SourceFile(name: "a document of the store", bytes: xml))
  }
}
