import Waymark
import WaymarkBasics
import WaymarkStore

/// The assessment that a person's results are made from, with its statements.
struct PersonalResult {
  let choice: ResultChoice
  let loaded: LoadedFramework

  var stored: StoredAssessment { choice.stored }
  /// The form that was answered.
  var form: QuestionnaireForm { stored.assessment.form(in: loaded.framework) }

  /// Finds it by the beginning of its id, or without a name.
  ///
  /// - Parameter includesShort: whether one about a workshop alone is found without a name too; else
  ///   only where there is no other.
  init(
    _ name: String?, in store: Store, of session: Session, installed: InstalledDocuments,
    includesShort: Bool = false
  ) throws {
    let all = try store.assessments()
    let found: ResultChoice?
    do throws(ResultChoice.Problem) {
      found = try ResultChoice(name, among: all, includesShort: includesShort)
    } catch {
      throw Failure(error)
    }
    guard let found else { throw session.nothingYet(at: store.path) }
    choice = found
    loaded = try installed.framework(keptIn: store, as: choice.stored.assessment.framework)
  }

  /// The profile; problems become the words of a failure.
  ///
  /// - Parameter roles: other roles than the assessment's own to compare with, two at most.
  func profile(
    comparedWith roles: [String] = [], earlier comparison: ResultChoice.Comparison? = nil
  ) throws -> Profile {
    let roles = try roles.map(loaded.framework.role(named:))
    var assessment = stored.assessment
    if let first = roles.first { assessment.role = first }
    let before = try comparison.map(earlier)
    do throws(ProfileProblem) {
      return try Profile(
        framework: loaded.framework, assessment: assessment, secondRole: roles.dropFirst().first,
        earlier: before)
    } catch {
      throw Failure.input("profile", error.what, mend: error.mend)
    }
  }

  private func earlier(_ comparison: ResultChoice.Comparison) throws -> Assessment {
    do throws(ResultChoice.Problem) {
      return try choice.earlier(comparison).assessment
    } catch {
      throw Failure(error)
    }
  }
}

extension Session {
  /// Says that a newer assessment waits where a result was made from an older one, and how to go on.
  ///
  /// - Parameters:
  ///   - isNamed: whether the older one was asked for.
  ///   - command: what shows the newer one as far as it is.
  func remark(aboutNewer result: PersonalResult, _ isNamed: Bool, _ command: String) {
    guard !isNamed, let newer = result.choice.newer, let day = result.stored.assessment.finished
    else { return }
    let words = said.profile
    remark(
      words.newerWaits(
        since: newer.assessment.started, answered: newer.history.count, insteadOf: day))
    remark(words.toFinish(newer.assessment.workshopOption, suffix))
    // What is not finished cannot be shared.
    guard command != "share" else { return }
    remark(words.toSeeNewer(command, newer.assessment.id.name, suffix))
  }
}
