/// The text of an element without white space around it and with one space for each run of white
/// space in it: documents break and indent lines as they like.
func collapsed(_ bytes: [UInt8]) -> String {
  String(unsafeUninitializedCapacity: bytes.count) { buffer in
    var count = 0
    var isBlank = false
    for byte in bytes {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: isBlank = count > 0
      default:
        if isBlank {
          buffer[count] = 0x20
          count += 1
          isBlank = false
        }
        buffer[count] = byte
        count += 1
      }
    }
    return count
  }
}
