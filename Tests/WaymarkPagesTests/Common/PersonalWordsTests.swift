import Testing
import Waymark
import WaymarkBasics

@testable import WaymarkPages

/// Sentences whose form depends on the numbers and cases in them, as one would say them.
@Suite struct PersonalWordsTests {
  static let lengths: [(LearningResource.Duration, left: Int, String)] = [
    (.stated(minutes: 30), 1, "it takes 30 minutes, and 1 minute of your time is left"),
    (
      .estimated(minutes: 90), 20, "it takes about 90 minutes, and 20 minutes of your time are left"
    ),
    (.unknown, 120, "it takes an unknown time, and 2 hours of your time are left"),
    (.stated(minutes: 1), 0, "other steps take its time"),
  ]

  @Test(arguments: lengths)
  func `What is too long says how much time is left`(
    duration: LearningResource.Duration, left: Int, sentence: String
  ) {
    #expect(PathWords().tooLong(duration, left: left) == sentence)
  }

  static let costs: [(LearningResource.Cost, String)] = [
    (.free, "It takes 30 minutes and is free."),
    (.account, "It takes 30 minutes and is free with an account."),
    (.members(othersUSD: nil), "It takes 30 minutes and is free or cheaper for members."),
    (
      .members(othersUSD: 20),
      "It takes 30 minutes and is free or cheaper for members, 20 US dollars for others."
    ),
    (.paid(usd: 45), "It takes 30 minutes and costs 45 US dollars."),
    (.paid(usd: nil), "It takes 30 minutes and costs money."),
  ]

  @Test(arguments: costs)
  func `Every cost ends a sentence`(cost: LearningResource.Cost, sentence: String) {
    #expect(SupervisorWords().takes(.stated(minutes: 30), cost, isSum: false) == sentence)
  }

  // Documents call the kinds so; only a site is called otherwise by people.
  @Test(arguments: LearningResource.Format.allCases)
  func `A resource is called what it is`(format: LearningResource.Format) {
    let word = format == .site ? "web site" : format.rawValue
    #expect(
      PathWords().leads(
        format, from: 1, to: 2, takes: .stated(minutes: 30), cost: .free, in: [])
        == "This \(word) leads from level 1 to level 2, takes 30 minutes and is free.")
  }

  static let titles = [
    ("Read aloud", "New: Read aloud."), ("Why read?", "New: Why read?"),
    ("Read!", "New: Read!"), ("Read.", "New: Read."),
  ]

  @Test(arguments: titles)
  func `No sentence ends twice`(title: String, sentence: String) {
    #expect(PathWords().added(title) == sentence)
  }

  static let unrated: [(counts: [Int], isFinished: Bool, String?)] = [
    ([0, 0, 0, 0], true, nil),
    ([1, 0, 0, 1], true, "1 is not part of your work; 1 was not asked."),
    (
      [2, 3, 4, 5], true,
      "2 are not part of your work; 3 you could not judge; 4 you skipped; 5 were not asked."
    ),
    ([0, 0, 0, 1], false, "1 has no answer yet."), ([0, 0, 0, 2], false, "2 have no answer yet."),
  ]

  @Test(arguments: unrated)
  func `The kinds of no number are counted apart`(
    counts: [Int], isFinished: Bool, sentence: String?
  ) {
    #expect(
      ProfileWords().unrated(
        notPartOfMyWork: counts[0], cannotJudge: counts[1], skipped: counts[2],
        notAsked: counts[3], isFinished: isFinished) == sentence)
  }

  static let headings = [
    (1, "Start with this one"), (2, "Start with these two"), (3, "Start with these three"),
  ]

  @Test(arguments: headings)
  func `What to start with is counted in its heading`(count: Int, heading: String) {
    #expect(ProfileWords().startHeading(count, for: nil) == heading)
    #expect(ProfileWords().startHeading(count, for: "Clerk") == heading + " (for: Clerk)")
  }

  static let workshops = [
    (1, "It has 1 seat, costs 0 US dollars and takes 1 day of a trainer."),
    (12, "It has 12 seats, costs 0 US dollars and takes 12 days of a trainer."),
  ]

  @Test(arguments: workshops)
  func `What a workshop takes is counted`(count: Int, sentence: String) {
    #expect(
      DocumentWords().workshopHas(seats: count, usDollars: 0, trainerDays: count) == sentence)
  }

  static let tags: [([String], String)] = [
    ([], "a language nobody noted"), (["en"], "English"), (["es-MX"], "Spanish (es-MX)"),
    (["en", "fr", "zh"], "English, French and Chinese"), (["en", "tlh"], "English and tlh"),
  ]

  @Test(arguments: tags)
  func `Languages are called by their names as far as they are known`(
    tags: [String], words: String
  ) {
    #expect(CommonWords().languages(tags.compactMap { LanguageTag($0) }) == words)
  }
}
