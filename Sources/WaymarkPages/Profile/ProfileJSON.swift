public import Waymark
public import WaymarkBasics

/// A profile as JSON for other programs.
public enum ProfileJSON {
  /// The document: the framework, the roles with their counts, and every competency.
  ///
  /// A competency has `level` only when its answer is one; `answer` says otherwise which kind of no
  /// number it is: `not-part-of-my-work`, `cannot-judge`, `skipped` or `not-asked`. A role that does
  /// not ask for a competency is absent from its `usual`. Names are never in it.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  public static func document(
    _ profile: Profile, words: ProfileWords, language: LanguageTag = .english
  ) throws -> String {
    try document(profile, notes: nil, words: words, language: language)
  }

  /// The document with the person's notes, for their own eyes; `nil` leaves them out.
  package static func document(
    _ profile: Profile, notes: NoteList?, words: ProfileWords, language: LanguageTag
  ) throws -> String {
    let unrated = profile.unrated
    var members: [String: JSON.Value] = [
      "about": .string(words.common.about(profile.framework, language)),
      "framework": JSON.Value(profile.key),
      "date": .string(profile.date.description), "finished": .bool(profile.isFinished),
      "form": .string(profile.form.rawValue),
      "comparisons": .array(
        profile.comparisons.map { comparison in
          .object([
            "role": JSON.Value(comparison.role.id), "counts": counts(comparison.counts),
            "areas": .array(
              zip(profile.areas, comparison.areas).map { area, areaCounts in
                .object(["area": JSON.Value(area.area.id), "counts": counts(areaCounts)])
              }),
          ])
        }),
      "unrated": .object([
        "notPartOfMyWork": .integer(unrated.notPartOfMyWork),
        "cannotJudge": .integer(unrated.cannotJudge), "skipped": .integer(unrated.skipped),
        "notAsked": .integer(unrated.notAsked),
      ]),
      "startWith": JSON.Value(texts: profile.startWith.map(\.competency.id)),
      "strengths": JSON.Value(texts: profile.strengths.map(\.competency.id)),
      "isLookingBack": .bool(profile.earlier?.isLookingBack ?? false),
      "competencies": .array(
        profile.areas.flatMap { area in
          area.items.map { competency($0, in: area.area, of: profile, language) }
        }),
    ]
    members["notes"] = notes.map { NotesJSON.list($0, language) }
    members["earlierDate"] = profile.earlier.map { .string($0.date.description) }
    return try JSON.document(.profile, members)
  }

  private static func competency(
    _ item: Profile.Item, in area: Area, of profile: Profile, _ language: LanguageTag
  ) -> JSON.Value {
    let usual = zip(profile.comparisons, item.targets).compactMap { comparison, target in
      target.map { (comparison.role.id, JSON.Value.integer($0.rank)) }
    }
    return JSON.Value(present: [
      "id": JSON.Value(item.competency.id), "area": JSON.Value(area.id),
      "title": .string(item.competency.title.text(in: language)),
      "answer": .string(word(item.answer)), "level": item.level.map { .integer($0.rank) },
      "earlierLevel": item.earlier.map { .integer($0.rank) },
      "usual": JSON.Value(Dictionary(usual, uniquingKeysWith: { first, _ in first })),
      "priority": word(item.priority).map { .string($0) },
    ])
  }

  private static func counts(_ counts: Profile.Counts) -> JSON.Value {
    .object([
      "rated": .integer(counts.rated), "atOrAbove": .integer(counts.atOrAbove),
      "notYet": .integer(counts.notYet), "twoOrMoreToGo": .integer(counts.furtherToGo),
      "oneToGo": .integer(counts.oneToGo), "asUsual": .integer(counts.asUsual),
      "above": .integer(counts.above), "beyondRole": .integer(counts.beyond),
    ])
  }

  private static func word(_ answer: Answer?) -> String {
    switch answer {
    case .level: "level"
    case .notPartOfMyWork: "not-part-of-my-work"
    case .cannotJudge: "cannot-judge"
    case .skipped: "skipped"
    case nil: "not-asked"
    }
  }

  private static func word(_ priority: Profile.Priority) -> String? {
    switch priority {
    case .top: "top"
    case .picked: "picked"
    case .unmarked: nil
    }
  }
}
