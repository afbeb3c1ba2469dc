import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

/// Looking back after a workshop and saying what was done, from the answers to the evaluation.
struct ResponseShiftCommandTests {
  private static let workshop = "one-more-question"

  /// Six people who rate themselves before and after a workshop, on the very short form; the first
  /// five look back and mark the workshop as done.
  ///
  /// By hand, in both statements: before 3, looking back 1 or 2, after 4 or as given.
  private func answerTwice(_ place: Workplace, after level: Int = 4) throws {
    try place.prepare("answered twice, with \(level) after") { try answer($0, after: level) }
  }

  private func answer(_ place: Workplace, after level: Int) throws {
    let made = try place.shell(
      """
      set -e
      for person in 1 2 3 4 5 6; do
        me="--person P$person"
        printf '3\\n3\\n3\\nf\\n' | "$waymark" assess --workshop \(Self.workshop) --script - $me >log
        "$waymark" share --link $me -o before-$person.json >log 2>&1
        printf '\(level)\\n\(level)\\nf\\n' | "$waymark" assess --workshop \(Self.workshop) --script - $me >log
        if [ $person = 6 ]; then
          "$waymark" share --link $me -o after-6.json >log 2>&1
        else
          back=$((person % 2 + 1))
          printf "$back\\n$back\\nf\\n" |
            "$waymark" assess --workshop \(Self.workshop) --then 2026-09-01 --script - $me >log
          "$waymark" path --done \(Self.workshop) $me >log 2>&1
          "$waymark" share --link --looking-back --did $me -o after-$person.json >log 2>&1
        fi
      done
      for round in before after; do
        "$waymark" campaign new $round -q
        "$waymark" import responses $round-*.json --campaign $round --new
      done
      """)
    try #require(made.exit == 0, "\(made)")
  }

  private func campaigns(_ arguments: String...) -> [String] {
    arguments + ["--before", "before", "--after", "after"]
  }

  /// The ids of the later responses of all six.
  private func listAll(_ place: Workplace) throws {
    let ids = try place.shell(
      "grep -h '\"response\"' after-*.json | sed 's/.*: \"//; s/\".*//' >all.txt")
    #expect(ids.exit == 0)
  }

