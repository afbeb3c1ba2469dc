import Foundation
import Testing
import WaymarkTestSupport

@Suite struct BackupTests {
  @Test(arguments: ["copy.sqlite", "./copy.sqlite", "../${PWD##*/}/copy.sqlite"])
  func `A backup goes where its name says from the working folder`(name: String) throws {
    try withTemporaryFolder { folder in
      let shell = try ShellRun(in: folder)
      let outcome = try shell.run(
        """
        waymark assess --set client.respect=3
        waymark store backup \(name)
        waymark store info --store copy.sqlite
        """)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("1 answer,"))
      let left = try FileManager.default.contentsOfDirectory(atPath: shell.work)
      #expect(left.sorted() == ["copy.sqlite"])
    }
  }
}
