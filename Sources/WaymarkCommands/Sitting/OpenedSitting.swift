import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkXML

/// A sitting with the documents that it takes place with.
struct OpenedSitting {
  /// What has another content now than what an assessment was begun with.
  enum Change {
    case invitation
    /// The statements, with how they have changed.
    case statements([String])
  }

  var sitting: Sitting
  /// The statements, in the words that the assessment is begun or gone on with.
  let loaded: LoadedFramework
  /// The campaign that it is for; `nil` for the person's own use.
  let invitation: AnsweredInvitation?
  /// What has changed since it was begun, which is said before it goes on.
  let change: Change?
  /// What it does to a campaign that was answered already.
  let answeredBefore: AnsweredBefore?

  /// Finds the assessment that a request begins or goes on with.
  ///
  /// - Parameters:
  ///   - current: the statements of a new one.
  ///   - given: the invitation that the request names.
  /// - Throws: `Failure` where neither can be.
  init(
    _ request: AssessRequest, asking current: LoadedFramework, for given: AnsweredInvitation?,
    in store: Store, installed: InstalledDocuments
  ) throws {
    let all = try store.assessments()
    let (task, earlier) = try Self.task(
      of: request, asking: current, for: given, among: all, in: store, installed: installed)
    let start: Sitting.Start
    let role: RoleChoice
    switch AssessmentChoice.choose(
      for: task, among: all, in: current.key, startsNew: request.startsNew)
    {
    case .begin(let new): (start, role) = (.new(new, response: UUID()), new.role)
    case .resume(let stored, let settled): (start, role) = (.begun(stored), settled)
    case .refuse(let refusal): throw Failure(refusal)
    }
    let known = [current, earlier].compactMap { $0 }
    let loaded =
      try known.first { $0.key.sha256 == start.framework.sha256 }
      ?? installed.framework(keptIn: store, as: start.framework)
    self.loaded = loaded
    if request.breadth == .core { try request.requireCoreForm(of: loaded.framework) }
    if let kept = start.stored?.invitation {
      invitation = try AnsweredInvitation(
        kept, framework: loaded, in: store, installed: installed)
      change = given.map { $0.xml != kept.xml } == true ? .invitation : nil
    } else {
      invitation = start.stored == nil ? given : nil
      change =
        start.isOwn(task) && loaded.key.sha256 != current.key.sha256
        ? .statements(FrameworkChanges(from: loaded.framework, to: current.framework).lines) : nil
    }
    answeredBefore = AnsweredBefore(start, for: task, among: all)
    sitting = Sitting(
      start, role: role, for: task, in: loaded.framework, invited: invitation?.invited, among: all)
  }

  /// What is to be rated; where that is rated again, with the statements of the assessment before.
  private static func task(
    of request: AssessRequest, asking current: LoadedFramework, for given: AnsweredInvitation?,
    among all: [StoredAssessment], in store: Store, installed: InstalledDocuments
  ) throws -> (AssessmentTask, LoadedFramework?) {
    switch request.subject {
    case .own:
      let workshop = try request.workshop(among: installed, for: current.framework)
      return (try request.own(workshop, for: given?.invitation), nil)
    case .service:
      return (.service, nil)
    case .review:
      guard let earlier = RatingAgain.earlierToReview(among: all) else {
        throw request.nothingToRateAgain("--review")
      }
      let loaded = try installed.framework(keptIn: store, as: earlier.assessment.framework)
      let statements = try request.statements(of: loaded.framework, installed) {
        try store.learningLog()?.touched(after: earlier.assessment.id) ?? []
      }
      guard let again = RatingAgain(of: earlier, in: loaded.framework, statements) else {
        throw request.noStepDone(since: earlier.changed, "--review")
      }
      return (.review(again), loaded)
    case .lookingBack(let day):
      let earlier = RatingAgain.earlierToLookBack(
        among: all, isAboutWorkshop: request.part.workshop != nil)
      guard let earlier else { throw request.nothingToRateAgain("--then") }
      let loaded = try installed.framework(keptIn: store, as: earlier.assessment.framework)
      let statements = try request.statements(of: loaded.framework, installed) {
        try store.learningLog()?.touched(since: day) ?? []
      }
      guard let again = RatingAgain(of: earlier, in: loaded.framework, statements) else {
        throw request.noStepDone(since: day, "--then \(day)")
      }
      return (.lookingBack(day, again), loaded)
    }
  }
}

extension Sitting.Start {
  /// Whether an assessment is gone on with that a task itself began, and not one that follows on
  /// another.
  fileprivate func isOwn(_ task: AssessmentTask) -> Bool {
    switch task {
    case .own, .core, .workshop, .campaign: stored != nil
    case .review, .lookingBack, .service: false
    }
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

  /// The invitation as the core asks for it.
  var invited: (invitation: Invitation, questions: BackgroundQuestions) {
    (invitation, documents.background)
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
      with: framework.framework, key: framework.key, questions: documents.background,
      backgroundDocument: documents.backgroundKey)
    {
      if case .otherBackground = mismatch, let own = installed.own.background {
        throw Failure.input(BoundedFile.name(of: own), CommandWords.english.sitting.notItsQuestions)
      }
      throw Failure.input(file.name, mismatch.what, mend: mismatch.mend)
    }
  }

  /// Reads the invitation that a store keeps with an assessment.
  init(
    _ stored: StoredInvitation, framework: LoadedFramework, in store: Store,
    installed: InstalledDocuments
  ) throws {
    xml = stored.xml
    invitation = try installed.invitation(
      SourceFile(name: CommandWords.english.sitting.invitation, bytes: xml))
    documents = try installed.documents(
      framework: framework, background: stored.backgroundDocument, keptIn: store)
  }
}
