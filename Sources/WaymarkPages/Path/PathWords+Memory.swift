import Waymark
import WaymarkBasics

extension PathWords {
  static let doneHeading = "What you have done"

  /// What has changed since the path that was seen before; empty when nothing has.
  var changes: [String] { path.changes.map(line) }

  var changesHeading: String {
    "Changed" + (path.earlier.map { " since your path of \($0.inWords)" } ?? "")
  }

  private func line(_ change: PathChange) -> String {
    switch change {
    case .done(let record): Self.sentence("Done: \(record.title)")
    case .vanished(let title): Self.sentence("No longer in the catalogue: \(title)")
    case .removed(let resource, .done), .removed(let resource, .dropped):
      Self.sentence("Left out, as you said: \(shortName(of: resource))")
    case .removed(let resource, let obstacle):
      "No longer a step, \(reason(obstacle, of: resource)): "
        + Self.sentence(shortName(of: resource))
    case .needless(let title): Self.sentence("No longer needed: \(title)")
    case .added(let resource): Self.sentence("New: \(shortName(of: resource))")
    case .moved(let resource, let from, let to):
      "\(to > from ? "Later" : "Earlier"), on \(to.inWords) instead of \(from.inWords): "
        + Self.sentence(shortName(of: resource))
    }
  }

  /// A resource without who offers it.
  private func shortName(of resource: LearningResource) -> String {
    (resource.isPractice ? "Practice: " : "") + title(of: resource)
  }

  /// The text with a full stop, unless it ends as a sentence does.
  static func sentence(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  /// What the person has done, a line each, the earliest first, with their notes.
  var done: [String] {
    path.wishes.done.map { record in
      Self.sentence("\(record.day.inWords): \(record.title)")
        + (record.note.map { " Your note: \($0)" } ?? "")
    }
  }

  /// What to do once steps are done; `nil` before.
  var reviewAdvice: String? {
    path.wishes.done.contains { $0.assessment == path.profile.assessment }
      ? "Until you rate again, what you have done counts as if it had led where it leads." : nil
  }
}
