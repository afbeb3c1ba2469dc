import Foundation
import Testing
import WaymarkTestSupport

@Suite struct BackupTests {
  @Test(arguments: ["copy.sqlite", "./copy.sqlite", "../${PWD##*/}/copy.sqlite"])
  func `A backup goes where its name says from the working folder`(name: String) throws {
    try withWorkplace { place in
      let outcome = try place.shell(
        """
        set -e
        "$waymark" assess --set client.respect=3
        "$waymark" store backup \(name)
        "$waymark" store info --store copy.sqlite
        """)
      #expect(outcome.exit == 0, "\(outcome)")
      #expect(outcome.stdout.contains("1 answer,"))
      #expect(try place.names(in: place.folder) == ["copy.sqlite"])
    }
  }

  // MARK: - Going back

  @Test func `A copy takes the place of the store, and what stood there is kept`() throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      #expect(try place.run("store", "backup", "copy.sqlite").exit == 0)
      #expect(try place.run("assess", "--set", "client.bias=4").exit == 0)
      for number in 1...2 {
        try place.expect(
          "store", "restore", "copy.sqlite",
          stderr: "Put copy.sqlite in the place of \(place.store)\n"
            + "What stood there before is kept as \(place.store).replaced-\(number)\n")
        #expect(try place.answers() == ["client.bias": "2"])
      }
      let earlier = try place.run("store", "info", "--store", place.store + ".replaced-1")
      #expect(earlier.stdout.contains("1 answer"))
      #expect(try place.mode(of: place.store) == 0o600)
      #expect(try place.run("assess", "--set", "client.bias=5").exit == 0)
      #expect(try place.answers() == ["client.bias": "5"])
      #expect(try place.run("store", "info", "--store", "copy.sqlite").exit == 0)
    }
  }

  // A copy from before a publication would let the same people be published once more, with a few others.
  @Test func `What was published since a copy was made is not forgotten by going back to it`()
    throws
  {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 61 --seed 7 -o all.csv
        head -n 61 all.csv > people.csv
        "$waymark" campaign new spring --table role
        "$waymark" import responses people.csv --campaign spring --new
        "$waymark" store backup copy.sqlite
        "$waymark" report --campaign spring --publish --yes -o spring
        "$waymark" store restore copy.sqlite
        """)
      #expect(
        made.exit == 0
          && made.stderr.hasSuffix(
            "What was published or exported since then stays in its ledger.\n"),
        "\(made)")
      let late = try place.run("import", "responses", "all.csv", "--campaign", "spring", "--new")
      #expect(late.exit == 65 && late.stderr.contains("was published on"), "\(late)")
      // A table holds nothing that is still taken in: what people take back, or cards.
      #expect(late.stderr.hasSuffix("\nNothing was taken in.\n"), "\(late)")
      #expect(
        try place.run("report", "--campaign", "spring", "--publish", "--yes", "-o", "again").exit
          == 0)
      #expect(try place.text("again/ledger.json") == place.text("spring/ledger.json"))
      #expect(try place.run("store", "check").stdout == "The store is sound.\n")
      // One that has published what the store has not would leave its own chain.
      let other = try place.shell(
        """
        "$waymark" campaign new autumn --table years --store other.sqlite
        "$waymark" import responses all.csv --campaign autumn --new --store other.sqlite
        "$waymark" report --campaign autumn --publish --yes -o autumn --store other.sqlite
        "$waymark" store restore other.sqlite
        """)
      #expect(
        other.exit == 77 && other.stderr.contains("that this store does not know of"), "\(other)")
    }
  }

  // What was sent cannot be called back by a copy: a revision that is used twice would be refused.
  @Test(arguments: [(false, 3), (true, 51)])
  func `Shared answers can be taken back after going back to a copy`(
    isDamaged: Bool, revision: Int
  ) throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" assess --template | awk -F, 'NR==1{print} NR>1{printf "%s,3,,\\r\\n",$1}' > me.csv
        "$waymark" assess --answers me.csv --role librarian --no-input
        "$waymark" store backup copy.sqlite
        "$waymark" share --no-input -o one.json
        "$waymark" share --no-input -o two.json
        """)
      #expect(made.exit == 0, "\(made)")
      if isDamaged { try place.write(Array("Dear diary".utf8), to: place.store) }
      let back = try place.shell(
        """
        set -e
        "$waymark" store restore copy.sqlite
        "$waymark" share --withdraw --no-input -o back.json
        export WAYMARK_STORE=there.sqlite
        "$waymark" campaign new spring
        "$waymark" import responses two.json --campaign spring --new
        "$waymark" import responses back.json --campaign spring --new
        """)
      #expect(back.exit == 0, "\(back)")
      #expect(try place.text("back.json").contains("\"revision\" : \(revision),"))
      #expect(back.stdout.hasSuffix("Responses: 0 new, 1 withdrawn\n"), "\(back)")
    }
  }

  @Test func `A copy takes the place of a damaged store, and of none`() throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      #expect(try place.run("store", "backup", "copy.sqlite").exit == 0)
      let damaged = Array("Dear diary".utf8)
      try place.write(damaged, to: place.store)
      // A journal that lies there belongs to what stood there.
      try place.write(Array("Dear journal".utf8), to: place.store + "-journal")
      #expect(try place.run("store", "restore", "copy.sqlite").exit == 0)
      #expect(try place.answers() == ["client.bias": "2"])
      #expect(try place.bytes(place.store + ".replaced-1") == damaged)
      #expect(try place.run("store", "erase", "--force").exit == 0)
      try place.expect(
        "store", "restore", "copy.sqlite",
        stderr: "Put copy.sqlite in the place of \(place.store)\n")
      #expect(try place.answers() == ["client.bias": "2"])
    }
  }

  @Test func `A copy that is damaged, newer, missing or no store does not take the place`() throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      #expect(try place.run("store", "backup", "copy.sqlite").exit == 0)
      let before = try place.bytes(place.store)
      let copy = try place.bytes(place.folder + "/copy.sqlite")
      func expectRefusal(_ part: String, exit: Int32, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = copy
        change(&bytes)
        try place.write(bytes, to: place.folder + "/bad.sqlite")
        let outcome = try place.run("store", "restore", "bad.sqlite")
        #expect(outcome.exit == exit)
        #expect(outcome.stderr.contains("bad.sqlite: \(part)"))
        #expect(try place.bytes(place.folder + "/bad.sqlite") == bytes)
      }
      try expectRefusal("this copy is damaged (", exit: 74) { bytes in
        let answer = bytes.lastRange(of: Array("client.bias2".utf8))
        if let answer { bytes[answer.upperBound - 1] = UInt8(ascii: "3") }
      }
      try expectRefusal("the store was written by a newer Waymark", exit: 74) { $0[62] = 1 }
      try expectRefusal("this is a database of another program", exit: 74) { $0[68] = 0 }
      try expectRefusal("this copy is damaged (the file is empty)", exit: 74) { $0 = [] }
      let missing = try place.run("store", "restore", "none.sqlite")
      #expect(missing.exit == 65)
      #expect(
        missing.stderr == "none.sqlite: No such file or directory; name the copy that "
          + "`waymark store backup` made\n")
      #expect(try place.run("store", "restore", place.store).exit == 74)
      let isUntouched = try place.bytes(place.store) == before
      #expect(isUntouched)
      #expect(
        try place.names(in: place.home + "/.local/share/waymark")
          == ["waymark.sqlite", "waymark.sqlite-journal", "waymark.sqlite.lock"])
    }
  }

  @Test func `While somebody answers no copy takes the place`() throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      #expect(try place.run("store", "backup", "copy.sqlite").exit == 0)
      let terminal = try place.terminal("assess", "--new")
      try terminal.wait(for: "Role: ")
      #expect(try place.run("store", "restore", "copy.sqlite").exit == 75)
      terminal.type("\u{4}")
      _ = try terminal.end()
    }
  }
}
