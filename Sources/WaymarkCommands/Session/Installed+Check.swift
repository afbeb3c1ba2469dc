import Waymark
import WaymarkBasics
import WaymarkXML

extension Installed {
  /// Reads files of one's own together with the framework that is asked.
  ///
  /// - Returns: for each file that there is no problem.
  /// - Throws: `Failure` with everything that is wrong with any of them.
  func check(_ files: [String]) throws -> String {
    let sources = try files.map {
      SourceFile(
        name: $0 == BoundedFile.standardInput ? "standard input" : $0.printableLine,
        bytes: try BoundedFile.read($0, limit: Limits.file))
    }
    let failures = try loader.load(sources, installed: [framework().framework]).compactMap {
      result in
      if case .failure(let findings) = result { Failure(findings) } else { nil }
    }
    guard failures.isEmpty else {
      throw Failure(.input, failures.map(\.message).joined(separator: "\n"))
    }
    return sources.map { "\($0.name): no problems\n" }.joined()
  }
}
