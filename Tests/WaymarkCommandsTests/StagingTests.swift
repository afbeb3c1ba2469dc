import Foundation
import Testing
import WaymarkTestSupport

/// What is left of an output that was not finished, and who removes it.
struct StagingTests {
  private static let hasStrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  /// What is being made in the working folder, or was left there.
  private func staged(_ place: Workplace) throws -> [String] {
    try place.names(in: place.folder).filter { $0.contains(".waymark-") }
  }

  private func fill(_ place: Workplace) throws {
    try place.finishAssessment()
    let made = try place.shell(
      """
      set -e
      "$waymark" demo --people 40 -o people.csv
      "$waymark" import responses people.csv --campaign one --new
      "$waymark" profile -o old.html
      "$waymark" report --campaign one -o old
      """)
    #expect(made.exit == 0, "\(made)")
  }

  /// At which of the system calls of a kind, counted from 1, a run is killed.
  private static let kills: [(String, String, Int)] = [
    ("profile -o new.html", "fsync", 1), ("profile -o new.html", "renameat2", 1),
    ("profile -o new.html", "rmdir", 1), ("profile -o old.html --force", "rename", 1),
    ("share -o new.json", "renameat2", 1), ("demo --people 9 -o new.csv", "flock", 1),
    ("plan --campaign one -o new.xlsx", "unlink", 2),
    ("store backup new.sqlite", "fsync", 1), ("store backup new.sqlite", "link", 1),
    ("report --campaign one -o new", "fsync", 1), ("report --campaign one -o new", "unlink", 3),
    ("report --campaign one -o new", "renameat2", 1),
    ("report --campaign one --by role -o old --force", "renameat2", 1),
    ("report --campaign one --by role -o old --force", "rmdir", 1),
    ("export --campaign one -o new", "fsync", 2),
  ]

