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
