import Foundation
import Testing
import WaymarkTestSupport

@Suite struct SampleExportsTests {
  private static let folder = Checkout.root.appending(path: "exports/sample")

  private func check(_ script: String) throws -> ProgramRun.Outcome {
    try withWorkplace { place in
      try place.shell("WAYMARK=\"$waymark\" '\(Checkout.path("script/\(script)"))' --check")
    }
  }

  @Test func `The samples are what the program writes, byte for byte`() throws {
    let outcome = try check("samples")
    #expect(
      outcome.exit == 0,
      "\(outcome.stdout.prefix(2000))\(outcome.stderr.prefix(500))")
  }

  @Test func `The command reference is what the program says, byte for byte`() throws {
    let outcome = try check("docs")
    #expect(
      outcome.exit == 0,
      "\(outcome.stdout.prefix(2000))\(outcome.stderr.prefix(500))")
  }

  @Test func `Every sample about people says that they are made up`() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter {
        // The list of a folder's files says nothing about anybody.
        $0.contains(".") && $0 != "form.html" && !$0.hasSuffix(".xlsx")
          && !$0.hasSuffix("waymark-files.json")
      }
    #expect(names.count > 10)
    for name in names {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      let says = ["made up", "Made-up", "made-up", "madeUp\" : true", "made_up"]
        .contains(where: text.contains)
      #expect(says || name.hasPrefix("made-up-"), "\(name)")
      if name.hasPrefix("made-up-report/") { #expect(says, "\(name)") }
    }
  }

  @Test func `The page of samples names every file`() throws {
    let page = try String(
      contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    for name in names where name != "README.md" {
      #expect(page.contains("(\(name)"), "\(name)")
    }
  }

  @Test func `No sample tells where it was made`() throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
    where name.contains(".") && !name.hasSuffix(".xlsx") {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      for folder in ["home", "root", "tmp", "Users"] {
        #expect(!text.contains("/\(folder)/"), "\(name)")
      }
    }
  }
}
