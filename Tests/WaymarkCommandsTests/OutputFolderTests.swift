import Foundation
import Testing
import WaymarkStore
import WaymarkTestSupport

@testable import WaymarkCommands

/// What `--force` may replace in a folder, and what stays.
struct OutputFolderTests {
  /// A campaign, a report on it in `out` and its responses in `responses`.
  private func fill(_ place: Workplace) throws {
    let made = try place.shell(
      """
      set -e
      "$waymark" demo --people 40 -o people.csv
      "$waymark" import responses people.csv --campaign one --new
      "$waymark" report --campaign one -o out
      "$waymark" export --campaign one -o responses
      """)
    #expect(made.exit == 0, "\(made)")
  }

  /// A line for each file below the working folder, with its bytes' hash, and each folder's name.
  private func state(_ place: Workplace) throws -> String {
    let listed = try place.shell(
      "find . -type f -exec sha256sum {} + | LC_ALL=C sort; find . ! -type f | LC_ALL=C sort")
    #expect(listed.exit == 0)
    return listed.stdout
  }

  @Test(arguments: [
    ("touch out/thesis.docx", "thesis.docx"),
    ("touch out/data/notes.csv", "data/notes.csv"),
    ("mkdir out/photos", "photos/"),
    ("mkdir out/photos && touch out/photos/1.jpg", "photos/"),
    ("printf ' ' >> out/report.md", "report.md (changed)"),
    ("rm out/report.md && ln -s ../people.csv out/report.md", "report.md (changed)"),
    ("rm out/report.md && mkdir out/report.md", "report.md/"),
    ("rm out/report.md && mkfifo out/report.md", "report.md (changed)"),
    (
      "cp -p out/report.md out/report.bak && : > out/data/areas.csv",
      "data/areas.csv (changed), report.bak"
    ),
    ("touch \"$(printf 'out/\\377\\033')\"", #"\xFF\u{1B}"#),
    ("touch out/a out/b out/c out/d out/e", "a, b, c and 2 more"),
    ("mv out/data out/data2", "data2/"),
    ("rm out/data/* && rmdir out/data && ln -s ../responses out/data", "data"),
  ])
  func `What somebody put into the folder or changed is named, and everything stays`(
    change: String, named: String
  ) throws {
    try withWorkplace { place in
      try fill(place)
      #expect(try place.shell(change).exit == 0)
      let before = try state(place)
      for command in [
        ["report", "--campaign", "one", "--by", "role"], ["report", "--campaign", "one"],
      ] {
        try place.expect(
          command + ["-o", "out", "--force"],
          stderr: "out: in it is what Waymark did not write, or what was changed since: \(named); "
            + "nothing was replaced; move that elsewhere, or name another folder\n", exit: 74)
      }
      #expect(try state(place) == before)
    }
  }

  @Test func `A list that was written before it had a kind and a version is read as before`() throws
  {
    try withTemporaryFolder { folder in
      let list = #"{"files": [{"bytes": 1, "path": "a.csv", "sha256": "00"}], "kind": "release"}"#
      try Data(list.utf8).write(to: URL(fileURLWithPath: folder + "/waymark-files.json"))
      let manifest = try #require(FolderManifest(in: folder))
      #expect(manifest.kind == .release && manifest.files.map(\.path) == ["a.csv"])
    }
  }

  @Test func `A file that changes after it was looked at is seen to have changed`() throws {
    try withTemporaryFolder { folder in
      let url = URL(fileURLWithPath: folder + "/a.csv")
      try Data("one".utf8).write(to: url)
      let manifest = FolderManifest(
        .report, of: [.init(path: "a.csv", bytes: 3, sha256: SHA256.hex("one"))])
      // So long a file has to lie untouched before what was read of it is believed again.
      Thread.sleep(forTimeInterval: 3.5)
      for _ in 0..<2 { #expect(try manifest.contents(of: folder).own == ["a.csv"]) }
      let file = try FileHandle(forWritingTo: url)
      try file.write(contentsOf: Data("two".utf8))
      try file.close()
      #expect(try manifest.contents(of: folder).others.count == 1)
    }
  }

  @Test func `A folder without the list is nobody's but its owner's`() throws {
    try withWorkplace { place in
      try fill(place)
      // A folder of somebody's with files of the names that exports and reports have.
      let made = try place.shell(
        """
        set -e
        mkdir inbox; cp people.csv inbox/responses.csv; cp people.csv inbox/report.json
        cp people.csv inbox/thesis.docx
        cp -R out older; rm older/waymark-files.json
        cp -R out broken; printf '{' > broken/waymark-files.json
        ln -s out link; cp people.csv file
        """)
      #expect(made.exit == 0, "\(made)")
      let before = try state(place)
      for name in ["inbox", "older", "broken"] {
        for command in ["report", "export"] {
          try place.expect(
            [command, "--campaign", "one", "-o", name, "--force"],
            stderr: "\(name): it has no list of what Waymark wrote there (waymark-files.json), so "
              + "that nothing in it is replaced; name another folder\n", exit: 74)
        }
      }
      for (name, message, exit) in [
        ("link", "link: this is a link; name what it leads to\n", 74),
        ("file", "file: this is no folder; name another one\n", 74),
        (".", "-o '.': name a folder of its own, such as exports/report\n", 64),
        ("..", "-o '..': name a folder of its own, such as exports/report\n", 64),
        ("out/..", "-o 'out/..': name a folder of its own, such as exports/report\n", 64),
        (
          "responses", "responses: this was not written by the same command; name another folder\n",
          74
        ),
      ] as [(String, String, Int32)] {
        try place.expect(
          ["report", "--campaign", "one", "-o", name, "--force"], stderr: message, exit: exit)
      }
      #expect(try state(place) == before)
    }
  }

  @Test func `A store in the folder stays, the one in use and any other`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 40 -o people.csv
        "$waymark" import responses people.csv --campaign one --new --store s.sqlite
        "$waymark" export --campaign one --store s.sqlite -o out
        mv s.sqlite out/committee.sqlite
        """)
      #expect(made.exit == 0, "\(made)")
      let store = try place.bytes(place.folder + "/out/committee.sqlite")
      let outcome = try place.run(
        "export", "--campaign", "one", "--store", "out/committee.sqlite", "-o", "out", "--force")
      #expect(outcome.exit == 74)
      #expect(outcome.stderr.contains("committee.sqlite"))
      let isAsBefore = try place.bytes(place.folder + "/out/committee.sqlite") == store
      #expect(isAsBefore)
    }
  }

  @Test func `Without --force nothing is replaced, and what is missing hinders nobody`() throws {
    try withWorkplace { place in
      try fill(place)
      let before = try state(place)
      try place.expect(
        ["report", "--campaign", "one", "-o", "out"],
        stderr: "out: it is there already; --force replaces it\n", exit: 74)
      #expect(try state(place) == before)
      #expect(try place.shell("rm -r out/data out/report.html").exit == 0)
      #expect(try place.run("report", "--campaign", "one", "-o", "out/", "--force").exit == 0)
      #expect(try state(place) == before)
    }
  }

  @Test func `The list agrees with what sha256sum and wc say, and is the same for the same files`()
    throws
  {
    try withWorkplace { place in
      try fill(place)
      for folder in ["out", "responses"] {
        let list = try JSONSerialization.jsonObject(
          with: Data(try place.bytes(place.folder + "/\(folder)/waymark-files.json")))
        let files = try #require((list as? [String: Any])?["files"] as? [[String: Any]])
        let lines = files.map { file in
          "\(file["sha256"] ?? "")  \(file["path"] ?? "")\n\(file["bytes"] ?? "") \(file["path"] ?? "")\n"
        }
        let found = try place.shell(
          """
          cd \(folder)
          find . -type f ! -name waymark-files.json | sed 's,^./,,' | LC_ALL=C sort |
            while read -r file; do sha256sum "$file"; wc -c "$file"; done
          """)
        #expect(found.stdout == lines.joined())
      }
      let before = try place.bytes(place.folder + "/out/waymark-files.json")
      #expect(try place.run("report", "--campaign", "one", "-o", "again").exit == 0)
      #expect(try place.bytes(place.folder + "/again/waymark-files.json") == before)
    }
  }
}
