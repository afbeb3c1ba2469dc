import Testing
import Waymark
import WaymarkBasics

@testable import WaymarkPages

/// Sentences about campaigns and what is given out of them, whose form depends on what is known.
@Suite struct CampaignWordsTests {
  private let campaign = CampaignWords()
  private let published = PublishedWords()

  @Test func `Where a campaign stands names the day that is set`() throws {
    let first = try #require(CalendarDate("2026-09-01"))
    let last = try #require(CalendarDate("2026-12-31"))
    #expect(campaign.state(.open(until: nil), opens: nil) == "State: open until it is closed")
    #expect(
      campaign.state(.open(until: last), opens: first)
        == "State: open until 31 December 2026, from 1 September 2026 on")
    #expect(campaign.state(.closed(on: last), opens: nil) == "State: closed on 31 December 2026")
    #expect(
      campaign.state(.notYet(from: first), opens: first) == "State: opens on 1 September 2026")
    #expect(
      campaign.state(.over(since: last), opens: nil)
        == "State: last day 31 December 2026 is over, not closed; what comes now is told apart")
    #expect(
      campaign.state(.published(on: last), opens: nil)
        == "State: published on 31 December 2026 and frozen; no answer is taken in any more, and no "
        + "table is changed")
    #expect(campaign.until(nil) == "Until: no last day is set")
    #expect(
      campaign.kept(until: last, isOver: true)
        == "To be deleted since 31 December 2026; nothing is deleted by itself.")
    #expect(
      campaign.answered(44, late: 3, isMadeUp: false)
        == "Answered: 44 responses, 3 of them after the last day")
  }

  @Test(arguments: [
    (1, false, "1 response"), (2, false, "2 responses"), (0, true, "0 responses (made-up people)"),
  ])
  func `Responses are counted`(number: Int, isMadeUp: Bool, words: String) {
    #expect(campaign.responses(number, isMadeUp: isMadeUp) == words)
  }

  // More can answer than were invited: then the numbers are wrong.
  @Test(
    arguments: [
      (7, "role librarian: 9 invited, 7 answered, 2 not yet"),
      (
        11,
        "role librarian: 9 invited, 11 answered, more than were invited: correct the numbers of those "
          + "invited"
      ),
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
        == "No group is withheld. [c] stands for what is withheld: a number that rests on fewer than 10 "
        + "people, or that such a number could be worked out from.")
    #expect(
      published.byNote("Where do you work?", false).hasPrefix("Where do you work? The mean of")
        && published.byNote("Role", true).hasPrefix("Role. The mean of"))
  }
}
