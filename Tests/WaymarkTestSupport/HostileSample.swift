import WaymarkBasics

@testable package import Waymark

/// A framework whose texts try to break out of every format.
package enum HostileSample {
  /// Script, attribute and style endings, Markdown, terminal escapes, bidirectional overrides.
  package static let text =
    "<script>alert(1)</script> \" onload='x' </style> ]]> | `x` [a](javascript:alert(1)) "
    + "\u{1B}]52;c;eA==\u{7} \u{9B}31m \u{202E}gnp \r\n# x &amp; \u{2028}"

  /// The small sample framework with the hostile text in every place for people.
  package static func framework() throws -> Framework {
    let sample = try SampleFramework.small()
    let hostile = LocalizedText(text)
    guard
      let scale = Scale(
        steps: sample.scale.steps.map {
          Scale.Step(level: $0.level, label: hostile, meaning: hostile)
        })
    else { throw SampleError() }
    return Framework(
      id: sample.id, version: sample.version, language: sample.language, licence: sample.licence,
      title: hostile, source: hostile, scale: scale,
      roles: sample.roles.map { Role(id: $0.id, title: hostile) },
      areas: sample.areas.map { area in
        Area(
          id: area.id, title: hostile, shortTitle: hostile,
          competencies: area.competencies.map {
            Competency(
              id: $0.id, title: hostile, statement: hostile,
              anchors: Array(repeating: hostile, count: 5), targets: $0.targets)
          })
      })
  }
}
