extension Sequence {
  /// The findings by line and column, those of the file as a whole first; what stands at one place
  /// keeps its order.
  public func inFileOrder<Kind>() -> [Finding<Kind>] where Element == Finding<Kind> {
    enumerated().map { (order: Self.order($0.element.place, $0.offset), finding: $0.element) }
      .sorted { $0.order < $1.order }
      .map(\.finding)
  }

  private static func order(_ place: Place, _ offset: Int) -> (Int, Int, Int) {
    (place.line ?? 0, place.column ?? 0, offset)
  }
}
