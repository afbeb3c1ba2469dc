import Foundation
import Testing
import WaymarkTestSupport

/// Who can read what is kept, and what is left after it was erased.
struct PrivacyOfFilesTests {
  @Test func `What is personal is for its owner alone, whatever the umask`() throws {
    try withWorkplace { place in
      let outcome = try place.shell(
        """
        umask 000; set -e
        "$waymark" assess --set client.bias=2
        "$waymark" --person Ana assess --set client.bias=2
        "$waymark" settings color no
        "$waymark" profile -o profile.html
        "$waymark" profile -o profile.json
        "$waymark" path -o path.md
        "$waymark" store backup copy.sqlite
        "$waymark" store check --salvage saved.csv
        touch old.html; "$waymark" profile -o old.html --force
        """)
      #expect(outcome.exit == 0, "\(outcome.stderr)")
      try place.finishAssessment()
      #expect(try place.shell("umask 000; exec \"$waymark\" share").exit == 0)
      for name in try place.names(in: place.folder) {
        #expect(try place.mode(of: place.folder + "/" + name) == 0o600, "\(name)")
      }
      let data = place.home + "/.local/share/waymark"
      let settings = place.home + "/.config/waymark"
      for folder in [
        place.home + "/.local", place.home + "/.local/share", data, data + "/people",
        place.home + "/.config", settings,
      ] {
        #expect(try place.mode(of: folder) == 0o700, "\(folder)")
      }
      for folder in [data, data + "/people", settings] {
        for name in try place.names(in: folder) where name != "people" {
          #expect(try place.mode(of: folder + "/" + name) == 0o600, "\(name)")
        }
      }
    }
  }

