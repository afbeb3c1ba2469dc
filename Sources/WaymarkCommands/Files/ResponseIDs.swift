import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// A file of response ids, one a line.
enum ResponseIDs {
  private static let sizeLimit = 8 << 20

  /// Reads the ids; empty lines and blanks around an id count for nothing.
  ///
  /// - Parameter campaigns: the campaigns whose responses have these ids; says how many are in none.
  /// - Throws: `Failure` when the file cannot be read, or none of the ids is in a response.
  static func read(
    _ path: String, of campaigns: [ID<Campaign>], in store: Store, _ session: Session
  ) throws -> Set<String> {
    let ids = try read(path)
    let names = campaigns.map { "'\($0)'" }.joined(separator: ", ")
    let unknown = try campaigns.reduce(ids) { left, campaign in
      let standings = try store.standings(in: campaign)
      return left.filter { standings[$0]?.fingerprint == nil }
    }
    guard let first = unknown.min() else { return ids }
    guard unknown.count < ids.count else {
      throw Failure.input(
        path.printableLine, "none of its lines is the id of a response of \(names)",
        mend: "write one a line, as it stands in the files that were imported")
    }
    session.console.complain(
      "\(path.printableLine): \(unknown.count) of \(ids.count) ids are in no response of \(names), "
        + "such as \(first.excerpt.printableLine)")
    return ids
  }

  private static func read(_ path: String) throws -> Set<String> {
    let bytes = try BoundedFile.read(path, limit: sizeLimit)
    let file = BoundedFile.name(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.input(file, "the file is not UTF-8", mend: "save it as UTF-8")
    }
    let ids = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard !ids.isEmpty else {
      throw Failure.input(file, "there is no response id in it", mend: "write one a line")
    }
    return Set(ids)
  }
}
