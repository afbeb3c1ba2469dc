import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// What was salvaged of one campaign, as files.
struct SalvagedTables {
  /// A file that goes beside the one that was named.
  struct File {
    /// What it is called behind that one's name.
    let name: String
    let text: String
  }

  /// The name of the campaign; a number behind `_` where it can be read no more, which no campaign
  /// can be called.
  let campaign: String
  /// The file of the responses first; none where it cannot be told what they answer.
  private(set) var files: [File] = []
  /// How many responses are in it.
  private(set) var count = 0
  /// How a new campaign has to be begun before it takes the responses in; empty where any will do.
  private(set) var beginning: [String] = []
  /// What is missing.
  private(set) var complaints: [String] = []

  /// What a new campaign can be called that takes the responses in.
  var name: String { knownName ?? "NAME" }

  /// Whether there is any response in it.
  var isAny: Bool { count > 0 }

  private let found: SalvagedCampaign

  /// - Parameter asked: the bytes of the framework that a new campaign asks when it names none.
  init(_ found: SalvagedCampaign, _ statements: SalvagedStatements, asked: [UInt8]) {
    self.found = found
    campaign = found.description?.id.description ?? "_\(found.number)"
    switch statements {
    case .whole(let framework, let xml, let background):
      add(framework, background)
      if found.description == nil, count > 0 {
        complaints.append(
          words.nameIsGone(framework.id.description, framework.version.printableLine))
      }
      if xml != asked, count > 0 {
        let name = "statements-\(campaign).xml"
        files.append(File(name: name, text: String(decoding: xml, as: UTF8.self)))
        beginning += ["--framework", name]
      }
    case .some(let competencies):
      add(competencies)
    case .none:
      complaints.append(words.cannotBeWritten(found.responses.count, of: knownName))
    }
  }

  /// What the campaign is called, where that can be read.
  private var knownName: String? { found.description?.id.description }
  private var words: SalvageWords { CommandWords.english.salvage }

  private mutating func add(_ framework: Framework, _ background: BackgroundQuestions?) {
    // No pick has a place behind the third.
    let areRated =
      found.description.map { $0.importance == .rated }
      ?? found.responses.contains { $0.record.importance.contains { "45".utf8.contains($0) } }
    let positions = framework.competencies.enumerated().map { ($0, $1.id) }
    let responses = arrivals(by: Dictionary(uniqueKeysWithValues: positions)).compactMap {
      Response($0, areRated: areRated, framework: framework, background: background)
    }
    guard take(responses.count) else { return }
    if areRated { beginning += ["--importance", "rated"] }
    if found.description?.form == .core { beginning += ["--form", "core"] }
    let text = WideTableText(
      framework: framework, background: background, hasImportance: areRated)
    files.append(
      File(
        name: "responses-\(campaign).csv",
        text: responses.reduce(into: text.header) { $0 += text.line(for: $1) }))
    let details = responses.filter(Self.hasDetails)
    if !details.isEmpty {
      files.append(
        File(name: "details-\(campaign).csv", text: Self.details(details, framework).text))
    }
    if background == nil {
      complaints.append(words.backgroundIsGone(of: knownName))
    }
  }

  private mutating func add(_ competencies: [Int: CompetencyID]) {
    let arrivals = arrivals(by: competencies)
    guard take(arrivals.count) else { return }
    var table = CSV(header: [WideTable.respondentColumn, "competency", "answer"])
    for arrival in arrivals {
      let sheet = arrival.record.sheet
      for (position, code) in sheet.enumerated() {
        guard let competency = competencies[position], let answer = AnswerSheet.answer(of: code)
        else { continue }
        table.append([
          .text(arrival.record.respondent), .text(competency.description), .text(answer.word),
        ])
      }
    }
    files.append(File(name: "responses-\(campaign).csv", text: table.text))
    let all = arrivals.map(\.record.sheet.count).max() ?? 0
    complaints.append(
      words.statementsAreGone(of: knownName, ids: competencies.count, of: all))
  }

  private func arrivals(by competencies: [Int: CompetencyID]) -> [SheetArrival] {
    found.responses.compactMap { $0.arrival(by: competencies) }
  }

  /// Counts the responses, and says how many are not among them.
  private mutating func take(_ count: Int) -> Bool {
    self.count = count
    let lost = found.responses.count - count
    if lost > 0 {
      complaints.append(words.leftOut(lost, of: knownName))
    }
    return count > 0
  }

  private static func hasDetails(_ response: Response) -> Bool {
    response.revision > 1 || response.month != nil || response.link != nil
      || !response.importance.picked.isEmpty || response.addition != .none
  }

  /// What a table of responses has no columns for.
  private static func details(_ responses: [Response], _ framework: Framework) -> CSV {
    var table = CSV(header: [
      WideTable.respondentColumn, "revision", "month", "link", "important", "looked_back_to",
      "levels_then", "did",
    ])
    for response in responses {
      let (importance, then) = (response.importance, response.addition.lookingBack)
      let ids = framework.competencies.map(\.id)
      let picks = ids.filter(importance.picked.contains).map { id in
        importance.top.firstIndex(of: id).map { "\(id)=\($0 + 1)" } ?? "\(id)"
      }
      let levels = ids.compactMap { id in then?.levels[id].map { "\(id)=\($0.rank)" } }
      table.append([
        .text(response.id), .integer(response.revision), .text(response.month ?? ""),
        .text(response.link?.uuidString.lowercased() ?? ""), .text(picks.joined(separator: ";")),
        .text(then?.month ?? ""), .text(levels.joined(separator: ";")),
        .text(response.addition.did.map(\.description).joined(separator: ";")),
      ])
    }
    return table
  }
}
