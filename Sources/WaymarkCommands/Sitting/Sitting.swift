import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// The assessment that this run begins or goes on with, in the words that it was begun with.
struct Sitting {
  let loaded: LoadedFramework
  /// The statements that are asked: all of them, or those that are rated again.
  let asked: Framework
  /// What is said about it before it starts.
  let remarks: [String]
  /// The campaign that it is for; `nil` for the person's own use.
  let invitation: AnsweredInvitation?
  /// The workshop whose statements alone are asked; `nil` for all there is.
  let workshop: WorkshopOffer?
  /// The random id that a file shared of it bears.
  let response: UUID
  private let stored: StoredAssessment?
  /// Rated again: what it takes over from the assessment before.
  private let review: Review?
  /// What it says of the service; `nil` where the person rates themselves.
  private let service: ServiceSitting?
  /// The role of an earlier assessment, which the very short form takes over without asking.
  private let earlierRole: RoleID??

  /// Chooses the unfinished assessment that was begun last, or a new one; for an invitation, the
  /// unfinished one that answers it, or a new one.
  ///
  /// - Parameter workshop: the id of the workshop whose statements alone are asked: that is an
  ///   assessment of its own, with everything else not asked.
  /// - Throws: `Failure` when the one to choose is finished, or is not for the campaign, and no new
  ///   one was asked for.
  init(
    in store: Store, current: LoadedFramework, invitation: AnsweredInvitation?,
    workshop: String?, installed: InstalledDocuments, startsNew: Bool
  ) throws {
    let workshop = try workshop.map { try installed.workshop($0, for: current.framework) }
    self.workshop = workshop
    let own = try store.assessments().filter(\.assessment.isOwn)
    let earlier = startsNew ? [] : own
    earlierRole = workshop.flatMap { _ in
      own.first { $0.assessment.framework == current.key && $0.assessment.finished != nil }
        .map(\.assessment.role)
    }
    (review, service) = (nil, nil)
    let latest =
      try invitation.map {
        try Self.assessment(for: $0.invitation, about: workshop?.id, among: earlier)
      } ?? Self.assessment(about: workshop?.id, among: earlier)
    guard let latest else {
      (stored, loaded, remarks) = (nil, current, [])
      asked = current.framework.asking(for: workshop)
      (self.invitation, response) = (invitation, UUID())
      return
    }
    guard latest.assessment.finished == nil else {
      throw Failure(
        .usage,
        "your last assessment was finished on \(latest.changed.inWords) and does not change any "
          + "more; see it with: waymark profile; begin a new one with: waymark assess --new")
    }
    stored = latest
    response = latest.response
    if let kept = latest.invitation {
      loaded = try installed.framework(keptIn: store, as: latest.assessment.framework)
      asked = loaded.framework.asking(for: workshop)
      remarks = Self.remarks(given: invitation?.xml, kept: kept.xml)
      self.invitation = try AnsweredInvitation(
        kept, framework: loaded, in: store, installed: installed)
      return
    }
    self.invitation = nil
    guard latest.assessment.framework.sha256 != current.key.sha256 else {
      (loaded, remarks) = (current, [])
      asked = current.framework.asking(for: workshop)
      return
    }
    loaded = try installed.framework(keptIn: store, as: latest.assessment.framework)
    asked = loaded.framework.asking(for: workshop)
    let changes = FrameworkChanges(from: loaded.framework, to: current.framework).lines
    remarks =
      ["The statements have changed since you began; you go on with the words you began with."]
      + (changes.isEmpty ? [] : ["Changed: " + changes.joined(separator: "; ")])
      + ["To begin again with the new ones: waymark assess --new"]
  }

  /// Goes on with rating some statements again, or begins to.
  init(rating review: Review) {
    (loaded, asked, stored) = (review.loaded, review.asked, review.unfinished)
    (invitation, remarks, self.review) = (nil, [], review)
    (workshop, earlierRole) = (review.workshop, .none)
    service = nil
    response = stored?.response ?? UUID()
  }

  /// Goes on with saying what the service needs, or begins to.
  init(saying needs: ServiceSitting) {
    (loaded, asked, stored) = (needs.loaded, needs.loaded.framework, needs.unfinished)
    (invitation, remarks, review) = (nil, [], nil)
    (workshop, earlierRole) = (nil, .some(nil))
    service = needs
    response = stored?.response ?? UUID()
  }

  private static func remarks(given: [UInt8]?, kept: [UInt8]) -> [String] {
    guard let given, given != kept else { return [] }
    return [
      "The invitation has changed since you began; you go on with the one you began with.",
      "To begin again with the new one, add --new.",
    ]
  }

  /// The assessment for the person's own use that was begun last; `nil` begins one.
  ///
  /// The very short form is begun anew where it was finished, as before and after a workshop.
  private static func assessment(
    about workshop: ID<WorkshopOffer>?, among earlier: [StoredAssessment]
  ) -> StoredAssessment? {
    let latest = earlier.first { $0.assessment.workshop == workshop }
    return workshop != nil && latest?.assessment.finished != nil ? nil : latest
  }

