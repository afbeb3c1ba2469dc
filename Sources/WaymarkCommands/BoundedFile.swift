import Foundation
import Waymark

/// Reads inputs whole, within a limit, from one descriptor that is opened once.
enum BoundedFile {
  /// The bytes of a regular file, or of standard input for `-`.
  ///
  /// A pipe, a device or a folder is refused without waiting for it.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let name = path == "-" ? "standard input" : path.printableLine
    let descriptor = path == "-" ? STDIN_FILENO : try open(path)
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    try pieces(of: descriptor, name: name) { piece in
      bytes += piece
      guard bytes.count <= limit else {
        throw Failure.input(
          name, "the file is larger than \(limit) bytes", mend: "give a smaller one")
      }
    }
    return bytes
  }

  /// Opens a regular file for reading, without waiting and without following it into a device.
  static func open(_ path: String) throws -> Int32 {
    let name = path.printableLine
    let descriptor = Foundation.open(path.systemName, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure.input(
        name, String(cString: strerror(errno)), mend: "name a file that can be read")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Failure.input(
        name, "this is not a regular file", mend: "name a file, or - for standard input")
    }
    return descriptor
  }

  /// Hands over a descriptor's bytes, at most 256 KiB at a time.
  static func pieces(of descriptor: Int32, name: String, _ body: ([UInt8]) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure.input(
          name, String(cString: strerror(errno)), mend: "name a file that can be read")
      }
      try body(Array(buffer[..<count]))
    }
  }
}
