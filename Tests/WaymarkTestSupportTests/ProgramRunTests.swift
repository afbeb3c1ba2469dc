import Foundation
import Testing
import WaymarkTestSupport

struct ProgramRunTests {
  private func shell(_ script: String) -> ProgramRun {
    ProgramRun("/bin/sh", ["-c", script], folder: "/")
  }

  @Test func `All streams are drained, however much is in them`() throws {
    var run = shell("tee /dev/stderr")
    run.input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let outcome = try run.run()
    let isAll = outcome.output == run.input && outcome.errors == run.input
    #expect(isAll && outcome.exit == 0)
  }

  @Test(arguments: [("exit 7", 7), ("kill -TERM $$", -SIGTERM)] as [(String, Int32)])
  func `An end is told as it was`(script: String, exit: Int32) throws {
    #expect(try shell(script).run().exit == exit)
  }

  @Test(arguments: [ProgramRun.Kill.afterText("two"), .afterBytes(5)])
  func `A program is killed where a test says`(kill: ProgramRun.Kill) throws {
    var run = shell("echo one; echo two; exec sleep 10000")
    run.kill = kill
    let outcome = try run.run()
    #expect(outcome.exit == -SIGKILL && outcome.stdout == "one\ntwo\n")
  }

  @Test func `Nothing of the environment of the tests is around a program`() throws {
    let outcome = try ProgramRun("/usr/bin/env", [], folder: "/").run()
    #expect(
      outcome.stdout.split(separator: "\n").sorted()
        == ["PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "PYTHONUTF8=1"])
  }
}
