extension Assessment.Importance {
  /// How many competencies of one area may be picked.
  package static let areaLimit = 2
  /// How many competencies the top of all may have.
  package static let topLimit = 3

  /// The areas of which more is picked than may be, in order, with how many picks each has.
  func crowdedAreas(of framework: Framework) -> [(area: AreaID, picks: Int)] {
    framework.areas.map { area in
      (area: area.id, picks: area.competencies.count { picked.contains($0.id) })
    }.filter { $0.picks > Self.areaLimit }
  }
}
