import Testing
import WaymarkTestSupport

/// `waymark catalogue` through the program.
struct CatalogueCommandTests {
  @Test func `No level step that came with the program is without something to do`() throws {
    try withWorkplace { place in
      let page = try place.run("catalogue", "coverage")
      #expect(page.exit == 0)
      #expect(page.stdout.contains(" of 252 level steps have a resource; "))
      #expect(
        page.stdout.replacing("\n", with: " ").contains(" have practice alone, 0 nothing. "),
        "\(page.stdout.suffix(90))")
      let table = try place.run("catalogue", "coverage", "-o", "coverage.csv")
      #expect(table.exit == 0)
      #expect(try place.text("coverage.csv").split(separator: "\r\n").count == 253)
    }
  }

  @Test func `A catalogue of one's own is checked`() throws {
    try withWorkplace { place in
      func file(_ from: Int) -> String {
        """
        <catalogue xmlns="urn:waymark:catalogue" schema="1" id="mine" version="1" \
        framework="children-services" frameworkVersion="2020" xml:lang="en" licence="CC0-1.0">
          <title>Mine</title>
          <practice competency="client.respect" from="\(from)" kind="do" minutes="20">
            <do>Try.</do>
          </practice>
        </catalogue>
        """
      }
      try place.write(Array(file(1).utf8), to: place.folder + "/good.xml")
      try place.expect("catalogue", "check", "good.xml", stdout: "good.xml: no problems\n")
      let same = file(1).replacing(
        "</catalogue>",
        with: """
            <workshop id="first-calls" minutes="60" seats="12" usd="0" trainerDays="0" place="online" \
          language="en">
              <title>Mine</title>
              <description>Mine.</description>
              <serves competency="client.respect" from="1" to="2"/>
            </workshop>
          </catalogue>
          """)
      try place.write(Array(same.utf8), to: place.folder + "/same.xml")
      try place.expect(
        "catalogue", "check", "same.xml",
        stdout:
          "same.xml: no problems; wherever it is named, this takes the place of what came with the "
          + "program: first-calls\n")
      try place.write(Array(file(5).utf8), to: place.folder + "/bad.xml")
      let bad = try place.run("catalogue", "check", "bad.xml")
      #expect(bad.exit == 65 && bad.stdout.isEmpty)
      #expect(bad.stderr.hasPrefix("bad.xml:3:3: "), "\(bad.stderr)")

      let both = file(1).replacing("client.respect", with: "client.respekt")
        .replacing("minutes=", with: "minuts=")
      try place.write(Array(both.utf8), to: place.folder + "/both.xml")
      let all = try place.run("catalogue", "check", "both.xml").stderr
      #expect(all.contains("takes no minuts"), "what is wrong with the shape: \(all)")
      #expect(all.contains("did you mean 'client.respect'?"), "and with the content: \(all)")
    }
  }
}
