import Waymark
import WaymarkBasics
import WaymarkStore

/// What is said of the library's service in this run: what it needs now, or in five years.
struct ServiceSitting {
  let loaded: LoadedFramework
  /// The time that is asked about.
  let moment: ServiceMoment
  /// What was said for now, while it is asked for in five years.
  let saidForNow: [CompetencyID: Answer]
  /// What was begun already.
  let unfinished: StoredAssessment?

  /// Goes on with what was begun last; for in five years once that for now is finished.
  ///
  /// - Throws: `Failure` when both are finished and no new one was asked for.
  init(
    in store: Store, current: LoadedFramework, installed: InstalledDocuments, startsNew: Bool
  ) throws {
    let all = try store.assessments().filter { $0.assessment.service != nil }
    guard let latest = all.first, let moment = latest.assessment.service, !startsNew else {
      (loaded, self.moment, saidForNow, unfinished) = (current, .now, [:], nil)
      return
    }
    loaded = try installed.framework(keptIn: store, as: latest.assessment.framework)
    guard latest.assessment.finished != nil else {
      self.moment = moment
      unfinished = latest
      saidForNow = moment == .now ? [:] : Self.answersForNow(of: latest, among: all).given
      return
    }
    guard moment == .now else {
      throw Failure(
        .usage,
        "you said on \(latest.changed.inWords) what your service needs; write the file to send "
          + "with: waymark share --as service; say it anew with: waymark assess --as service --new")
    }
    (self.moment, unfinished) = (.inFiveYears, nil)
    saidForNow = latest.assessment.answers.given
  }

  /// What was said for now before what is said for in five years.
  static func answersForNow(
    of later: StoredAssessment, among all: [StoredAssessment]
  ) -> [CompetencyID: Answer] {
    all.drop { $0.assessment.id != later.assessment.id }
      .first {
        $0.assessment.service == .now && $0.assessment.finished != nil
          && $0.assessment.framework == later.assessment.framework
      }?.assessment.answers ?? [:]
  }
}

extension [CompetencyID: Answer] {
  /// The answers that are one: not those that were skipped.
  fileprivate var given: Self { filter { $0.value != .skipped } }
}
