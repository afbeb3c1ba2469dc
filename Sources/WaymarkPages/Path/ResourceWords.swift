import Waymark
import WaymarkBasics

/// What is said of a learning resource wherever one is named.
struct ResourceWords: Sendable {
  let common = CommonWords()

  let offline =
    "Waymark does not go online: an address may have changed since it was last looked at."

  /// A resource with who offers it, or practice with what to do.
  func name(_ title: String, by provider: String?) -> String {
    provider.map { title + by($0) } ?? practice(title)
  }

  /// Who offers it, after its name.
  func by(_ provider: String) -> String { " (\(provider))" }

  func practice(_ title: String) -> String { "Practice: \(title)" }

  /// When somebody last looked at it; never a promise that it is still there.
  func checked(_ month: String?) -> String { month.map { "looked at in \($0)" } ?? "not checked" }

  /// What it is called in a sentence.
  func format(_ format: LearningResource.Format) -> String {
    switch format {
    case .course: "course"
    case .webinar: "webinar"
    case .article: "article"
    case .toolkit: "toolkit"
    case .guide: "guide"
    case .book: "book"
    case .site: "web site"
    case .video: "video"
    case .conference: "conference"
    case .tool: "tool"
    case .practice: "practice"
    }
  }

  func length(_ duration: LearningResource.Duration) -> String {
    switch duration {
    case .stated(let minutes): common.time(minutes)
    case .estimated(let minutes): about(minutes)
    case .unknown: "an unknown time"
    }
  }

  func about(_ minutes: Int) -> String { "about \(common.time(minutes))" }

  /// What it costs, after its name.
  func cost(_ cost: LearningResource.Cost) -> String {
    switch cost {
    case .free: "is free"
    case .account: "is free with an account"
    case .members(nil): "is free or cheaper for members"
    case .members(let usd?): "is free or cheaper for members, \(usd) US dollars for others"
    case .paid(let usd?): "costs \(usd) US dollars"
    case .paid(nil): "costs money"
    }
  }

  /// How long it takes, what it costs and in which languages it is, after what it is.
  func takes(
    _ duration: LearningResource.Duration, _ cost: LearningResource.Cost,
    in languages: [LanguageTag]
  ) -> String {
    "takes \(length(duration)), \(self.cost(cost)), in \(common.languages(languages))."
  }
}
