import Testing
import Waymark
import WaymarkBasics

@testable import WaymarkPages

/// Sentences about campaigns and what is given out of them, whose form depends on what is known.
@Suite struct CampaignWordsTests {
  private let campaign = CampaignWords()
  private let published = PublishedWords()

  @Test func `When a campaign is open names the days that are set`() throws {
    let first = try #require(CalendarDate("2026-09-01"))
    let last = try #require(CalendarDate("2026-12-31"))
    #expect(campaign.open(from: nil, until: nil, closed: nil) == "Open: until it is closed")
    #expect(
      campaign.open(from: first, until: last, closed: nil)
        == "Open: from 1 September 2026, until 31 December 2026")
    #expect(
      campaign.open(from: nil, until: nil, closed: last) == "Open: closed on 31 December 2026")
    #expect(campaign.until(nil) == "Until: no last day is set")
  }

  @Test(arguments: [
    (1, false, "1 response"), (2, false, "2 responses"), (0, true, "0 responses (made-up people)"),
  ])
  func `Responses are counted`(number: Int, isMadeUp: Bool, words: String) {
    #expect(campaign.responses(number, isMadeUp: isMadeUp) == words)
  }

  // More can answer than were invited: then nobody is missing.
  @Test(
    arguments: [
      (7, "role librarian: 9 invited, 7 answered, 2 not yet"),
      (11, "role librarian: 9 invited, 11 answered, 0 not yet"),
      (nil, "role librarian: 9 invited, [c] answered"),
    ] as [(Int?, String)])
  func `How many of a group answered is told or withheld`(answered: Int?, sentence: String) {
    #expect(
      campaign.turnout(
        campaign.group("librarian", of: "role"), invited: 9, answered: answered) == sentence)
  }

  @Test(
    arguments: [
      (.withheld, "[c]", ""), (.percent(40), "40 %", ""), (.mean(2.25), "2.3", ""),
      (.atMost(percent: 5), "5 % or less", "or less"),
      (.atLeast(percent: 95), "95 % or more", "or more"),
    ] as [(PublishedFigure, String, String)])
  func `A published figure is told as far as it may be`(
    figure: PublishedFigure, words: String, note: String
  ) {
    #expect(published.figure(figure) == words && published.note(figure) == note)
  }

  @Test func `A release of too few people names no number`() {
    #expect(published.answered(nil) == "Too few people answered.")
    #expect(published.answered(55) == "55 people answered.")
    #expect(
      published.withheld(0, of: 4, fewest: 10)
        == "No group is withheld. What is withheld is written [c].")
    #expect(
      published.byNote("Where do you work?", false).hasPrefix("Where do you work? The mean of")
        && published.byNote("Role", true).hasPrefix("Role. The mean of"))
  }
}