  @Test(arguments: [0o000, 0o022, 0o077, 0o277, 0o777])
  func `Their owner can use files and folders whatever the umask, and exports are private`(
    umask: Int
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.shell(
        """
        set -e
        "$waymark" demo --people 40 -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new
        umask 0\(String(umask, radix: 8))
        "$waymark" report --campaign demo
        "$waymark" export --campaign demo -o deep/down/responses
        "$waymark" profile -o profile.html
        "$waymark" demo --people 3 -o people.csv
        "$waymark" --person Ana assess --set client.bias=2
        "$waymark" settings color no
        """)
      #expect(outcome.exit == 0, "\(outcome)")
      let report = place.folder + "/exports/demo-2026-11-23"
      for folder in ["exports", "exports/demo-2026-11-23", "deep", "deep/down"] {
        #expect(
          try place.mode(of: place.folder + "/" + folder) == 0o777 & ~umask | 0o700, "\(folder)")
      }
      #expect(try place.mode(of: report + "/data") == 0o777 & ~umask | 0o700)
      for file in ["report.html", "report.xlsx", "waymark-files.json", "data/areas.csv"] {
        #expect(try place.mode(of: report + "/" + file) == 0o666 & ~umask | 0o600, "\(file)")
      }
      #expect(try place.mode(of: place.folder + "/people.csv") == 0o666 & ~umask | 0o600)
      let responses = place.folder + "/deep/down/responses"
      for folder in [responses, place.home + "/.config/waymark"] {
        #expect(try place.mode(of: folder) == 0o700, "\(folder)")
      }
      for name in try place.names(in: responses) {
        #expect(try place.mode(of: responses + "/" + name) == 0o600, "\(name)")
      }
      #expect(try place.mode(of: place.folder + "/profile.html") == 0o600)
    }
  }

  @Test func `What a killed run leaves is for its owner alone too`() throws {
    try withWorkplace { place in
      var command = place.command(
        "assess", "--script", "-", input: "3\n\n3\n2\n")
      command.program = "/bin/sh"
      command.environment["waymark"] = place.program
      command.arguments = ["-c", "umask 000; exec \"$waymark\" assess --script -"]
      command.kill = .afterText("Saved: 2")
      let killed = try command.run()
      #expect(killed.exit == -SIGKILL)
      let modes = try ["", "-journal", ".lock"].map { try place.mode(of: place.store + $0) }
      #expect(modes == [0o600, 0o600, 0o600])
    }
  }

  // MARK: - Erasing

  /// Whether any file below a folder holds a text.
  private func holds(_ text: String, below folder: String) throws -> Bool {
    let wanted = Array(text.utf8)
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      if [UInt8](data).firstRange(of: wanted) != nil { return true }
    }
    return false
  }

  @Test func `After erasing no file holds a note or an answer`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("assess", "--new", "--set", "client.bias=2").exit == 0)
      var command = place.command(
        "assess", "--script", "-", input: "n\nMy note on the way\n4\n5\n")
      command.kill = .afterText("Saved: 5")
      #expect(try command.run().exit == -SIGKILL)
      // A copy that was being made when its run was killed.
      let left = place.home + "/.local/share/waymark/.waymark.sqlite.waymark-0a1b2c3d"
      #expect(mkdir(left, 0o700) == 0)
      try place.write(try place.bytes(place.store), to: left + "/new")
      for name in [".replaced-1", ".replaced-1-journal"] {
        try place.write(try place.bytes(place.store), to: place.store + name)
      }
      // Files of the person's own stay.
      try place.write(Array("mine".utf8), to: place.store + ".mine")
      #expect(try holds("My note on", below: place.home))
      #expect(try holds("My note on the way", below: place.home))
      let outcome = try place.run("store", "erase", "--force")
      #expect(outcome.exit == 0)
      #expect(
        outcome.stdout
          == (["", "-journal", ".replaced-1", ".replaced-1-journal"].map { place.store + $0 } + [
            left
          ])
          .map { "Removed \($0)\n" }.joined())
      #expect(try !holds("My note", below: place.home))
      #expect(try !holds("client.", below: place.home))
      #expect(
        try place.names(in: place.home + "/.local/share/waymark") == ["waymark.sqlite.mine"])
      let profile = try place.run("profile")
      #expect(
        profile.stderr == "You have not rated yourself yet; begin with: waymark assess\n")
      #expect(profile.exit == 65)
    }
  }

  @Test func `Erasing one person's store leaves the others', and not even the name`() throws {
    try withWorkplace { place in
      for name in ["Ana", "Bo"] {
        #expect(try place.run("--person", name, "assess", "--set", "client.bias=2").exit == 0)
      }
      #expect(try place.run("--person", "ANA", "store", "erase", "--force").exit == 0)
      let left = try place.names(in: place.home + "/.local/share/waymark/people")
      #expect(left == ["bo.sqlite", "bo.sqlite-journal", "bo.sqlite.lock"])
    }
  }

  @Test func `A note that was written anew leaves nothing of the old one`() throws {
    try withWorkplace { place in
      let notes = "3\n\nn\nThe first and secret note\nn\nThe second note\n4\n3\nb\nb\ns\nq\n"
      let outcome = try place.run("assess", "--script", "-", input: notes)
      #expect(outcome.exit == 0)
      #expect(try holds("The second note", below: place.home))
      #expect(try !holds("The first and secret note", below: place.home))
    }
  }

  @Test func `Erasing asks first, and keeps everything without a yes`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      try place.expect(
        "store", "erase",
        stderr: "store erase: it asks first; --force erases without asking\n", exit: 64)
      for answer in ["\n", "no\n", "ERASE\n", "\u{4}"] {
        let terminal = try place.terminal("store", "erase")
        try terminal.wait(for: "press Enter to keep everything: ")
        terminal.type(answer)
        #expect(try terminal.end().text.hasSuffix("Nothing was removed.\n"))
        #expect(access(place.store, F_OK) == 0)
      }
      let terminal = try place.terminal("store", "erase")
      try terminal.wait(for: "press Enter to keep everything: ")
      terminal.type("erase\n")
      #expect(try terminal.end().text.contains("\nRemoved \(place.store)\n"))
      #expect(access(place.store, F_OK) != 0)
    }
  }

  // MARK: - Places

  @Test func `A store is not put where everybody may write, a folder behind a link is fine`() throws
  {
    try withWorkplace { place in
      let folder = place.folder + "/open"
      #expect(mkdir(folder, 0o700) == 0)
      #expect(symlink("open", place.folder + "/link") == 0)
      #expect(
        try place.run("assess", "--set", "client.bias=2", "--store", "link/s.sqlite").exit == 0)
      let info = try place.run("store", "info", "--store", "link/../link/s.sqlite")
      #expect(info.stdout.hasPrefix("Store: \(folder)/s.sqlite\n"))
      #expect(chmod(folder, 0o777) == 0)
      for name in ["open/s.sqlite", "link/s.sqlite", "open/new.sqlite"] {
        let path = folder + "/" + (name as NSString).lastPathComponent
        let outcome = try place.run("assess", "--set", "client.bias=3", "--store", name)
        #expect(
          outcome.stderr
            == "\(path): everybody may write to its folder \(folder); take that right away "
            + "(chmod o-w), or choose another place with --store\n")
        #expect(outcome.exit == 74)
      }
      #expect(
        try place.names(in: folder).filter { $0.hasPrefix("new") }.isEmpty)
      #expect(chmod(folder, 0o1777) == 0)
      #expect(
        try place.run("assess", "--set", "client.bias=4", "--store", "open/s.sqlite").exit == 0)
    }
  }

  @Test func `Two names of one store are one store with one lock, and erasing one erases it`()
    throws
  {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      #expect(symlink(place.store, place.folder + "/alias.sqlite") == 0)
      let terminal = try place.terminal("assess")
      try terminal.wait(for: "> ")
      let held = try place.run(
        "assess", "--set", "client.bias=3", "--store", "alias.sqlite")
      #expect(held.exit == 75)
      terminal.type("q")
      #expect(try terminal.end().exit == 0)
      let erased = try place.run("store", "erase", "--force", "--store", "alias.sqlite")
      #expect(erased.stdout.contains("Removed \(place.store)\n"))
      #expect(access(place.store, F_OK) != 0)
    }
  }

  @Test(arguments: [".", "pipe", "/dev/null", "dangling"])
  func `What is no file is no store, and erasing it removes nothing`(name: String) throws {
    try withWorkplace { place in
      #expect(mkfifo(place.folder + "/pipe", 0o600) == 0)
      #expect(symlink("nowhere", place.folder + "/dangling") == 0)
      for arguments in [["store", "info"], ["store", "erase", "--force"]] {
        let outcome = try place.run(arguments + ["--store", name])
        #expect(
          outcome.stderr.hasSuffix(": this is not a regular file; name a file with --store\n"))
        #expect(outcome.exit == 74)
      }
      #expect(
        try place.names(in: place.folder).filter { !$0.hasSuffix(".lock") } == ["dangling", "pipe"])
    }
  }
}
