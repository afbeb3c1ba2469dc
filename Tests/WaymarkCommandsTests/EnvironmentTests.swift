import Foundation
import Testing
import WaymarkTestSupport

/// Homes, locales, clocks, widths: what a run finds around it.
struct EnvironmentTests {
  // MARK: - Home

  @Test func `Without a home folder what needs one says so, and the rest works`() throws {
    try withWorkplace { place in
      place.environment["HOME"] = nil
      let message =
        "HOME: it is not set, so there is no folder for your files; "
        + "set HOME, or name a store with --store FILE\n"
      for home in [nil, "", "relative"] {
        place.environment["HOME"] = home
        place.environment["XDG_DATA_HOME"] = home
        place.environment["XDG_CONFIG_HOME"] = home
        for arguments in [
          ["profile"], ["assess", "--set", "client.bias=2"], ["store", "info"], [],
        ] {
          let outcome = try place.run(arguments)
          #expect(outcome.stderr == message)
          #expect(outcome.exit == 65)
        }
        try place.expect(
          "settings", "color", "no",
          stderr: "HOME: it is not set, so there is no folder for your files; "
            + "set HOME, or name a file with WAYMARK_CONFIG\n", exit: 65)
        for arguments in [
          ["demo", "--people", "3"], ["help", "keys"], ["--version"], ["assess", "--template"],
          ["settings"], ["framework", "list"], ["assess", "--help"],
        ] {
          #expect(try place.run(arguments).exit == 0)
        }
      }
      #expect(
        try place.run("assess", "--set", "client.bias=2", "--store", "here.sqlite").exit == 0)
      place.environment["WAYMARK_STORE"] = "here.sqlite"
      #expect(try place.run("store", "check").exit == 0)
      #expect(
        try place.names(in: place.folder).filter { !$0.hasPrefix("here.sqlite") }.isEmpty)
    }
  }

  @Test(arguments: ["", "relative", "./x"])
  func `A folder variable that is empty or relative counts as not set`(value: String) throws {
    try withWorkplace { place in
      place.environment["XDG_DATA_HOME"] = value
      place.environment["XDG_CONFIG_HOME"] = value
      let outcome = try place.run("assess", "--set", "client.bias=2")
      #expect(outcome.exit == 0)
      #expect(try place.run("settings", "color", "no").exit == 0)
      #expect(access(place.store, F_OK) == 0)
      #expect(access(place.home + "/.config/waymark/settings.json", F_OK) == 0)
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }

  @Test func `Absolute folder variables are used, with any characters in them`() throws {
    try withWorkplace { place in
      let odd = place.folder + "/odd ?#%41'\" é\n-\u{202E}"
      place.environment["XDG_DATA_HOME"] = odd
      #expect(try place.run("assess", "--set", "client.bias=2").exit == 0)
      #expect(access(odd + "/waymark/waymark.sqlite", F_OK) == 0)
      let check = try place.run("store", "info")
      #expect(check.stdout.hasPrefix("Store: "))
      #expect(check.stdout.contains("é\\n-\\u{202E}/waymark/waymark.sqlite\n"))
    }
  }

  // MARK: - Locale, zone, terminal

  private static let variants = [
    ["LC_ALL": "C", "COLUMNS": "0"], ["LC_ALL": "de_DE.UTF-8", "TZ": ":/none"],
    ["LC_ALL": "tr_TR.UTF-8", "COLUMNS": "-1", "TERM": "dumb"],
    ["LANG": "ar_EG.UTF-8", "LC_NUMERIC": "ar_EG.UTF-8", "TZ": "Pacific/Kiritimati"],
    ["LC_ALL": "xx_bad@@", "TZ": "garbage", "COLUMNS": "1000000000", "TERM": ""],
    ["COLUMNS": "41", "NO_COLOR": "1"], ["COLUMNS": "1e9", "FORCE_COLOR": "1"],
    ["ACCESSIBLE": "1"],
  ]

  @Test func `Files for machines have the same bytes whatever the surroundings`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let commands = [
        "profile --format json", "profile --format html", "path --format json",
        "path --format md", "path --format html", "share --dry-run", "demo --people 12 --seed 5",
        "framework show children-services --format json", "assess --template",
      ]
      let usual = try commands.map { try place.shell("exec \"$waymark\" -q \($0)").output }
      #expect(usual.allSatisfy { !$0.isEmpty })
      for variant in Self.variants {
        var run = place
        run.environment.merge(variant) { $1 }
        for (command, expected) in zip(commands, usual) {
          let outcome = try run.shell("exec \"$waymark\" -q \(command)")
          let isSame = outcome.output == expected
          #expect(isSame, "\(variant) \(command)")
          #expect(outcome.exit == 0)
        }
      }
    }
  }

  @Test func `Lines are as wide as COLUMNS says, within reason`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for (columns, width) in [
        ("0", 80), ("-1", 80), ("1000000000", 200), ("99999999999999999999", 80), ("1e9", 80),
        ("", 80), ("wide", 80), ("3", 40), ("60", 60),
      ] {
        place.environment["COLUMNS"] = columns
        for arguments in [["profile"], ["path"], ["assess", "--new", "--script", "-"]] {
          let outcome = try place.run(arguments, input: "3\n\n")
          // An address is never broken.
          let longest =
            outcome.stdout.split(separator: "\n").filter { !$0.contains("https://") }.map(\.count)
            .max() ?? 0
          #expect(longest <= width, "\(columns) \(arguments)")
          #expect(longest > width / 2, "\(columns) \(arguments)")
        }
      }
    }
  }

  // MARK: - Clock

  @Test func `The order of assessments does not come from the clock`() throws {
    try withWorkplace { place in
      for (epoch, day) in [
        ("2147483648", "19 January 2038"), ("0", "1 January 1970"),
        ("253402300799", "31 December 9999"), ("1795392000", "23 November 2026"),
      ] {
        place.environment["SOURCE_DATE_EPOCH"] = epoch
        if epoch != "2147483648" {
          #expect(try place.run("assess", "--new", "--set", "client.bias=2").exit == 0)
        }
        try place.finishAssessment()
        #expect(try place.run("profile").stdout.hasPrefix("Your profile, \(day)\n"))
      }
      let listed = try place.run("store", "info").stdout.split(separator: "\n").dropFirst()
      #expect(
        listed.map { $0.suffix(10) } == ["2026-11-23", "9999-12-31", "1970-01-01", "2038-01-19"])
    }
  }

  @Test func `An assessment goes on when the clock went back`() throws {
    try withWorkplace { place in
      place.environment["SOURCE_DATE_EPOCH"] = "2147483648"
      let begun = try place.run("assess", "--script", "-", input: "3\n\n3\n2\n")
      #expect(begun.exit == 0)
      place.environment["SOURCE_DATE_EPOCH"] = "0"
      let resumed = try place.run("assess", "--script", "-", input: "4\n")
      #expect(resumed.stdout.contains("Welcome back. 2 of 63 answered"))
      #expect(resumed.stdout.contains("About 3"))
      let again = try place.run("assess", "--script", "-", input: "b\nq\n")
      #expect(again.stdout.contains("Back to Fit service to how children develop."))
      #expect(again.stdout.contains("Your answer was 4, In new cases."))
    }
  }

  @Test(arguments: ["now", "-1", "+5", "1e9", " 1", "253402300800", "99999999999999999999"])
  func `A date from the environment that is none is refused`(epoch: String) throws {
    try withWorkplace { place in
      place.environment["SOURCE_DATE_EPOCH"] = epoch
      let outcome = try place.run("assess", "--set", "client.bias=2")
      #expect(outcome.stderr.hasPrefix("SOURCE_DATE_EPOCH: '\(epoch)' is no "))
      #expect(outcome.exit == 65)
    }
  }
}
