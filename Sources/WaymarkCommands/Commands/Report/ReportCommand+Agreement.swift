import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

extension ReportCommand {
  private static var forms: [DocumentForm<AgreementPage, String>] {
    DocumentForm.page(as: [.text, .markdown, .html], \.page) + [
      .text(.csv, \.csv), .text(.json) { try $0.json() },
    ]
  }

  /// Says how far two tables of answers about the same people agree; no store is needed.
  func compare(_ session: Session, minimum: MinimumGroup) throws {
    let words = session.said.report
    let files = pairs.agreement
    guard files.count == 2, files[0] != files[1] else {
      throw Failure(.usage, words.nameTwoFiles)
    }
    let others: [(option: String, isAsked: Bool)] =
      [
        ("--campaign", campaign != nil), ("--counts", !counts.isEmpty),
        ("--publish", publishing.publish),
      ]
      + publishing.companions + additions
    if let other = others.first(where: \.isAsked)?.option {
      throw Failure(.usage, words.agreement(without: other))
    }
    let form = try session.form(of: Self.forms, output: output)
    let documents = try own.documents().documents
    // Both are read before anything is said, so that all that is wrong is said at once.
    var problems = BoundedLines()
    let rated = try files.map { try ratedFile($0, documents, session, &problems) }
    guard problems.isEmpty else { throw Failure(.input, problems.text) }
    let names = files.map { BoundedFile.name(of: $0) }
    let agreement: RatingAgreement
    do throws(AgreementProblem) {
      agreement = try RatingAgreement(
        rated[0], rated[1], on: pairs.occasion, framework: documents.framework,
        minimumGroup: minimum)
    } catch {
      throw Failure.input(words.both(names[0], names[1]), error.what, mend: error.mend)
    }
    let page = AgreementPage(
      agreement, files: (first: names[0], second: names[1]), words: session.words.agreement,
      language: session.language)
    try session.deliver(page, as: form, to: output, for: .owner)
  }

  /// Reads a table in which statements may lack a column, and columns of importance say nothing.
  private func ratedFile(
    _ file: String, _ documents: CampaignDocuments, _ session: Session,
    _ problems: inout BoundedLines
  ) throws -> RatedFile {
    var format = ResponseReader.Format()
    format.table.isPartial = true
    format.table.importance = .rated
    let reader = ResponseReader(
      file: file, framework: documents.framework, background: documents.background,
      format: format, progress: Progress(session.console), words: session.said.import)
    var rated = RatedFile()
    do {
      let outcome = try reader.read { rows in
        for row in rows { rated.add(row.arrival.record) }
      }
      if outcome.document != nil { problems.add(session.said.report.noTable(reader.name)) }
      for faults in outcome.faults { problems.add(faults) }
    } catch let findings as Findings<FileProblem> {
      problems.add(findings)
    }
    return rated
  }
}

/// Two tables of answers about the same people, as options.
struct AgreementOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Say how far two tables of answers agree, paired by respondent_id.", valueName: "file"),
    completion: .file())
  var agreement: [String] = []

  @Flag(help: "The people rated themselves twice, on two days; else two raters are meant.")
  var retest = false

  /// Whether this is what is asked for.
  var isAsked: Bool { !agreement.isEmpty || retest }

  var occasion: RatingAgreement.Occasion { retest ? .sameAgain : .twoRaters }
}
