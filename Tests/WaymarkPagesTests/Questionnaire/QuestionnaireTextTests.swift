import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

@Suite struct QuestionnaireTextTests {
  private func transcript(
    _ lines: [String], style: TextStyle, byKey: Bool, of framework: Framework? = nil,
    for occasion: Questionnaire.Occasion = .own
  ) throws -> String {
    let framework = try framework ?? SampleFramework.small()
    var questionnaire = Questionnaire(framework, occasion: occasion)
    let text = QuestionnaireText(
      framework: framework, language: .english, style: style, answersByKey: byKey,
      words: Words.english.questionnaire)
    var result = ""
    func show(_ effects: [Questionnaire.Effect]) {
      for effect in text.inReadingOrder(effects) {
        switch effect {
        case .show(let screen): result += text.text(screen, of: questionnaire)
        case .say(let remark): result += text.text(remark, of: questionnaire)
        default: break
        }
      }
    }
    show(questionnaire.start())
    for line in lines {
      result += text.cursor(questionnaire.prompt)
      let effects = questionnaire.receive(
        questionnaire.input(typed: line, in: text.vocabulary), after: 20)
      // The driver's part: an answer by key is shown by its remark, everything else as typed.
      let saysAnswer = effects.contains { if case .say(.saved) = $0 { true } else { false } }
      if !byKey || !saysAnswer { result += line.printableLine + "\n" }
      show(effects)
    }
    return result
  }

  private static let sitting = [
    "x", "2", "h", "", "3", "b", "", "n", "Ask Maria", "n", "", "h", "9", "\t", "q7", "s", "b", "",
    "1 2", "1", "", "a", "2", "3", "s", "1", "", "b", "", "", "2 1",
    "b", "", "", "h", "s", "4", "", "3", "Ask Luz", "f",
  ]

  /// A library assistant, who is asked three of five statements first.
  private static let assistant = [
    "h", "library", "back", "", "Talking", "3", "2", "none", "go on", "1", "", "", "h", "2", "f",
  ]

  @Test func `A role that asks for some of the statements, in columns`() throws {
    try snapshot(
      transcript(Self.assistant, style: TextStyle(), byKey: true), named: "sitting-role.txt")
  }

  @Test func `A role that asks for some of the statements, for a screen reader`() throws {
    try snapshot(
      transcript(Self.assistant, style: TextStyle(accessible: true), byKey: false),
      named: "sitting-role-accessible.txt")
  }

