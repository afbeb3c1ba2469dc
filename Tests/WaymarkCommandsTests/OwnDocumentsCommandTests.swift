import Foundation
import Testing
import WaymarkTestSupport

/// Background questions, catalogues and statements of one's own, by their files and nowhere else.
@Suite struct OwnDocumentsCommandTests {
  private static let questions = """
    <?xml version="1.0" encoding="UTF-8"?>
    <background xmlns="urn:waymark:background" schema="1" id="counties" version="2026" xml:lang="en" \
    licence="CC0-1.0">
      <title>Counties</title>
      <leadIn>Two questions.</leadIn>
      <field id="county" kind="one">
        <question>In which county do you work?</question>
        <option id="adams"><label>Adams</label></option>
        <option id="brown"><label>Brown</label></option>
      </field>
      <field id="age" kind="one">
        <question>How old are you?</question>
        <option id="young" to="29"><label>Under 30</label></option>
        <option id="middle" from="30" to="49"><label>30 to 49</label></option>
        <option id="old" from="50"><label>50 or more</label></option>
        <option id="unsaid"><label>I would rather not say</label></option>
      </field>
    </background>

    """

  private func write(_ text: String, to name: String, in place: Workplace) throws {
    try place.write(Array(text.utf8), to: place.folder + "/" + name)
  }

