import Foundation
import Waymark
import WaymarkSheets
import WaymarkStore

/// Reads files of responses one after the other, and decides what becomes of each response.
struct ResponseIntake {
  private let expectation: SharedFile.Expectation
  private let background: BackgroundQuestions
  private let isPartial: Bool
  private var plan: ImportPlan
  /// Whether the campaign's people are made up; unknown until the first one arrives.
  private var isMadeUp: Bool?
  private var problems: [String] = []
  private var unlisted = 0

  /// - Parameter isMadeUp: what the campaign was until now; `nil` when it is new.
  init(
    campaign: Campaign, documents: CampaignDocuments, isPartial: Bool,
    standings: [String: ImportPlan.Standing], isMadeUp: Bool?
  ) {
    background = documents.background
    expectation = SharedFile.Expectation(
      framework: documents.framework, key: campaign.framework, background: background,
      campaign: campaign.id)
    self.isPartial = isPartial
    self.isMadeUp = standings.isEmpty ? nil : isMadeUp
    plan = ImportPlan(standings: standings)
  }

  /// Reads a file: JSON when it begins with a brace, else a table.
  mutating func read(_ file: String, put: (Store.CampaignChange) throws -> Void) throws {
    let name = file == BoundedFile.standardInput ? "standard input" : file.printableLine
    var reader = CSVReader(file: name)
    var table = WideTable(
      file: name, framework: expectation.framework, background: background,
      isPartial: isPartial)
    var document: [UInt8]?
    var hasBegun = false
    do {
      try BoundedFile.pieces(of: file) { piece in
        if !hasBegun {
          hasBegun = true
          if piece.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{") {
            document = []
          }
        }
        if document != nil {
          if document?.count ?? 0 <= SharedFile.sizeLimit { document? += piece }
        } else {
          try reader.read(piece.span.bytes) { row in
            if let response = table.read(row) { try receive(response, from: name, put: put) }
          }
        }
      }
      if let document { return try readShared(document, name: name, put: put) }
      try reader.finish { row in
        if let response = table.read(row) { try receive(response, from: name, put: put) }
      }
      try table.finish()
    } catch let findings as Findings<WideTableProblem> {
      note(findings)
    } catch let findings as any FindingsReport {
      // The rows before the fault have been read, and may have faults of their own.
      if let rows = table.findings { note(rows) }
      note(findings)
    }
  }

  /// Ends the import.
  ///
  /// - Throws: everything that was wrong with any of the files.
  func finish() throws {
    guard problems.isEmpty else {
      let rest = unlisted == 0 ? [] : ["... and \(unlisted) more"]
      throw Failure(
        .input, (problems + rest + ["Nothing was taken in."]).joined(separator: "\n"))
    }
  }

  /// What became of the responses, in one line.
  var summary: String {
    let parts: [(ImportPlan.Decision, String)] = [
      (.new, "new"), (.replaced, "replaced"), (.same, "known already"),
      (.older, "older than what is there"), (.withdrawn, "withdrawn"),
    ]
    let counts = parts.filter { $0.0 == .new || plan.count(of: $0.0) > 0 }
      .map { "\(plan.count(of: $0.0)) \($0.1)" }
    return "Responses: " + counts.joined(separator: ", ")
      + (isMadeUp == true ? " (made-up people)" : "")
  }

  private mutating func readShared(
    _ bytes: [UInt8], name: String, put: (Store.CampaignChange) throws -> Void
  ) throws {
    let file: SharedFile
    do {
      file = try SharedFile(bytes: bytes, file: name, expecting: expectation)
    } catch {
      return note(error)
    }
    switch file {
    case .response(let file):
      try receive(file.response, from: name, put: put)
    case .withdrawal(let withdrawal):
      if plan.receive(withdrawal) == .withdrawn { try put(.withdrawal(withdrawal)) }
    }
  }

  private mutating func receive(
    _ response: Response, from name: String, put: (Store.CampaignChange) throws -> Void
  ) throws {
    if isMadeUp == nil {
      isMadeUp = response.isMadeUp
      if response.isMadeUp { try put(.madeUp) }
    }
    guard response.isMadeUp == isMadeUp else {
      let problem =
        "\(name): made-up people would be mixed with real ones; keep them in campaigns of their own"
      return problems.contains(problem) ? () : note(problem)
    }
    switch plan.receive(response) {
    case .new, .replaced:
      if problems.isEmpty {
        try put(
          .response(
            SheetRecord(response, framework: expectation.framework, background: background)))
      }
    case .same, .older, .withdrawn:
      break
    case .changed:
      note(
        "\(name): '\(response.id)' was taken in before with other answers; "
          + "ask for a file with a higher revision, or give the row a respondent_id of its own")
    }
  }

  private mutating func note(_ findings: any FindingsReport) {
    for line in findings.lines { note(line) }
  }

  private mutating func note(_ problem: String) {
    if problems.count < Findings<WideTableProblem>.limit {
      problems.append(problem.printable)
    } else {
      unlisted += 1
    }
  }
}
