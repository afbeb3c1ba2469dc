import Waymark
import WaymarkStore

extension CampaignDocuments {
  /// The groupings of tables such as `role` or `role,state`, named with an option.
  func tables(_ names: [String], option: String) throws -> [[Grouping]] {
    do throws(Findings<ReportProblem>) {
      return try Grouping.tables(
        names, framework: framework, background: background, source: option)
    } catch {
      let isTooFine = error.listed.contains { $0.problem.isRefusal }
      throw Failure(isTooFine ? .refused : .usage, Failure(error).message)
    }
  }
}