  // By hand: looking back less before is -1 for persons 1, 3 and 5 and -2 for 2 and 4, so -1.4 on
  // average; after less looking back 2 or 3, so 2.4.
  @Test func `The shift is said beside the change, of the five who looked back`() throws {
    try withWorkplace { place in
      try answerTwice(place)
      try listAll(place)
      let evaluate = campaigns("evaluate", "--workshop", Self.workshop, "--attended", "all.txt")
      let page = try place.run(evaluate)
      let words = page.stdout.replacing("\n  ", with: " ")
      #expect(page.exit == 0, "\(page)")
      #expect(words.contains("6 up, 0 the same, 0 down, 1.00 levels on average"))
      #expect(
        words.contains(
          "Looking back, 5 people rate where they were 1.40 levels lower than they did at the time"),
        "\(words)")
      #expect(words.contains("Measured from there, the change is 2.40 levels"))
      let table = try place.run(evaluate + ["-o", "e.csv"])
      #expect(table.exit == 0)
      let rows = try place.text("e.csv").split(separator: "\r\n")
      #expect(rows[1].contains(",5,5,0,0,2.4000,") && rows[1].contains(",5,0,0,5,-1.4000,"))
      // Of six, a smallest group of six leaves the change and withholds the shift.
      let few = try place.run(evaluate + ["--min-group", "6"])
      #expect(few.stdout.contains("Looking back:") && !few.stdout.contains("1.40"), "\(few)")
    }
  }

  @Test func `Those who said that they attended stand beside the others without a list`() throws {
    try withWorkplace { place in
      try answerTwice(place)
      let page = try place.run(campaigns("evaluate", "--workshop", Self.workshop))
      let words = page.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        words.contains(
          "5 people who said that they attended, and fewer than 5 people who did not say so"),
        "\(page)")
      #expect(words.contains("5 up, 0 the same, 0 down, 1.00 levels on average"))
      #expect(words.contains("the others: withheld, too few people"))
    }
  }

  @Test func `Ids that are in no response are told, and a list of nothing else is refused`() throws
  {
    try withWorkplace { place in
      try answerTwice(place)
      try listAll(place)
      let evaluate = campaigns("evaluate", "--workshop", Self.workshop, "--attended", "ids.txt")
      let all = try place.text("all.txt")
      try place.write(Array((all + "zzz\u{1B}[31m\n").utf8), to: place.folder + "/ids.txt")
      let some = try place.run(evaluate)
      #expect(some.exit == 0)
      #expect(
        some.stderr.contains("ids.txt: 1 of 7 ids are in no response of 'after', such as 'zzz"))
      #expect(ControlBytes.found(in: some.errors) == [])
      try place.write(Array("respondent_id\nzzz\n".utf8), to: place.folder + "/ids.txt")
      let none = try place.run(evaluate)
      #expect(none.exit == 65 && none.stdout.isEmpty)
      #expect(
        none.stderr.contains("ids.txt: none of its lines is the id of a response of 'after'"))
      let cohort = try place.run(
        "cohort", "new", "c", "--campaign", "after", "--responses", "ids.txt")
      #expect(cohort.exit == 65)
    }
  }

  @Test func `Made-up people are not planned for or compared beside real ones`() throws {
    try withWorkplace { place in
      try answerTwice(place)
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 12 --seed 2 -q -o demo.csv
        "$waymark" import responses demo.csv --campaign demo --new -q
        """)
      #expect(made.exit == 0)
      for arguments in [
        ["cohort", "new", "mixed", "--campaign", "after", "--campaign", "demo"],
        ["evaluate", "--workshop", Self.workshop, "--before", "before", "--after", "demo"],
        ["plan", "--campaign", "demo", "--records", "before,after"],
      ] {
        let refused = try place.run(arguments)
        #expect(refused.exit == 65 && refused.stdout.isEmpty, "\(refused)")
        #expect(refused.stderr.contains("campaign 'demo': its people are made up, and those of"))
      }
    }
  }

  // After on 4 all five rose by 1; after on 3 nobody did.
  @Test(arguments: [4, 3])
  func `A plan that is to heed records says so, and names what it leaves out`(level: Int) throws {
    try withWorkplace { place in
      try answerTwice(place, after: level)
      let plan =
        "\"$waymark\" plan --campaign demo --sessions 12 --format md --records before,after"
      let made = try place.shell(
        """
        set -e
        "$waymark" demo --people 60 --seed 2 -q -o demo.csv
        sed 's/^made-up-/p-/' demo.csv > people.csv
        "$waymark" import responses people.csv --campaign demo --new -q
        \(plan) >plan.md
        \(plan) --keep \(Self.workshop) >kept.md
        """)
      #expect(made.exit == 0, "\(made)")
      let plans = try ["plan.md", "kept.md"].map(place.text)
      let leftOut = "- Ask one more question (\(Self.workshop)): people who went rose in nothing"
      #expect(plans[0].contains(leftOut) == (level == 3), "\(plans[0])")
      #expect(level == 4 || !plans[0].contains("**Ask one more question"))
      #expect(!plans[1].contains(leftOut) && plans[1].contains("**Ask one more question"))
      #expect(
        plans[1].contains("reference.trust from 3.00 to \(level).00 (5 people)"), "\(plans[1])")
    }
  }

  @Test func `What they did shows in the catalogue with their levels before and after`() throws {
    try withWorkplace { place in
      try answerTwice(place)
      let page = try place.run(campaigns("catalogue", "coverage"))
      let words = page.stdout.replacing("\n  ", with: " ")
      #expect(page.exit == 0, "\(page)")
      #expect(words.contains("\nAsk one more question (one-more-question)\n"))
      #expect(
        words.contains(
          "(reference.trust): 5 people went from 3.00 to 4.00, a change of 1.00 levels"), "\(words)"
      )
      #expect(words.contains("Internal, not for publication"))
      let ids = try place.shell(
        "grep -h '\"response\"' after-6.json | sed 's/.*: \"//; s/\".*//' >ids.txt")
      #expect(ids.exit == 0)
      let seen = try place.run(
        campaigns(
          "catalogue", "coverage", "--workshop", Self.workshop, "--attended", "ids.txt", "-o",
          "g.csv"))
      #expect(seen.exit == 0, "\(seen)")
      let rows = try place.text("g.csv").split(separator: "\r\n")
      #expect(rows.count == 3)
      #expect(
        rows[2].hasSuffix(
          ",reference.trust,Answer sensitive questions like any other,3.0000,4.0000,6,6,0,0,1.0000,1.0000,"
            + "1.0000,"), "\(rows)")
      #expect(try place.mode(of: place.folder + "/g.csv") == 0o600)
    }
  }

  @Test func `Only what one asks for is added, and the dry run shows it`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let back = try place.run(
        ["assess", "--workshop", Self.workshop, "--then", "2026-09-01", "--answers", "-"],
        input: "competency,level,important,note\nreference.trust,1,,My secret\n"
          + "reference.interview,na,,\n")
      #expect(
        back.exit == 0
          && back.stderr.hasSuffix("Next: waymark share --link --looking-back --dry-run\n"),
        "\(back)")
      #expect(try place.run("path", "--done", Self.workshop, "--note", "A note").exit == 0)
      let plain = try place.run("share", "--dry-run")
      #expect(!plain.stdout.contains("lookingBack") && !plain.stdout.contains("\"did\""))
      let all = try place.run("share", "--dry-run", "--looking-back", "--did")
      let file = try #require(
        try JSONSerialization.jsonObject(with: Data(all.output)) as? [String: Any])
      let then = try #require(file["lookingBack"] as? [String: Any])
      #expect(then["month"] as? String == "2026-09" && then.count == 2)
      #expect(then["levels"] as? [String: Int] == ["reference.trust": 1])
      #expect(file["did"] as? [String] == [Self.workshop])
      for trace in ["secret", "note", "2026-09-01"] { #expect(!all.stdout.contains(trace)) }
      let words = all.stderr.replacing("\n", with: " ")
      #expect(
        words.contains("- where you were in 2026-09 as you see it now: 1 statement"), "\(words)")
      #expect(words.contains("- what you did to learn: Ask one more question"))
      #expect(words.contains("Without --link nobody can set this beside what you said before."))
    }
  }

  @Test(arguments: [
    (
      ["--looking-back"], 65,
      "--looking-back: you have not looked back to an earlier day yet; do it with: waymark assess "
        + "--then DAY\n"
    ),
    (
      ["--did"], 65,
      "--did: nothing is marked as done; mark it with: waymark path --done ID\n"
    ),
  ])
  func `What is not there cannot be shared`(
    arguments: [String], exit: Int32, message: String
  ) throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let outcome = try place.run(["share"] + arguments)
      #expect(outcome.exit == exit && outcome.stderr == message, "\(outcome)")
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }

  @Test(arguments: [
    (["catalogue", "coverage", "--before", "a"], "--before and --after go together"),
    (["catalogue", "coverage", "--min-group", "6"], "--min-group goes with --before and --after."),
    (
      ["catalogue", "coverage", "--before", "a", "--after", "b", "--workshop", "w"],
      "--workshop and --attended go together"
    ),
    (["share", "--withdraw", "--did"], "leave --looking-back and --did out"),
  ])
  func `Options that do not fit together are refused`(arguments: [String], message: String) throws {
    try withWorkplace { place in
      let outcome = try place.run(arguments)
      #expect(outcome.exit == 64 && outcome.stderr.contains(message), "\(outcome)")
    }
  }
}
