import Waymark
import WaymarkBasics

/// Pairs of mentors and seekers for other programs.
package enum MentorsJSON {
  /// The document, the same for the same pairs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func document(_ words: MentorsWords) throws -> String {
    let pairs = words.pairs
    return try JSON.document(
      JSON.Value.object([
        "kind": .string("mentor-pairs"), "schema": .integer(1),
        "notice": .string(MentorsWords.notice),
        "campaign": .string(words.campaign.id.description),
        "mentors": .integer(pairs.mentors), "seekers": .integer(pairs.seekers),
        "proved": .bool(pairs.isProved),
        "pairs": .array(
          pairs.pairs.map { pair in
            .object([
              "mentor": person(pair.mentor), "seeker": person(pair.seeker),
              "competencies": competencies(pair.competencies, words),
              "languages": languages(pair.languages), "same_region": .bool(pair.isSameRegion),
              "mutual": .bool(pair.isMutual), "weight": .integer(pair.weight),
            ])
          }),
        "without_mentor": .array(
          pairs.unmatched.map { unmatched in
            .object([
              "seeker": person(unmatched.seeker), "reason": .string(unmatched.reason.rawValue),
              "competencies": competencies(unmatched.seeker.seeks, words),
            ])
          }),
        "without_seeker": .array(
          pairs.free.map { mentor in
            .object([
              "mentor": person(mentor), "competencies": competencies(mentor.teaches, words),
            ])
          }),
      ]))
  }

  private static func person(_ card: MentoringCard) -> JSON.Value {
    .object([
      "id": .string(card.name), "contact": .string(card.contact.description),
      "region": card.region.map { .string($0.description) } ?? .null,
      "languages": languages(card.languages),
    ])
  }

  private static func competencies(_ ids: [CompetencyID], _ words: MentorsWords) -> JSON.Value {
    .array(
      ids.map { id in
        .object([
          "id": .string(id.description),
          "title": words.framework.competency(id).map {
            .string($0.title.text(in: words.language))
          } ?? .null,
        ])
      })
  }

  private static func languages(_ tags: [LanguageTag]) -> JSON.Value {
    .array(tags.map { .string($0.description) })
  }
}
