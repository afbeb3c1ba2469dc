internal import Glibc
import Waymark
import WaymarkBasics

/// Why a file that a person names cannot be read.
enum FileProblem: Problem {
  /// The system refuses, with its error number.
  case cannotRead(Int32)
  /// A folder, a pipe or a device.
  case notAFile
  /// More bytes than may be read.
  case tooLarge(limit: Int)

  /// What is wrong.
  var what: String {
    switch self {
    case .cannotRead(let number): "cannot be read (\(String(cString: strerror(number))))"
    case .notAFile: "this is not a regular file"
    case .tooLarge(let limit): "there are more than \(Self.size(limit))"
    }
  }

  /// How to mend it.
  var mend: String {
    switch self {
    case .cannotRead(ENOENT): "check the name"
    case .cannotRead(EACCES): "ask for the right to read it"
    case .cannotRead(ELOOP): "name the file that the links should lead to"
    case .cannotRead: "try again, or copy the file to another disk"
    case .notAFile: "name a file, or - for standard input"
    case .tooLarge: "shorten it or split it"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}
