import Waymark
import WaymarkBasics
import WaymarkStore

extension CampaignDocuments {
  /// A campaign on these documents that asks for everything, as it begins when responses come
  /// before anybody described it.
  func campaign(_ id: ID<Campaign>, isMadeUp: Bool = false) -> Campaign {
    Campaign(
      id: id, title: id.description, framework: key, backgroundDocument: backgroundKey,
      background: background.workFields.map(\.id), isMadeUp: isMadeUp)
  }

  /// The key of the framework, by its bytes.
  var key: Framework.Key {
    Framework.Key(
      id: framework.id, version: framework.version, sha256: SHA256.hex(of: frameworkXML))
  }

  /// The hash of the background questions' bytes.
  var backgroundKey: String { SHA256.hex(of: backgroundXML) }
}

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
