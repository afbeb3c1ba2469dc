internal import Glibc

/// What is said of files that a person names to be read.
struct InputFileWords: Sendable {
  let standardInput = "standard input"

  func what(_ problem: FileProblem) -> String {
    switch problem {
    case .cannotRead(let number): "cannot be read (\(String(cString: strerror(number))))"
    case .notAFile: "this is not a regular file"
    case .tooLarge(let limit): "there are more than \(size(limit))"
    }
  }

  func mend(_ problem: FileProblem) -> String {
    switch problem {
    case .cannotRead(ENOENT): "check the name"
    case .cannotRead(EACCES): "ask for the right to read it"
    case .cannotRead(ELOOP): "name the file that the links should lead to"
    case .cannotRead: "try again, or copy the file to another disk"
    case .notAFile: "name a file, or - for standard input"
    case .tooLarge: "shorten it or split it"
    }
  }

  private func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }

  // A file of response ids.

  let notUTF8 = (what: "the file is not UTF-8", mend: "save it as UTF-8")
  let noResponseID = (what: "there is no response id in it", mend: "write one a line")

  func noneKnown(of campaigns: [String]) -> (what: String, mend: String) {
    (
      "none of its lines is the id of a response of \(names(campaigns))",
      "write one a line, as it stands in the files that were imported"
    )
  }

  /// - Parameter example: an id that is in no response.
  func unknownIDs(
    _ count: Int, of all: Int, in file: String, of campaigns: [String], such example: String
  ) -> String {
    "\(file): \(count) of \(all) ids are in no response of \(names(campaigns)), such as \(example)"
  }

  private func names(_ campaigns: [String]) -> String {
    campaigns.map { "'\($0)'" }.joined(separator: ", ")
  }
}