  // Every third stands for the rest.
  @Test(
    .enabled(if: hasStrace, "strace is not installed"),
    arguments: kills.enumerated().filter { EveryCase.isAsked || $0.offset.isMultiple(of: 3) }
      .map(\.element))
  func `What a killed run left is removed by the next run of the same output`(
    command: String, call: String, number: Int
  ) throws {
    try withWorkplace { place in
      try fill(place)
      let killed = try place.shell(
        "exec strace -f -qq -o trace -e trace=\(call) "
          + "-e inject=\(call):signal=KILL:when=\(number) \"$waymark\" \(command)")
      #expect(killed.exit != 0)
      #expect(try staged(place).count == 1, "\(killed)")
      #expect(try place.mode(of: place.folder + "/" + (staged(place).first ?? "")) == 0o700)
      let next = try place.shell("exec \"$waymark\" \(command) --force")
      #expect(next.exit == 0, "\(next)")
      #expect(try staged(place).isEmpty)
      // Whatever the moment, the output is whole and nothing else is there.
      #expect(
        try place.names(in: place.folder).filter {
          !["old", "old.html", "people.csv", "trace"].contains($0)
        }
        .allSatisfy { $0.hasPrefix("new") })
    }
  }

  @Test(.enabled(if: hasStrace, "strace is not installed"))
  func `What a run that goes on is making stays, and it ends well`() throws {
    try withWorkplace { place in
      let outcome = try place.shell(
        """
        strace -f -qq -o ../trace -e trace=fsync -e inject=fsync:signal=STOP:when=1 \
          "$waymark" -q demo --people 9 -o d.csv & first=$!
        until grep -qs 'stopped by SIGSTOP' ../trace; do sleep 0.05; done
        "$waymark" -q demo --people 9 -o d.csv; echo $?
        ls -A
        kill -CONT "$(head -n 1 ../trace | cut -d ' ' -f 1)"
        wait $first; echo $?
        wc -l < d.csv
        ls -A
        """)
      let lines = outcome.stdout.split(separator: "\n").map(String.init)
      try #require(lines.count == 6, "\(outcome)")
      #expect(lines.first == "0")
      #expect(lines[1].hasPrefix(".d.csv.waymark-"), "\(outcome)")
      // The first finds that the name is taken by now.
      #expect(lines[2...] == ["d.csv", "74", "10", "d.csv"])
      #expect(outcome.stderr == "d.csv: File exists\n")
    }
  }

  @Test func `What was put into a folder while it was replaced is kept under a name that is told`()
    throws
  {
    try withWorkplace { place in
      try fill(place)
      // As a run leaves it that is killed after the folders changed places.
      let made = try place.shell(
        """
        mkdir -m 700 .old.waymark-0123abcd && cp -R old .old.waymark-0123abcd/new &&
          echo mine > .old.waymark-0123abcd/new/added.txt
        """)
      #expect(made.exit == 0)
      let outcome = try place.run("report", "--campaign", "one", "-o", "old", "--force")
      #expect(outcome.exit == 0)
      let kept = try #require(place.names(in: place.folder).first { $0.hasPrefix("old.kept-") })
      #expect(
        outcome.stderr.contains(
          "old: what was put into the old folder meanwhile is in \(kept)\n"), "\(outcome)")
      #expect(try place.text(kept + "/added.txt") == "mine\n")
      #expect(
        try place.names(in: place.folder + "/" + kept) == ["added.txt", "waymark-files.json"])
      #expect(try staged(place).isEmpty)
    }
  }

  @Test func `Folders of others with like names stay`() throws {
    try withWorkplace { place in
      try fill(place)
      let names = [
        ".other.html.waymark-0123abcd", ".new.html.waymark-0123abc", ".new.html.waymark-0123abcg",
        "new.html.waymark-0123abcd", ".new.html.waymark-0123abcd.txt",
      ]
      for name in names { #expect(mkdir(place.folder + "/" + name, 0o700) == 0) }
      let link = ".new.html.waymark-00000000"
      #expect(symlink("old", place.folder + "/" + link) == 0)
      let others = ".new.html.waymark-11111111"
      #expect(mkdir(place.folder + "/" + others, 0o700) == 0)
      let isOthers = chown(place.folder + "/" + others, 65534, 65534) == 0
      #expect(try place.run("profile", "-o", "new.html").exit == 0)
      #expect(
        try Set(names + [link] + (isOthers ? [others] : []))
          .isSubset(of: place.names(in: place.folder)))
      #expect(try place.names(in: place.folder + "/old").count > 5)
    }
  }

  @Test(.enabled(if: hasStrace, "strace is not installed"))
  func `Nothing is made outside the folder of an output, the parts of a spreadsheet neither`()
    throws
  {
    try withWorkplace { place in
      try fill(place)
      for (command, name) in [
        ("report --campaign one -o made", "made"),
        ("plan --campaign one -o made.xlsx", "made.xlsx"),
        ("export --campaign one -o responses", "responses"), ("profile -o p.html", "p.html"),
        ("store backup b.sqlite", "b.sqlite"),
      ] {
        let outcome = try place.shell(
          "exec strace -f -qq -o trace -e trace=open,openat,creat,mkdir,mkdirat \"$waymark\" \(command)"
        )
        #expect(outcome.exit == 0, "\(outcome)")
        // The end of a call that another thread came between; its arguments are where it begins.
        let making = try place.text("trace").split(separator: "\n").filter {
          !$0.contains(" resumed>")
            && ($0.contains("O_CREAT") || $0.contains("creat(") || $0.contains("mkdir"))
        }
        #expect(making.count > 1)
        for call in making where !call.contains("/waymark.sqlite") {
          #expect(call.contains("\(name).waymark-"), "\(command): \(call)")
        }
      }
    }
  }

  @Test(
    .enabled(if: hasStrace, "strace is not installed"),
    arguments: [
      ("profile -o", "new.html"), ("report --campaign one -o", "new"),
      ("store backup", "new.sqlite"),
    ])
  func `Where the disk does not confirm a folder it is said that the new file is in place`(
    command: String, name: String
  ) throws {
    try withWorkplace { place in
      try fill(place)
      let outcome = try place.shell(
        "exec strace -f -qq -o ../trace -P \"$PWD\" -e trace=fsync -e inject=fsync:error=EIO "
          + "\"$waymark\" \(command) \(name)")
      #expect(outcome.exit == 74)
      #expect(
        outcome.stderr.hasSuffix(
          "\(name): it is written, but the disk does not say that it will stay "
            + "(Input/output error); look after the disk before you rely on it\n"), "\(outcome)")
      #expect(try place.names(in: place.folder).contains(name))
      #expect(try staged(place).isEmpty)
    }
  }

  @Test(
    .enabled(if: hasStrace, "strace is not installed"), arguments: ["fchmod", "chmod", "fsync"])
  func `A fault before the end leaves nothing behind`(call: String) throws {
    try withWorkplace { place in
      try fill(place)
      let before = try place.names(in: place.folder)
      for command in [
        "profile -o new.html", "report --campaign one -o new", "store backup new.sqlite",
      ] {
        let outcome = try place.shell(
          "umask 0777; exec strace -f -qq -o ../trace -e trace=\(call) "
            + "-e inject=\(call):error=EIO:when=1 \"$waymark\" \(command)")
        #expect(outcome.exit == 74, "\(command): \(outcome)")
        #expect(outcome.stderr.contains("Input/output error"), "\(command): \(outcome)")
        #expect(try place.names(in: place.folder) == before, "\(command)")
      }
    }
  }
}
