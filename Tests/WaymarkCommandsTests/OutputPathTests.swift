import Foundation
import Testing
import WaymarkTestSupport

/// Where results are written, and what stands there already.
struct OutputPathTests {
  // MARK: - What stands there already

  @Test func `An existing file stays unless --force is given`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      try place.write(Array("mine".utf8), to: place.folder + "/profile.html")
      for command in ["profile", "path"] {
        try place.expect(
          command, "-o", "profile.html",
          stderr: "profile.html: it is there already; --force replaces it\n", exit: 74)
        #expect(try place.text("profile.html") == "mine")
      }
      #expect(try place.run("profile", "-o", "profile.html", "--force").exit == 0)
      #expect(try place.text("profile.html").hasPrefix("<!DOCTYPE html>"))
      #expect(try place.names(in: place.folder) == ["profile.html"])
    }
  }

  @Test func `A folder, a link and a missing folder are refused, with --force too`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(mkdir(place.folder + "/folder", 0o700) == 0)
      #expect(symlink("/etc/waymark-target", place.folder + "/dangling.html") == 0)
      #expect(symlink("folder", place.folder + "/link.html") == 0)
      for options in [["--format", "html"], ["--format", "html", "--force"]] {
        for (name, message) in [
          ("folder", "folder: this is a folder; name a file in it\n"),
          ("dangling.html", "dangling.html: this is a link; name what it leads to\n"),
          ("link.html", "link.html: this is a link; name what it leads to\n"),
          ("none/profile.html", "none/profile.html: No such file or directory\n"),
        ] {
          let outcome = try place.run(["profile", "-o", name] + options)
          #expect(outcome.stderr == message)
          #expect(outcome.exit == 74)
        }
      }
      try place.expect(
        "profile", "-o", "folder/", stderr: "-o 'folder/': name a file, not a folder\n", exit: 64)
      #expect(try place.names(in: place.folder + "/folder").isEmpty)
      #expect(access("/etc/waymark-target", F_OK) != 0)
    }
  }

  @Test func `A pipe is written to, and nobody waits for a reader that is not there`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(mkfifo(place.folder + "/pipe", 0o600) == 0)
      try place.expect(
        "profile", "--format", "json", "-o", "pipe", stderr: "pipe: No such device or address\n",
        exit: 74)
      let outcome = try place.shell(
        "cat pipe & exec 3> pipe; \"$waymark\" -q profile --format json -o pipe; exec 3>&-; wait")
      #expect(outcome.stdout.hasPrefix("{\n"))
      #expect(outcome.stdout.hasSuffix("}\n"))
    }
  }

  @Test func `A full device is an error and no success`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("demo", "--people", "9", "-o", "demo.csv").exit == 0)
      #expect(
        try place.run("import", "responses", "demo.csv", "--campaign", "demo", "--new").exit == 0)
      for command in ["profile", "path", "share", "demo --people 9", "report --campaign demo"] {
        let outcome = try place.shell("exec \"$waymark\" \(command) -o /dev/full > /dev/null")
        #expect(!outcome.stderr.contains("Wrote"))
        #expect(outcome.exit == 74)
        #expect(
          outcome.stderr.hasSuffix(
            command.hasPrefix("report")
              ? "/dev/full: it is there already; --force replaces it\n"
              : "/dev/full: No space left on device\n"))
      }
    }
  }

  @Test func `A device is not replaced by a file, even with --force`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(mkfifo(place.folder + "/pipe", 0o600) == 0)
      let outcome = try place.run("store", "backup", "pipe", "--force")
      #expect(
        outcome.stderr
          == "\(place.folder)/pipe: this is not a regular file; name a file with --store\n")
      #expect(outcome.exit == 74)
      let report = try place.run("demo", "--people", "3", "-o", "/dev/null", "--force")
      #expect(report.exit == 0)
    }
  }

  @Test func `When writing fails the old file stays and no piece of the new one is left`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("demo", "--people", "9", "-o", "demo.csv").exit == 0)
      try place.write(Array("mine".utf8), to: place.folder + "/copy.sqlite")
      let demo = try place.bytes(place.folder + "/demo.csv")
      let copy = try place.bytes(place.folder + "/copy.sqlite")
      // 80 blocks of 512 bytes; either file would be larger.
      let first = try place.shell(
        "ulimit -f 80; exec \"$waymark\" demo --people 900 -o demo.csv --force")
      #expect(first.stderr == "demo.csv: File too large\n")
      #expect(first.exit == 74)
      let second = try place.shell(
        "ulimit -f 80; exec \"$waymark\" store backup copy.sqlite --force")
      #expect(second.stderr.contains(": File too large; "))
      #expect(second.exit == 74)
      let areAsBefore =
        try place.bytes(place.folder + "/demo.csv") == demo
        && place.bytes(place.folder + "/copy.sqlite") == copy
      #expect(areAsBefore)
      #expect(try place.names(in: place.folder) == ["copy.sqlite", "demo.csv"])
    }
  }

  // MARK: - Standard output

  @Test func `A reader that goes away is no failure`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for command in ["profile", "demo --people 900", "help keys", "assess --help", "--version"] {
        let outcome = try place.shell(
          "{ \"$waymark\" -q \(command); echo $? > status.txt; } | head -c 1 > /dev/null")
        #expect(outcome.stderr.isEmpty, "\(command)")
        #expect(try place.text("status.txt") == "0\n", "\(command)")
      }
    }
  }

  @Test func `A full or closed standard output is a failure`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for command in [
        "profile", "path", "share --dry-run", "demo --people 9", "help keys", "assess --help",
        "--version", "settings", "store info", "store check", "assess --template", "",
      ] {
        let full = try place.shell("exec \"$waymark\" -q \(command) > /dev/full")
        #expect(full.stderr == "standard output: No space left on device\n", "\(command)")
        #expect(full.exit == 74)
        let closed = try place.shell("exec \"$waymark\" -q \(command) >&-")
        #expect(closed.stderr == "standard output: Bad file descriptor\n", "\(command)")
        #expect(closed.exit == 74)
      }
    }
  }

  @Test func `A closed standard output does not become the next file that is opened`() throws {
    try withWorkplace { place in
      let outcome = try place.shell(
        "exec \"$waymark\" assess --script - >&-", input: "3\n\n3\nq\n")
      #expect(outcome.exit == 74)
      let lock = String(decoding: try place.bytes(place.store + ".lock"), as: UTF8.self)
      #expect(lock.wholeMatch(of: /process \d+ \(waymark assess\)\n/) != nil, "\(lock)")
      let quiet = try place.shell("exec \"$waymark\" profile 2>&- <&- | head -1 > /dev/null")
      #expect(quiet.exit == 0)
    }
  }

  // MARK: - Names

  @Test(arguments: [
    (#"new\nline.html"#, #"new\nline.html"#),
    (#"esc\033[31mred.html"#, #"esc\u{1B}[31mred.html"#),
    (#"latin-\351.html"#, #"latin-\xE9.html"#),
    (#"\377\376.html"#, #"\xFF\xFE.html"#),
    (#"plane-\364\217\277\277.html"#, #"plane-\xF4\x8F\xBF\xBF.html"#),
    (#"caf\303\251 'quoted'.html"#, "café 'quoted'.html"),
    (#"bidi-\342\200\256gnp.html"#, #"bidi-\u{202E}gnp.html"#),
  ])
  func `Any name that the system takes is written, and shown escaped`(
    octal: String, shown: String
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      place.environment["octal"] = octal
      let outcome = try place.shell(
        """
        printf "$octal" > name.txt
        name=$(cat name.txt; echo x); name=${name%x}
        "$waymark" profile -o "$name" && test -s "$name" && ls -q | wc -l
        """)
      #expect(outcome.stderr == "Wrote \(shown)\nNext: waymark path\n")
      #expect(outcome.stdout == "2\n")
      #expect(outcome.exit == 0)
      let input = try place.shell(
        """
        name=$(cat name.txt; echo x); name=${name%x}
        exec "$waymark" framework validate -- "$name"
        """)
      #expect(input.stderr.hasPrefix("\(shown):"))
      #expect(input.exit == 65)
    }
  }

  @Test func `A name may have 255 bytes and not one more`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let name = String(repeating: "n", count: 250) + ".html"
      #expect(try place.run("profile", "-o", name).exit == 0)
      #expect(try place.names(in: place.folder) == [name])
      try place.expect(
        "profile", "-o", "n" + name, stderr: "n\(name): File name too long\n", exit: 74)
    }
  }

  @Test func `Names that begin with a dash are names after two dashes`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("store", "backup", "--", "-copy.sqlite").exit == 0)
      #expect(try place.run("profile", "-o=-profile.html").exit == 0)
      #expect(try place.run("--person", "Ana", "assess", "--set", "client.bias=2").exit == 0)
      #expect(try place.names(in: place.folder) == ["-copy.sqlite", "-profile.html"])
      let outcome = try place.run("framework", "validate", "--", "-profile.html")
      #expect(outcome.stderr.hasPrefix("-profile.html:"))
    }
  }

  @Test func `Stores and report folders with names that are no UTF-8 are refused in words`() throws
  {
    try withWorkplace { place in
      let store = try place.shell(
        #"exec "$waymark" assess --set client.bias=2 --store "$(printf 's-\377.sqlite')""#)
      #expect(store.stderr == "--store 's-\\xFF.sqlite': name a file, in UTF-8\n")
      #expect(store.exit == 64)
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }

  // MARK: - Temporary files

  @Test func `No shared temporary folder is used`() throws {
    try withWorkplace { place in
      place.environment["TMPDIR"] = place.folder + "/none"
      try place.finishAssessment()
      for arguments in [
        ["profile", "-o", "p.html"], ["path", "-o", "p.md"], ["share"],
        ["settings", "color", "no"],
        ["store", "backup", "copy.sqlite"], ["demo", "--people", "30", "-o", "demo.csv"],
        ["import", "responses", "demo.csv", "--campaign", "demo", "--new"],
        ["report", "--campaign", "demo", "-o", "report"],
      ] {
        #expect(try place.run(arguments).exit == 0)
      }
      #expect(
        try place.names(in: place.folder) == [
          "copy.sqlite", "demo.csv", "p.html", "p.md", "report", "waymark-response.json",
        ])
      #expect(try place.names(in: place.folder + "/../tmp").isEmpty)
    }
  }

  // Foundation's own way to a path's folder ends the program for one character.
  @Test func `A name of one character is a name`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.shell(
        """
        set -e
        "$waymark" profile -o p
        "$waymark" path -o q
        "$waymark" share -o s
        "$waymark" demo --people 20 -o d
        "$waymark" import responses d --campaign c --new --store t
        "$waymark" report --campaign c --store t -o r
        "$waymark" counts --campaign c --store t -o n
        "$waymark" export --campaign c --store t -o e
        "$waymark" store backup b
        """)
      #expect(outcome.exit == 0, "\(outcome)")
      #expect(
        try place.names(in: place.folder).filter { $0.count == 1 }
          == ["b", "d", "e", "n", "p", "q", "r", "s", "t"])
    }
  }
}
