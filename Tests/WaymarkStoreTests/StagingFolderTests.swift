import Dispatch
import Foundation
import Synchronization
import Testing
import WaymarkTestSupport

@testable import WaymarkStore

/// Folders in which files are made, by many at once.
struct StagingFolderTests {
  @Test func `Many runs at once for one place sweep nothing of one another`() throws {
    try withTemporaryFolder { folder in
      let faults = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 400) { number in
        do {
          let staging = try StagingFolder(beside: folder + "/out")
          defer { staging.remove() }
          close(try Owned.makeFile(staging.path + "/new", isPrivate: true))
          let name = folder + "/\(number)"
          guard rename(staging.path + "/new", name) == 0 else { throw SystemError() }
        } catch {
          faults.withLock { $0.append("\(error)") }
        }
      }
      let all = faults.withLock(\.self)
      #expect(all == [])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 400)
    }
  }

  @Test func `What nobody holds is swept, what somebody holds and folders in it stay`() throws {
    try withTemporaryFolder { folder in
      let manager = FileManager.default
      let held = try StagingFolder(beside: folder + "/out")
      for name in ["/.out.waymark-00000001", "/.out.waymark-00000002/inner"] {
        try manager.createDirectory(atPath: folder + name, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + name + "/file"))
      }
      var inner: [String] = []
      let swept = StagingFolder.sweep(beside: folder + "/out") { inner.append($0) }
      #expect(swept == [folder + "/.out.waymark-00000001"])
      #expect(inner == [folder + "/.out.waymark-00000002/inner"])
      #expect(
        try manager.contentsOfDirectory(atPath: folder).sorted()
          == [".out.waymark-00000002", PathParts(held.path).name].sorted())
      held.remove()
    }
  }

  @Test func `A digest in pieces is that of the whole`() {
    // From FIPS 180-2, appendix B.
    var digest = SHA256()
    digest.add(Array("a".utf8))
    #expect(digest.hex() == SHA256.hex(of: Array("a".utf8)))
    digest.add(Array("bc".utf8))
    #expect(
      digest.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
