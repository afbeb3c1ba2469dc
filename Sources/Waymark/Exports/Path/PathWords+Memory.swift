extension PathWords {
  static let doneHeading = "What you have done"

  /// What has changed since the path that was seen before; empty when nothing has.
  var changes: [String] { path.changes.map(line) }

  var changesHeading: String {
    "Changed" + (path.earlier.map { " since your path of \($0.inWords)" } ?? "")
  }

  private func line(_ change: PathChange) -> String {
    switch change {
    case .done(let record): "Done: \(record.title)."
    case .vanished(let title): "No longer in the catalogue: \(title)."
    case .removed(let resource, .done), .removed(let resource, .dropped):
      "Left out, as you said: \(title(of: resource))."
    case .removed(let resource, let obstacle):
      "No longer a step: \(title(of: resource)): \(reason(obstacle, of: resource))."
    case .needless(let title): "No longer needed: \(title)."
    case .added(let resource): "New: \(title(of: resource))."
    case .moved(let resource, let from, let to):
      "\(to > from ? "Later" : "Earlier"): \(title(of: resource)), \(to.inWords) instead of "
        + "\(from.inWords)."
    }
  }

  /// What the person has done, a line each, the earliest first, with their notes.
  var done: [String] {
    path.wishes.done.map { record in
      "\(record.day.inWords): \(record.title)." + (record.note.map { " Your note: \($0)" } ?? "")
    }
  }

  /// What to do once steps are done; `nil` before.
  var reviewAdvice: String? {
    path.wishes.done.contains { $0.assessment == path.profile.assessment }
      ? "Until you rate again, what you have done counts as if it had led where it leads." : nil
  }
}
