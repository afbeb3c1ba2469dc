package import WaymarkBasics

/// Why no plan of workshops can be made.
package enum PlanningProblem: Error, Hashable, Sendable {
  /// There is no workshop with this id.
  case unknownWorkshop(ID<WorkshopOffer>)
  /// What is to be kept cannot be held within the limits.
  case cannotKeep
  /// This workshop alone cannot be held within the limits.
  case cannotHold(ID<WorkshopOffer>)
}
