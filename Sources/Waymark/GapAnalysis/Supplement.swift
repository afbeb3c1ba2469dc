/// What a report says beside level counts; each part is there when it was asked for or can be known.
public struct Supplement: Hashable, Sendable {
  /// What a second pass over the sheets found; `nil` in a report from counts.
  public var details: SheetDetails?
  /// An earlier campaign beside this one.
  public var comparison: Comparison?
  /// What weights change.
  public var weighting: Weighting?

  /// Who is willing to serve.
  public var willingness: Willingness?
  /// What those who answered for their library's service say that it needs.
  public var service: ServiceNeed?

  /// Nothing.
  public init() {}
}
