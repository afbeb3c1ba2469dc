package import WaymarkBasics

/// What a person adds to a response by their own choice; none of it counts as an answer.
package struct ResponseAddition: Hashable, Sendable {
  /// Where they were on an earlier day, as they see it now.
  package let lookingBack: LookingBack?
  /// The ids of the resources and workshops of catalogues that they did, sorted; empty where they
  /// said nothing of it.
  package let did: [ID<LearningResource>]

  /// Nothing is added.
  package static let none = ResponseAddition()

  /// Joins the parts.
  package init(lookingBack: LookingBack? = nil, did: some Sequence<ID<LearningResource>> = []) {
    self.lookingBack = lookingBack
    self.did = Set(did).sorted()
  }

  /// Adds all that it says to a hash, in a fixed order; nothing where nothing was added.
  func add(to hash: inout FNV1a) {
    if let lookingBack {
      hash.add(0xFF)
      hash.add(lookingBack.month)
      for (id, level) in lookingBack.levels.sorted(by: { $0.key < $1.key }) {
        hash.add(0xFF)
        hash.add("\(id) \(level.rank)")
      }
    }
    guard !did.isEmpty else { return }
    // No byte of UTF-8 either: what was done is not taken for what was looked back to.
    hash.add(0xFE)
    for id in did {
      hash.add(0xFF)
      hash.add(id.description)
    }
  }
}
