import Waymark
import WaymarkBasics

extension ShareCommand {
  /// What the person is willing to do, as answers to the questions about service; nothing unless it
  /// is said now.
  func service(questions: () throws -> BackgroundQuestions) throws -> Background {
    guard !serve.isEmpty else { return [:] }
    let fields = try questions().fields.filter { $0.subject == .service && $0.choice == .one }
    let prefix = "serve-"
    var answers: Background = [:]
    for name in serve {
      let wanted = name.lowercased()
      guard let field = fields.first(where: { [wanted, prefix + wanted].contains($0.id.folded) }),
        let yes = field.options.first
      else {
        throw Failure.unknown(
          "way to serve", name,
          among: fields.map { String($0.id.description.trimmingPrefix(prefix)) })
      }
      answers[field.id] = [yes.id]
    }
    return answers
  }
}

extension Installed {
  /// The background questions that came with the program for what was answered.
  func questions(for result: PersonalResult) throws -> BackgroundQuestions {
    try background(for: result.loaded.framework).questions
  }
}
