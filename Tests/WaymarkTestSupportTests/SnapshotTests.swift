import Foundation
import Synchronization
import Testing
import WaymarkTestSupport

struct SnapshotTests {
  private func snapshot(in folder: String, isRecording: Bool = false) -> Snapshot {
    Snapshot(name: "page.txt", folder: URL(filePath: folder), isRecording: isRecording)
  }

  @Test func `The same text passes, another one is shown by its lines and kept`() throws {
    try withTemporaryFolder { folder in
      try Data("one\ntwo\n".utf8).write(to: URL(filePath: folder + "/page.txt"))
      #expect(try snapshot(in: folder).fault(of: "one\ntwo\n") == nil)
      let fault = try #require(try snapshot(in: folder).fault(of: "one\n2\n"))
      #expect(fault.hasPrefix("'page.txt' differs from its snapshot; what was got is in /"))
      #expect(fault.hasSuffix("\n@ 1\n  one\n- two\n+ 2"))
      let kept = try #require(fault.firstMatch(of: #/got is in (.+)\n/#)?.output.1)
      #expect(try String(contentsOfFile: String(kept), encoding: .utf8) == "one\n2\n")
      try FileManager.default.removeItem(
        atPath: (String(kept) as NSString).deletingLastPathComponent)
    }
  }

  @Test func `What is missing or was recorded does not pass`() throws {
    try withTemporaryFolder { folder in
      let missing = try #require(try snapshot(in: folder).fault(of: "one\n"))
      #expect(missing == "no snapshot 'page.txt'; record it with WAYMARK_RECORD=1 and read it")
      let recorded = try snapshot(in: folder + "/new", isRecording: true).fault(of: "one\n")
      #expect(recorded?.hasPrefix("recorded 'page.txt'; read it") == true)
      #expect(try snapshot(in: folder + "/new").fault(of: "one\n") == nil)
    }
  }
}

/// What fails in a helper is said of the line that called it.
struct SourceLineTests {
  /// The line of the first issue that some work records.
  private func line(_ body: () throws -> Void) -> Int? {
    let lines = Mutex<[Int?]>([])
    do {
      try withKnownIssue {
        try body()
      } matching: { issue in
        lines.withLock { $0.append(issue.sourceLocation?.line) }
        return true
      }
    } catch {
      Issue.record(error)
    }
    return lines.withLock { $0.first ?? nil }
  }

  @Test func `A snapshot and a run that differ fail at the line of the test`() throws {
    #expect(line { try snapshot("x", named: "none.txt") } == #line)
    try withWorkplace { place in
      place.program = "/bin/echo"
      #expect(line { try place.expect("one", stdout: "two\n") } == #line)
      place.program = "/bin/false"
      #expect(line { _ = try place.salvagedRows() } == #line)
    }
  }

  @Test func `A terminal whose program ends without the words fails at once, at that line`() throws
  {
    try withWorkplace { place in
      place.program = "/bin/echo"
      let terminal = try place.terminal("one")
      #expect(line { try terminal.wait(for: "two") } == #line)
      #expect(try terminal.end().exit == 0)
    }
  }
}