  // What is shown is what is taken: the words come from the pages, and the core reads them.
  @Test(arguments: [false, true])
  func `Every label that stands on a screen can be typed`(asksForService: Bool) throws {
    let framework = try SampleFramework.small()
    let text = QuestionnaireText(
      framework: framework, language: .english, style: TextStyle(), answersByKey: false,
      asksForService: asksForService, words: Words.english.questionnaire)
    var questionnaire = Questionnaire(framework)
    _ = questionnaire.start()
    func means(_ typed: String) -> Questionnaire.Input {
      questionnaire.input(typed: typed, in: text.vocabulary)
    }
    for role in framework.roles {
      #expect(means(role.title.text(in: .english)) == .role(role.id))
    }
    #expect(means("No comparison, just show my levels") == .role(nil))
    _ = questionnaire.receive(.role(nil))
    for area in framework.areas { #expect(means(text.title(of: area.id)) == .area(area.id)) }
    _ = questionnaire.receive(.next(at: .areas))
    let listen: CompetencyID = try SampleAssessment.id("talk.listen")
    let others: [Answer] = [.notPartOfMyWork, .cannotJudge, .skipped]
    for answer in framework.scale.steps.map({ Answer.level($0.level) }) + others {
      #expect(means(text.label(of: answer)) == .answer(answer, for: listen), "\(answer)")
    }
    #expect(means("can't judge") == .answer(.cannotJudge, for: listen))
    #expect(means("skip for now") == .answer(.skipped, for: listen))
  }

  @Test(arguments: [
    (TextStyle(), true), (TextStyle(), false), (TextStyle(accessible: true), true),
    (TextStyle(accessible: true), false),
  ])
  func `The keys stand under every question, in one line of 80 columns`(
    style: TextStyle, byKey: Bool
  ) throws {
    for view in [Questionnaire.Occasion.own, .init(view: .service(.now))] {
      let isService = view.asksAll
      let framework = try SampleFramework.small()
      var questionnaire = Questionnaire(framework, occasion: view, role: .settled(nil))
      _ = questionnaire.start()
      let text = QuestionnaireText(
        framework: framework, language: .english, style: style, answersByKey: byKey,
        asksForService: isService, words: Words.english.questionnaire)
      for line in ["", "3", "h", "zzz", ""] {
        let effects = questionnaire.receive(questionnaire.input(typed: line))
        guard case .show(let screen) = effects.last else { continue }
        let last = text.text(screen, of: questionnaire).split(separator: "\n").last ?? ""
        #expect(last.contains(isService ? "0 not part of our service" : "0 not part of my work"))
        #expect(
          last.contains("9 can't judge")
            && last.contains(style.isAccessible || !byKey ? "h all keys" : "h help"))
        #expect(
          last.contains(
            byKey ? style.isAccessible ? "Press a number" : "Key 1-5" : "Type a number and Enter"))
      }
    }
  }

  @Test func `Ids stand on a screen where they are asked for alone`() throws {
    let lines = ["2", "", "3", "b", "", "3", "3", "1 2", "", "3", "3", "1", ""]
    let ids = ["talk.listen", "plan.time"]
    // The sample's own words name its ids: "Title of talk.listen".
    func without(_ text: String) -> String {
      ids.reduce(text) { text, id in
        text.replacing("Title of \(id)", with: "").replacing("I do \(id)", with: "")
          .replacing("of \(id) looks", with: "")
      }
    }
    for accessible in [false, true] {
      let plain = without(
        try transcript(lines, style: TextStyle(accessible: accessible), byKey: !accessible))
      let shown = without(
        try transcript(
          lines, style: TextStyle(accessible: accessible, ids: true), byKey: !accessible))
      for id in ids {
        #expect(!plain.contains(id))
        #expect(shown.contains("\(id)\n") && shown.contains("(\(id))"))
      }
    }
  }

  // What a question takes is at most four times the 100,000 letters of its levels, on any width.
  @Test(arguments: [40, 59, 60, 80, 200])
  func `However long the names of levels are, a question grows with its words alone`(width: Int)
    throws
  {
    let label = String(repeating: "x", count: 20_000)
    let framework = try SampleFramework.make(
      areas: [("I", "One", "One", [("talk.listen", [1, 1], nil)])],
      levels: (1...5).map { "\($0)" + label })
    let text = try transcript(
      ["2", "", "1"], style: TextStyle(width: width), byKey: true, of: framework)
    #expect(text.contains("xxxx"))
    #expect(text.utf8.count < 4 * 100_000, "\(text.utf8.count)")
    let page = FrameworkPage.page(framework, words: DocumentWords()).text(TextStyle(width: width))
    #expect(page.utf8.count < 6 * 100_000, "\(page.utf8.count)")
  }

  @Test func `Beside long names of levels the lines have the whole width`() throws {
    let framework = try SampleFramework.make(
      areas: [("I", "One", "One", [("talk.listen", [1, 1], nil)])],
      levels: ["Beginner at the branch", "Senior colleague with a specialism (on her own)"])
    let text = try transcript(["2", "", "1"], style: TextStyle(), byKey: true, of: framework)
    #expect(
      text.contains(
        """

          1  Beginner at the branch: What level 1 of talk.listen looks like.
          2  Senior colleague with a specialism (on her own): What level 2 of
             talk.listen looks like.

        """), "\(text)")
  }

  @Test func `A sitting in columns`() throws {
    try snapshot(
      transcript(Self.sitting, style: TextStyle(), byKey: true), named: "sitting.txt")
  }

  @Test func `A sitting for a screen reader`() throws {
    try snapshot(
      transcript(Self.sitting, style: TextStyle(accessible: true), byKey: false),
      named: "sitting-accessible.txt")
  }

  /// Through a campaign that has importance rated, with two background questions.
  private static let campaign = [
    "2", "", "3", "", "h", "4", "2", "b", "", "s", "1", "", "", "", "9", "0", "2", "5", "", "h",
    "x", "oh", "b", "", "1 3", "b", "", "f",
  ]

  @Test func `A campaign in columns`() throws {
    try snapshot(
      transcript(
        Self.campaign, style: TextStyle(), byKey: true, for: SampleInvitation.occasion()),
      named: "campaign.txt")
  }

  @Test func `A campaign for a screen reader`() throws {
    let text = try transcript(
      Self.campaign, style: TextStyle(accessible: true), byKey: false,
      for: SampleInvitation.occasion())
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ("\u{20}"..."\u{7E}").contains($0) })
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix(" ") })
    try snapshot(text, named: "campaign-accessible.txt")
  }

  @Test func `Accessible text is printable text and line feeds alone, nothing indented`() throws {
    let text = try transcript(
      Self.sitting, style: TextStyle(colour: true, accessible: true), byKey: false)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ("\u{20}"..."\u{7E}").contains($0) })
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix(" ") })
  }

  @Test(arguments: [true, false])
  func `No text of a framework steers the terminal`(accessible: Bool) throws {
    let text = try transcript(
      Self.sitting, style: TextStyle(accessible: accessible), byKey: !accessible,
      of: HostileSample.framework())
    #expect(text.contains("Saved as important: "))
    let invitation = Invitation(
      try SampleCampaign.made(), asker: HostileSample.text, sending: HostileSample.text)
    let campaign = try transcript(
      ["2", "q"], style: TextStyle(accessible: accessible), byKey: !accessible,
      for: Questionnaire.Occasion(
        invitation, questions: SampleBackgroundQuestions.small(),
        response: SampleInvitation.response(beginningWith: 0)))
    #expect(campaign.contains("You are asked by: <script>"))
    let shown = (text + campaign).split(separator: "\n").map(String.init)
    #expect(shown.filter { $0.printable != $0 } == [])
  }

  @Test func `Colour is bold, dim and one accent, each switched off again`() throws {
    let text = try transcript(Self.sitting, style: TextStyle(colour: true), byKey: true)
    let plain = try transcript(Self.sitting, style: TextStyle(), byKey: true)
    let pieces = text.split(separator: "\u{1B}", omittingEmptySubsequences: false).dropFirst()
    #expect(!pieces.isEmpty)
    #expect(
      pieces.allSatisfy { piece in
        ["[1m", "[2m", "[36m", "[0m"].contains { piece.hasPrefix($0) }
      })
    #expect(
      ["[1m", "[2m", "[36m", "[0m"].reduce(text) { $0.replacing("\u{1B}" + $1, with: "") } == plain)
  }

  @Test(arguments: [40, 57, 80, 200], [true, false])
  func `No line is wider than asked, whatever is typed`(width: Int, accessible: Bool) throws {
    var random = SampleRandom(seed: UInt64(width))
    let keys = [
      "", "0", "1", "2", "3", "5", "9", "b", "s", "n", "a", "h", "f", "y", "n", "1 2", "zzz",
    ]
    let typed = (0..<400).map { _ in keys.randomElement(using: &random) ?? "" }
    let text = try transcript(
      typed, style: TextStyle(width: width, accessible: accessible), byKey: true)
    let campaign = try transcript(
      Self.campaign + typed, style: TextStyle(width: width, accessible: accessible), byKey: true,
      for: SampleInvitation.occasion())
    #expect(
      (text + campaign).split(separator: "\n").allSatisfy { TextLayout.columns($0) <= width })
  }
}
