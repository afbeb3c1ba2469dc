import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// The second file that `waymark share` writes when a person asks for it.
extension ShareCommand {
  /// The file, and what is in it.
  struct Mentoring {
    /// The id and the revision to be kept with the assessment.
    let standing: (id: UUID, revision: Int)
    let file: SharedFile
    /// What is offered and sought; `nil` in a file that takes it back.
    let card: MentoringCard?

    /// What it is called unless another name is asked for.
    var fileName: String { SharedFile.Kind.mentoring.fileName(isWithdrawal: card == nil) }
  }

  /// The second file, or `nil` when nothing is offered, or nothing was that could be taken back.
  func mentoring(
    of result: PersonalResult, _ answered: AnsweredInvitation?, background: Background,
    in store: Store, _ session: Session, _ installed: InstalledDocuments
  ) throws -> Mentoring? {
    let assessment = result.stored.assessment.id
    let kept = try store.mentoringCard(of: assessment)
    guard withdraw ? kept != nil : offer.isMade else { return nil }
    let secret = try store.sharingSecret()
    let id = kept?.id ?? secret.mentoringCard(of: assessment)
    let next = try NextShare(
      of: id, after: kept?.revision ?? 0, isWithdrawal: withdraw, secret: secret)
    if withdraw {
      return Mentoring(
        standing: (id, next.revision),
        file: SharedFile(
          Withdrawal(of: .mentoring, id.name, revision: next.revision), proof: next.proof),
        card: nil)
    }
    let words = session.said.mentoringOffer
    let teaches = try taught(in: result, words)
    let seeks = try statements(offer.seek, "--seek", in: result, words).map(\.id)
    let questions =
      try answered?.documents.background
      ?? installed.background(for: result.loaded.framework).questions
    guard let both = seeks.first(where: teaches.contains) else {
      guard
        let card = MentoringCard(
          id: id, revision: next.revision, contact: try contact(words),
          region: try region(background, questions, words),
          languages: try offer.languages(in: session), teaches: teaches, seeks: seeks,
          mentees: offer.mentees ?? 1,
          purposes: offer.purposes.isEmpty ? [.mentoring] : Set(offer.purposes))
      else { throw Failure(.usage, words.nothingOffered) }
      return Mentoring(
        standing: (id, next.revision),
        file: SharedFile(
          .mentoring(card), framework: result.stored.assessment.framework,
          campaign: result.stored.invitation?.campaign, proof: next.proof), card: card)
    }
    throw Failure(.usage, words.taughtAndSought(both))
  }

  /// Writes the offer, or what takes it back, and no answers.
  func share(
    alone mentoring: Mentoring?, of assessment: UUID, for invitation: Invitation?,
    in store: Store, _ session: Session
  ) throws {
    let words = session.said.mentoringOffer
    guard let mentoring else { throw Failure.input("share", words.neverShared) }
    let file =
      dryRun ? nil : try OutputFile(output ?? mentoring.fileName, for: .owner, in: session)
    session.console.remark(words.leaves)
    try show(mentoring, in: session)
    guard let file else {
      return session.console.remark(session.said.share.nothingWritten)
    }
    try OutputFile.write([(file, try mentoring.file.json())]) { write in
      try store.share(assessment, answers: nil, card: mentoring.standing, body: write)
    }
    session.remarkWritten([file], for: invitation)
    guard !withdraw else { return }
    session.remark(words.sendingApart)
    session.console.remark(words.toTakeBack(session.suffix))
  }

  /// Where the second file goes.
  func mentoringPath(
    beside path: String, _ mentoring: Mentoring, _ words: MentoringOfferWords
  ) throws -> String {
    let name = mentoring.fileName
    let folder = PathParts(path).folder
    guard PathParts(path).name != name else {
      throw Failure(.usage, words.nameIsTaken(path))
    }
    return folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
  }

  /// Shows the file in full, and a card in words too.
  func show(_ mentoring: Mentoring, in session: Session) throws {
    let words = session.said.mentoringOffer
    session.console.remark(
      mentoring.card == nil
        ? words.takesBack(isAlone: offer.offerAlone) : words.holds(isAlone: offer.offerAlone))
    try session.console.write(try mentoring.file.json())
    if let card = mentoring.card {
      session.remark(words.inWords(card, for: mentoring.file.campaign))
    }
  }

  private func contact(_ words: MentoringOfferWords) throws -> MentoringCard.Contact {
    let text = (offer.contact ?? "").trimmingCharacters(in: .whitespaces)
    guard let contact = MentoringCard.Contact(text) else {
      throw Failure(.usage, words.noContact(MentoringCard.Contact.lengths))
    }
    return contact
  }

  private func statements(
    _ names: [String], _ option: String, in result: PersonalResult, _ words: MentoringOfferWords
  ) throws -> [Competency] {
    var found: [Competency] = []
    let framework = result.loaded.framework
    for name in names {
      guard
        let competency = framework.competencies.first(where: {
          $0.id.folded == name.lowercased()
        })
      else {
        throw Failure.unknown(
          words.statement, name, among: framework.competencies.map(\.id.description), for: option,
          mend: words.toSeeStatements(framework.id))
      }
      if !found.contains(where: { $0.id == competency.id }) { found.append(competency) }
    }
    return found
  }

  private func taught(
    in result: PersonalResult, _ words: MentoringOfferWords
  ) throws -> [CompetencyID] {
    let profile = try result.profile()
    let strengths = Set(profile.strengths.map(\.competency.id))
    return try statements(offer.teach, "--teach", in: result, words).map { competency in
      guard strengths.contains(competency.id) else {
        throw Failure(
          .usage,
          words.noStrength(
            competency.id, at: result.stored.assessment.answers[competency.id]?.level,
            teachingAt: profile.teachingLevels))
      }
      return competency.id
    }
  }

  /// The region that is named, else the answer to the question `state` where answers go too.
  private func region(
    _ background: Background, _ questions: BackgroundQuestions, _ words: MentoringOfferWords
  ) throws -> ID<BackgroundQuestions.Option>? {
    let field = questions.fields.first { $0.id.description == "state" }
    guard let name = offer.region else {
      // Alone it tells nothing that was not asked for.
      return offer.offerAlone ? nil : field.flatMap { background[$0.id]?.first }
    }
    let options = field?.options.map(\.id) ?? []
    if let known = options.first(where: { $0.folded == name.lowercased() }) { return known }
    guard let region = ID<BackgroundQuestions.Option>(name), options.isEmpty else {
      throw Failure.unknown(
        words.region, name, among: options.map(\.description), for: "--region",
        mend: words.toSeeRegions)
    }
    return region
  }
}
