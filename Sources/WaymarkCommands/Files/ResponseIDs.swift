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
    let (words, names) = (session.said.inputFiles, campaigns.map(\.description))
    let unknown = try campaigns.reduce(ids) { left, campaign in
      let standings = try store.standings(in: campaign)
      return left.filter { standings[$0]?.fingerprint == nil }
    }
    guard let first = unknown.min() else { return ids }
    guard unknown.count < ids.count else {
      throw Failure.input(path.printableLine, words.noneKnown(of: names))
    }
    session.console.complain(
      words.unknownIDs(
        unknown.count, of: ids.count, in: path.printableLine, of: names,
        such: first.excerpt.printableLine))
    return ids
  }

  private static func read(_ path: String) throws -> Set<String> {
    let bytes = try BoundedFile.read(path, limit: sizeLimit)
    let file = BoundedFile.name(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.input(file, CommandWords.english.inputFiles.notUTF8)
    }
    let ids = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard !ids.isEmpty else {
      throw Failure.input(file, CommandWords.english.inputFiles.noResponseID)
    }
    return Set(ids)
  }
}
