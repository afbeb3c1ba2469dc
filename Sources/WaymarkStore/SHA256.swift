import CLibMD

/// The SHA-256 of bytes, which tells two versions of a file apart.
package struct SHA256 {
  private var context = SHA2_CTX()

  /// The digest of no bytes so far.
  package init() { SHA256Init(&context) }

  /// Adds bytes to those that the digest is of.
  package mutating func add(_ bytes: [UInt8]) { SHA256Update(&context, bytes, bytes.count) }

  /// The digest of all that was added, as 64 lower-case hexadecimal digits.
  package func hex() -> String {
    // Finishing uses the context up.
    var context = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some bytes.
  package static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.add(bytes)
    return digest.hex()
  }

  /// The digest of a text's UTF-8 as 64 lower-case hexadecimal digits.
  @Sendable package static func hex(_ text: String) -> String { hex(of: Array(text.utf8)) }
}
