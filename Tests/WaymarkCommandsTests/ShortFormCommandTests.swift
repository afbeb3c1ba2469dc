import Foundation
import Testing
import WaymarkTestSupport

/// `waymark assess --workshop`, the very short form; today is 23 November 2026.
struct ShortFormCommandTests {
  private static let short = ["assess", "--workshop", "one-more-question"]

  private func response(_ place: Workplace) throws -> [String: Any] {
    let bytes = try place.bytes(place.folder + "/waymark-response.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `Two statements and the end, with the next command`() throws {
    try withWorkplace { place in
      let outcome = try place.run(Self.short + ["--script", "-"], input: "3\n2\n3\nf\n")
      #expect(outcome.exit == 0, "\(outcome)")
      #expect(outcome.stdout.ranges(of: "\nQuestion ").count == 2)
      #expect(outcome.stdout.contains("\nFor the workshop: Ask one more question\n"))
      #expect(
        outcome.stdout.hasSuffix(
          "2 of 2 answered.\nFinished and saved.\nNext: waymark share --link --dry-run\n"),
        "\(outcome)")
      #expect(
        try place.run("store", "info").stdout.contains(
          "2 answers, finished 2026-11-23, only about the workshop 'one-more-question'\n"))
      // Where it is all there is, a profile is made from it.
      #expect(try place.run("profile").stdout.contains("61 were not asked."))
    }
  }

  @Test func `It goes on where it was stopped, and stands beside an assessment of everything`()
    throws
  {
    try withWorkplace { place in
      try place.finishAssessment()
      let first = try place.run(Self.short + ["--script", "-"], input: "4\nq\n")
      // The role is that of the assessment before.
      #expect(!first.stdout.contains("Which role"), "\(first)")
      #expect(
        first.stdout.hasSuffix("Saved. Go on with: waymark assess --workshop one-more-question\n")
      )
      #expect(
        try place.run().stdout.contains("\nNext: waymark assess --workshop one-more-question\n"))
      let second = try place.run(Self.short + ["--script", "-"], input: "5\nf\n")
      #expect(second.stdout.contains("Welcome back. 1 of 2 answered"), "\(second)")
      #expect(second.stdout.contains("\n2 of 2 answered.\n"))
      #expect(try !place.run("profile").stdout.contains("not asked"))
      let shared = try place.run("share", "--dry-run").stderr.replacing("\n", with: " ")
      #expect(shared.contains("2 of 63 statements rated"))
      let whole = try #require(
        shared.firstMatch(
          of: /To share everything: waymark share --assessment ([0-9a-f]{8})/))
      #expect(
        try place.run("share", "--dry-run", "--assessment", String(whole.output.1)).stderr
          .contains("63 of 63 statements rated"))
      // Before and after: a finished one is no obstacle to another.
      #expect(try place.run(Self.short + ["--set", "reference.trust=3"]).exit == 0)
      #expect(
        try place.run("store", "info").stdout.ranges(of: "only about the workshop").count == 2)
    }
  }

  @Test
  func `For a campaign everything else is not asked, and background questions can be skipped`()
    throws
  {
    try withWorkplace { place in
      let asked = ["--store", "council.sqlite"]
      let made = try place.shell(
        """
        set -e
        "$waymark" campaign new spring --title Spring --ask state --ask years -q \(asked.joined(separator: " "))
        "$waymark" campaign invite spring --send 'Mail it.' -o c.xml -q \(asked.joined(separator: " "))
        """)
      #expect(made.exit == 0, "\(made)")
      let outcome = try place.run(
        Self.short + ["--campaign", "c.xml", "--script", "-"], input: "3\n2\n4\ns\n0\nf\n")
      #expect(outcome.exit == 0, "\(outcome)")
      #expect(!outcome.stdout.contains("Which matter most"))
      #expect(outcome.stdout.hasSuffix("Finished and saved.\nNext: waymark share\n"), "\(outcome)")
      #expect(try place.run("share").exit == 0)
      let file = try response(place)
      #expect(
        file["answers"] as? [String: String]
          == ["reference.interview": "2", "reference.trust": "4"])
      #expect(file["campaign"] as? String == "spring")
      let taken = try place.run(
        ["import", "responses", "waymark-response.json", "--campaign", "spring", "--new"] + asked)
      #expect(taken.stdout == "Responses: 1 new\n", "\(taken)")
      let counts = try place.run(["counts", "--campaign", "spring"] + asked).stdout
      #expect(counts.contains("librarian,client.respect,not-asked,1\r\n"))
      #expect(counts.contains("librarian,reference.trust,4,1\r\n"), "\(counts)")
      // One person answers a campaign once.
      let again = try place.run("assess", "--campaign", "c.xml", "--script", "-")
      #expect(again.exit == 64 && again.stderr.hasPrefix("you finished your answers for 'spring'"))
    }
  }

  @Test func `An answer in another form is gone on with, not begun twice`() throws {
    try withWorkplace { place in
      let made = try place.shell(
        """
        set -e
        "$waymark" campaign new spring -q --store c.sqlite
        "$waymark" campaign invite spring --send 'Mail it.' -o c.xml -q --store c.sqlite
        """)
      #expect(made.exit == 0, "\(made)")
      let first = try place.run(
        Self.short + ["--campaign", "c.xml", "--script", "-"], input: "3\n2\nq\n")
      #expect(first.exit == 0)
      let whole = try place.run("assess", "--campaign", "c.xml", "--script", "-")
      #expect(
        whole.exit == 64
          && whole.stderr
            == "you have begun to answer 'spring' in another form; finish that with: waymark assess "
            + "--workshop one-more-question; or begin anew with --new\n",
        "\(whole)")
    }
  }

  @Test func `A table of its own, and single answers, take the place of the dialogue`() throws {
    try withWorkplace { place in
      let template = try place.run(Self.short + ["--template"]).stdout
      #expect(
        template
          == "competency,level,important,note\nreference.interview,,,\nreference.trust,,,\n")
      let given = try place.run(
        Self.short + ["--answers", "-", "--role", "librarian"],
        input: template.replacing(",,,", with: ",4,,"))
      #expect(given.exit == 0 && given.stderr.contains("Next: waymark share --link --dry-run\n"))
      let other = try place.run(Self.short + ["--set", "client.respect=3"])
      #expect(
        other.exit == 65
          && other.stderr == "client.respect: the workshop is not about it; leave it out\n",
        "\(other)")
    }
  }

  @Test(arguments: [
    (
      ["--workshop", "one-more-questoin"], 64,
      "--workshop: there is no workshop 'one-more-questoin'; did you mean 'one-more-question'?\n"
    ),
    (
      ["--workshop", "one-more-question", "--then", "2026-09-01"], 65,
      "--then: no assessment is finished yet; finish one with: waymark assess --workshop "
        + "one-more-question\n"
    ),
  ])
  func `What cannot be asked is refused in words, and leaves no answers`(
    arguments: [String], exit: Int32, message: String
  ) throws {
    try withWorkplace { place in
      #expect(try place.run("assess", "--new", "--set", "client.respect=3").exit == 0)
      let outcome = try place.run(["assess"] + arguments + ["--script", "-"], input: "q\n")
      #expect(outcome.exit == exit && outcome.stderr == message, "\(outcome)")
      let info = try place.run("store", "info").stdout
      #expect(info.ranges(of: "Assessment ").count == 1, "\(info)")
    }
  }

  @Test func `Areas and a workshop exclude each other`() throws {
    try withWorkplace { place in
      let outcome = try place.run(Self.short + ["--area", "V", "--script", "-"])
      #expect(
        outcome.exit == 64
          && outcome.stderr.contains("--area and --workshop exclude each other; use one of them."))
    }
  }
}
