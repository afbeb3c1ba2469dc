import WaymarkBasics

extension UnknownName {
  /// "no competency has the id 'pln'".
  package var what: String {
    switch kind {
    case .column: "no column is called \(name.excerpt)"
    case .competency: name.isNo("competency")
    case .role: name.isNo("role")
    case .field: name.isNo("background question")
    case .option(let field): "\(name.excerpt) is no answer to the background question '\(field)'"
    }
  }

  /// "did you mean 'plan'?", or the names that would be right.
  package var mend: String {
    if let near { return near.didYouMean }
    let choices = choices.map { "'\($0)'" }.joined(separator: ", ")
    return switch kind {
    case .column: "leave the column out"
    case .competency: "take the ids from the framework"
    case .role where choices.isEmpty: "take the ids from the framework"
    case .role: "write one of \(choices), or leave it empty"
    case .field: "leave it out"
    case .option where choices.isEmpty: "take the ids from the background questions"
    case .option: "write one of \(choices), or leave it empty"
    }
  }
}
