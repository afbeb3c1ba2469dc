internal import Glibc
public import Waymark

/// Reads whole files that a person names, up to a size, without ever waiting for one.
public enum BoundedFile {
  /// The name that stands for standard input.
  public static let standardInput = "-"

  /// The bytes of a regular file, or of standard input for `-`.
  ///
  /// Links are followed. The file is opened once and everything is read from that descriptor, so
  /// that a file that is replaced meanwhile gives the bytes of the old one or of the new one.
  /// Pipes, folders and devices are refused without waiting for them; standard input may be
  /// anything.
  /// - Parameter limit: the most bytes that are read; a larger file is refused, not cut.
  public static func read(
    _ path: String, limit: Int
  ) throws(Findings<FileProblem>) -> [UInt8] {
    if path == standardInput {
      return try read(from: STDIN_FILENO, limit: limit, name: "standard input")
    }
    // Not to wait for a writer of a pipe, and not to take a terminal as one's own.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.cannotRead(errno), path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(.cannotRead(errno), path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw failure(.notAFile, path) }
    guard status.st_size <= limit else { throw failure(.tooLarge(limit: limit), path) }
    return try read(from: descriptor, limit: limit, name: path, expecting: Int(status.st_size))
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
    Findings(Finding(problem, at: Place(file: name)))
  }
}
