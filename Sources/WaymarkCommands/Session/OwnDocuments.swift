import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkXML

/// Documents of one's own that take the place of those that came with the program, or stand beside them,
/// by the names of their files.
struct OwnDocuments {
  /// The background questions that are asked instead.
  var background: String?
  /// The catalogues that are chosen from too.
  var catalogues: [String] = []
}

extension InstalledDocuments {
  /// Background questions of one's own.
  ///
  /// - Throws: `Failure` with everything that is wrong with the file.
  func background(at path: String, for framework: Framework) throws -> LoadedBackground {
    let (file, document) = try own(path, for: framework)
    guard let questions = document.background else {
      throw Failure.input(file.name, words.noBackgroundFile)
    }
    return LoadedBackground(
      questions: questions, sha256: SHA256.hex(of: file.bytes), xml: file.bytes, name: file.name)
  }

  /// The catalogues of one's own.
  ///
  /// - Throws: `Failure` with everything that is wrong with one of the files, or that it is for other
  ///   statements.
  func ownCatalogues(for framework: Framework) throws -> [Catalogue] {
    try own.catalogues.map { path in
      let (file, document) = try own(path, for: framework)
      guard let catalogue = document.catalogue else {
        throw Failure.input(file.name, words.noCatalogueFile)
      }
      guard catalogue.framework == framework.reference else {
        throw Failure.input(
          file.name,
          words.catalogueOfOthers(catalogue.framework.name, asked: framework.reference.name))
      }
      return catalogue
    }
  }

  private func own(_ path: String, for framework: Framework) throws -> (SourceFile, Document) {
    let file = SourceFile(
      name: BoundedFile.name(of: path), bytes: try BoundedFile.read(path, limit: Limits.file))
    return (file, try loader.load(file, installed: [framework]))
  }
}

extension FrameworkReference {
  /// What people read of it.
  fileprivate var name: String { "\(id) \(version)" }
}

/// Catalogues of one's own, wherever resources and workshops are chosen from.
struct CatalogueOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Choose from this catalogue of your own too; may be repeated.", valueName: "file"),
    completion: .file())
  var catalogue: [String] = []

  /// The documents that came with the program, and these.
  ///
  /// - Parameter background: the file of background questions that are asked instead.
  func installed(background: String? = nil) throws -> InstalledDocuments {
    try InstalledDocuments.find(
      beside: OwnDocuments(background: background, catalogues: catalogue))
  }
}

/// What files that no campaign is behind were answered with, where it is not what came with the program.
struct TableDocumentsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The files after --counts or --agreement are about these statements of your own.",
      valueName: "file"),
    completion: .file())
  var framework: String?

  @Option(
    help: ArgumentHelp(
      "They are about these background questions of your own.", valueName: "file"),
    completion: .file())
  var background: String?

  /// Whether any is given.
  var areGiven: Bool { framework != nil || background != nil }

  /// The documents, with those that came with the program where none are given.
  func documents() throws -> (installed: InstalledDocuments, documents: CampaignDocuments) {
    let installed = try InstalledDocuments.find(beside: OwnDocuments(background: background))
    return (
      installed,
      try installed.campaignDocuments(
        try framework.map(installed.framework(at:)) ?? installed.framework())
    )
  }
}

extension CampaignDocuments {
  /// A campaign on these documents that asks for everything, as it begins when responses come
  /// before anybody described it.
  func campaign(_ id: ID<Campaign>, isMadeUp: Bool = false) -> Campaign {
    Campaign(
      id: id, title: id.description, framework: key, backgroundDocument: backgroundKey,
      background: background.workFields.map(\.id), isMadeUp: isMadeUp)
  }

  /// The key of the framework, by its bytes.
  var key: Framework.Key {
    Framework.Key(
      id: framework.id, version: framework.version, sha256: SHA256.hex(of: frameworkXML))
  }

  /// The hash of the background questions' bytes.
  var backgroundKey: String { SHA256.hex(of: backgroundXML) }
}

extension CampaignDocuments {
  /// The groupings of tables such as `role` or `role,state`, named with an option.
  func tables(_ names: [String], option: String) throws -> [[Grouping]] {
    do throws(Findings<ReportProblem>) {
      return try Grouping.tables(
        names, framework: framework, background: background, source: option)
    } catch {
      let isTooFine = error.listed.contains { $0.problem.isRefusal }
      throw Failure(isTooFine ? .refused : .usage, Failure(error).message)
    }
  }
}
