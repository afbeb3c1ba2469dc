package import FoundationEssentials
package import Waymark
import WaymarkBasics

/// Mentoring cards on `SampleFramework.small()`, made by hand.
package enum SampleMentoring {
  /// The id with a number, the same each time.
  package static func id(_ number: Int) throws -> UUID {
    let digits = String(number, radix: 16)
    let text =
      "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    guard let id = UUID(uuidString: text) else { throw SampleError() }
    return id
  }

  /// A card of the person with a number, called `Person N` where no contact is given.
  package static func card(
    _ number: Int, teaches: [String] = [], seeks: [String] = [], speaks: [String] = ["en"],
    region: String? = nil, mentees: Int = 1, contact: String? = nil, revision: Int = 1,
    for purposes: Set<MentoringCard.Purpose> = [.mentoring]
  ) throws -> MentoringCard {
    guard let contact = MentoringCard.Contact(contact ?? "Person \(number)"),
      let card = MentoringCard(
        id: try id(number), revision: revision, contact: contact, region: region.flatMap { ID($0) },
        languages: speaks.compactMap(LanguageTag.init), teaches: teaches.compactMap { ID($0) },
        seeks: seeks.compactMap { ID($0) }, mentees: mentees, purposes: purposes)
    else { throw SampleError() }
    return card
  }
}
