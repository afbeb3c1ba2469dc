import Waymark
import WaymarkBasics

// What changed since an earlier assessment.
extension ProfilePage {
  /// How many levels rose and fell, a picture of before and now, and the statements that changed.
  var changes: Page.Section? {
    guard let earlier = profile.earlier else { return nil }
    let changes = profile.changes
    let higher = changes.count { $0.rise > 0 }
    let lower = changes.count { $0.rise < 0 }
    let summary = [
      words.compared(
        changes.count, with: earlier.date, isLookingBack: earlier.isLookingBack),
      words.changed(higher: higher, same: changes.count - higher - lower, lower: lower),
      earlier.isLookingBack ? words.lookingBack : words.common.afterLearning,
    ]
    let rows = changes.filter { $0.rise != 0 }.map { change in
      let title = title(change.competency)
      return Page.Table.Row(
        [title, Page.Phrase(name(change.earlier)), Page.Phrase(name(change.level))],
        sentence: words.change(title.text, from: change.earlier.rank, to: change.level.rank))
    }
    let table = Page.Table(
      words.changesTitle,
      [.words(words.statement), .words(words.before), .words(words.now)], rows, isWide: false)
    return Page.Section(
      words.changesHeading,
      [.paragraph(Page.Paragraph(summary))] + (picture.map { [.table($0)] } ?? [])
        + (rows.isEmpty ? [] : [.table(table)]))
  }

  /// Before and now: for a role the areas, and without one how many statements stand at each level.
  private var picture: Page.Table? {
    let areas = profile.areaShifts.filter { $0.shift.count > 0 }
    if !areas.isEmpty {
      let role = profile.comparisons.count > 1 ? profile.comparisons.first : nil
      return table(
        words.areaShifts(for: role.map { title($0.role) }), words.area,
        areas.map { ($0.area.shortTitle.text(in: language), $0.shift) }, drawsEach: true)
    }
    let levels = profile.levelShifts.filter { $0.shift.before + $0.shift.now > 0 }
    guard !levels.isEmpty else { return nil }
    return table(
      words.levelShifts, words.level, levels.map { (name($0.step.level), $0.shift) },
      drawsEach: false)
  }

  /// - Parameter drawsEach: whether each row is short enough for a mark a statement.
  private func table(
    _ title: String, _ subject: String, _ shifts: [(name: String, shift: Profile.Shift)],
    drawsEach: Bool
  ) -> Page.Table {
    let texts = shifts.map { name, shift in
      (
        name: name, before: words.share(shift.before, of: shift.count),
        now: words.share(shift.now, of: shift.count)
      )
    }
    let bare = Page.Table(
      words.figureNumbers, [.words(subject), .numbers(words.before), .numbers(words.now)],
      texts.map {
        Page.Table.Row([Page.Phrase($0.name), Page.Phrase($0.before), Page.Phrase($0.now)])
      },
      isWide: false)
    let drawing = HTML(
      .figure, [.name(title), .focusable],
      [
        HTML(.figcaption, [], words.shiftCaption(title)),
        SVG.dumbbells(
          zip(shifts, texts).map { shift, text in
            let count = Double(max(1, shift.shift.count))
            return SVG.Dumbbell(
              label: words.shift(text.name, text.before, text.now),
              before: Double(shift.shift.before) / count, after: Double(shift.shift.now) / count)
          }, id: "changes", title: title,
          description: texts.map { words.shift($0.name, $0.before, $0.now) + "." }
            .joined(separator: " ")), bare.html,
      ])
    return Page.Table(
      title,
      [.words(subject), .numbers(words.beforeShort), .numbers(words.nowShort)]
        + (drawsEach ? [.words(words.shiftLegend)] : []),
      zip(shifts, texts).map { shift, text in
        Page.Table.Row(
          [Page.Phrase(text.name), Page.Phrase(text.before), Page.Phrase(text.now)]
            + (drawsEach ? [Page.Phrase(Self.marks(shift.shift))] : []),
          sentence: words.shift(text.name, text.before, text.now) + ".")
      }, isNamed: true, drawing: drawing)
  }

  /// A mark for each statement: there both times, there only now, there only before, or not yet.
  private static func marks(_ shift: Profile.Shift) -> String {
    let both = min(shift.before, shift.now)
    return String(repeating: "#", count: both)
      + String(repeating: "+", count: shift.now - both)
      + String(repeating: "-", count: shift.before - both)
      + String(repeating: ".", count: shift.count - max(shift.before, shift.now))
  }

  /// What the drawing of before and now is laid out by, and how the page is printed: close, so that
  /// the first sheet is full.
  static let style: StaticString = """
    .scale, .tick { stroke: var(--line); stroke-width: 1; }
    svg text.tick { stroke: none; fill: var(--soft); font-size: 12px; }
    .start { text-anchor: start; } .middle { text-anchor: middle; } .end { text-anchor: end; }
    .interval { stroke: var(--there); stroke-width: 3; }
    .ring { fill: var(--paper); stroke: var(--there); stroke-width: 2; }
    .dot { fill: var(--there); }
    @media print {
      h1 { font-size: 1.4rem; } h2 { margin: 1.1rem 0 .3rem; } p { margin: .2rem 0; }
      .lead { margin-top: .5rem; } .steps > li { margin: .45rem 0; }
      figure { margin: .3rem 0; } table { margin: .4rem 0; }
    }

    """
}
