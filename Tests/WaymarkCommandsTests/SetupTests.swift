import Foundation
import Testing
import WaymarkTestSupport

/// `script/setup` on machines that lack something, played by programs of the same names.
@Suite struct SetupTests {
  /// A machine: who asks, which Swift there is, and which packages.
  struct Machine: Sendable {
    var user = 1000
    var swift = "Swift version 6.3.1 (swift-6.3.1-RELEASE)"
    var installed: [String] = []
    /// How `apt-get install` ends.
    var apt = 0
  }

  private static let build = [
    "pkg-config", "libxml2-dev", "libsqlite3-dev", "libmd-dev",
    "libxlsxwriter-dev", "zlib1g-dev", "coinor-libcbc-dev",
  ]

  private func setup(_ machine: Machine, _ arguments: String = "") throws -> ProgramRun.Outcome {
    try withWorkplace { place in
      let packages = machine.installed.joined(separator: " ")
      let play = """
        set -e
        mkdir play
        cat >play/id <<'END'
        #!/bin/sh
        echo \(machine.user)
        END
        cat >play/swift <<'END'
        #!/bin/sh
        echo '\(machine.swift)'
        END
        cat >play/dpkg-query <<'END'
        #!/bin/sh
        for package in \(packages); do
          case "$*" in *" $package") echo installed; exit 0 ;; esac
        done
        exit 1
        END
        cat >play/apt-get <<'END'
        #!/bin/sh
        echo "apt-get $*"
        [ "$1" = update ] || exit \(machine.apt)
        END
        chmod +x play/*
        PATH="$PWD/play:$PATH" '\(Checkout.root.path)/script/setup' \(arguments)
        """
      return try place.shell(play)
    }
  }

  @Test func `Nothing is said when nothing is missing`() throws {
    let outcome = try setup(Machine(installed: Self.build))
    #expect(outcome.exit == 0)
    #expect(outcome.stdout.isEmpty && outcome.stderr.isEmpty)
  }

  @Test func `Without root the command that installs what is missing is told`() throws {
    let outcome = try setup(Machine(installed: ["pkg-config", "libxml2-dev", "libmd-dev"]))
    #expect(outcome.exit == 1)
    #expect(outcome.stdout.isEmpty)
    #expect(
      outcome.stderr == """
        script/setup: what is missing is installed by:
          sudo apt-get install libsqlite3-dev zlib1g-dev libxlsxwriter-dev coinor-libcbc-dev

        """)
  }

  @Test func `The tests need more than the build`() throws {
    let outcome = try setup(Machine(installed: Self.build), "--test")
    #expect(outcome.exit == 1)
    #expect(
      outcome.stderr.hasSuffix("  sudo apt-get install librsvg2-2 python3 python3-venv strace\n"))
  }

  @Test func `As root what is missing is installed with one line`() throws {
    let outcome = try setup(Machine(user: 0, installed: Self.build.dropLast()))
    #expect(outcome.exit == 0)
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr == "Installing coinor-libcbc-dev ...\n")
  }

  @Test func `When apt-get fails its words are shown`() throws {
    let outcome = try setup(Machine(user: 0, apt: 100))
    #expect(outcome.exit == 1)
    #expect(outcome.stderr.contains("\napt-get install --yes --no-install-recommends pkg-config "))
    #expect(outcome.stderr.hasSuffix("its words are above\n"))
  }

  @Test(arguments: [
    ("Swift version 6.1.2 (swift-6.1.2-RELEASE)", "this is Swift 6.1"),
    ("Swift version 5.10 (swift-5.10-RELEASE)", "this is Swift 5.10"),
    ("something else", "this is Swift of an unknown version"),
  ])
  func `An old Swift is refused before anything is installed`(
    version: String, words: String
  ) throws {
    let outcome = try setup(Machine(user: 0, swift: version))
    #expect(outcome.exit == 1)
    #expect(
      outcome.stderr
        == "script/setup: \(words); install Swift 6.2 or newer from https://www.swift.org/install\n"
    )
  }

  @Test(arguments: ["6.2", "6.10.1", "10.0-dev"])
  func `A newer Swift is taken`(version: String) throws {
    let outcome = try setup(Machine(swift: "Swift version \(version)", installed: Self.build))
    #expect(outcome.exit == 0)
  }

  @Test func `An unknown argument is a mistake`() throws {
    #expect(try setup(Machine(), "--tests").exit == 64)
  }
}
