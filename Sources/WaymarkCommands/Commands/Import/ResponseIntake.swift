import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// Reads files of responses one after the other, and decides what becomes of each response.
struct ResponseIntake {
  private let expectation: SharedFile.Expectation
  private let background: BackgroundQuestions
  private let format: ResponseReader.Format
  private let progress: Progress
  private var plan: ImportDecisions
  private var mentoring: RevisionDecisions
  private var service: RevisionDecisions
  private var proofs: KnownProofs
  /// Whether the campaign's people are made up; unknown until the first one arrives.
  private var isMadeUp: Bool?
  private var problems = BoundedLines()
  /// What was wrong with the rows that were passed over.
  private(set) var passedOver = BoundedLines()
  private var badRows = 0
  private var repeatedRows = 0

  /// Begins with what a campaign of the store knows, in the transaction that takes the responses in.
  ///
  /// - Parameter isMadeUp: what the campaign was until now; `nil` when it is new.
  init(
    into campaign: Campaign, of store: Store, documents: CampaignDocuments,
    format: ResponseReader.Format, isMadeUp: Bool?, progress: Progress
  ) throws {
    let standings = try store.standings(in: campaign.id)
    let mentoring = try store.mentoringStandings(in: campaign.id)
    let service = try store.serviceStandings(in: campaign.id)
    background = documents.background
    expectation = SharedFile.Expectation(
      framework: documents.framework, key: campaign.framework, background: background,
      campaign: campaign.id, importance: campaign.importance)
    var format = format
    format.table.importance = campaign.importance
    self.format = format
    self.progress = progress
    self.isMadeUp =
      standings.isEmpty && mentoring.isEmpty && service.isEmpty ? nil : isMadeUp
    plan = ImportDecisions(standings: standings)
    self.mentoring = RevisionDecisions(standings: mentoring)
    self.service = RevisionDecisions(standings: service)
    proofs = KnownProofs(try store.proofs(in: campaign.id), sha256: SHA256.hex)
  }

