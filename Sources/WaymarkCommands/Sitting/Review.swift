import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkXML

/// Some statements that are rated again: as they are now, or as they were on an earlier day.
struct Review {
  let loaded: LoadedFramework
  /// The statements that are rated again.
  let asked: Framework
  /// The assessment before.
  let earlier: StoredAssessment
  /// The review that was begun already.
  let unfinished: StoredAssessment?
  /// The day that is thought back to; `nil` for now.
  let looksBackTo: CalendarDate?
  /// The workshop whose statements are rated again; `nil` where none was named.
  let workshop: WorkshopOffer?

  /// Chooses what is rated again: what finished steps of learning paths touched, or whole areas.
  ///
  /// - Parameters:
  ///   - areas: the areas to rate again; empty for what steps touched.
  ///   - workshop: the id of a workshop, to rate what it is about; `nil` for none.
  ///   - startsNew: whether a review that was begun is left as it is.
  init(
    in store: Store, installed: InstalledDocuments, areas: [String], workshop: String?,
    looksBackTo: CalendarDate?, startsNew: Bool
  ) throws {
    let all = try store.assessments()
    let own = all.filter(\.assessment.isWhole)
    func isFinished(_ stored: StoredAssessment) -> Bool { stored.assessment.finished != nil }
    // Looking back stands beside the very short form too: where there is nothing else, or where a
    // workshop is named.
    let others = looksBackTo == nil ? own : all.filter(\.assessment.isOwn)
    let whole = workshop == nil ? own.first(where: isFinished) : nil
    guard let earlier = whole ?? others.first(where: isFinished) else {
      throw Failure.input(
        "--\(looksBackTo == nil ? "review" : "then")", "no assessment is finished yet",
        mend:
          "finish one with: waymark assess\(workshop.map { " --workshop \($0.shellWord)" } ?? "")")
    }
    self.earlier = earlier
    self.looksBackTo = looksBackTo
    loaded = try installed.framework(keptIn: store, as: earlier.assessment.framework)
    let done = try store.learningLog()?.done ?? []
    let touched = done.filter { record in
      looksBackTo.map { $0 <= record.day } ?? (record.assessment == earlier.assessment.id)
    }
    let chosen = try AreaChoice(areas, in: loaded.framework).ids
    let framework = loaded.framework
    self.workshop = try workshop.map { try installed.workshop($0, for: framework) }
    let ids =
      self.workshop?.serves.map(\.competency)
      ?? (areas.isEmpty
        ? touched.flatMap(\.serves).map(\.competency)
        : loaded.framework.areas.filter { chosen.contains($0.id) }
          .flatMap { $0.competencies.map(\.id) })
    asked = loaded.framework.asking(only: Set(ids))
    guard !asked.competencies.isEmpty else {
      throw Failure.input(
        looksBackTo.map { "--then \($0)" } ?? "--review",
        "no step is done since \((looksBackTo ?? earlier.changed).inWords)",
        mend: "mark steps with: waymark path --done 1; or choose areas with --area")
    }
    let begun = own.first.flatMap { $0.assessment.finished == nil ? $0 : nil }
    if looksBackTo != nil {
      unfinished =
        startsNew
        ? nil
        : all.first {
          $0.assessment.looksBackTo == looksBackTo && $0.assessment.finished == nil
            && $0.assessment.workshop?.folded == workshop?.lowercased()
        }
      return
    }
    unfinished = startsNew ? nil : begun
    guard let begun, !startsNew else { return }
    let isReview = earlier.assessment.answers.keys.allSatisfy { id in
      asked.position(of: id) != nil || begun.assessment.answers[id] != nil
    }
    guard isReview, begun.invitation == nil,
      begun.assessment.framework == earlier.assessment.framework
    else {
      throw Failure(
        .usage,
        "an assessment that you began on \(begun.assessment.started.inWords) waits to be finished; "
          + "finish it with: waymark assess; or add --new, which leaves it as it is")
    }
  }

  /// What of themselves the person rates.
  var view: Questionnaire.Occasion.View { looksBackTo.map { .lookingBack($0) } ?? .again }

  /// What a new one takes over: the role; and, as things are now, all that is not asked again.
  var carried: [AssessmentChange] {
    let before = earlier.assessment
    var changes = [AssessmentChange.role(before.role)]
    guard looksBackTo == nil else { return changes }
    for id in loaded.framework.competencies.map(\.id) where asked.position(of: id) == nil {
      if let answer = before.answers[id] { changes.append(.answer(id, answer, seconds: 0)) }
    }
    changes += loaded.framework.competencies.compactMap { competency in
      before.notes[competency.id].map { .note(competency.id, $0) }
    }
    changes.append(.importance(before.importance))
    changes += before.importance.ratings.sorted { $0.key < $1.key }.map { .rating($0, $1) }
    return changes
  }
}

/// An invitation that an assessment answers, with its bytes and the documents that it names.
struct AnsweredInvitation {
  let invitation: Invitation
  let xml: [UInt8]
  let documents: CampaignDocuments

  var stored: StoredInvitation {
    StoredInvitation(
      campaign: invitation.campaign, xml: xml, backgroundDocument: invitation.backgroundDocument)
  }

  /// What the questionnaire asks for it.
  ///
  /// - Parameter workshop: the name of the workshop whose statements alone are asked, if so.
  func occasion(response: UUID, workshop: LocalizedText?) -> Questionnaire.Occasion {
    Questionnaire.Occasion(
      invitation, questions: documents.background, response: response, workshop: workshop)
  }

  /// Reads an invitation from a file, and makes sure that what it asks can be asked here.
  init(at path: String, framework: LoadedFramework, installed: InstalledDocuments) throws {
    let file = SourceFile(
      name: BoundedFile.name(of: path),
      bytes: try BoundedFile.read(path, limit: Limits.file))
    invitation = try installed.invitation(file)
    xml = file.bytes
    documents = try installed.campaignDocuments(framework)
    if let mismatch = invitation.mismatch(
      with: framework.key, questions: documents.background,
      backgroundDocument: documents.backgroundKey)
    {
      throw Failure.input(file.name, mismatch.what, mend: mismatch.mend)
    }
  }

  /// Reads the invitation that a store keeps with an assessment.
  init(
    _ stored: StoredInvitation, framework: LoadedFramework, in store: Store,
    installed: InstalledDocuments
  )
    throws
  {
    xml = stored.xml
    invitation = try installed.invitation(SourceFile(name: "the invitation", bytes: xml))
    documents = try installed.documents(
      framework: framework, background: stored.backgroundDocument, keptIn: store)
  }
}
