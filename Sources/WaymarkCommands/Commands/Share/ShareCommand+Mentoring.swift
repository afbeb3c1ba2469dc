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

  static let sendingApart =
    "The file with your name shares no id with your answers, but whoever holds both could compare "
    + "what you teach with them: send them apart."

  /// The second file, or `nil` when nothing is offered, or nothing was that could be taken back.
  func mentoring(
    of result: PersonalResult, _ answered: AnsweredInvitation?, background: Background,
    in store: Store, _ session: Session, _ installed: InstalledDocuments
  ) throws -> Mentoring? {
    let assessment = result.stored.assessment.id
    let kept = try store.mentoringCard(of: assessment)
    guard withdraw ? kept != nil : offer.isMade else { return nil }
    let secret = try store.sharingSecret()
    let id = kept?.id ?? secret.id(of: "mentoring card of \(assessment)", sha256: SHA256.hex)
    let next = try NextShare(
      of: id, after: kept?.revision ?? 0, isWithdrawal: withdraw, secret: secret)
    if withdraw {
      return Mentoring(
        standing: (id, next.revision),
        file: SharedFile(
          Withdrawal(of: .mentoring, id.name, revision: next.revision), proof: next.proof),
        card: nil)
    }
    let teaches = try taught(in: result)
    let seeks = try sought(in: result)
    let questions =
      try answered?.documents.background
      ?? installed.background(for: result.loaded.framework).questions
    guard let both = seeks.first(where: teaches.contains) else {
      guard
        let card = MentoringCard(
          id: id, revision: next.revision, contact: try contact(),
          region: try region(background, questions),
          languages: try offer.languages(else: session.language), teaches: teaches, seeks: seeks,
          mentees: offer.mentees ?? 1,
          purposes: offer.purposes.isEmpty ? [.mentoring] : Set(offer.purposes))
      else { throw Failure(.usage, "--teach, --seek: say what you teach or seek") }
      return Mentoring(
        standing: (id, next.revision),
        file: SharedFile(
          .mentoring(card), framework: result.stored.assessment.framework,
          campaign: result.stored.invitation?.campaign, proof: next.proof), card: card)
    }
    throw Failure(
      .usage, "--seek '\(both)': you offer to teach it as well; leave one of the two out")
  }

  /// What becomes of a file that was shared before.
  static let again =
    "It takes the place of what you shared before. What you added then (--link, --looking-back, --did, "
    + "--serve) is in it only if you say it again."

  /// Writes the offer, or what takes it back, and no answers.
  func share(
    alone mentoring: Mentoring?, of assessment: UUID, for invitation: Invitation?,
    in store: Store, _ session: Session
  ) throws {
    guard let mentoring else {
      throw Failure.input(
        "share", "no offer was ever shared", mend: "there is nothing to take back")
    }
    let file =
      dryRun ? nil : try OutputFile(output ?? mentoring.fileName, for: .owner, in: session)
    session.console.remark("This is all that leaves, and only if you send it:")
    try show(mentoring, in: session)
    guard let file else { return session.console.remark("Nothing was written.") }
    try OutputFile.write([(file, try mentoring.file.json())]) { write in
      try store.share(assessment, answers: nil, card: mentoring.standing, body: write)
    }
    session.remarkWritten([file], for: invitation)
    guard !withdraw else { return }
    session.remark(Self.sendingApart)
    session.console.remark(
      "To take it back later: waymark share --withdraw --offer-alone\(session.suffix)")
  }

  /// Where the second file goes.
  func mentoringPath(beside path: String, _ mentoring: Mentoring) throws -> String {
    let name = mentoring.fileName
    let folder = PathParts(path).folder
    guard PathParts(path).name != name else {
      throw Failure(
        .usage, "-o '\(path.printableLine)': the second file has this name; choose another")
    }
    return folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
  }

  /// Shows the file in full, and a card in words too.
  func show(_ mentoring: Mentoring, in session: Session) throws {
    guard let card = mentoring.card else {
      session.console.remark(
        offer.offerAlone ? "It takes your offer back:" : "The second takes your offer back:")
      return try session.console.write(try mentoring.file.json())
    }
    session.console.remark(
      "\(offer.offerAlone ? "It" : "The second") has what you wrote as contact, and no answers:")
    try session.console.write(try mentoring.file.json())
    session.remark(inWords(card, for: mentoring.file.campaign, session.words.common))
  }

  private func inWords(
    _ card: MentoringCard, for campaign: ID<Campaign>?, _ words: CommonWords
  ) -> String {
    func list(_ ids: [CompetencyID]) -> String {
      ids.map(\.description).joined(separator: ", ")
    }
    let people = card.mentees == 1 ? "one person" : "up to \(card.mentees) people"
    let purposes = MentoringCard.Purpose.allCases.filter(card.purposes.contains).map { purpose in
      switch purpose {
      case .mentoring: "the mentoring program"
      case .training: "your trainer"
      }
    }
    return [
      "In words: for \(purposes.joined(separator: " and ")) alone",
      campaign.map { "for the campaign \($0)" },
      "your contact '\(card.contact)'",
      card.teaches.isEmpty ? nil : "that you would teach \(list(card.teaches)) to \(people)",
      card.seeks.isEmpty ? nil : "that you seek to learn \(list(card.seeks))",
      card.region.map { "the region \($0)" } ?? "no region",
      "the languages you would meet in (\(words.languages(card.languages)))",
      "a random id that is not the one of your answers",
      "and a proof for later files.",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func contact() throws -> MentoringCard.Contact {
    let text = (offer.contact ?? "").trimmingCharacters(in: .whitespaces)
    guard let contact = MentoringCard.Contact(text) else {
      throw Failure(
        .usage,
        "--contact: write your name and how to reach you, 1 to "
          + "\(MentoringCard.Contact.lengths.upperBound) plain characters on one line")
    }
    return contact
  }

  private func statements(
    _ names: [String], _ option: String, in result: PersonalResult
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
          "statement", name, among: framework.competencies.map(\.id.description), for: option,
          mend: "see them with: waymark framework show \(framework.id)")
      }
      if !found.contains(where: { $0.id == competency.id }) { found.append(competency) }
    }
    return found
  }

  private func taught(in result: PersonalResult) throws -> [CompetencyID] {
    let profile = try result.profile()
    let strengths = Set(profile.strengths.map(\.competency.id))
    let levels = profile.teachingLevels.map { String($0.rank) }.joined(separator: " or ")
    return try statements(offer.teach, "--teach", in: result).map { competency in
      guard strengths.contains(competency.id) else {
        let level = result.stored.assessment.answers[competency.id]?.level
        throw Failure(
          .usage,
          "--teach '\(competency.id)': "
            + (level.map { "you chose \($0.rank), and what you teach you rated \(levels)" }
              ?? "you gave it no level, and what you teach you rated \(levels)")
            + "; see your strengths with: waymark profile")
      }
      return competency.id
    }
  }

  private func sought(in result: PersonalResult) throws -> [CompetencyID] {
    try statements(offer.seek, "--seek", in: result).map(\.id)
  }

  /// The region that is named, else the answer to the question `state` where answers go too.
  private func region(
    _ background: Background, _ questions: BackgroundQuestions
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
        "region", name, among: options.map(\.description), for: "--region",
        mend: "see them with: waymark framework show background")
    }
    return region
  }
}
