import Testing
import WaymarkTestSupport

/// Files that other programs wrote or changed, as `waymark import responses` takes them.
struct ForeignFilesTests {
  @Test func `A shared file that an editor put a byte order mark before is taken in`() throws {
    try withWorkplace { place in
      try place.finishAssessment()
      let taken = try place.shell(
        """
        "$waymark" share -q > /dev/null
        printf '\\357\\273\\277' | cat - waymark-response.json > marked.json
        "$waymark" import responses marked.json --campaign c --new
        """)
      #expect(taken.stdout == "Responses: 1 new\n", "\(taken)")
    }
  }

  // The misspelled column would make the statement one that nobody was asked.
  @Test(arguments: ["--skip-bad", "--skip-bad --partial"])
  func `A misspelled column is refused, whatever may be passed over`(options: String) throws {
    try withWorkplace { place in
      let refused = try place.shell(
        """
        "$waymark" demo --people 20 --seed 7 -q -o demo.csv
        sed '1s/,client.respect,/,client.respct,/' demo.csv > wrong.csv
        "$waymark" import responses wrong.csv --campaign c --new \(options)
        """)
      #expect(refused.exit == 65, "\(refused)")
      #expect(
        refused.stderr.contains(
          "no column is called 'client.respct'; did you mean 'client.respect'?"))
      #expect(refused.stderr.hasSuffix("Nothing was taken in.\n"))
      #expect(try place.run("report", "--campaign", "c").exit == 65)
    }
  }
}
