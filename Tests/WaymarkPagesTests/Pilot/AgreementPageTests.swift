import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

struct AgreementPageTests {
  private func said(
    people: Int, _ second: (Int) -> String, on occasion: RatingAgreement.Occasion = .twoRaters,
    minimum: Int = 10
  ) throws -> AgreementPage {
    var files = (RatedFile(), RatedFile())
    func response(_ number: Int, _ sheet: String) -> CodedResponse {
      CodedResponse(
        respondent: "secret-\(number)", revision: 1, link: nil, month: nil, role: nil,
        sheet: Array(sheet.utf8), importance: [], background: [])
    }
    for number in 0..<people {
      files.0.add(response(number, first(number)))
      files.1.add(response(number, second(number)))
    }
    files.0.add(response(9999, "11111"))
    return AgreementPage(
      try RatingAgreement(
        files.0, files.1, on: occasion, framework: try SampleFramework.small(),
        minimumGroup: try MinimumGroup(people: minimum)),
      files: (first: "own <b>.csv", second: "other.csv"), words: AgreementWords())
  }

  private func first(_ number: Int) -> String {
    "\(number % 4 + 1)\(number % 3 + 2)\(number % 5 + 1)\(number % 2 + 3)3"
  }

  /// All texts of a page, each on one line.
  private func texts(_ said: AgreementPage) throws -> [String] {
    [said.page.text(), said.page.text(TextStyle(accessible: true)), said.page.markdown]
      .map { $0.replacing(#/\n */#, with: " ") } + [said.page.html, said.csv, try said.json()]
  }

  @Test
  func `What comes first is how many pairs, how many agree, the weakest, and what it proves not`()
    throws
  {
    let said = try said(people: 40) { number in
      "\(4 - number % 4)\(number % 3 + 2)\(number % 5 + 1)\(number % 2 + 3)3"
    }
    let text = try texts(said)[0]
    #expect(text.contains("40 people are in both files."))
    // Levels 1 to 4 against 4 to 1, ten times each: by hand 1 - 40 * 200 / (40 * 40 * 2.5) = -1.
    #expect(
      text.contains(
        "Of 4 statements that can be compared, 3 agree at 0.60 or more (weighted kappa), and 1 is "
          + "below 0.40. Weakest: Title of talk.listen (-1.00). None"))
    #expect(text.contains("None of these numbers proves that a rating is right"))
    #expect(
      text.contains(
        "1  Title of talk.listen (talk.listen) I do talk.listen at work. Kappa -1.00 of 40 pairs: "
          + "0 % on the same level, 50 % at most one level apart. Both are as high on average."))
    #expect(
      text.contains(
        "No kappa, as on one side everybody has the same level: Title of plan.money."))
    #expect(text.contains("1 person only in own <b>.csv"))
  }

  @Test func `A number that there is not is a dash with its reason, never 0 and no number`() throws
  {
    let said = try said(people: 40) { _ in "33333" }
    for text in try texts(said) { #expect(!text.lowercased().contains("nan")) }
    let rows = said.csv.split(separator: "\r\n")
    #expect(rows[1].contains(",40,,,,,,"), "\(rows[1])")
    #expect(rows[1].contains("on one side all have the same level"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(said.json().utf8)) as? [String: Any])
    let statements = try #require(json["statements"] as? [[String: Any]])
    #expect(statements[0]["kappa"] is NSNull && statements[0]["n"] as? Int == 40)
    #expect(json["occasion"] as? String == "two-raters")
  }

  @Test func `Of nine pairs no agreement is told, in no format, and it is said why`() throws {
    let said = try said(people: 9, first)
    let text = try texts(said)[0]
    #expect(text.contains("9 people are in both files. That is too few: from fewer than 10 pairs"))
    for text in try texts(said) { #expect(text.contains("[c]") && !text.contains("1.00")) }
    #expect(said.csv.split(separator: "\r\n")[1].contains("[c],[c],[c],[c]"))
    // No tables that would hold nothing else.
    #expect(!text.contains("Every statement"))
  }

  @Test func `Who asks for more people than there are pairs is told that, and nothing of kappa`()
    throws
  {
    let said = try said(people: 12, first, minimum: 15)
    let text = try texts(said)[0]
    #expect(text.contains("That is fewer than the 15 of whom alone anything is to be said"))
  }

  @Test func `The second rater is told from the second time, lower from higher`() throws {
    let lower = { (number: Int) in "\(5 - number % 4)1\(number % 5 + 1)33" }
    let raters = try texts(said(people: 40, lower))[0]
    let again = try texts(said(people: 40, lower, on: .sameAgain))[0]
    // Levels 5 to 2 after 1 to 4: one higher on average, by hand.
    #expect(raters.contains("The second rater is 1.00 levels higher on average."))
    #expect(again.contains("The second time they are 1.00 levels higher on average."))
  }

  @Test func `No id of anybody stands anywhere, and a file's name is only text`() throws {
    for people in [9, 40] {
      let said = try said(people: people, first)
      for text in try texts(said) { #expect(!text.contains("secret-")) }
      #expect(!said.page.html.contains("own <b>"))
    }
  }

  @Test func `The page fits eighty columns with its tables, and read aloud has no columns`() throws
  {
    let said = try said(people: 40, first, on: .sameAgain)
    let text = said.page.text()
    #expect(text.split(separator: "\n").allSatisfy { TextLayout.columns(String($0)) <= 80 })
    #expect(text.contains("Do people rate themselves alike the second time?"))
    #expect(text.contains("After learning, an honest rating may go down"))
    #expect(
      text.contains("Statement              Pairs   Kappa (95 %)    Same   Within 1   Shift\n"),
      "\(text)")
    #expect(!said.page.text(TextStyle(accessible: true)).contains("   "))
  }

  @Test func `A browser shows every level of both files`() throws {
    let page = try said(people: 40, first).page.html
    #expect(page.contains("4 In new cases"))
    #expect(page.contains("The statements in other.csv"))
  }
}
