import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// `waymark share`: the file that a person may hand to a campaign.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Write your answers to a file for a campaign; nothing is sent.",
    usage: """
      waymark share [-o <file>] [--dry-run] [--leave-out <field>] ... [--link]
      waymark share --link [--looking-back] [--did]
      waymark share [--teach <id> ...] [--seek <id> ...] --contact <text>
      waymark share --as service [--campaign <file>] [--withdraw]
      waymark share --list
      waymark share --withdraw [-o <file>]
      """,
    discussion: """
      Says what the file holds, and on a terminal asks before it writes it: no name, no notes, and \
      not how you answered. --json shows the file itself. You send it yourself, or not. For a \
      campaign it also says how the file is to be sent. What you leave out of it stays out when \
      you share with the same campaign again.

      With --looking-back and --did it also says where you were on an earlier day, as you see it \
      now, and what you did to learn. Trainers use it to see what helps.

      To offer to mentor others, or to seek a mentor, say for what and how you can be reached. \
      That goes into a second file, waymark-mentoring.json, which has none of your answers. With \
      --for training your trainer may invite you by name, and nobody else sees it.

      What your library's service needs, as you see it (waymark assess --as service), is a file \
      of its own too: waymark-service.json.

      Examples:
        waymark share --dry-run
        waymark share -o waymark-response.json
        waymark share --leave-out state --leave-out size
        waymark share --list
        waymark share --serve committees --serve teaching
        waymark share --link --looking-back --did
        waymark share --teach client.respect --contact 'Ana, ana@lib.example'
        waymark share --seek admin.budget --contact 'Ana' --for training --offer-alone
        waymark share --as service --campaign campaign.xml
        waymark share --withdraw -o waymark-withdrawal.json
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file; else waymark-response.json.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Only show what the file would hold; write nothing.")
  var dryRun = false

  @Flag(help: "Show the file itself too, not only in words.")
  var json = false

  @Flag(help: "Write without asking.")
  var yes = false

  @Flag(help: "List what you shared, and what can be taken back.")
  var list = false

  @Flag(help: "Add a random id that lets your years be compared.")
  var link = false

  @Flag(help: "Add where you were, as you see it now (waymark assess --then DAY).")
  var lookingBack = false

  @Flag(help: "Add the ids of what you did to learn (waymark path --done).")
  var did = false

  @Option(
    name: .customLong("leave-out"),
    help: ArgumentHelp(
      "Leave your answer to this question out, now and later; none leaves out nothing any more.",
      valueName: "field"))
  var leaveOut: [String] = []

  @Option(
    help: ArgumentHelp(
      "Say that you are willing to serve, such as committees; may be repeated.", valueName: "how"))
  var serve: [String] = []

  @Flag(help: "Write a file that takes an earlier one back.")
  var withdraw = false

  @Option(help: ArgumentHelp("The assessment, by the start of its id.", valueName: "id"))
  var assessment: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Share what your library's service needs: service.", valueName: "view"),
    transform: { try Choice.named($0, of: ["service": .service]) })
  var lens: Lens?

  @Option(
    help: ArgumentHelp(
      "The invitation of the campaign that --as service is for.", valueName: "file"),
    completion: .file())
  var campaign: String?

  @OptionGroup(title: "Mentoring") var offer: MentoringOffer

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    let words = CommandWords.english.share
    if lens != nil {
      guard !link, !lookingBack, !did, leaveOut.isEmpty, serve.isEmpty, assessment == nil,
        !offer.isMade, !offer.offerAlone
      else {
        throw ValidationError(words.serviceIsSharedAlone)
      }
    }
    guard campaign == nil || lens != nil && !withdraw else {
      throw ValidationError(words.campaignIsForService)
    }
    if withdraw, !serve.isEmpty {
      throw ValidationError(words.withdrawTakesBackServe)
    }
    if withdraw, lookingBack || did {
      throw ValidationError(words.withdrawTakesBackAdditions)
    }
    if offer.offerAlone {
      guard offer.isMade || withdraw else {
        throw ValidationError(words.offerAloneNeedsOffer)
      }
      guard !link, !lookingBack, !did, leaveOut.isEmpty, serve.isEmpty else {
        throw ValidationError(words.offerAloneHasNoAnswers)
      }
    }
    if withdraw, offer.isMade {
      throw ValidationError(words.withdrawTakesBackOffer)
    }
    if list {
      guard !withdraw, !offer.isMade, !offer.offerAlone, !link, !lookingBack, !did, lens == nil,
        output == nil, leaveOut.isEmpty, serve.isEmpty, assessment == nil
      else { throw ValidationError(words.listGoesAlone) }
    }
  }

  func run() throws {
    let session = try Session(options)
    let words = session.said.share
    let review = ShareReview(session, showsFiles: json, isDryRun: dryRun, agrees: yes)
    if lens != nil {
      return try ServiceShare(
        campaign: campaign, output: output, isDryRun: dryRun, isWithdrawn: withdraw, review: review
      ).run(in: session)
    }
    // Where there is nothing to share, no store is made either.
    let store =
      try dryRun || list
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "share", beginning: "assess")
    let installed = try InstalledDocuments.find()
    let shared = SharedChoice(
      history: try Self.history(in: store), session: session, installed: installed)
    guard !list else { return try shared.list() }
    let kind: SharedFile.Kind = offer.offerAlone ? .mentoring : .response
    let name = try withdraw && assessment == nil ? shared.assessment(toTakeBack: kind) : assessment
    let result = try PersonalResult(
      name, in: store, of: session, installed: installed, includesShort: true)
    guard let finished = result.stored.assessment.finished else {
      throw Failure.input(
        "share", words.notFinished(result.stored.assessment.workshopOption, session.suffix))
    }
    guard result.stored.assessment.looksBackTo == nil else {
      throw Failure.input("share", words.looksBack)
    }
    guard !withdraw || offer.offerAlone || result.stored.revision > 0 else {
      throw Failure.input("share", words.neverShared(session.suffix))
    }
    let answered = try result.stored.invitation.map {
      try AnsweredInvitation($0, framework: result.loaded, in: store, installed: installed)
    }
    let leftOut = try leftOut(of: result.stored, in: store, words)
    let background = result.stored.assessment.background.filter {
      !$0.value.isEmpty && !leftOut.fields.contains($0.key)
    }.merging(
      try service(words) { try answered?.documents.background ?? installed.questions(for: result) }
    ) { $1 }
    let addition = try addition(to: result, in: store, words)
    let mentoring = try mentoring(
      of: result, answered, background: background, in: store, session, installed)
    if offer.offerAlone {
      return try share(
        alone: mentoring, of: result, for: answered?.invitation, in: store, review, session)
    }
    let path = output ?? SharedFile.Kind.response.fileName(isWithdrawal: withdraw)
    let second = try mentoring.map {
      try mentoringPath(beside: path, $0, session.said.mentoringOffer)
    }
    let id = result.stored.response.name
    let places = [(path, id), (second, mentoring?.standing.id.name)].compactMap { path, id in
      path.flatMap { path in id.map { (path, $0) } }
    }
    let files = dryRun ? [] : try places.map { try OutputFile(sharing: $0, under: $1, in: session) }
    let secret = try store.sharingSecret()
    let next = try NextShare(
      of: result.stored.response, after: result.stored.revision, isWithdrawal: withdraw,
      secret: secret)
    let file =
      withdraw
      ? SharedFile(Withdrawal(of: .response, id, revision: next.revision), proof: next.proof)
      : response(
        of: result, background: background, addition: addition, id: id, next: next,
        finished: finished, link: link ? try personLink(in: store, secret) : nil)
    let text = try file.json()

    session.remark(aboutNewer: result, assessment != nil, "share")
    if let other = remarkOnShortForm(result, in: session) { try review.say(other) }
    let questions =
      try answered?.documents.background
      ?? (background.isEmpty ? nil : installed.questions(for: result))
    if withdraw {
      try review.say(words.takesBack(finished))
    } else {
      try review.say(mentoring == nil ? words.leaves : words.leavesWithOffer)
      try review.list(
        try inWords(result, answered, background, questions, addition, in: store, session))
      try review.say(words.stays)
      let kept = leftOut.fields.sorted().map { question($0, questions, session) }
      if !kept.isEmpty {
        try review.say(words.leftOut(kept, isAsLastTime: !leftOut.remembered.isEmpty))
      }
    }
    try review.show(text)
    if !withdraw {
      if addition != .none, !link { try review.say(words.unlinked) }
      if next.revision > 1 { try review.say(words.again) }
    }
    if let mentoring { try show(mentoring, of: result, review, in: session) }
    for file in files where file.replacesOwn {
      try review.say(words.replaces(file.path.printableLine))
    }
    guard !dryRun, try review.isConfirmed(for: files.map(\.path)) else {
      return session.console.remark(words.nothingWritten)
    }
    if !withdraw, let campaign = result.stored.invitation?.campaign {
      try store.leaveOut(leftOut.fields, of: campaign)
    }
    let day = try session.surroundings.today()
    try OutputFile.write(
      Array(zip(files, [text, try mentoring?.file.json()].compactMap { $0 })),
      within: { write in
        try store.share(
          result.stored.assessment.id, answers: next.revision, card: mentoring?.standing, on: day,
          takesBack: withdraw, body: write)
      })
    session.remarkWritten(files, for: answered?.invitation)
    if withdraw {
      session.remark(words.toWhomTakenBack)
    } else {
      if mentoring != nil { session.remark(session.said.mentoringOffer.sendingApart) }
      session.remark(words.toTakeBack(session.suffix))
    }
  }

  /// All that was shared from a store.
  static func history(in store: Store) throws -> SharedHistory {
    let all = try store.assessments()
    let offers = try all.map(\.assessment.id).filter { try store.mentoringCard(of: $0) != nil }
    return SharedHistory(all, offers: Set(offers), try store.sharings())
  }

  typealias Background = [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]

  /// The background answers that the person does not agree to give.
  private func leftOut(
    of stored: StoredAssessment, in store: Store, _ words: ShareWords
  ) throws -> LeftOut {
    let given = stored.assessment.background.filter { !$0.value.isEmpty }
    let before = try stored.invitation.map { try store.leftOut(of: $0.campaign) } ?? []
    return try LeftOut(leaveOut, of: Set(given.keys), before: before, words)
  }

  /// What the file says, a line for each thing.
  private func inWords(
    _ result: PersonalResult, _ answered: AnsweredInvitation?, _ background: Background,
    _ questions: BackgroundQuestions?, _ addition: ResponseAddition, in store: Store,
    _ session: Session
  ) throws -> [String] {
    let assessment = result.stored.assessment
    let role = assessment.role.flatMap { result.loaded.framework.role($0) }
    let language = session.language
    let done = try addition.did.isEmpty ? [] : store.learningLog()?.done ?? []
    return session.said.share.inWords(
      for: answered.map { $0.invitation.title.text(in: language) },
      background: background.keys.sorted().map { id in
        let options = questions?.fields.first { $0.id == id }?.options ?? []
        return (
          question: question(id, questions, session),
          answer: (background[id] ?? []).map { option in
            options.first { $0.id == option }?.label.text(in: language) ?? option.description
          }
        )
      },
      rated: assessment.answers.values.count { $0.level != nil },
      of: result.loaded.framework.asking(result.form).competencies.count, result.form,
      assessment.importance,
      role: role?.title.text(in: language),
      addition,
      did: addition.did.map { id in done.first { $0.resource == id }?.title ?? id.description },
      hasLink: link)
  }

  /// What a background question is called where people read it.
  private func question(
    _ id: ID<BackgroundQuestions.Field>, _ questions: BackgroundQuestions?, _ session: Session
  ) -> String {
    let text = questions?.fields.first { $0.id == id }?.question.text(in: session.language)
    guard let text else { return id.description }
    return session.options.ids ? "\(text) (\(id))" : text
  }

  private func response(
    of result: PersonalResult, background: Background, addition: ResponseAddition, id: String,
    next: NextShare, finished: CalendarDate, link: UUID?
  ) -> SharedFile {
    let assessment = result.stored.assessment
    return SharedFile(
      .response(
        Response(
          id: id, revision: next.revision, link: link, month: finished.isoMonth,
          role: assessment.role, form: result.form,
          answers: assessment.answers, importance: assessment.importance, background: background,
          addition: addition)),
      framework: assessment.framework, campaign: result.stored.invitation?.campaign,
      proof: next.proof)
  }

  /// The id that lets the person's years be compared; a dry run shows the one that is kept later.
  private func personLink(in store: Store, _ secret: SharingSecret) throws -> UUID {
    if let kept = try store.personLink() { return kept }
    let link = secret.link
    if !dryRun { try store.keepPersonLink(link) }
    return link
  }
}
