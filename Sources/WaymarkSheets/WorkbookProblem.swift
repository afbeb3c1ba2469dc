package import WaymarkLibraries

/// Why a workbook could not be written.
package enum WorkbookProblem: Error, Hashable, Sendable {
  /// libxlsxwriter is not there.
  case missing(MissingLibrary)
  case outOfMemory
  /// What libxlsxwriter says, where it says anything.
  case refused(String?)

  /// What went wrong.
  package var reason: String {
    switch self {
    case .missing(let library): "\(library.what); \(library.mend)"
    case .outOfMemory: "there is not enough memory"
    case .refused(let reason): reason ?? "libxlsxwriter failed"
    }
  }
}