  /// Reads a file in a thread of its own, and decides about its responses in this one.
  mutating func read(_ file: String, put: (Store.CampaignChange) throws -> Void) throws {
    let reader = ResponseReader(
      file: file, framework: expectation.framework, background: background, format: format,
      progress: progress)
    do {
      let outcome = try BatchQueue.run(make: { try reader.read($0) }) { rows in
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
    let parts: [(ImportDecisions.Decision, String)] = [
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
      + Self.summary(of: service, one: "view of a service", many: "views of services")
  }

  /// What cards that were read are for.
  private(set) var purposes: Set<MentoringCard.Purpose> = []

  /// What became of mentoring cards; empty when there was none.
  private var mentoringSummary: String {
    Self.summary(of: mentoring, one: "mentoring offer", many: "mentoring offers")
  }

  /// What became of the files of one kind; empty when there was none.
  private static func summary(of plan: RevisionDecisions, one: String, many: String) -> String {
    let parts: [(RevisionDecisions.Decision, String)] = [
      (.new, "new"), (.replaced, "replaced"), (.unchanged, "known already"),
      (.withdrawn, "withdrawn"),
    ]
    let counts = parts.map { (plan.count(of: $0.0), $0.1) }.filter { $0.0 > 0 }
    let total = counts.reduce(0) { $0 + $1.0 }
    guard total > 0 else { return "" }
    return "; \(total) \(total == 1 ? one : many): "
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
    let claim = file.claim
    guard proofs.admits(claim) else {
      return problems.add(
        "\(name): this is not from whoever shared '\(claim.key.id)' before, or it was changed; "
          + "leave the file out, and ask for one written where the answers are kept")
    }
    switch file {
    case .response(let file):
      let record = CodedResponse(
        file.response, framework: expectation.framework, background: background)
      try receive(
        SheetArrival(record, addition: file.response.addition), again: false, claim, from: name,
        put: put)
    case .withdrawal(let withdrawal):
      if plan.receive(withdrawal) == .withdrawn { try take(.withdrawal(withdrawal), claim, put) }
    case .mentoring(let file):
      // People who are made up have nobody who could be reached.
      guard try isTaken(madeUp: false, from: name, put: put) else { return }
      purposes.formUnion(file.card.purposes)
      switch mentoring.receive(file.card.id, revision: file.card.revision) {
      case .new, .replaced: try take(.mentoring(file.card), claim, put)
      case .unchanged, .withdrawn: break
      }
    case .mentoringWithdrawal(let withdrawal):
      if mentoring.withdraw(withdrawal.id, revision: withdrawal.revision) == .withdrawn {
        try take(.mentoringWithdrawal(withdrawal), claim, put)
      }
    case .service(let file):
      switch file {
      case .withdrawal(let id, let revision, _):
        if service.withdraw(id, revision: revision) == .withdrawn {
          try take(.service(file), claim, put)
        }
      case .view(let view, _, _, _):
        guard try isTaken(madeUp: false, from: name, put: put) else { return }
        switch service.receive(view.id, revision: view.revision) {
        case .new, .replaced: try take(.service(file), claim, put)
        case .unchanged, .withdrawn: break
        }
      }
    }
  }

  /// Takes in what is to stand from now on, and remembers the proof that it came with.
  private mutating func take(
    _ change: Store.CampaignChange, _ claim: KnownProofs.Claim?,
    _ put: (Store.CampaignChange) throws -> Void
  ) throws {
    let entry = claim.flatMap(\.entry)
    if let claim { proofs.keep(claim) }
    // What was wrong before undoes everything at the end.
    guard problems.isEmpty else { return }
    if let claim, let entry {
      try put(.proved(change, claim.key, entry))
    } else {
      try put(change)
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

  /// - Parameters:
  ///   - again: whether what arrives takes the place of an earlier row of the same table.
  ///   - claim: what a shared file says that it is; `nil` for a row of a table.
  private mutating func receive(
    _ arrival: SheetArrival, again: Bool, _ claim: KnownProofs.Claim? = nil, from name: String,
    put: (Store.CampaignChange) throws -> Void
  ) throws {
    let record = arrival.record
    guard try isTaken(madeUp: record.isMadeUp, from: name, put: put) else { return }
    let decision =
      again ? plan.receiveAgain(arrival) : plan.receive(arrival, isRow: claim == nil)
    switch decision {
    case .new, .replaced:
      try take(.response(arrival), claim, put)
    case .same, .older, .withdrawn:
      break
    case .changed:
      problems.add(
        "\(name): '\(record.respondent)' was taken in before with other answers; "
          + "ask for a file with a higher revision, or give the row a respondent_id of its own")
    }
  }
}

extension ResponseIntake {
  /// Undoes what a dry run would have taken in.
  private struct DryRun: Error {}

  /// Takes files into a campaign of a store, all or none; makes the campaign when it is new.
  ///
  /// What is known of the campaign is read in the transaction that writes what is decided from it, so
  /// that nothing depends on what other runs do meanwhile.
  /// - Returns: what became of the files, and the first reason why some of it was too late.
  /// - Throws: everything that was wrong with any of the files; then nothing is taken in.
  static func take(
    _ files: [String], into id: ID<Campaign>, of store: Store, installed: InstalledDocuments,
    format: ResponseReader.Format, isDryRun: Bool = false, progress: Progress
  ) throws -> (intake: ResponseIntake, late: StoreError?) {
    var outcome: (intake: ResponseIntake, late: StoreError?)?
    do {
      try store.inOneTransaction {
        let known = try store.campaign(id)
        let documents =
          try known.map { try installed.documents(of: $0, keptIn: store) }
          ?? installed.campaignDocuments()
        let campaign = known ?? documents.campaign(id)
        var intake = try ResponseIntake(
          into: campaign, of: store, documents: documents, format: format,
          isMadeUp: known?.isMadeUp, progress: progress)
        var late: StoreError?
        try store.receive(into: campaign, documents: documents) { put in
          for file in files {
            // What is too late keeps nothing else from being taken back.
            try intake.read(file) { change in
              do { try put(change) } catch let error as StoreError where error.problem.isLate {
                late = late ?? error
              }
            }
          }
          try intake.finish()
        }
        outcome = (intake, late)
        if isDryRun { throw DryRun() }
      }
    } catch is DryRun {}
    guard let outcome else { throw Ended(exit: .failed) }
    return outcome
  }
}
