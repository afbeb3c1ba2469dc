package import Waymark
package import WaymarkBasics

/// A profile as one page that can be read, printed and kept.
///
/// The page runs no script and fetches nothing. What its figure shows stands in a table as well.
package enum ProfileHTML {
  /// The page.
  ///
  /// - Parameters:
  ///   - profile: What to show.
  ///   - person: Whose profile it is, where several people share a computer.
  ///   - language: The language of the framework's words; Waymark's own are English.
  package static func page(
    _ profile: Profile, person: String? = nil, language: LanguageTag = .english
  ) -> String {
    let words = ProfileWords(profile: profile, language: language)
    let sections = [
      header(words, person: person), startWith(words), areas(words), strengths(words),
      changes(words), answers(words),
      HTML(.footer, [.class("soft")], ProfileWords.origin.joined(separator: " ")),
    ].compactMap { $0 }
    return HTML.page(
      title: words.title, language: .english, style: PageStyle.sheet,
      body: [HTML(.main, [], sections)])
  }

  private static func header(_ words: ProfileWords, person: String?) -> HTML {
    HTML(
      .header, [],
      [
        HTML(.h1, [], words.title),
        person.map { HTML(.p, [], "For \($0)") },
        HTML(.p, [.class("soft")], words.framework + ". " + words.comparison + "."),
        HTML(.p, [.class("soft")], ProfileWords.selfView),
        HTML(.p, [.class("lead")], words.headline.joined(separator: " ")),
        words.secondRole.map { HTML(.p, [], $0) },
        words.unrated.map { HTML(.p, [], $0) },
      ].compactMap { $0 })
  }

  private static func startWith(_ words: ProfileWords) -> HTML? {
    let items = words.profile.startWith
    guard !items.isEmpty else {
      guard let own = words.profile.comparisons.first, own.counts.rated > 0 else { return nil }
      return HTML(.section, [], [HTML(.p, [], ProfileWords.nothingToStartWith)])
    }
    return HTML(
      .section, [],
      [
        HTML(.h2, [], words.startHeading),
        HTML(
          .ol, [.class("steps")],
          items.map { item in
            HTML(
              .li, [],
              [
                HTML(.b, [], item.competency.title.text(in: words.language)), " ",
                HTML(.code, [], item.competency.id.description),
                HTML(.p, [], item.competency.statement.text(in: words.language)),
                HTML(.p, [.class("soft")], words.reason(item).joined(separator: " ")),
                words.next(item).map { HTML(.p, [], $0) },
              ].compactMap { $0 })
          }),
      ])
  }

  private static func areas(_ words: ProfileWords) -> HTML {
    let names = words.profile.areas.map { $0.area.shortTitle.text(in: words.language) }
    let content =
      if let own = words.profile.comparisons.first {
        ProfileFigure(names: names, counts: own.areas).html
      } else {
        levels(words, names)
      }
    return HTML(.section, [], [HTML(.h2, [], "Area by area"), content])
  }

  private static func levels(_ words: ProfileWords, _ names: [String]) -> HTML {
    let steps = words.profile.framework.scale.steps
    let table = HTML.table(
      caption: "How many statements you put at each level",
      columns: ["Area"] + steps.map { words.name(of: $0.level) },
      rows: zip(names, words.profile.areas).map { name, area in
        [name] + words.profile.levelCounts(area.items).map(String.init)
      }, kind: .figures)
    return HTML(
      .figure, [.name("How many statements you put at each level"), .focusable], [table])
  }

  private static func strengths(_ words: ProfileWords) -> HTML? {
    let strengths = words.profile.strengths
    guard !strengths.isEmpty else { return nil }
    return HTML(
      .section, [],
      [
        HTML(.h2, [], words.strengthsHeading),
        HTML(
          .ul, [],
          strengths.map { item in
            HTML(
              .li, [],
              [
                HTML(text: item.competency.title.text(in: words.language)), " ",
                HTML(.code, [], item.competency.id.description),
              ])
          }),
      ])
  }

  private static func changes(_ words: ProfileWords) -> HTML? {
    guard words.profile.earlier != nil else { return nil }
    let rows = words.profile.changes.filter { $0.rise != 0 }.map { change in
      [
        words.name(of: change.competency), words.name(of: change.earlier),
        words.name(of: change.level),
      ]
    }
    let table = HTML.table(
      caption: "Statements whose level changed", columns: ["Statement", "Before", "Now"],
      rows: rows, kind: .answers)
    return HTML(
      .section, [],
      [
        HTML(.h2, [], "What changed"), HTML(.p, [], words.change.joined(separator: " ")),
      ] + (rows.isEmpty ? [] : [table]))
  }

  private static func answers(_ words: ProfileWords) -> HTML {
    let roles = words.profile.comparisons.map { words.title(of: $0.role) }
    return HTML(
      .section, [],
      [HTML(.h2, [], "All your answers")]
        + words.profile.areas.map { area in
          HTML.table(
            caption: area.area.title.text(in: words.language),
            columns: ["Statement", "You chose"] + roles.map { "Usual for: " + $0 },
            rows: area.items.map { item in
              [item.competency.statement.text(in: words.language), words.name(of: item.answer)]
                + item.targets.map { $0.map { String($0.rank) } ?? "beyond this role" }
            }, kind: .answers)
        })
  }
}
