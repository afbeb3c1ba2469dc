/// Something wrong with an input, as facts: `what` and `mend` put them into words.
public protocol Problem: Hashable, Sendable {
  /// What is wrong, without a full stop: "no competency has the id 'pln'".
  var what: String { get }
  /// How to mend it, without a full stop: "did you mean 'plan'?".
  var mend: String { get }
}
