package import Waymark
package import WaymarkBasics

/// A learning path to read, print, keep or hand to a supervisor.
package enum PathPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - person: whose path it is, where several people share a computer.
  ///   - language: the language of the framework's and the catalogue's words; Waymark's own are English.
  package static func page(
    _ path: LearningPath, person: String? = nil, language: LanguageTag = .english
  ) -> Page {
    let words = PathWords(path, language: language)
    let lead = [words.summary, words.proof, words.reviewAdvice].compactMap { $0 }
    return Page(
      PathWords.title,
      header: [
        person.map { Page.Paragraph(["For \($0)"]) }, Page.Paragraph(words.origin, .soft),
        Page.Paragraph(lead, .lead),
      ],
      sections: [
        Page.Section(words.changesHeading, lines: words.changes),
        path.steps.isEmpty
          ? nil : Page.Section(nil, [.entries(path.steps.map(words.entry), isSpaced: true)]),
        words.nothingFits.map { Page.Section(nil, [.paragraph(Page.Paragraph([$0]))]) },
        Page.Section(PathWords.leftOutHeading, for: .screen, lines: words.leftOut),
        Page.Section(PathWords.doneHeading, lines: words.done),
      ], footer: [PathWords.offline] + ProfileWords.origin, styles: [printStyle])
  }

  /// Five steps go on one sheet of paper; what was left out is read on the screen.
  private static let printStyle: StaticString = """
    @media print {
      body { font-size: 8.5pt; line-height: 1.25; }
      h1 { font-size: 1.5em; margin: 0; } h2 { font-size: 1.15em; margin: .4rem 0 .2rem; }
      p { margin: .1rem 0; } ol, ul { margin: .3rem 0; } .steps > li { margin: 0 0 .4rem; }
      .steps p { display: inline; } .steps p::before { content: " "; }
      .steps .purpose::before, .steps .address::before { content: "\\A"; white-space: pre; }
      .screen { display: none; }
    }

    """
}

extension PathWords {
  fileprivate func entry(_ step: LearningPath.Step) -> Page.Entry {
    let resource = step.resource
    let facts =
      (when(step).map { [Page.Paragraph([$0])] } ?? [])
      + reasons(step).flatMap { reason in
        [Page.Paragraph([reason.purpose], .purpose), Page.Paragraph(reason.facts, .soft)]
          + (reason.thereWhen.map { [Page.Paragraph([$0])] } ?? [])
      }
    guard let url = resource.url, let provider = resource.provider else {
      return Page.Entry(Page.Phrase(name(of: resource)), facts: facts)
    }
    return Page.Entry(
      Page.Phrase([.link(title(of: resource), to: url), .plain(" (\(provider))")]), facts: facts,
      address: Page.Entry.Address(url: url, remark: Self.checked(resource)))
  }
}
