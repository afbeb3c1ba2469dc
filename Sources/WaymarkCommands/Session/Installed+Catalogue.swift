import Waymark
import WaymarkBasics

extension Installed {
  /// The resources and practice steps of all catalogues for a framework.
  ///
  /// - Throws: `Failure` when there is none.
  func catalogue(for framework: Framework) throws -> Catalogue {
    let reference = FrameworkReference(id: framework.id, version: framework.version)
    let fitting = try documents(.catalogue, for: framework).compactMap(\.document.catalogue).filter
    {
      $0.framework == reference
    }
    guard let catalogue = Catalogue(joining: fitting) else {
      throw Failure.input(
        "catalogue", "no catalogue of learning resources fits these statements",
        mend: "begin a new assessment with: waymark assess --new; or put a catalogue for "
          + "'\(framework.id)' \(framework.version) into \(folder.printableLine)")
    }
    return catalogue
  }

  /// The workshop that `--workshop` names.
  ///
  /// - Throws: `Failure` when no catalogue for the framework has one with this id.
  func workshop(_ name: String, for framework: Framework) throws -> WorkshopOffer {
    try catalogue(for: framework).workshops.named(name, option: "--workshop")
  }
}
