/// A respondent's id as a number, eight bytes in place of a text, to remember a million of them.
///
/// Two of n ids share a key with a chance of about n²/2^65, one in forty million for a million ids;
/// nobody can look for such ids, as the function differs in every run.
struct RespondentKey: Hashable, Sendable {
  private let value: Int

  init(_ respondent: String) {
    var hasher = Hasher()
    hasher.combine(respondent)
    value = hasher.finalize()
  }
}
