import Foundation
import Testing
import WaymarkTestSupport

/// People who agree to be named to their trainer, from their own offer to the trainer's pages.
@Suite struct NamedPeopleCommandTests {
  /// Eighty people who are real as far as the program knows, with the answers of made-up ones.
  private func begin(_ place: Workplace) throws {
    let made = try place.shell(
      """
      set -e
      "$waymark" demo --people 80 --seed 7 -o demo.csv
      sed 's/^made-up-/p-/' demo.csv > real.csv
      "$waymark" campaign new fall --table role
      "$waymark" import responses real.csv --campaign fall --new
      "$waymark" cohort new all --campaign fall
      """)
    #expect(made.exit == 0, "\(made)")
  }

  private func share(_ place: Workplace, _ arguments: [String]) throws {
    try place.finishAssessment()
    let shared = try place.run(["share", "--force"] + arguments)
    #expect(shared.exit == 0, "\(shared)")
  }

  @Test func `Who agrees is named on the pages of a cohort and a plan, until they take it back`()
    throws
  {
    try withWorkplace { place in
      try begin(place)
      try share(
        place,
        [
          "--seek", "reference.referral", "programming.storytime", "--contact",
          "Zoe, zoe@lib.example", "--region", "OH", "--for", "training",
        ])
      let dry = try place.run(
        "share", "--dry-run", "--seek", "client.respect", "--contact", "Zoe", "--for", "training")
      #expect(
        dry.stderr.replacing("\n", with: " ").contains("In words: for your trainer alone, your"))
      let cohort = "\"$waymark\" cohort show all"
      let plan =
        "\"$waymark\" plan --campaign fall --by region --sessions 8 "
        + "--keep storytime-in-two-days@south-atlantic"
      let before = try place.shell("\(cohort) && \(plan)")
      #expect(before.exit == 0 && !before.stdout.contains("Zoe"), "\(before)")
      let pages = """
        set -e
        \(cohort) -o c.html --force && \(cohort) -o c.json --force
        \(plan) -o p.md --force && \(plan) -o p.json --force && \(plan) -o p.xlsx --force
        "$waymark" mentors --campaign fall -o m.txt --force
        "$waymark" report --campaign fall -o report --force
        "$waymark" report --campaign fall --publish --yes -o published --force
        """
      #expect(
        try place.run(
          "import", "responses", "waymark-mentoring.json", "--campaign", "fall", "--new"
        ).exit
          == 0)
      let made = try place.shell(pages)
      #expect(made.exit == 0, "\(made)")
      // A published campaign still forgets a name.
      for name in ["c.json", "p.md", "p.json"] {
        #expect(try place.text(name).contains("Zoe, zoe"), "\(name)")
      }
      // Once, with the calls online: story time on site is held in other regions.
      let page = try place.text("p.md")
      #expect(page.contains("(storytime-in-two-days), South Atlantic"))
      #expect(page.matches(of: /Zoe/).count == 1)
      let elsewhere = try place.shell("grep -rl Zoe m.txt report published")
      #expect(elsewhere.stdout.isEmpty, "\(elsewhere)")

      let back = try place.run("share", "--withdraw", "--force")
      #expect(back.exit == 0, "\(back)")
      // The answers can still be taken back, and so can the name.
      let taken = try place.run(
        "import", "responses", "waymark-withdrawal.json", "waymark-mentoring-withdrawal.json",
        "--campaign", "fall", "--new")
      #expect(taken.exit == 0 && taken.stdout.contains("1 withdrawn"), "\(taken)")
      #expect(try place.shell(pages).exit == 0)
      let left = try place.shell("grep -l Zoe c.html c.json p.md p.json")
      #expect(left.stdout.isEmpty, "\(left)")
      #expect(try place.text("c.html").contains("nobody is named"))
    }
  }

  @Test func `An offer to mentors is not for trainers`() throws {
    try withWorkplace { place in
      try begin(place)
      try share(place, ["--seek", "client.respect", "--contact", "Mia"])
      let shown = try place.shell(
        """
        set -e
        "$waymark" import responses waymark-mentoring.json --campaign fall --new
        "$waymark" cohort show all && "$waymark" plan --campaign fall
        """)
      #expect(shown.exit == 0 && !shown.stdout.contains("Mia"), "\(shown)")
      #expect(try place.run("mentors", "--campaign", "fall").stdout.contains("Mia"))
    }
  }

  // Answers that were shared with a link stay as they are: nobody falls out of a comparison by this.
  @Test func `An offer alone leaves the answers that were shared as they are`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      #expect(try place.run("share", "--link").exit == 0)
      let answers = try place.text("waymark-response.json")
      let offer = [
        "share", "--seek", "client.respect", "--contact", "Zoe", "--for", "training",
        "--offer-alone",
      ]
      let dry = try place.run(offer + ["--dry-run"])
      #expect(dry.exit == 0 && dry.stderr.hasSuffix("Nothing was written.\n"), "\(dry)")
      let alone = try place.run(offer)
      #expect(alone.exit == 0 && !alone.stdout.contains("answers"), "\(alone)")
      #expect(try place.text("waymark-mentoring.json").contains("\"revision\" : 1"))
      #expect(try place.text("waymark-response.json") == answers)
      let again = try place.run(offer)
      #expect(again.exit == 0)
      #expect(try place.text("waymark-mentoring.json").contains("\"revision\" : 2"))
      let back = try place.run("share", "--withdraw", "--offer-alone")
      #expect(back.exit == 0, "\(back)")
      #expect(
        try place.names(in: place.folder) == [
          "waymark-mentoring-withdrawal.json", "waymark-mentoring.json", "waymark-response.json",
        ])
      // With the answers again it is said what falls away.
      let both = try place.run("share")
      #expect(try place.text("waymark-response.json").contains("\"revision\" : 2"))
      #expect(both.stderr.replacing("\n", with: " ").contains("in it only if you say it again."))
      for refused in [
        ["share", "--offer-alone"], offer + ["--link"], offer + ["--leave-out", "state"],
      ] {
        #expect(try place.run(refused).exit == 64)
      }
    }
  }

  @Test func `There is no offer to take back where none was made`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let refused = try place.run("share", "--withdraw", "--offer-alone")
      #expect(refused.exit == 65 && refused.stderr.contains("no offer was ever shared"))
      #expect(try place.names(in: place.folder).isEmpty)
    }
  }

  @Test func `A purpose that is none is refused`() throws {
    try withWorkplace { place in
      let refused = try place.run(
        "share", "--seek", "client.respect", "--contact", "A", "--for", "appraisal")
      #expect(refused.exit == 64)
      #expect(refused.stderr.contains("mentoring") && refused.stderr.contains("training"))
    }
  }
}
