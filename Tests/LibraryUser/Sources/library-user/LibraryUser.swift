// A program on the libraries of Waymark alone: documents, questionnaire, store, profile, path, pages.
//
//   library-user FOLDER STORE
//
// FOLDER holds the documents and their schemas, and STORE is a file that is not there yet. It answers
// every statement, and fails where something does not come out as a user of the libraries is promised.

import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkSolver
import WaymarkStore
import WaymarkXML

@main
struct LibraryUser {
  struct Unexpected: Error { let what: String }

  static func main() {
    do {
      try run()
    } catch {
      print("not as promised: \(error)")
      exit(1)
    }
  }

  private static func run() throws {
    guard CommandLine.arguments.count == 3 else {
      throw Unexpected(what: "usage: library-user FOLDER STORE")
    }
    let documents = try documents(in: CommandLine.arguments[1])
    let store = try Store(path: CommandLine.arguments[2], for: .writing)

    try answerEverything(documents, in: store)
    guard let result = try ResultChoice(nil, among: try store.assessments()) else {
      throw Unexpected(what: "nothing was kept")
    }
    let assessment = result.stored.assessment
    try expect(assessment.answers.count == documents.framework.competencies.count, "all answered")
    try expect(assessment.finished != nil, "finished")
    try expect(
      documents.framework.competencies.first.map { assessment.answers[$0.id] == .cannotJudge }
        ?? false,
      "the answer of a second window is under its own statement")

    let profile = try Profile(framework: documents.framework, assessment: assessment)
    let path = try LearningPath(
      profile: profile, catalogue: documents.catalogue,
      wishes: LearningPath.Wishes(minutes: 4 * 60), solver: try .coinOR)
    try expect(!path.steps.isEmpty && path.minutes <= 4 * 60, "steps within four hours")

    let words = Words.english
    for page in [
      ProfilePage.page(profile, words: words.profile), PathPage.page(path, words: words.path),
    ] {
      try expect(page.html.hasPrefix("<!DOCTYPE html>"), "a page for a browser")
      try expect(page.markdown.hasPrefix("# "), "a page as Markdown")
      print(page.text(TextStyle(width: 80)))
    }
    let json = try ProfileJSON.document(profile, words: words.profile)
    try expect(json.contains("\"kind\""), "a profile for other programs")
  }

  /// The documents of a folder, the newest framework and its catalogue.
  private static func documents(in folder: String) throws -> (
    framework: Framework, key: Framework.Key, xml: [UInt8], catalogue: Catalogue
  ) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".xml") }.sorted()
    let files = try names.map { name in
      SourceFile(
        name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
    let read = try DocumentLoader(schemas: folder).load(files).map { try $0.get() }
    for (file, document) in zip(files, read) {
      guard case .framework(let framework) = document else { continue }
      for case .catalogue(let catalogue) in read where catalogue.framework == framework.reference {
        let key = Framework.Key(
          id: framework.id, version: framework.version, sha256: SHA256.hex(of: file.bytes))
        return (framework, key, file.bytes, catalogue)
      }
    }
    throw Unexpected(what: "no framework with a catalogue in \(folder)")
  }

  /// A whole assessment, each answer kept before the next question.
  private static func answerEverything(
    _ documents: (framework: Framework, key: Framework.Key, xml: [UInt8], catalogue: Catalogue),
    in store: Store
  ) throws {
    let today = try CalendarDate("2026-11-29").orThrow(Unexpected(what: "a day"))
    let choice = AssessmentChoice.choose(
      for: .own, among: try store.assessments(), in: documents.key, startsNew: false)
    guard case .begin(let new) = choice else { throw Unexpected(what: "something to go on with") }
    let assessment = Assessment(
      id: UUID(), framework: new.framework, role: nil, started: today, subject: new.subject)
    try store.begin(assessment, response: UUID(), xml: documents.xml)

    let role = documents.framework.roles.first?.id
    var browser = try Browser(
      Questionnaire(documents.framework, language: .english, role: .settled(role))
    ) { changes in try store.keep(changes, of: assessment.id, on: today) }
    let levels = documents.framework.scale.steps.map(\.level)
    var number = 0
    var isAnsweredTwice = false
    while browser.prompt != .done {
      switch browser.prompt {
      case .question(let id):
        try browser.send(.answer(.level(levels[number % levels.count]), for: id), after: 5)
        number += 1
      case .review where !isAnsweredTwice:
        // A window that still shows the first statement answers that one, and none else.
        isAnsweredTwice = true
        if let first = documents.framework.competencies.first {
          try browser.send(.answer(.cannotJudge, for: first.id))
        }
      case .review:
        try browser.send(.finishForGood)
      case let prompt:
        try browser.send(.next(at: prompt))
      }
    }
    try expect(browser.prompt == .done, "the end is reached")
    try expect(!browser.shown.isEmpty && !browser.said.isEmpty, "screens and remarks")
  }

  private static func expect(_ isSo: Bool, _ what: String) throws {
    guard isSo else { throw Unexpected(what: what) }
  }
}

extension Optional {
  /// The value, or an error in its place.
  func orThrow(_ error: some Error) throws -> Wrapped {
    guard let self else { throw error }
    return self
  }
}
