import WaymarkBasics

@testable package import Waymark

/// Small frameworks that tests share, built by hand.
package enum SampleFramework {
  /// Two areas of three and two competencies on five levels, with two roles.
  ///
  /// | competency | assistant | librarian | builds on |
  /// |---|---|---|---|
  /// | `talk.listen` | 2 | 3 | |
  /// | `talk.ask` | 2 | 4 | `talk.listen` |
  /// | `talk.teach` | | 3 | `talk.ask` |
  /// | `plan.time` | 2 | 3 | |
  /// | `plan.money` | | 2 | `plan.time` |
  ///
  /// - Parameters:
  ///   - core: the ids of those that are core.
  ///   - first: the ids of those that come first on a path.
  ///   - central: the ids of those that both roles are there for.
  package static func small(
    core: Set<String> = [], first: Set<String> = [], central: Set<String> = []
  ) throws -> Framework {
    try make(
      core: core, first: first, central: central,
      areas: [
        (
          "I", "Talking with Children", "Talking",
          [
            ("talk.listen", [2, 3], nil), ("talk.ask", [2, 4], "talk.listen"),
            ("talk.teach", [nil, 3], "talk.ask"),
          ]
        ),
        (
          "II", "Planning and Money", "Planning",
          [
            ("plan.time", [2, 3], nil), ("plan.money", [nil, 2], "plan.time"),
          ]
        ),
      ])
  }

  /// A framework with the roles `assistant` and `librarian`, on five levels where no others are
  /// given; each competency is its id, the target of each role and the one it builds on.
  package static func make(
    core: Set<String> = [], first: Set<String> = [], central: Set<String> = [],
    areas: [(String, String, String, [(String, [Int?], String?)])],
    levels labels: [String] = ["Not yet", "With help", "On my own", "In new cases", "Leading"]
  ) throws -> Framework {
    let roles = [("assistant", "Library assistant"), ("librarian", "Children's librarian")]
    guard let id = FrameworkID("sample"),
      let scale = Scale(
        steps: labels.enumerated().compactMap { place, label in
          Level(rank: place + 1).map {
            Scale.Step(level: $0, label: LocalizedText(label), meaning: nil)
          }
        })
    else { throw SampleError() }
    return Framework(
      id: id, version: "1", language: .english, licence: "CC-BY-4.0",
      title: LocalizedText("Sample competencies"), source: LocalizedText("Made for tests."),
      scale: scale,
      roles: try roles.map { Role(id: try parsed($0.0), title: LocalizedText($0.1)) },
      areas: try areas.map { area in
        Area(
          id: try parsed(area.0), title: LocalizedText(area.1), shortTitle: LocalizedText(area.2),
          competencies: try area.3.map { id, targets, base in
            Competency(
              id: try parsed(id), title: LocalizedText("Title of \(id)"),
              statement: LocalizedText("I do \(id) at work."),
              anchors: (1...labels.count).map {
                LocalizedText("What level \($0) of \(id) looks like.")
              },
              targets: Dictionary(
                try zip(roles, targets).compactMap { role, rank in
                  try rank.flatMap(Level.init(rank:)).map { (try parsed(role.0), $0) }
                }, uniquingKeysWith: { first, _ in first }),
              isCore: core.contains(id), comesFirst: first.contains(id),
              centralTo: Set(central.contains(id) ? try roles.map { try parsed($0.0) } : []),
              buildsOn: try base.map { [try parsed($0)] } ?? [])
          })
      })
  }

  private static func parsed<Subject>(_ text: String) throws -> ID<Subject> {
    guard let id = ID<Subject>(text) else { throw SampleError() }
    return id
  }
}

/// A sample that is not what it should be: a mistake in the tests themselves.
package struct SampleError: Error {
  /// Makes the error.
  package init() {}
}

extension Framework {
  /// The framework with one competency changed.
  package func replacing(
    _ id: String, _ change: (Competency) throws -> Competency
  ) rethrows -> Framework {
    Framework(
      id: self.id, version: version, language: language, licence: licence, title: title,
      source: source, scale: scale, roles: roles,
      areas: try areas.map { area in
        Area(
          id: area.id, title: area.title, shortTitle: area.shortTitle,
          competencies: try area.competencies.map {
            $0.id.description == id ? try change($0) : $0
          })
      })
  }
}
