import ArgumentParser
import Waymark
import WaymarkBasics

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
