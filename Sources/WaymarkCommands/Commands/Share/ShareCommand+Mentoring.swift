import ArgumentParser
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
    /// The title of the campaign that it is for.
    let campaign: String?

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
        card: nil, campaign: nil)
    }
    let words = session.said.mentoringOffer
    let teaches = try taught(in: result, words, session)
    let seeks = try statements(offer.seek, "--seek", in: result, session).map(\.id)
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
          campaign: result.stored.invitation?.campaign, proof: next.proof), card: card,
        campaign: answered?.invitation.title.text(in: session.language))
    }
    throw Failure(
      .usage, words.taughtAndSought(session.name(of: both, in: result.loaded.framework)))
  }

  /// Writes the offer, or what takes it back, and no answers.
  func share(
    alone mentoring: Mentoring?, of result: PersonalResult, for invitation: Invitation?,
    in store: Store, _ review: ShareReview, _ session: Session
  ) throws {
    let words = session.said.mentoringOffer
    guard let mentoring else { throw Failure.input("share", words.neverShared) }
    let file =
      dryRun
      ? nil
      : try OutputFile(
        sharing: output ?? mentoring.fileName, under: mentoring.standing.id.name, in: session)
    try review.say(words.leaves)
    try show(mentoring, of: result, review, in: session)
    if let file, file.replacesOwn {
      try review.say(session.said.share.replaces(file.path.printableLine))
    }
    guard let file, try review.isConfirmed(for: [file.path]) else {
      return session.console.remark(session.said.share.nothingWritten)
    }
    let day = try session.surroundings.today()
    try OutputFile.write([(file, try mentoring.file.json())]) { write in
      try store.share(
        result.stored.assessment.id, answers: nil, card: mentoring.standing, on: day,
        takesBack: withdraw, body: write)
    }
    session.remarkWritten([file], for: invitation)
    guard !withdraw else { return }
    session.remark(words.sendingApart)
    session.remark(words.toTakeBack(session.suffix))
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

  /// Says what is in the file, and shows it where it is to be shown.
  func show(
    _ mentoring: Mentoring, of result: PersonalResult, _ review: ShareReview, in session: Session
  ) throws {
    let words = session.said.mentoringOffer
    try review.say(
      mentoring.card == nil
        ? words.takesBack(isAlone: offer.offerAlone) : words.holds(isAlone: offer.offerAlone))
    if let card = mentoring.card {
      try review.say(
        words.inWords(card, for: mentoring.campaign) {
          session.name(of: $0, in: result.loaded.framework)
        })
    }
    try review.show(try mentoring.file.json())
  }

  private func contact(_ words: MentoringOfferWords) throws -> MentoringCard.Contact {
    let text = (offer.contact ?? "").trimmingCharacters(in: .whitespaces)
    guard let contact = MentoringCard.Contact(text) else {
      throw Failure(.usage, words.noContact(MentoringCard.Contact.lengths))
    }
    return contact
  }

  private func statements(
    _ names: [String], _ option: String, in result: PersonalResult, _ session: Session
  ) throws -> [Competency] {
    var found: [Competency] = []
    for name in names {
      let competency = try result.loaded.framework.statement(named: name, session, for: option)
      if !found.contains(where: { $0.id == competency.id }) { found.append(competency) }
    }
    return found
  }

  private func taught(
    in result: PersonalResult, _ words: MentoringOfferWords, _ session: Session
  ) throws -> [CompetencyID] {
    let profile = try result.profile()
    let strengths = Set(profile.strengths.map(\.competency.id))
    return try statements(offer.teach, "--teach", in: result, session).map { competency in
      guard strengths.contains(competency.id) else {
        throw Failure(
          .usage,
          words.noStrength(
            session.name(of: competency.id, in: result.loaded.framework),
            at: result.stored.assessment.answers[competency.id]?.level,
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

/// What a person offers to teach and seeks to learn, as options give it; nothing if not said.
struct MentoringOffer: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Offer to teach this statement, which you rated 4 or 5.", valueName: "id"))
  var teach: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Seek to learn this statement from somebody.", valueName: "id"))
  var seek: [String] = []

  @Option(help: ArgumentHelp("Your name and how to reach you.", valueName: "text"))
  var contact: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Who may know your name: mentoring (else), or training for your trainer.",
      valueName: "what"),
    transform: { try Choice.named($0, of: ["mentoring": .mentoring, "training": .training]) })
  var purposes: [MentoringCard.Purpose] = []

  @Option(
    help: ArgumentHelp("The most people you would mentor at once, 1 to 10.", valueName: "n"),
    transform: { try Int(typed: $0) })
  var mentees: Int?

  @Option(
    help: ArgumentHelp(
      "Where you work, such as OH; else your answer to 'state'.", valueName: "id"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "A language to meet in, such as es; may be repeated.", valueName: "tag"))
  var speak: [String] = []

  @Flag(help: "Write the file with your name alone, not your answers again.")
  var offerAlone = false

  var isMade: Bool { !teach.isEmpty || !seek.isEmpty }

  func validate() throws {
    let words = CommandWords.english.mentoringOffer
    if isMade, contact == nil {
      throw ValidationError(words.needsContact)
    }
    let others = [
      ("--contact", contact != nil), ("--for", !purposes.isEmpty), ("--mentees", mentees != nil),
      ("--region", region != nil),
      ("--speak", !speak.isEmpty),
    ]
    if !isMade, let (option, _) = others.first(where: { $0.1 }) {
      throw ValidationError(words.needsOffer(option))
    }
    if let mentees {
      guard MentoringCard.menteeLimits.contains(mentees) else {
        throw ValidationError(words.menteesNotAmong(MentoringCard.menteeLimits))
      }
      guard !teach.isEmpty else { throw ValidationError(words.menteesNeedTeaching) }
    }
  }

  /// The languages that are named, or that of the session.
  func languages(in session: Session) throws -> [LanguageTag] {
    let words = session.said.mentoringOffer
    var languages: [LanguageTag] = []
    for text in speak {
      guard let tag = LanguageTag(text) else {
        throw Failure(.usage, words.noLanguage(text))
      }
      if !languages.contains(tag) { languages.append(tag) }
    }
    let most = MentoringCard.languageLimits.upperBound
    guard languages.count <= most else {
      throw Failure(.usage, words.tooManyLanguages(most: most))
    }
    return languages.isEmpty ? [session.language] : languages
  }
}
