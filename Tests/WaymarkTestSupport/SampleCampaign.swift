package import Waymark
package import WaymarkBasics

/// Campaigns that tests share.
package enum SampleCampaign {
  /// A campaign `spring` on `SampleFramework`.
  package static func made(
    isMadeUp: Bool = false, invited: [Campaign.Invited] = [], closes: CalendarDate? = nil
  ) throws -> Campaign {
    guard let id = ID<Campaign>("spring"), let framework = FrameworkID("sample") else {
      throw SampleError()
    }
    let key = Framework.Key(
      id: framework, version: "1", sha256: String(repeating: "0", count: 64))
    return Campaign(
      id: id, title: "Spring", framework: key,
      backgroundDocument: String(repeating: "0", count: 64), closes: closes, invited: invited,
      isMadeUp: isMadeUp)
  }
}
