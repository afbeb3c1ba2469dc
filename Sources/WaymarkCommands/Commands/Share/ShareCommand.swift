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
      waymark share --withdraw [-o <file>]
      """,
    discussion: """
      Shows exactly what the file holds: no name, no notes, and not how you answered. You \
      send it yourself, or not. For a campaign it also says how the file is to be sent.

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

  @Flag(help: "Add a random id that lets your years be compared.")
  var link = false

  @Flag(help: "Add where you were, as you see it now (waymark assess --then DAY).")
  var lookingBack = false

  @Flag(help: "Add the ids of what you did to learn (waymark path --done).")
  var did = false

  @Option(
    name: .customLong("leave-out"),
    help: ArgumentHelp(
      "Leave your answer to this background question out; may be repeated.", valueName: "field"))
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
  }

  func run() throws {
    let session = try Session(options)
    let words = session.said.share
    if lens != nil {
      return try ServiceShare(
        campaign: campaign, output: output, isDryRun: dryRun, isWithdrawn: withdraw
      ).run(in: session)
    }
    // Where there is nothing to share, no store is made either.
    let store =
      try dryRun
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "share", beginning: "assess")
    let installed = try InstalledDocuments.find()
    let result = try PersonalResult(
      assessment, in: store, of: session, installed: installed, includesShort: true)
    guard let finished = result.stored.assessment.finished else {
      throw Failure.input(
        "share", words.notFinished(result.stored.assessment.workshopOption, session.suffix))
    }
    guard result.stored.assessment.looksBackTo == nil else {
      throw Failure.input("share", words.looksBack)
    }
    guard !withdraw || offer.offerAlone || result.stored.revision > 0 else {
      throw Failure.input("share", words.neverShared)
    }
    let answered = try result.stored.invitation.map {
      try AnsweredInvitation($0, framework: result.loaded, in: store, installed: installed)
    }
    let background = try background(of: result.stored.assessment, words).merging(
      service(words) { try answered?.documents.background ?? installed.questions(for: result) }
    ) { $1 }
    let addition = try addition(to: result, in: store, words)
    let mentoring = try mentoring(
      of: result, answered, background: background, in: store, session, installed)
    if offer.offerAlone {
      return try share(
        alone: mentoring, of: result.stored.assessment.id, for: answered?.invitation, in: store,
        session)
    }
    let path = output ?? SharedFile.Kind.response.fileName(isWithdrawal: withdraw)
    let second = try mentoring.map {
      try mentoringPath(beside: path, $0, session.said.mentoringOffer)
    }
    let files =
      dryRun
      ? []
      : try [path, second].compactMap { $0 }.map { try OutputFile($0, for: .owner, in: session) }
    let secret = try store.sharingSecret()
    let next = try NextShare(
      of: result.stored.response, after: result.stored.revision, isWithdrawal: withdraw,
      secret: secret)
    let id = result.stored.response.name
    let file =
      withdraw
      ? SharedFile(Withdrawal(of: .response, id, revision: next.revision), proof: next.proof)
      : response(
        of: result, background: background, addition: addition, id: id, next: next,
        finished: finished, link: link ? try personLink(in: store, secret) : nil)
    let text = try file.json()
    session.console.remark(mentoring == nil ? words.leaves : words.leavesWithOffer)
    try session.console.write(text)
    if let other = remarkOnShortForm(result, in: session) { session.remark(other) }
    if !withdraw {
      session.remark(inWords(result, answered, background, addition, words))
      if addition != .none, !link { session.remark(words.unlinked) }
      if next.revision > 1 { session.remark(words.again) }
    }
    if let mentoring { try show(mentoring, in: session) }
    guard !dryRun else { return session.console.remark(words.nothingWritten) }
    try OutputFile.write(
      Array(zip(files, [text, try mentoring?.file.json()].compactMap { $0 })),
      within: { write in
        try store.share(
          result.stored.assessment.id, answers: next.revision, card: mentoring?.standing,
          body: write)
      })
    session.remarkWritten(files, for: answered?.invitation)
    if !withdraw {
      if mentoring != nil { session.remark(session.said.mentoringOffer.sendingApart) }
      session.console.remark(words.toTakeBack(session.suffix))
    }
  }

  typealias Background = [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]

  /// The background answers that the person agrees to give: those that were not skipped, but for
  /// those to be left out.
  private func background(
    of assessment: Assessment, _ words: ShareWords
  ) throws -> Background {
    let given = assessment.background.filter { !$0.value.isEmpty }
    let names = given.keys.map(\.description).sorted()
    for name in leaveOut where !names.contains(name) {
      guard !names.isEmpty else {
        throw Failure(.usage, words.noBackgroundAnswered)
      }
      throw Failure.unknown(words.backgroundAnswer, name, among: names)
    }
    return given.filter { !leaveOut.contains($0.key.description) }
  }

  /// What the file says, for those who do not read JSON.
  private func inWords(
    _ result: PersonalResult, _ answered: AnsweredInvitation?, _ background: Background,
    _ addition: ResponseAddition, _ words: ShareWords
  ) -> String {
    let assessment = result.stored.assessment
    let role = assessment.role.flatMap { result.loaded.framework.role($0) }
    return words.inWords(
      for: answered.map { ($0.invitation.title.text(in: .english), $0.invitation.campaign) },
      background: background.map { $0.key.description }.sorted(),
      rated: assessment.answers.values.count { $0.level != nil },
      of: result.loaded.framework.competencies.count, assessment.importance,
      role: role?.title.text(in: .english).printableLine, addition, hasLink: link)
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
          role: assessment.role,
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
