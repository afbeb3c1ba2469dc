import Foundation
import Waymark
import WaymarkStore

/// The assessment that this run begins or goes on with, in the words that it was begun with.
struct Sitting {
  let loaded: LoadedFramework
  /// What is said about it before it starts.
  let remarks: [String]
  private let stored: StoredAssessment?

  /// Chooses the unfinished assessment that was begun last, or a new one.
  ///
  /// - Throws: `Failure` when the last one is finished and no new one was asked for.
  init(in store: Store, current: LoadedFramework, installed: Installed, startsNew: Bool) throws {
    guard !startsNew, let latest = try store.assessments().first else {
      (stored, loaded, remarks) = (nil, current, [])
      return
    }
    guard latest.assessment.finished == nil else {
      throw Failure(
        .usage,
        "your last assessment was finished on \(latest.changed.inWords) and does not change any "
          + "more; see it with: waymark profile; begin a new one with: waymark assess --new")
    }
    stored = latest
    guard latest.assessment.framework.sha256 != current.key.sha256 else {
      (loaded, remarks) = (current, [])
      return
    }
    loaded = try installed.framework(keptIn: store, as: latest.assessment.framework)
    let changes = FrameworkChanges(from: loaded.framework, to: current.framework).lines
    remarks =
      ["The statements have changed since you began; you go on with the words you began with."]
      + (changes.isEmpty ? [] : ["Changed: " + changes.joined(separator: "; ")])
      + ["To begin again with the new ones: waymark assess --new"]
  }

  var answers: [CompetencyID: Answer] { stored?.assessment.answers ?? [:] }
  var importance: Assessment.Importance { stored?.assessment.importance ?? .init() }
  /// The day of the last answer, when there is one.
  var lastTime: CalendarDate? { stored?.changed }

  func record(in store: Store, today: CalendarDate) -> AssessmentRecord {
    AssessmentRecord(in: store, id: stored?.assessment.id, of: loaded, today: today)
  }

  func questionnaire(language: LanguageTag, scope: [AreaID], role: RoleID??) -> Questionnaire {
    guard let stored else {
      return Questionnaire(
        loaded.framework, language: language, scope: scope, asksRole: role == nil)
    }
    return Questionnaire(
      resuming: stored.assessment, of: loaded.framework, language: language, scope: scope,
      history: stored.history, seconds: stored.seconds)
  }
}
