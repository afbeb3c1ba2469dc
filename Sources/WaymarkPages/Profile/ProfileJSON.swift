package import Waymark
package import WaymarkBasics

/// A profile as JSON for other programs.
package enum ProfileJSON {
  /// The document: the framework, the roles with their counts, and every competency.
  ///
  /// A competency has `level` only when its answer is one; `answer` says otherwise which kind of no
  /// number it is: `not-part-of-my-work`, `cannot-judge`, `skipped` or `not-asked`. A role that does
  /// not ask for a competency is absent from its `usual`. Notes and names are never in it.
  ///
  /// - Throws: `EncodingError`, which no profile causes.
  package static func document(
    _ profile: Profile, words: ProfileWords, language: LanguageTag = .english
  ) throws -> String {
    try JSON.document(
      Document(profile, about: words.common.aboutLevels, language: language))
  }

  private struct Document: Encodable {
    let framework: FrameworkName
    let date: String
    let finished: Bool
    let about: String
    let comparisons: [Comparison]
    let unrated: Unrated
    let startWith: [String]
    let strengths: [String]
    let earlierDate: String?
    let isLookingBack: Bool
    let competencies: [Competency]

    init(_ profile: Profile, about: String, language: LanguageTag) {
      self.about = about
      framework = FrameworkName(profile.key)
      date = profile.date.description
      finished = profile.isFinished
      comparisons = profile.comparisons.map { comparison in
        Comparison(
          role: comparison.role.id.description, counts: Counts(comparison.counts),
          areas: zip(profile.areas, comparison.areas).map { area, counts in
            AreaCounts(area: area.area.id.description, counts: Counts(counts))
          })
      }
      unrated = Unrated(profile.unrated)
      startWith = profile.startWith.map(\.competency.id.description)
      strengths = profile.strengths.map(\.competency.id.description)
      isLookingBack = profile.earlier?.isLookingBack ?? false
      earlierDate = profile.earlier?.date.description
      let roles = profile.comparisons.map(\.role.id.description)
      competencies = profile.areas.flatMap { area in
        area.items.map { item in
          Competency(
            id: item.competency.id.description, area: area.area.id.description,
            title: item.competency.title.text(in: language), answer: Self.word(item.answer),
            level: item.level?.rank, earlierLevel: item.earlier?.rank,
            usual: Dictionary(
              zip(roles, item.targets).compactMap { role, target in
                target.map { (role, $0.rank) }
              }, uniquingKeysWith: { first, _ in first }),
            priority: Self.word(item.priority))
        }
      }
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

  private struct Comparison: Encodable {
    let role: String
    let counts: Counts
    let areas: [AreaCounts]
  }

  private struct AreaCounts: Encodable {
    let area: String
    let counts: Counts
  }

  private struct Counts: Encodable {
    let rated, atOrAbove, notYet, twoOrMoreToGo, oneToGo, asUsual, above, beyondRole: Int

    init(_ counts: Profile.Counts) {
      rated = counts.rated
      atOrAbove = counts.atOrAbove
      notYet = counts.notYet
      twoOrMoreToGo = counts.furtherToGo
      oneToGo = counts.oneToGo
      asUsual = counts.asUsual
      above = counts.above
      beyondRole = counts.beyond
    }
  }

  private struct Unrated: Encodable {
    let notPartOfMyWork, cannotJudge, skipped, notAsked: Int

    init(_ unrated: Profile.Unrated) {
      notPartOfMyWork = unrated.notPartOfMyWork
      cannotJudge = unrated.cannotJudge
      skipped = unrated.skipped
      notAsked = unrated.notAsked
    }
  }

  private struct Competency: Encodable {
    let id, area, title, answer: String
    let level, earlierLevel: Int?
    let usual: [String: Int]
    let priority: String?
  }
}

/// A framework as JSON documents name it.
struct FrameworkName: Encodable {
  let id, version, sha256: String

  init(_ key: Framework.Key) {
    id = key.id.description
    version = key.version
    sha256 = key.sha256
  }
}
