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
  private let words: ImportWords
  private var responses: ImportDecisions
  private var mentoring: ImportDecisions
  private var service: ImportDecisions
  private var proofs: KnownProofs
  /// Whether the campaign's people are made up; unknown until the first one arrives.
  private var isMadeUp: Bool?
  private var problems: BoundedLines
  /// What was wrong with the rows and files that were passed over.
  private(set) var passedOver: BoundedLines
  private var badRows = 0
  private var badFiles = 0
  private var repeatedRows = 0
  private var unanswered = 0
  /// What was found out about tables, and done with their rows, that is to be told.
  private(set) var remarks: [String] = []
  /// What the responses say that have a random id, and how many say it: the same row of a table that is
  /// taken in once more is known by that.
  private var madeBefore: [UInt64: Int] = [:]
  private let passesOverFiles: Bool

  /// Begins with what a campaign of the store knows, in the transaction that takes the responses in.
  ///
  /// - Parameter isMadeUp: what the campaign was until now; `nil` when it is new.
  init(
    into campaign: Campaign, of store: Store, documents: CampaignDocuments,
    format: ResponseReader.Format, isMadeUp: Bool?, passesOverFiles: Bool = false,
    progress: Progress, words: ImportWords
  ) throws {
    let responses = try store.standings(of: .response, in: campaign.id)
    let mentoring = try store.standings(of: .mentoring, in: campaign.id)
    let service = try store.standings(of: .service, in: campaign.id)
    background = documents.background
    expectation = SharedFile.Expectation(
      framework: documents.framework, key: campaign.framework, background: background,
      campaign: campaign.id, form: campaign.form, importance: campaign.importance)
    var made: [UInt64: Int] = [:]
    if !responses.isEmpty {
      try store.records(of: campaign.id, whoseIDsBeginWith: WideTable.madeIDPrefix) {
        made[$0.contentFingerprint, default: 0] += 1
      }
    }
    madeBefore = made
    self.passesOverFiles = passesOverFiles
    problems = BoundedLines(limit: format.table.problemLimit)
    passedOver = BoundedLines(limit: format.table.problemLimit)
    var format = format
    format.source.isCheckedFirst = passesOverFiles
    format.table.newID = { UUID().uuidString.lowercased() }
    format.table.importance = campaign.importance
    format.table.form = campaign.form
    format.table.campaign = isMadeUp == nil ? nil : campaign.id
    self.format = format
    self.progress = progress
    self.words = words
    self.isMadeUp =
      responses.isEmpty && mentoring.isEmpty && service.isEmpty ? nil : isMadeUp
    self.responses = ImportDecisions(standings: responses)
    self.mentoring = ImportDecisions(standings: mentoring)
    self.service = ImportDecisions(standings: service)
    proofs = KnownProofs(try store.proofs(in: campaign.id), sha256: SHA256.hex)
  }

  /// Reads a file in a thread of its own, and decides about its responses in this one.
  mutating func read(_ file: String, put: (Store.CampaignChange) throws -> Void) throws {
    let reader = ResponseReader(
      file: file, framework: expectation.framework, background: background, format: format,
      progress: progress, words: words)
    do {
      var waiting = WaitingRows()
      let outcome = try BatchQueue.run(make: { try reader.read($0) }) { rows in
        for row in rows {
          if row.hasMadeID, waiting.keep(row) { continue }
          try receive(row.arrival, again: row.isRepeated, from: reader.name, put: put)
        }
      }
      for row in waiting.rows { try receiveMade(row.arrival, from: reader.name, put: put) }
      if let document = outcome.document {
        return try readShared(document, name: reader.name, put: put)
      }
      note(outcome, of: reader.name)
      for faults in outcome.faults {
        if outcome.passesOverFaults {
          passedOver.add(faults)
        } else if outcome.isWhollyRefused {
          refuse(faults)
        } else {
          problems.add(faults)
        }
      }
      if outcome.isWhollyRefused { badFiles += 1 }
      badRows += outcome.badRows
      repeatedRows += outcome.repeatedRows
      if !outcome.isWhollyRefused { unanswered += outcome.rows.unanswered }
    } catch let findings as Findings<FileProblem> {
      refuse(findings)
      badFiles += 1
    }
  }

  /// Takes note of what was wrong with a file of which nothing is taken.
  private mutating func refuse(_ faults: any FindingsReport) {
    if passesOverFiles { passedOver.add(faults) } else { problems.add(faults) }
  }

  private mutating func note(_ outcome: ResponseReader.Outcome, of file: String) {
    remarks += outcome.notes.map { words.note($0, of: file) }
    guard outcome.faults.isEmpty || outcome.passesOverFaults else { return }
    remarks += words.notes(outcome.rows, of: file, framework: expectation.framework)
  }

  /// Ends the import.
  ///
  /// - Parameters:
  ///   - report: writes everything that was wrong to a file that was asked for.
  ///   - put: hands a change to the store.
  /// - Throws: everything that was wrong with any of the files.
  mutating func finish(
    _ report: ((String) throws -> Void)? = nil, put: (Store.CampaignChange) throws -> Void
  ) throws {
    let all = problems.lines + passedOver.lines
    if !all.isEmpty { try report?(all.map { $0 + "\n" }.joined()) }
    guard problems.isEmpty else {
      let said = remarks.map { $0.printableLine + "\n" }.joined()
      throw Failure(
        .input,
        said + "\(problems.text(isReported: report != nil))\n\(words.nothingTaken)")
    }
    let taken = ImportDecisions.Decision.allCases.filter { $0 != .changed }
      .reduce(0) { $0 + responses.count(of: $1) }
    // Where all is known already, so are those who left a form.
    let isNew = responses.count(of: .same) == 0 || responses.count(of: .new) > 0
    if unanswered > 0, isNew { try put(.opened(rows: unanswered)) }
    if badRows > taken { passedOver.add(words.mostPassedOver(badRows, of: badRows + taken)) }
  }

  /// What became of everything, in one line.
  var summary: String {
    var counts = counts(responses)
    if responses.count(of: .new) == 0 { counts.insert(words.count(0, .new), at: 0) }
    if repeatedRows > 0 {
      counts.append(words.repeated(repeatedRows, taken: format.table.repeated))
    }
    if unanswered > 0 { counts.append(words.unanswered(unanswered)) }
    if badRows > 0 { counts.append(words.passedOver(badRows)) }
    if badFiles > 0 { counts.append(words.filesPassedOver(badFiles)) }
    return words.summary(
      counts, isMadeUp: isMadeUp == true,
      others: summary(of: mentoring, words.mentoringOffers)
        + summary(of: service, words.serviceViews))
  }

  /// Whether any of the files was one that `waymark share` wrote.
  private(set) var hasShared = false

  /// What cards that were read are for.
  private(set) var purposes: Set<MentoringCard.Purpose> = []

  /// The last day of answers, where these came after it.
  private(set) var cameLate: CalendarDate?

  private func counts(_ decisions: ImportDecisions) -> [String] {
    // What was changed is a fault of its row.
    ImportDecisions.Decision.allCases.filter { $0 != .changed && decisions.count(of: $0) > 0 }
      .map { words.count(decisions.count(of: $0), $0) }
  }

  /// What became of the files of one kind; empty when there was none.
  private func summary(
    of decisions: ImportDecisions, _ sentence: (Int, [String]) -> String
  ) -> [String] {
    let total = ImportDecisions.Decision.allCases.reduce(0) { $0 + decisions.count(of: $1) }
    return total > 0 ? [sentence(total, counts(decisions))] : []
  }

  private mutating func readShared(
    _ bytes: [UInt8], name: String, put: (Store.CampaignChange) throws -> Void
  ) throws {
    let file: SharedFile
    do {
      file = try SharedFile(bytes: bytes, file: name, expecting: expectation)
    } catch {
      badFiles += 1
      return refuse(error)
    }
    hasShared = true
    let claim = file.claim
    guard proofs.admits(claim) else {
      return problems.add(words.notTheirs(name, id: claim.key.id))
    }
    let change: Store.CampaignChange
    let decision: ImportDecisions.Decision
    switch file.content {
    case .payload(.response(let response), _, _):
      let record = CodedResponse(
        response, framework: expectation.framework, background: background)
      return try receive(
        SheetArrival(record, addition: response.addition), again: false, claim, from: name,
        put: put)
    case .payload(.mentoring(let card), _, _):
      // People who are made up have nobody who could be reached.
      guard try isTaken(madeUp: false, from: name, put: put) else { return }
      purposes.formUnion(card.purposes)
      change = .mentoring(card)
      decision = mentoring.receive(card.name, revision: card.revision)
    case .payload(.service(let view), _, _):
      guard try isTaken(madeUp: false, from: name, put: put) else { return }
      change = .service(view)
      decision = service.receive(view.name, revision: view.revision)
    case .withdrawal(let withdrawal):
      change = .withdrawal(withdrawal)
      decision =
        switch withdrawal.kind {
        case .response: responses.receive(withdrawal)
        case .mentoring: mentoring.receive(withdrawal)
        case .service: service.receive(withdrawal)
        }
    }
    switch decision {
    case .new, .replaced, .withdrawn: try take(change, claim, put)
    case .same, .older, .changed: break
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
    problems.addOnce(words.mixture(name))
    return false
  }

  /// Decides about a row with a random id: what says the same as a response that came so before is
  /// known already.
  private mutating func receiveMade(
    _ arrival: SheetArrival, from name: String, put: (Store.CampaignChange) throws -> Void
  ) throws {
    let content = arrival.record.contentFingerprint
    if let count = madeBefore[content], count > 0 {
      madeBefore[content] = count - 1
      return responses.countKnown()
    }
    try receive(arrival, again: false, from: name, put: put)
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
      again
      ? responses.receiveAgain(arrival) : responses.receive(arrival, isRow: claim == nil)
    switch decision {
    case .new, .replaced:
      try take(.response(arrival), claim, put)
    case .same, .older, .withdrawn:
      break
    case .changed:
      let fault = words.changed(
        name, id: record.respondent, sinceEarlierFile: responses.cameNow(arrival))
      guard format.table.skipsBadRows else { return problems.add(fault) }
      passedOver.add(fault)
      badRows += 1
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
    format: ResponseReader.Format, isDryRun: Bool = false, on today: CalendarDate? = nil,
    progress: Progress, words: ImportWords, report: ((String) throws -> Void)? = nil
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
          isMadeUp: known?.isMadeUp,
          passesOverFiles: format.table.skipsBadRows && files.count > 1, progress: progress,
          words: words)
        var late: StoreError?
        try store.receive(into: campaign, documents: documents, on: today) { put in
          // What is too late keeps nothing else from being taken back.
          func putInTime(_ change: Store.CampaignChange) throws {
            do { try put(change) } catch let error as StoreError where error.problem.isLate {
              late = late ?? error
            }
          }
          for file in files { try intake.read(file, put: putInTime) }
          try intake.finish(report, put: putInTime)
        }
        intake.cameLate =
          late == nil
          ? campaign.closes.flatMap { day in today.flatMap { day < $0 ? day : nil } } : nil
        outcome = (intake, late)
        if isDryRun { throw DryRun() }
      }
    } catch is DryRun {}
    guard let outcome else { throw Ended(exit: .failed) }
    return outcome
  }
}

/// Rows with a random id, which wait until the whole table is read, as a later row may take their place.
private struct WaitingRows {
  /// The most that wait; tables with more people bear ids.
  private static let limit = 200_000

  private(set) var rows: [ResponseReader.Row] = []
  private var places: [String: Int] = [:]

  /// Keeps a row, in the place of an earlier one where it takes that; tells whether it was kept.
  mutating func keep(_ row: ResponseReader.Row) -> Bool {
    let id = row.arrival.record.respondent
    if let place = places[id] {
      rows[place] = row
      return true
    }
    guard rows.count < Self.limit else { return false }
    places[id] = rows.count
    rows.append(row)
    return true
  }
}
