/// What a report says beside level counts; each part is there when it was asked for or can be known.
package struct Supplement: Hashable, Sendable {
  /// What a second pass over the sheets found; `nil` in a report from counts.
  package var details: SheetDetails?
  /// An earlier campaign beside this one.
  package var comparison: Comparison?
  /// What weights change.
  package var weighting: Weighting?

  /// Who is willing to serve.
  package var willingness: Willingness?
  /// What those who answered for their library's service say that it needs.
  package var service: ServiceNeed?

  /// Nothing.
  package init() {}
}
