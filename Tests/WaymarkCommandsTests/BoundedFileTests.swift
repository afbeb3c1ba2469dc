import Foundation
import Glibc
import Testing
import Waymark
import WaymarkBasics

@testable import WaymarkCommands

/// Files that are not what they seem.
@Suite struct BoundedFileTests {
  /// Calls the function with a folder of its own.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/waymark-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func problem(_ path: String, limit: Int = 100) -> FileProblem? {
    do {
      _ = try BoundedFile.read(path, limit: limit)
      return nil
    } catch {
      return error.listed.first?.problem
    }
  }

  @Test(arguments: [0, 1, 99, 100])
  func `A file up to the limit is read whole`(_ size: Int) throws {
    try inFolder { folder in
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
      try Data(bytes).write(to: URL(filePath: folder + "/a"))
      #expect(try BoundedFile.read(folder + "/a", limit: 100) == bytes)
    }
  }

  @Test func `A file beyond the limit is refused`() throws {
    try inFolder { folder in
      try Data(count: 101).write(to: URL(filePath: folder + "/a"))
      #expect(problem(folder + "/a") == .tooLarge(limit: 100))
    }
  }

  @Test func `A link to a file is followed and a circle of links is refused`() throws {
    try inFolder { folder in
      try Data([1]).write(to: URL(filePath: folder + "/a"))
      #expect(symlink("a", folder + "/b") == 0)
      #expect(symlink("d", folder + "/c") == 0)
      #expect(symlink("c", folder + "/d") == 0)
      #expect(try BoundedFile.read(folder + "/b", limit: 100) == [1])
      #expect(problem(folder + "/c") == .cannotRead(ELOOP))
    }
  }

  @Test func `Pipes, folders and devices are refused without waiting`() throws {
    try inFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      for path in [folder, folder + "/pipe", "/dev/zero", "/dev/null"] {
        #expect(problem(path) == .notAFile, "\(path)")
      }
      #expect(problem(folder + "/none") == .cannotRead(ENOENT))
    }
  }

  @Test func `An endless input is read up to the limit`() throws {
    let endless = open("/dev/zero", O_RDONLY)
    defer { close(endless) }
    #expect(throws: Findings<FileProblem>.self) {
      try BoundedFile.read(from: endless, limit: 1 << 20, name: "standard input")
    }
  }

  @Test func `An input in pieces is put together`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { close(ends[0]) }
    for piece in ["ab", "c", "def"] { #expect(write(ends[1], piece, piece.utf8.count) > 0) }
    close(ends[1])
    let bytes = try BoundedFile.read(from: ends[0], limit: 6, name: "standard input")
    #expect(String(decoding: bytes, as: UTF8.self) == "abcdef")
  }

  @Test func `An input larger than the first piece is read whole`() throws {
    let bytes = [UInt8](repeating: 7, count: 300_000)
    try inFolder { folder in
      try Data(bytes).write(to: URL(filePath: folder + "/a"))
      let descriptor = open(folder + "/a", O_RDONLY)
      defer { close(descriptor) }
      #expect(try BoundedFile.read(from: descriptor, limit: 1 << 20, name: "a") == bytes)
    }
  }

  @Test func `Messages say what to do`() {
    let place = Place(file: "a.xml")
    #expect(
      [FileProblem.cannotRead(ENOENT), .notAFile, .tooLarge(limit: 8 << 20)].map {
        Finding($0, at: place).description
      } == [
        "a.xml: cannot be read (No such file or directory); check the name",
        "a.xml: this is not a regular file; name a file, or - for standard input",
        "a.xml: there are more than 8 MiB; shorten it or split it",
      ])
  }
}
