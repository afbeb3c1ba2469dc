import Foundation
import Testing
import WaymarkTestSupport

/// What reaches a terminal, whatever stands in frameworks, files, names and arguments.
struct TerminalOutputTests {
  /// What XML lets through: C1 controls, overrides of direction, separators, characters that hide.
  private static let hostile = "&#x9B;31m&#x85;&#x202E;gnp&#x2028;&#x2066;&#x200B;&#xFEFF;|"

  /// A place whose documents have a hostile text in every place for people.
  private func withHostileDocuments(_ body: (inout Workplace) throws -> Void) throws {
    try withWorkplace { place in
      let documents = try place.installCopy()
      for name in try place.names(in: documents) where name.hasSuffix(".xml") {
        let path = documents + "/" + name
        let text = String(decoding: try place.bytes(path), as: UTF8.self)
        let changed = text.replacing(/>([^<>\s][^<>]*)</) {
          // Names have 120 characters at most.
          ">\($0.1.prefix(90))\(Self.hostile)<"
        }
        .replacing(/provider="[^"]*/) { "\($0.0)\(Self.hostile)" }
        #expect(changed.count > text.count)
        try place.write(Array(changed.utf8), to: path)
      }
      try body(&place)
    }
  }

  /// A whole sitting: help everywhere, a note, picks, areas, back, wrong input, stop.
  private static let sitting =
    "h\nx\u{1B}[2J\u{9B}2J\u{202E}\n3\nh\n\n3\nb\n\nn\nA note \u{9B}31m \u{202E}\nn\n\nh\nzz\n"
    + "0\n0\n0\ny\n\n\n1\n2\n3\n4\n5\n1\n2\n3\n4\n5\n1,2\nf\n1\nf\n"

  @Test func `Nothing in a framework steers a terminal, in any form of any result`() throws {
    try withHostileDocuments { place in
      var outcomes = [try place.run("assess", "--script", "-", input: Self.sitting)]
      #expect(outcomes[0].stdout.contains("\\u{9B}31m\\u{85}\\u{202E}gnp\\u{2028}"))
      #expect(outcomes[0].stdout.contains("Saved as important: "))
      #expect(outcomes[0].stdout.contains("Finished and saved."))
      #expect(try place.run("demo", "--people", "40", "-o", "demo.csv").exit == 0)
      for line in [
        "profile", "profile --accessible", "profile --format json", "profile --format html",
        "path", "path --accessible", "path --format json", "path --format html",
        "path --format md", "share", "framework list", "framework show children-services",
        "framework show client.respect", "framework show children-services --format json",
        "store info", "", "import responses demo.csv --campaign demo --new",
        "report --campaign demo --by role -o report", "profile --role solo --role manager",
        "assess --template",
      ] {
        let outcome = try place.run(line.split(separator: " ").map(String.init))
        #expect(outcome.exit == 0, "\(line): \(outcome.stderr)")
        outcomes.append(outcome)
      }
      for outcome in outcomes {
        #expect(ControlBytes.found(in: outcome.output) == [])
        #expect(ControlBytes.found(in: outcome.errors) == [])
      }
      for name in ["report/report.md", "report/report.json"] {
        #expect(ControlBytes.found(in: try place.bytes(place.folder + "/" + name)) == [])
      }
    }
  }

  @Test func `On a terminal there is colour and nothing else, and none where it is not wanted`()
    throws
  {
    try withHostileDocuments { place in
      for (arguments, variable, isColoured) in [
        ([], "", true), (["--no-color"], "", false), ([], "NO_COLOR=1", false),
        ([], "TERM=dumb", false), (["--accessible"], "", false), ([], "ACCESSIBLE=1", false),
      ] {
        var run = place
        let parts = variable.split(separator: "=").map(String.init)
        if parts.count == 2 { run.environment[parts[0]] = parts[1] }
        let isByLine = arguments.contains("--accessible") || variable == "ACCESSIBLE=1"
        let terminal = try run.terminal(["assess", "--new"] + arguments)
        let prompt = isByLine ? "\nChoice: " : "\n> "
        for (awaited, keys) in [
          (isByLine ? prompt : "Role: ", "3\n"), (isByLine ? prompt : "Area: ", "\n"),
          (prompt, "3"), (prompt, "h"), (isByLine ? prompt : "to go on: ", "\n"),
          (prompt, "\u{1B}[Ax"), (prompt, "b"), (prompt, "\n"),
          (prompt, "n"), ("Note: ", "note\n"), (prompt, "s"),
        ] {
          try terminal.wait(for: awaited)
          terminal.type(isByLine && !keys.hasSuffix("\n") ? keys + "\n" : keys)
        }
        try terminal.wait(for: "Skipped for now")
        terminal.type(isByLine ? "q\n" : "q")
        #expect(try terminal.end().exit == 0)
        // What a terminal shows of typed control characters is its own: `^[` for escape.
        let isEdited = !isByLine && variable != "TERM=dumb"
        #expect(
          ControlBytes.found(
            in: terminal.printed, allowingColour: isColoured, allowingEditing: isEdited) == [])
        #expect(terminal.printed.contains(0x1B) == isEdited)
        #expect(terminal.printed.contains("\u{1B}[3".utf8) == isColoured)
      }
    }
  }

  @Test func `Colour is for terminals, unless it is forced`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(!(try place.run("profile").output.contains(0x1B)))
      place.environment["FORCE_COLOR"] = "1"
      let forced = try place.run("profile")
      #expect(forced.output.contains(0x1B))
      #expect(ControlBytes.found(in: forced.output, allowingColour: true) == [])
      #expect(!(try place.run("profile", "--no-color").output.contains(0x1B)))
      #expect(!(try place.run("profile", "--accessible").output.contains(0x1B)))
      #expect(!(try place.run("profile", "--format", "json").output.contains(0x1B)))
    }
  }

  // MARK: - Arguments, names, files

  private static let nasty = #"x\033]52;c;eA==\a\033[31m\r\b\302\233\342\200\256\177y"#

  private static let lines = [
    "$x", "help $x", "profile $x", "profile --assessment $x", "profile --compare $x",
    "profile --role $x", "profile --format $x", "profile -o none/$x.html", "profile -o $x",
    "profile --$x", "path --hours $x", "path --steps $x", "path --language $x",
    "assess --new --role $x", "assess --new --area $x", "assess --set $x", "assess --set $x=3",
    "assess --set client.bias=$x", "assess --answers $x", "assess --script $x",
    "assess --person $x --set client.bias=3", "assess --store none/$x --set client.bias=3",
    "store info --store $x", "store backup none/$x", "store $x", "settings $x",
    "settings color $x", "settings language $x", "--lang $x profile", "import responses $x",
    "import responses $x --campaign demo --new", "import responses . --campaign $x --new",
    "report --campaign $x", "report --campaign demo --by $x", "demo --seed $x",
    "demo --people 9 --framework $x", "framework validate $x", "framework show $x",
    "share --assessment $x -o $x", "store check --salvage none/$x",
  ]

  @Test func `Nothing in an argument steers a terminal`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for line in Self.lines {
        let script = line.replacing("$x", with: "\"$x\"")
        let outcome = try place.shell(
          "x=$(printf '\(Self.nasty)'); exec \"$waymark\" \(script) < /dev/null")
        #expect(ControlBytes.found(in: outcome.output) == [], "\(line)")
        #expect(ControlBytes.found(in: outcome.errors) == [], "\(line)")
        #expect([0, 64, 65, 74].contains(outcome.exit), "\(line)")
      }
    }
  }

  @Test func `Nothing in a file that is read steers a terminal`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.shell(
        """
        x=$(printf '\(Self.nasty)')
        printf '%s,level\\n%s,3\\n' "$x" "$x" > a.csv
        printf 'competency,level,note\\nclient.%s,%s,"%s"\\nclient.bias,3,"%s"\\n' \\
          "$x" "$x" "$x" "$x" > b.csv
        printf 'respondent_id,%s\\n%s,%s\\n' "$x" "$x" "$x" > c.csv
        printf '{"kind":"%s","%s":1}' "$x" "$x" > d.json
        printf '{"kind":"waymark-response","schema":1,"response":"\\\\u001b[31m\\\\u009b"}' > e.json
        printf '<framework xmlns="%s"><%s></framework>' "$x" "$x" > f.xml
        printf '<framework xmlns="urn:waymark:framework" id="\\302\\233" z="\\302\\233">' > g.xml
        cp a.csv "$x.csv"
        for file in a.csv b.csv "$x.csv" d.json; do "$waymark" assess --new --answers "$file"; done
        for file in a.csv c.csv d.json e.json "$x.csv" . ; do
          "$waymark" import responses "$file" --campaign demo --new
        done
        for file in a.csv d.json f.xml g.xml "$x.csv"; do "$waymark" framework validate "$file"; done
        "$waymark" demo --framework f.xml
        mkdir -p "$HOME/.config/waymark"
        printf '{"%s":"%s"}' "$x" "$x" > "$HOME/.config/waymark/settings.json"
        "$waymark" profile
        printf '{"\\\\u001b[31m\\\\u009b":"no"}' > "$HOME/.config/waymark/settings.json"
        "$waymark" profile
        printf '{"color":"\\\\u001b[31m\\\\u009b"}' > "$HOME/.config/waymark/settings.json"
        "$waymark" profile
        """)
      #expect(outcome.stdout.isEmpty)
      #expect(ControlBytes.found(in: outcome.errors) == [])
      #expect(outcome.stderr.split(separator: "\n").count > 18)
    }
  }

  @Test func `Nothing in the environment steers a terminal`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      for name in [
        "SOURCE_DATE_EPOCH", "LC_ALL", "LANG", "COLUMNS", "WAYMARK_STORE", "WAYMARK_CONFIG",
        "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME", "TZ", "TERM",
      ] {
        let outcome = try place.shell(
          """
          x=$(printf '\(Self.nasty)')
          export \(name)="$x"; "$waymark" profile; "$waymark" assess --new --script - < /dev/null
          export \(name)="/$x"; "$waymark" profile; "$waymark"
          """)
        #expect(ControlBytes.found(in: outcome.output) == [])
        #expect(ControlBytes.found(in: outcome.errors) == [])
      }
    }
  }
}