  /// A campaign that asks for counties and ages, with an answer for each age.
  private func begin(_ place: Workplace, ages: [String]) throws {
    try write(Self.questions, to: "own.xml", in: place)
    try #require(
      place.run("campaign", "new", "c", "--background", "own.xml", "--table", "county").exit == 0)
    let rows = ages.enumerated().map { "p\($0),adams,\($1),3\n" }.joined()
    try write("respondent_id,county,age,client.respect\n" + rows, to: "a.csv", in: place)
  }

  @Test func `Numbers go into the bands of a question`() throws {
    try withWorkplace { place in
      try begin(place, ages: ["29", "30", "49.9", "50", "unsaid", "middle", "0", "999999", ""])
      let taken = try place.run("import", "responses", "a.csv", "--campaign", "c", "--partial")
      #expect(taken.stdout == "Responses: 9 new\n", "\(taken)")
      let counts = try place.run("counts", "--campaign", "c", "--by", "age")
      #expect(counts.exit == 0, "\(counts)")
      for (age, count) in [("young", 2), ("middle", 3), ("old", 2), ("unsaid", 1)] {
        #expect(counts.stdout.contains("(no answer),\(age),*,*,\(count)\r\n"), "\(counts)")
      }
    }
  }

  @Test
  func `Where nobody or one person has a role no plan says that all are where they should be`()
    throws
  {
    try withWorkplace { place in
      try begin(place, ages: Array(repeating: "40", count: 12))
      #expect(
        try place.run("import", "responses", "a.csv", "--campaign", "c", "--partial").exit == 0)
      for command in [["plan", "--campaign", "c"], ["cohort", "new", "all", "--campaign", "c"]] {
        #expect(try place.run(command).exit == 0)
      }
      try write("respondent_id,role,client.respect\nq,librarian,5\n", to: "one.csv", in: place)
      for people in ["nobody", "one"] {
        if people == "one" {
          #expect(
            try place.run("import", "responses", "one.csv", "--campaign", "c", "--partial").exit
              == 0)
        }
        for command in [["plan", "--campaign", "c"], ["cohort", "show", "all"]] {
          let said = try place.run(command).stdout.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
          #expect(said.contains("Nobody can be compared with a usual level"), "\(people): \(said)")
        }
      }
    }
  }

  @Test func `A number in no band is refused at its place`() throws {
    try withWorkplace { place in
      try begin(place, ages: ["-3", "34 years"])
      let refused = try place.run("import", "responses", "a.csv", "--campaign", "c", "--partial")
      #expect(refused.exit == 65)
      #expect(refused.stderr.contains("a.csv:2:3:"), "\(refused)")
      #expect(refused.stderr.contains("a.csv:3:3:"), "\(refused)")
    }
  }

  @Test func `A column of ages in a form's export is no list of labels to be mapped`() throws {
    try withWorkplace { place in
      try begin(place, ages: [])
      try write(
        "ID,How old are you?,\"I speak with the child first, even when an adult is there\"\n"
          + "p1,33,With help\np2,61,On my own\n", to: "form.csv", in: place)
      let proposed = try place.run("import", "map", "form.csv", "--campaign", "c", "-o", "map.csv")
      #expect(proposed.exit == 0, "\(proposed)")
      #expect(try place.text("map.csv").contains("\nHow old are you?,age,,\n"))
      let taken = try place.run(
        "import", "responses", "form.csv", "--campaign", "c", "--map", "map.csv", "--partial")
      #expect(taken.stdout == "Responses: 2 new\n", "\(taken)")
    }
  }

  @Test(
    arguments: [
      (
        "from=\"30\" to=\"49\"", "from=\"30\" to=\"20\"",
        "own.xml:13:5: no number is from 30 to 20; write the smaller number as from, and none above "
          + "1000000\n"
      ),
      (
        "from=\"50\"", "from=\"49\"",
        "own.xml:14:5: a number would stand for 'old' and for 'middle'; let one end below where the "
          + "other begins\n"
      ),
      (
        "id=\"county\"", "id=\"client.respect\"",
        "own.xml: a background question is called 'client.respect', as a statement is; give the "
          + "question another id: both are columns of one table\n"
      ),
      (
        "<background", "<framework",
        ""
      ),
    ])
  func `What is wrong with questions of one's own is said at its place`(
    right: String, wrong: String, message: String
  ) throws {
    try withWorkplace { place in
      try write(Self.questions.replacing(right, with: wrong), to: "own.xml", in: place)
      let refused = try place.run("campaign", "new", "c", "--background", "own.xml")
      #expect(refused.exit == 65)
      #expect(message.isEmpty ? refused.stderr.hasPrefix("own.xml:") : refused.stderr == message)
      #expect(try place.run("campaign", "list").exit == 65)
    }
  }

  @Test func `An invitation with questions of one's own is answered with their file`() throws {
    try withWorkplace { place in
      try begin(place, ages: [])
      let invited = try place.run("campaign", "invite", "c", "-o", "campaign.xml")
      #expect(
        invited.stderr.replacing("\n", with: " ").contains(
          "waymark assess --campaign campaign.xml --background QUESTIONS.xml"), "\(invited)")
      let without = try place.run(
        "assess", "--campaign", "campaign.xml", "--script", "-", input: "q\n")
      #expect(without.exit == 65)
      #expect(without.stderr.contains("--background FILE"), "\(without)")
      try write(Self.questions.replacing("Brown", with: "Browne"), to: "older.xml", in: place)
      try place.expect(
        "assess", "--campaign", "campaign.xml", "--background", "older.xml", "--script", "-",
        input: "q\n",
        stderr:
          "older.xml: these are not the questions that the invitation asks; name the file that "
          + "came with it, as it came\n", exit: 65)
      let asked = try place.run(
        "assess", "--campaign", "campaign.xml", "--background", "own.xml", "--script", "-",
        input: "3\n\nq\n")
      #expect(asked.exit == 0, "\(asked)")
      // From then on the store has the questions.
      let again = try place.run("assess", "--script", "-", input: "q\n")
      #expect(again.exit == 0, "\(again)")
      #expect(again.stdout.contains("You are asked by: c."))
    }
  }

  private static let catalogue = """
    <?xml version="1.0" encoding="UTF-8"?>
    <catalogue xmlns="urn:waymark:catalogue" schema="1" id="county-shelf" version="2026" \
    xml:lang="en" licence="CC0-1.0" framework="children-services" frameworkVersion="2020">
      <title>County shelf</title>
      <workshop id="county-evening" minutes="90" seats="30" usd="0" trainerDays="1" place="online" \
      language="en">
        <title>An evening on respect</title>
        <description>People try out the first words.</description>
        <serves competency="client.respect" from="1" to="2"/>
      </workshop>
    </catalogue>

    """

  @Test func `A catalogue of one's own is chosen from, and checked`() throws {
    try withWorkplace { place in
      try write(Self.catalogue, to: "shelf.xml", in: place)
      let template = try place.run(
        "assess", "--workshop", "county-evening", "--catalogue", "shelf.xml", "--template")
      #expect(template.exit == 0, "\(template)")
      #expect(template.stdout.contains("client.respect"))
      try write(
        Self.catalogue.replacing("county-evening", with: "greet-the-child-first")
          .replacing("client.respect", with: "admin.hiring"), to: "same.xml", in: place)
      let insteadOfOurs = try place.run(
        "assess", "--workshop", "greet-the-child-first", "--catalogue", "same.xml", "--template")
      #expect(insteadOfOurs.stdout.contains("admin.hiring"), "\(insteadOfOurs)")
      #expect(!insteadOfOurs.stdout.contains("client.respect"))
      let unknown = try place.run("assess", "--workshop", "county-evening", "--template")
      #expect(unknown.exit == 64)
      try write(
        Self.catalogue.replacing("frameworkVersion=\"2020\"", with: "frameworkVersion=\"1999\""),
        to: "old.xml", in: place)
      let refused = try place.run("catalogue", "coverage", "--catalogue", "old.xml")
      #expect(refused.exit == 65)
      #expect(refused.stderr.hasPrefix("old.xml:"), "\(refused)")
      try write(Self.questions, to: "own.xml", in: place)
      try place.expect(
        "catalogue", "coverage", "--catalogue", "own.xml",
        stderr:
          "own.xml: this is no catalogue of resources or workshops; name a file of <catalogue>; "
          + "waymark catalogue check says what is wrong with one\n", exit: 65)
    }
  }

  @Test func `Counts that were answered with documents of one's own are reported with them`() throws
  {
    try withWorkplace { place in
      try begin(place, ages: Array(repeating: "33", count: 12))
      #expect(
        try place.run("import", "responses", "a.csv", "--campaign", "c", "--partial").exit == 0)
      #expect(try place.run("counts", "--campaign", "c", "--by", "age", "-o", "n.csv").exit == 0)
      let without = try place.run("report", "--counts", "n.csv", "--by", "age", "-o", "x")
      #expect(without.exit == 65, "\(without)")
      let report = try place.run(
        "report", "--counts", "n.csv", "--by", "age", "--background", "own.xml", "-o", "r")
      #expect(report.exit == 0, "\(report)")
      #expect(try place.text("r/report.md").contains("30 to 49"))
      for options in [[], ["--brief"], ["--publish", "--yes"]] {
        let needless = try place.run(
          ["report", "--campaign", "c", "--background", "own.xml"] + options)
        #expect(needless.exit == 64)
        #expect(needless.stderr.contains("a campaign keeps those that it asks with"), "\(needless)")
      }
    }
  }
}
