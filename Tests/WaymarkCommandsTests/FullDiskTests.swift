import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

/// Whether the tests may mount folders of their own, which takes root.
private let canMount: Bool = {
  let result = try? withWorkplace { try $0.shell("unshare -m mount -t tmpfs none \"$HOME\"").exit }
  return result == 0
}()

/// Disks that are full, read-only or not ours, and limits of the system.
struct FullDiskTests {
  private static let script = "3\n\n3\n2\nn\nA note for me\n4\nq\n"

  @Test(.enabled(if: canMount, "mounting needs root"), arguments: [16, 48, 96, 160, 240])
  func `A full disk is named, nothing kept is lost, and with space the next run works`(
    kilobytes: Int
  ) throws {
    try withWorkplace { place in
      let outcome = try place.shell(
        """
        exec unshare -m sh -c '
          mount -t tmpfs -o size=\(kilobytes)k none "$HOME" || exit 99
          cat > script
          "$waymark" assess --script script > first.txt 2> errors.txt
          echo $? > status.txt
          "$waymark" store check > check.txt 2>> /dev/null
          mount -o remount,size=4m "$HOME"
          "$waymark" assess --script script > second.txt
          echo $? >> status.txt
          "$waymark" store check --salvage saved.csv
        '
        """, input: Self.script)
      #expect(outcome.exit == 0)
      #expect(try place.text("status.txt") == "74\n0\n")
      #expect(
        try place.text("errors.txt")
          == "\(place.store): No space left on device; nothing that was saved before is lost; "
          + "mend that and try again\n")
      #expect(["", "The store is sound.\n"].contains(try place.text("check.txt")))
      let saved = try place.text("first.txt").components(separatedBy: "Saved: ").count - 1
      #expect(
        try place.text("second.txt").contains(
          saved == 0 ? "of 63" : "Welcome back. \(saved) of 63 answered"))
      #expect(try place.text("second.txt").hasSuffix("Saved. Go on with: waymark assess\n"))
    }
  }

  @Test(arguments: [1, 32, 100])
  func `A limit on the size of files is an error, not the end of the program`(kilobytes: Int) throws
  {
    try withWorkplace { place in
      // The blocks of POSIX have 512 bytes.
      let outcome = try place.shell(
        "ulimit -f \(kilobytes * 2); exec \"$waymark\" assess --script -", input: Self.script)
      #expect(outcome.exit == 74)
      #expect(
        outcome.stderr
          == "\(place.store): File too large; nothing that was saved before is lost; "
          + "mend that and try again\n")
      let next = try place.run("assess", "--script", "-", input: Self.script)
      #expect(next.exit == 0)
      try place.expect("store", "check", stdout: "The store is sound.\n")
    }
  }

  @Test func `Without file descriptors the program does not begin`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for count in [6, 12] {
        let outcome = try place.shell("ulimit -n \(count); exec \"$waymark\" profile")
        #expect(outcome.exit == 74)
        #expect(
          outcome.stderr
            == "waymark: Too many open files; nothing was changed; raise the limit (ulimit -n) or "
            + "close other programs\n")
      }
      let enough = try place.shell("ulimit -n 24; exec \"$waymark\" profile")
      #expect(enough.exit == 0)
    }
  }

  // MARK: - Read-only

  @Test(.enabled(if: canMount, "mounting needs root"))
  func `On a read-only disk results are read, and nothing is asked that could not be kept`() throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.shell(
        """
        exec unshare -m sh -c '
          mount --bind "$HOME" "$HOME" && mount -o remount,bind,ro "$HOME" || exit 99
          "$waymark" profile > profile.txt 2> /dev/null && "$waymark" path > path.txt 2> /dev/null
          "$waymark" store check
          for arguments in "assess --new" "assess --new --script -" "share" "settings color no"
          do "$waymark" $arguments; echo "exit $?"; done
        '
        """)
      #expect(try place.text("profile.txt").hasPrefix("Your profile, "))
      #expect(try place.text("path.txt").isEmpty == false)
      #expect(
        outcome.stdout
          == "The store is sound.\nexit 64\nexit 74\nexit 74\nexit 74\n")
      let reason =
        "the store cannot be written (Read-only file system); ask for the right to write to it, "
        + "or choose another place with --store\n"
      #expect(
        outcome.stderr
          == "assess: standard input is no terminal; give --answers FILE, --set ID=N or --script -\n"
          + "\(place.store): \(reason)\(place.store): \(reason)"
          + "\(place.home)/.config: Read-only file system; nothing that was saved before is lost; "
          + "mend that and try again\n")
    }
  }

  @Test(.enabled(if: canMount, "mounting needs root"))
  func `What a killed run left is read on a read-only disk too`() throws {
    try withWorkplace { place in
      var command = place.command("assess", "--script", "-", input: "3\n\n3\n2\n")
      command.kill = .afterText("Saved: 2")
      #expect(try command.run().exit == -SIGKILL)
      let outcome = try place.shell(
        """
        exec unshare -m sh -c '
          mount --bind "$HOME" "$HOME" && mount -o remount,bind,ro "$HOME" || exit 99
          exec "$waymark" store info
        '
        """)
      #expect(outcome.exit == 0)
      #expect(outcome.stdout.contains(", 2 answers, not finished"))
    }
  }

  // MARK: - Other users

  /// A place that another user may use, and a way to run a script as that user.
  private func withOtherUser(
    _ body: (inout Workplace, _ runs: (Workplace, String) throws -> ProgramRun.Outcome) throws ->
      Void
  ) throws {
    try withWorkplace { place in
      _ = try place.installCopy()
      #expect(
        try place.shell("chmod 0755 \"$HOME/..\" . && chown 65534:65534 \"$HOME\"").exit == 0)
      try body(&place) { place, script in
        try place.shell(
          "exec setpriv --reuid 65534 --regid 65534 --clear-groups sh -c '\(script)'")
      }
    }
  }

  @Test(.enabled(if: canMount, "changing the user needs root"))
  func `A folder that may not be written to is named before anything is asked`() throws {
    try withOtherUser { place, runs in
      place.environment["XDG_DATA_HOME"] = place.folder + "/data"
      let outcome = try runs(place, #"exec "$waymark" assess --set client.bias=2"#)
      #expect(
        outcome.stderr
          == "\(place.folder)/data: Permission denied; nothing that was saved before is lost; "
          + "mend that and try again\n")
      #expect(outcome.exit == 74)
    }
  }

  @Test(.enabled(if: canMount, "changing the user needs root"))
  func `A store that may only be read gives results, and no questions`() throws {
    try withOtherUser { place, runs in
      let begun = try runs(place, #"exec "$waymark" assess --set client.bias=2"#)
      #expect(begun.exit == 0)
      #expect(try place.shell("chmod 0400 \"$HOME\"/.local/share/waymark/*").exit == 0)
      #expect(try place.shell("chmod 0500 \"$HOME\"/.local/share/waymark").exit == 0)
      #expect(try runs(place, #"exec "$waymark" profile"#).exit == 0)
      let refused = try runs(place, #"exec "$waymark" assess --set client.bias=3"#)
      #expect(
        refused.stderr
          == "\(place.store): the store cannot be written (Permission denied); ask for the right to "
          + "write to it, or choose another place with --store\n")
      #expect(refused.exit == 74)
    }
  }

  @Test(.enabled(if: canMount, "changing the user needs root"))
  func `A store of another user is refused`() throws {
    try withOtherUser { place, runs in
      try place.finishAssessment()
      #expect(try place.shell("chmod -R go+rX \"$HOME\"").exit == 0)
      #expect(try place.shell("chmod 0777 \"$HOME/.local/share/waymark\"").exit == 0)
      #expect(try place.shell("chmod +t \"$HOME/.local/share/waymark\"").exit == 0)
      for arguments in ["profile", "store info"] {
        let outcome = try runs(place, "exec \"$waymark\" \(arguments)")
        #expect(
          outcome.stderr
            == "\(place.store): it belongs to another user; choose another place with --store\n")
        #expect(outcome.exit == 74)
      }
    }
  }
}
