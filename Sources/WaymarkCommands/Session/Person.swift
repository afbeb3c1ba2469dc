import Foundation
import Waymark
import WaymarkBasics

/// The name of a person on a shared computer, and the file of that person's store.
///
/// Names that differ only in case or in the way accents are composed mean the same person.
struct Person {
  /// The name of the store's file: letters and digits as they are, every other byte as `%41`.
  let fileName: String

  /// - Throws: `Failure` for an empty name, one that is too long for a file name, or one that holds
  ///   control characters.
  init(_ name: String) throws {
    let folded = name.lowercased().decomposedStringWithCanonicalMapping
    let encoded = folded.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let stays = scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte))
      return stays ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    guard !name.allSatisfy(\.isWhitespace), name.printableLine == name,
      encoded.utf8.count <= 200
    else {
      throw Failure(
        .usage, "--person: '\(name.prefix(40).printableLine)' is no name; use one of a few words")
    }
    fileName = encoded + ".sqlite"
  }
}
