import Foundation
import Waymark
import WaymarkStore

/// Reads files of responses one after the other, and decides what becomes of each response.
struct ResponseIntake {
  private let expectation: SharedFile.Expectation
  private let background: BackgroundQuestions
  private let format: ResponseReader.Format
  private let progress: Progress
  private var plan: ImportPlan
  private var mentoring: MentoringPlan
  /// Whether the campaign's people are made up; unknown until the first one arrives.
  private var isMadeUp: Bool?
  private var problems = BoundedLines()
  /// What was wrong with the rows that were passed over.
  private(set) var passedOver = BoundedLines()
  private var badRows = 0
  private var repeatedRows = 0

  /// - Parameters:
  ///   - mentoring: what the campaign knows of mentoring cards.
  ///   - isMadeUp: what the campaign was until now; `nil` when it is new.
  init(
    campaign: Campaign, documents: CampaignDocuments, format: ResponseReader.Format,
    standings: ImportPlan.Standings, mentoring: [UUID: MentoringPlan.Standing] = [:],
    isMadeUp: Bool?, progress: Progress
  ) {
    background = documents.background
    expectation = SharedFile.Expectation(
      framework: documents.framework, key: campaign.framework, background: background,
      campaign: campaign.id, importance: campaign.importance)
    var format = format
    format.table.importance = campaign.importance
    self.format = format
    self.progress = progress
    self.isMadeUp = standings.isEmpty && mentoring.isEmpty ? nil : isMadeUp
    plan = ImportPlan(standings: standings)
    self.mentoring = MentoringPlan(standings: mentoring)
  }

  /// Reads a file in a thread of its own, and decides about its responses in this one.
  mutating func read(_ file: String, put: (Store.CampaignChange) throws -> Void) throws {
    let reader = ResponseReader(
      file: file, framework: expectation.framework, background: background, format: format,
      progress: progress)
    do {
      let outcome = try Handover.run(make: { try reader.read($0) }) { rows in
        for row in rows {
          try receive(row.arrival, again: row.isRepeated, from: reader.name, put: put)
        }
      }
      if let document = outcome.document {
        return try readShared(document, name: reader.name, put: put)
      }
      for faults in outcome.faults {
        if outcome.passesOverFaults { passedOver.add(faults) } else { problems.add(faults) }
      }
      badRows += outcome.badRows
      repeatedRows += outcome.repeatedRows
    } catch let findings as Findings<FileProblem> {
      problems.add(findings)
    }
  }

  /// Ends the import.
  ///
  /// - Throws: everything that was wrong with any of the files.
  func finish() throws {
    guard problems.isEmpty else {
      throw Failure(.input, "\(problems.text)\nNothing was taken in.")
    }
  }

  /// What became of the responses, in one line.
  var summary: String {
    let parts: [(ImportPlan.Decision, String)] = [
      (.new, "new"), (.replaced, "replaced"), (.same, "known already"),
      (.older, "older than what is there"), (.withdrawn, "withdrawn"),
    ]
    var counts = parts.filter { $0.0 == .new || plan.count(of: $0.0) > 0 }
      .map { "\(plan.count(of: $0.0)) \($0.1)" }
    if repeatedRows > 0 {
      counts.append("\(repeatedRows) repeated, the \(format.table.repeated.rawValue) row taken")
    }
    if !passedOver.isEmpty { counts.append("\(badRows) with a fault passed over") }
    return "Responses: " + counts.joined(separator: ", ")
      + (isMadeUp == true ? " (made-up people)" : "") + mentoringSummary
  }

  /// Whether any mentoring card was read.
  var hasMentoring: Bool { !mentoringSummary.isEmpty }

  /// What became of mentoring cards; empty when there was none.
  private var mentoringSummary: String {
    let parts: [(MentoringPlan.Decision, String)] = [
      (.new, "new"), (.replaced, "replaced"), (.unchanged, "known already"),
      (.withdrawn, "withdrawn"),
    ]
    let counts = parts.map { (mentoring.count(of: $0.0), $0.1) }.filter { $0.0 > 0 }
    let total = counts.reduce(0) { $0 + $1.0 }
    guard total > 0 else { return "" }
    return "; \(total) mentoring offer\(total == 1 ? "" : "s"): "
      + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private mutating func readShared(
    _ bytes: [UInt8], name: String, put: (Store.CampaignChange) throws -> Void
  ) throws {
    let file: SharedFile
    do {
      file = try SharedFile(bytes: bytes, file: name, expecting: expectation)
    } catch {
      return problems.add(error)
    }
    switch file {
    case .response(let file):
      let record = SheetRecord(
        file.response, framework: expectation.framework, background: background)
      try receive(
        SheetArrival(record, addition: file.response.addition), again: false, from: name, put: put)
    case .withdrawal(let withdrawal):
      if plan.receive(withdrawal) == .withdrawn { try put(.withdrawal(withdrawal)) }
    case .mentoring(let file):
      // People who are made up have nobody who could be reached.
      guard try isTaken(madeUp: false, from: name, put: put) else { return }
      switch mentoring.receive(file.card) {
      case .new, .replaced:
        if problems.isEmpty { try put(.mentoring(file.card)) }
      case .unchanged, .withdrawn: break
      }
    case .mentoringWithdrawal(let withdrawal):
      if mentoring.receive(withdrawal) == .withdrawn { try put(.mentoringWithdrawal(withdrawal)) }
    }
  }

  /// Whether people of this kind belong to the campaign, whose kind the first of them decides.
  private mutating func isTaken(
    madeUp: Bool, from name: String, put: (Store.CampaignChange) throws -> Void
  ) throws -> Bool {
    if isMadeUp == nil {
      isMadeUp = madeUp
      if madeUp { try put(.madeUp) }
    }
    if madeUp == isMadeUp { return true }
    problems.addOnce(
      "\(name): made-up people would be mixed with real ones; keep them in campaigns of their own")
    return false
  }

  /// - Parameter again: whether what arrives takes the place of an earlier row of the same table.
  private mutating func receive(
    _ arrival: SheetArrival, again: Bool, from name: String,
    put: (Store.CampaignChange) throws -> Void
  ) throws {
    let record = arrival.record
    guard try isTaken(madeUp: record.isMadeUp, from: name, put: put) else { return }
    switch again ? plan.receiveAgain(arrival) : plan.receive(arrival) {
    case .new, .replaced:
      if problems.isEmpty { try put(.response(arrival)) }
    case .same, .older, .withdrawn:
      break
    case .changed:
      problems.add(
        "\(name): '\(record.respondent)' was taken in before with other answers; "
          + "ask for a file with a higher revision, or give the row a respondent_id of its own")
    }
  }
}