  /// The assessment that answers an invitation; `nil` begins one.
  private static func assessment(
    for invitation: Invitation, about workshop: ID<WorkshopOffer>?,
    among earlier: [StoredAssessment]
  ) throws -> StoredAssessment? {
    if let found = earlier.first(where: { $0.invitation?.campaign == invitation.campaign }) {
      guard found.assessment.finished == nil else {
        throw Failure(
          .usage,
          "you finished your answers for '\(invitation.campaign)' on \(found.changed.inWords); "
            + "write the file to send with: waymark share; begin anew with --new")
      }
      guard found.assessment.workshop == workshop else {
        // One person answers a campaign once: all of it, or what one workshop is about.
        throw Failure(
          .usage,
          "you have begun to answer '\(invitation.campaign)' in another form; finish that with: "
            + "waymark assess\(found.assessment.workshopOption); or begin anew with --new")
      }
      return found
    }
    guard let latest = earlier.first(where: { $0.assessment.workshop == workshop }),
      latest.assessment.finished == nil
    else { return nil }
    throw Failure(
      .usage,
      "an assessment that is not for this campaign waits to be finished; finish it with: "
        + "waymark assess\(latest.assessment.workshopOption); or add --new to begin one for the "
        + "campaign, which leaves it as it is")
  }

  /// The answers so far to what is asked; one that a review only took over is none.
  var answers: [CompetencyID: Answer] {
    guard let stored else { return [:] }
    let untimed = Set(zip(stored.history, stored.seconds).filter { $1 == 0 }.map(\.0))
    return stored.assessment.answers.filter { id, answer in
      asked.position(of: id) != nil
        && !(review.map { untimed.contains(id) && $0.earlier.assessment.answers[id] == answer }
          ?? false)
    }
  }
  /// The day of the last answer, when there is one.
  var lastTime: CalendarDate? { stored?.changed }
  /// What of themselves the person rates.
  var view: Questionnaire.Occasion.View {
    review?.view ?? service.map { .service($0.moment) } ?? .now
  }
  /// The role that is settled already; `nil` where it is to be asked.
  var role: RoleID?? {
    review.map { $0.earlier.assessment.role } ?? (stored == nil ? earlierRole : nil)
  }

  func record(in store: Store, today: CalendarDate) -> AssessmentWriter {
    AssessmentWriter(
      in: store, id: stored?.assessment.id, of: loaded, response: response, invitation: invitation,
      today: today, looksBackTo: review?.looksBackTo,
      workshop: review.map { $0.looksBackTo == nil ? nil : workshop?.id } ?? workshop?.id,
      service: service?.moment, carried: review?.carried ?? [])
  }

  func questionnaire(language: LanguageTag, scope: [AreaID], role: RoleID??) -> Questionnaire {
    if let review {
      var assessment = (stored ?? review.earlier).assessment
      assessment.answers = answers
      return Questionnaire(
        resuming: assessment, of: asked, language: language,
        occasion: .init(view: review.view, workshop: workshop?.title),
        history: stored?.history ?? [], seconds: stored?.seconds ?? [])
    }
    let occasion =
      invitation.map { $0.occasion(response: response, workshop: workshop?.title) }
      ?? workshop.map { .init(view: .now, workshop: $0.title) }
      ?? service.map { .init(view: view, saidForNow: $0.saidForNow) } ?? .own
    guard let stored else {
      return Questionnaire(
        asked, language: language, scope: scope, occasion: occasion, asksRole: role == nil)
    }
    return Questionnaire(
      resuming: stored.assessment, of: asked, language: language, scope: scope,
      occasion: occasion, history: stored.history, seconds: stored.seconds)
  }
}

extension Framework {
  /// The statements that a workshop serves; everything where there is no workshop.
  func asking(for workshop: WorkshopOffer?) -> Framework {
    workshop.map { asking(only: Set($0.serves.map(\.competency))) } ?? self
  }
}

extension Assessment {
  /// The option that goes on with an assessment of this kind, with a blank before it.
  var workshopOption: String { workshop.map { " --workshop \($0)" } ?? "" }
}

/// The areas that options name, in the framework's order.
struct AreaChoice {
  let ids: [AreaID]

  /// - Throws: a usage failure for a name that is no area's.
  init(_ names: [String], in framework: Framework) throws {
    let chosen = try names.map { name in
      guard let area = framework.areas.first(where: { $0.id.folded == name.lowercased() }) else {
        throw Failure.unknown("area", name, among: framework.areas.map(\.id.description))
      }
      return area.id
    }
    ids = framework.areas.map(\.id).filter(chosen.contains)
  }
}

/// The first lines of a sitting: the program, the language, and whose answers these are.
struct AssessHeader {
  let session: Session
  let framework: Framework
  let style: TextStyle

  var text: String {
    let name = "Waymark \(WaymarkCommand.version)"
    let language = "Language: English (\(origin))"
    let gap = style.width - name.count - language.count
    var lines =
      style.isAccessible || gap < 2
      ? [name] + TextLayout.wrap(language, width: style.width)
      : [name + String(repeating: " ", count: gap) + language]
    if let person = session.options.person {
      lines += TextLayout.wrap("Answers of: \(person.printableLine)", width: style.width)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where the language comes from, or why it is not the one that was asked for: Waymark's own
  /// words are English, and a framework's are English unless it has a translation.
  private var origin: String {
    let isEnglish = session.language.fallbacks.contains(.english)
    return isEnglish
      ? session.languageOrigin
      : "\(session.language) from \(session.languageOrigin) is not there yet"
  }
}
