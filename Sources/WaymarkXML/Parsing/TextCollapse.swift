/// The text of an element without white space around it and with one space for each run of white
/// space in it: documents break and indent lines as they like.
func collapsed(_ bytes: [UInt8]) -> String {
  if bytes.withUnsafeBytes(Bytes.haveOnlySingleSpaces) {
    return String(decoding: bytes, as: UTF8.self)
  }
  return bytes.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    .map { String(decoding: $0, as: UTF8.self) }
    .joined(separator: " ")
}
