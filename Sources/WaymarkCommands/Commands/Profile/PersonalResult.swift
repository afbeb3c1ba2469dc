import Waymark
import WaymarkBasics
import WaymarkStore

/// The assessment that a person's results are made from, with its statements.
struct PersonalResult {
  let choice: ResultChoice
  let loaded: LoadedFramework

  var stored: StoredAssessment { choice.stored }

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
    guard roles.count <= 2 else {
      throw Failure(.usage, CommandWords.english.profile.tooManyRoles)
    }
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
