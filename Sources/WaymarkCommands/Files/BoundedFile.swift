import CSystem
internal import Glibc
import Waymark
import WaymarkBasics
import WaymarkStore

/// Reads whole files that a person names, up to a size, without ever waiting for one.
enum BoundedFile {
  /// The name that stands for standard input.
  static let standardInput = "-"

  /// What a file that a person named is called in what they read.
  static func name(of path: String) -> String {
    path == standardInput ? CommandWords.english.inputFiles.standardInput : path.printableLine
  }

  /// The bytes of a regular file, or of standard input for `-`.
  ///
  /// Links are followed. The file is opened once and everything is read from that descriptor, so
  /// that a file that is replaced meanwhile gives the bytes of the old one or of the new one.
  /// Pipes, folders and devices are refused without waiting for them; standard input may be
  /// anything.
  /// - Parameter limit: the most bytes that are read; a larger file is refused, not cut.
  static func read(
    _ path: String, limit: Int
  ) throws(Findings<FileProblem>) -> [UInt8] {
    if path == standardInput {
      FilesRead.add(STDIN_FILENO)
      return try read(from: STDIN_FILENO, limit: limit, name: name(of: path))
    }
    let (descriptor, size) = try open(path)
    defer { close(descriptor) }
    guard size <= limit else { throw failure(.tooLarge(limit: limit), path) }
    return try read(from: descriptor, limit: limit, name: path, expecting: size)
  }

  /// Hands over the bytes of a regular file, or of standard input for `-`, a piece at a time, for
  /// files of any size.
  static func pieces(of path: String, _ body: ([UInt8]) throws -> Void) throws {
    let isInput = path == standardInput
    let descriptor = isInput ? STDIN_FILENO : try open(path).descriptor
    if isInput { FilesRead.add(descriptor) }
    defer { if !isInput { close(descriptor) } }
    while true {
      let (piece, failed) = piece(of: descriptor, most: 256 << 10)
      if let failed { throw failure(.cannotRead(failed), isInput ? name(of: path) : path) }
      if piece.isEmpty { return }
      try body(piece)
    }
  }

  /// Opens a regular file without waiting for it.
  private static func open(
    _ path: String
  ) throws(Findings<FileProblem>) -> (descriptor: Int32, size: Int) {
    // Not to wait for a writer of a pipe, and not to take a terminal as one's own.
    let descriptor = Glibc.open(path.systemName, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.cannotRead(errno), path) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
      let problem = isKnown ? FileProblem.notAFile : .cannotRead(errno)
      close(descriptor)
      throw failure(problem, path)
    }
    FilesRead.add(descriptor)
    return (descriptor, Int(status.st_size))
  }

  private static func piece(
    of descriptor: Int32, most: Int
  ) -> (bytes: [UInt8], failure: Int32?) {
    var failed: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      (count, failed) = fill(buffer, from: 0, of: descriptor)
    }
    return (bytes, failed)
  }

  /// The bytes of a descriptor up to its end.
  static func read(
    from descriptor: Int32, limit: Int, name: String, expecting size: Int = 0
  ) throws(Findings<FileProblem>) -> [UInt8] {
    // One byte more than there should be shows that there are more.
    let most = limit + 1
    var capacity = min(max(size + 1, 64 << 10), most)
    var bytes: [UInt8] = []
    while true {
      var failed: Int32?
      bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
        (count, failed) = fill(buffer, from: bytes.count, of: descriptor)
      }
      if let failed { throw failure(.cannotRead(failed), name) }
      if bytes.count > limit { throw failure(.tooLarge(limit: limit), name) }
      if bytes.count < capacity { return bytes }
      capacity = min(capacity * 2, most)
    }
  }

  /// Reads until the buffer is full or the end is reached; gives the bytes in it and the error that
  /// ended the reading, if one did.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int, of descriptor: Int32
  ) -> (count: Int, failure: Int32?) {
    var count = start
    while count < buffer.count {
      let taken = Glibc.read(
        descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      if taken == 0 { break }
      if taken > 0 {
        count += taken
      } else if errno != EINTR {
        return (count, errno)
      }
    }
    return (count, nil)
  }

  private static func failure(_ problem: FileProblem, _ name: String) -> Findings<FileProblem> {
    Findings(Finding(problem, at: Place(file: name.printableLine)))
  }
}

/// Why a file that a person names cannot be read.
enum FileProblem: Problem {
  /// The system refuses, with its error number.
  case cannotRead(Int32)
  /// A folder, a pipe or a device.
  case notAFile
  /// More bytes than may be read.
  case tooLarge(limit: Int)

  var what: String { CommandWords.english.inputFiles.what(self) }
  var mend: String { CommandWords.english.inputFiles.mend(self) }
}

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
      "write one a line, as it stands in the files that were imported; answers bear no names, so that a "
        + "sign-in sheet cannot be used: those who attended say so themselves with waymark share --did"
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
