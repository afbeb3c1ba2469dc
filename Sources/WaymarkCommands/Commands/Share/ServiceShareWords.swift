/// What is said where a person shares what their library's service needs.
struct ServiceShareWords: Sendable {
  /// The command, where it says what is wrong.
  let place = "share --as service"

  func notSaid(_ suffix: String) -> (what: String, mend: String) {
    (
      "what your service needs is not said to the end",
      "go on with: waymark assess --as service\(suffix)"
    )
  }

  let neverShared = (what: "it was never shared", mend: "there is nothing to take back")

  let leaves =
    "This is all that leaves, and only if you send it. It has no name, no notes and no role:"

  /// What the file says, for those who do not read JSON.
  ///
  /// - Parameters:
  ///   - now: how many statements have a level now.
  ///   - inFiveYears: how many have one for then.
  ///   - campaign: the title of the campaign that it is for.
  func inWords(now: Int, inFiveYears: Int, for campaign: String?) -> String {
    "In words: what your library's service needs, as you see it: a level now for "
      + "\(statements(now)) and in five years for \(statements(inFiveYears)), "
      + (campaign.map { "for the campaign '\($0)', " } ?? "")
      + "the month, a random id, and a proof for later files. None of your answers about yourself."
  }

  private func statements(_ count: Int) -> String { "\(count) statement\(count == 1 ? "" : "s")" }

  func toTakeBack(_ suffix: String) -> String {
    "To take it back later: waymark share --as service --withdraw\(suffix)"
  }
}
