import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics

/// What becomes of the steps of the last path, as options give it.
struct PathSteps: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "You did this step of your last path, or this resource or workshop; may be repeated.",
      valueName: "n"))
  var done: [String] = []

  @Option(help: ArgumentHelp("The day you did it; today when left out.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("What you keep of it as evidence, with --done.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("You do not want this step; may be repeated.", valueName: "n"))
  var drop: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take back that you did or dropped this resource, by its id.", valueName: "id"))
  var again: [String] = []

  @Flag(help: "Forget what you asked of earlier paths and what you dropped.")
  var fresh = false

  /// Whether nothing is said of any step.
  var isEmpty: Bool { done.isEmpty && drop.isEmpty && again.isEmpty && !fresh }

  func validate() throws {
    guard !done.isEmpty || on == nil && note == nil else {
      throw ValidationError("\(on == nil ? "--note" : "--on") goes with --done.")
    }
    guard note == nil || done.count == 1 else {
      throw ValidationError("--note: name one step with --done; each has a note of its own.")
    }
    guard Set(done).isDisjoint(with: drop) else {
      throw ValidationError("--done and --drop name the same step; use one of them.")
    }
    guard !fresh || again.isEmpty else {
      throw ValidationError("--fresh takes back everything that was dropped; leave --again out.")
    }
  }

  /// Carries them into the log; all of them, or none when one cannot be.
  ///
  /// - Parameter assessments: those that results are made from, the last one first, with their days.
  /// - Returns: what was done about them, to be said.
  func apply(
    to log: inout LearningLog, catalogue: Catalogue, assessments: [(id: UUID, day: CalendarDate)],
    session: Session
  ) throws -> [String] {
    var changed = log
    var said: [String] = []
    if fresh { changed.startAfresh() }
    for name in again {
      let known = log.dropped.union(log.done.map(\.resource))
      guard !known.isEmpty else {
        throw Failure(.usage, "--again: nothing was done or dropped")
      }
      let id = try Self.id(
        name, "--again", known: known,
        mend: "choose one of " + known.sorted().map(\.description).joined(separator: ", "))
      _ = changed.takeBack(id)
      said.append("Taken back: \(id).")
    }
    let today = try session.surroundings.today()
    let day = try CalendarDate.given(on, "--on") ?? today
    guard day <= today else {
      throw Failure(.usage, "--on: \(day) is still to come; mark it when you have done it")
    }
    for name in done {
      let step = try step(
        name, "--done", log.path, catalogue, session, orWorkshop: true)
      changed.keep(
        DoneStep(
          resource: step.resource, title: step.title, day: day, note: try checkedNote(),
          serves: step.serves,
          assessment: assessments.first { $0.day <= day }?.id))
      said.append("Kept: you did '\(step.title.printableLine)' on \(day.inWords).")
    }
    for name in drop {
      let step = try step(name, "--drop", log.path, catalogue, session)
      changed.drop(step.resource)
      said.append(
        "Dropped: '\(step.title.printableLine)'. To have it back: "
          + "waymark path --again \(step.resource)\(session.suffix)")
    }
    log = changed
    return said
  }

  /// A step of the last path by its number, or a resource, perhaps a workshop, by its id.
  private func step(
    _ name: String, _ option: String, _ path: KeptPath?, _ catalogue: Catalogue,
    _ session: Session, orWorkshop: Bool = false
  ) throws -> KeptPath.Step {
    let steps = path?.steps ?? []
    if name.isDigits {
      guard let number = Int(digits: name), steps.indices.contains(number - 1) else {
        let count = steps.count == 1 ? "1 step" : "\(steps.count) steps"
        throw Failure(
          .usage,
          "\(option): "
            + (steps.isEmpty
              ? "there is no path yet whose steps have numbers; see one with: waymark path"
              : "your last path has \(count); give a number from 1 to \(steps.count)"))
      }
      return steps[number - 1]
    }
    let kept = steps.first { $0.resource.folded == name.lowercased() }
    if let kept { return kept }
    let entries =
      catalogue.resources.map { ($0.id, $0.title, $0.serves) }
      + (orWorkshop ? catalogue.workshops : []).compactMap { offer in
        // What was done is remembered by one kind of id, as both stand in the same catalogues.
        ID<LearningResource>(offer.id.description).map { ($0, offer.title, offer.serves) }
      }
    let id = try Self.id(name, option, known: Set(entries.map(\.0)))
    guard let (_, title, serves) = entries.first(where: { $0.0 == id }) else {
      throw Failure.unknown("resource", name, among: [])
    }
    return KeptPath.Step(
      resource: id, title: title.text(in: session.language), day: nil, serves: serves)
  }

  private static func id(
    _ name: String, _ option: String, known: Set<ID<LearningResource>>,
    mend: String = "give the number of a step of your last path"
  ) throws -> ID<LearningResource> {
    if let found = known.first(where: { $0.folded == name.lowercased() }) { return found }
    throw Failure.unknown(
      "resource", name, among: known.map(\.description).sorted(), for: option, mend: mend)
  }

  private func checkedNote() throws -> String? {
    try note.map {
      try CampaignCommand.words($0, "--note", limit: DoneStep.noteLimit)
    }
  }
}
