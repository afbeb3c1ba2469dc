import Foundation
import Testing
import WaymarkTestSupport

/// `waymark assess --review` and `--then` after steps were done; today is 23 November 2026.
struct ReviewTests {
  /// The statements that the first practice step of the path is about, after it was marked as done.
  private func finishStep(_ place: Workplace) throws -> [String] {
    try place.finishAssessment()
    let path = try place.run("path", "--prefer", "practice", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(path.output)) as? [String: Any]
    let steps = try #require(object?["steps"] as? [[String: Any]])
    let practice = try #require(
      steps.firstIndex { ($0["resource"] as? [String: Any])?["format"] as? String == "practice" })
    let closes = try #require(steps[practice]["closes"] as? [[String: Any]])
    #expect(try place.run("path", "--done", "\(practice + 1)").exit == 0)
    return closes.compactMap { $0["competency"] as? String }
  }

  /// What is typed to rate so many statements of one area and to finish.
  private func typed(_ level: Int, _ count: Int) -> String {
    String(repeating: "\(level)\n", count: count) + "f\nf\n"
  }

  @Test func `A review asks only what steps touched, and keeps every other answer`() throws {
    try withWorkplace { place in
      let touched = try finishStep(place)
      let before = try place.answers()
      let review = try place.run(
        "assess", "--review", "--script", "-", input: typed(5, touched.count))
      #expect(review.exit == 0, "\(review)")
      #expect(review.stdout.ranges(of: "\nQuestion ").count == touched.count)
      #expect(review.stdout.contains("Finished and saved.\nNext: waymark profile --compare last\n"))
      var expected = before
      for id in touched { expected[id] = "5" }
      #expect(try place.answers() == expected)

      let profile = try place.run("profile", "--compare", "last")
      #expect(
        profile.stdout.replacing("\n", with: " ").contains(
          "\(touched.count) higher, \(63 - touched.count) the same, 0 lower.")
      )
      let path = try place.run("path")
      #expect(!path.stdout.contains("Until you rate again"))
      #expect(path.stdout.contains("Done so far: "))
    }
  }

  @Test func `A review that was stopped goes on where it was, and is no ordinary assessment`()
    throws
  {
    try withWorkplace { place in
      let touched = try finishStep(place)
      #expect(try place.run("assess", "--review", "--script", "-", input: "4\n").exit == 0)
      let again = try place.run("assess", "--review", "--script", "-", input: "q\n")
      #expect(again.stdout.contains("Welcome back. 1 of \(touched.count) answered"), "\(again)")
      #expect(try place.run("profile").stdout.hasPrefix("Your profile, 23 November 2026\n"))
    }
  }

  @Test func `What is done while a review waits is asked in it as well`() throws {
    try withWorkplace { place in
      _ = try finishStep(place)
      #expect(try place.run("assess", "--review", "--script", "-", input: "4\n").exit == 0)
      let path = try place.run("path", "--prefer", "practice", "--format", "json")
      #expect(path.exit == 0)
      #expect(try place.run("path", "--done", "1").exit == 0)
      let again = try place.run("assess", "--review", "--script", "-", input: "q\n")
      let welcome = try #require(again.stdout.firstMatch(of: /Welcome back. 1 of ([0-9]+)/))
      #expect(Int(welcome.output.1) ?? 0 >= 2, "\(again)")
    }
  }

  @Test func `Without a dialogue a review says how to go on`() throws {
    try withWorkplace { place in
      let touched = try finishStep(place)
      let set = try place.run("assess", "--review", "--set", "\(touched[0])=5")
      #expect(set.stderr.hasSuffix("Next: waymark assess --review\n"), "\(set)")
      let rows = touched.map { "\($0),1,,\n" }.joined()
      let back = try place.run(
        ["assess", "--then", "2026-09-01", "--answers", "-"],
        input: "competency,level,important,note\n" + rows)
      #expect(back.stderr.hasSuffix("Next: waymark profile --compare then\n"), "\(back)")
    }
  }

  @Test func `A review that nothing was answered in leaves nothing behind`() throws {
    try withWorkplace { place in
      _ = try finishStep(place)
      let before = try place.run("store", "info").stdout
      let review = try place.run("assess", "--review", "--script", "-", input: "q\n")
      #expect(review.exit == 0, "\(review)")
      #expect(try place.run("store", "info").stdout == before)
    }
  }

  @Test func `Looking back stands beside the answers of then, and says what it is`() throws {
    try withWorkplace { place in
      let touched = try finishStep(place)
      let back = try place.run(
        "assess", "--then", "2026-09-01", "--script", "-", input: typed(1, touched.count))
      #expect(back.exit == 0, "\(back)")
      #expect(back.stdout.contains("\nOn 1 September 2026, seen from now:\n"))
      #expect(back.stdout.contains("\nChoose the highest line that was true of you then:\n"))
      let profile = try place.run("profile", "--compare", "then")
      let words = profile.stdout.replacing("\n", with: " ")
      #expect(words.contains("for 1 September 2026, which you gave later, looking back."))
      #expect(words.contains("\(touched.count) higher, 0 the same, 0 lower."))
      // Results and what is shared stay those of the assessment of the day itself.
      #expect(try place.run("profile").stdout.hasPrefix("Your profile, 23 November 2026\n"))
      #expect(try place.run("share", "--dry-run").stderr.contains("63 of 63 statements rated"))
      let json = try place.run("profile", "--compare", "then", "--format", "json").stdout
      #expect(json.contains("\"isLookingBack\" : true"))
    }
  }

  @Test func `A rating that fell is met with the offer to look back`() throws {
    try withWorkplace { place in
      let touched = try finishStep(place)
      let review = try place.run(
        "assess", "--review", "--script", "-", input: typed(1, touched.count))
      #expect(review.exit == 0)
      let profile = try place.run("profile", "--compare", "last")
      #expect(profile.stdout.replacing("\n", with: " ").contains("an honest rating may go down"))
      #expect(profile.stderr.contains("waymark assess --then 2026-11-23"))
    }
  }

  @Test(arguments: [
    (
      ["--review"], 65,
      "--review: no step is done since 23 November 2026; mark steps with: waymark path --done 1; "
        + "or choose areas with --area\n"
    ),
    (["--then", "2026-11-23"], 64, "--then: 2026-11-23 is not past; give an earlier day\n"),
    (
      ["--then", "soon"], 64,
      "--then 'soon': write a day such as yesterday or 2026-12-31, of the years 1900 to 2199\n"
    ),
    (
      ["--review", "--role", "manager"], 64,
      "--role: the role stays that of the assessment before\n"
    ),
  ])
  func `What cannot be rated again is refused`(
    arguments: [String], exit: Int32, message: String
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.run(["assess"] + arguments + ["--script", "-"], input: "q\n")
      #expect(outcome.exit == exit && outcome.stderr == message, "\(outcome)")
    }
  }

  @Test func `Whole areas can be rated again without a step`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let review = try place.run(
        "assess", "--review", "--area", "VI", "--script", "-", input: typed(4, 9))
      #expect(review.stdout.ranges(of: "\nQuestion ").count == 9, "\(review)")
      let answers = try place.answers()
      #expect(answers.values.count { $0 == "4" } == 9 && answers.count == 63)
    }
  }

  @Test func `An assessment that was begun anew is not taken for a review`() throws {
    try withWorkplace { place in
      _ = try finishStep(place)
      #expect(try place.run("assess", "--new", "--set", "client.respect=2").exit == 0)
      let review = try place.run("assess", "--review", "--script", "-", input: "q\n")
      #expect(review.exit == 64 && review.stderr.contains("waits to be finished"), "\(review)")
    }
  }
}
