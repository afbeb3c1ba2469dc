extension Page {
  /// The page in lines of at most the style's width, each ended by a line feed.
  ///
  /// Read aloud (`TextStyle.isAccessible`) every line stands alone: no columns, no indentation, no bars.
  public func text(_ style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    page.heading(title)
    var isApart = false
    for paragraph in header {
      // What has to be read first stands apart from what is said of the page.
      if paragraph.weight == .lead, !isApart {
        page.blank()
        isApart = true
      }
      page.sentences(paragraph.sentences.map(page.words))
    }
    for section in sections where section.audience != .browser {
      page.blank()
      if let heading = section.heading { page.heading(heading) }
      for (place, block) in section.blocks.enumerated() {
        page.add(block, isFirst: place == 0, underHeading: section.heading != nil)
      }
    }
    if !footer.isEmpty {
      page.blank()
      page.sentences(footer)
    }
    return page.text
  }
}

extension TextPage {
  /// A phrase as this style says it.
  fileprivate func words(_ phrase: Page.Phrase) -> String {
    phrase.text(showingIDs: style.showsIDs)
  }

  fileprivate mutating func add(_ block: Page.Block, isFirst: Bool, underHeading: Bool) {
    switch block {
    case .paragraph(let paragraph): sentences(paragraph.sentences.map(words))
    case .heading(let text), .subheading(let text):
      if !isFirst || underHeading { blank() }
      heading(text)
    case .list(let lines): for line in lines { bullet(words(line)) }
    case .entries(let entries, let isNumbered, let isSpaced):
      for (place, entry) in entries.enumerated() {
        if isSpaced, place > 0 || !isFirst || underHeading { blank() }
        add(entry, number: isNumbered ? place + 1 : nil)
      }
    case .definitions(let terms):
      let width = TextLayout.nameColumn(terms.map(\.term), in: style).map { $0 + 2 }
      for (place, (term, meaning)) in terms.enumerated() {
        definition(place + 1, term, width: width, meaning)
      }
    case .table(let table):
      if table.isNamed {
        if !isFirst { blank() }
        heading(table.caption)
      }
      add(table, isApart: !isFirst && !table.isNamed)
    case .chart, .figure: break
    }
  }

  private mutating func add(_ entry: Page.Entry, number: Int?) {
    if let number { numbered(number, words(entry.title)) } else { line(words(entry.title)) }
    let indentation = number == nil ? 2 : 3
    for item in entry.items { bullet(words(item), indentation: indentation) }
    for fact in entry.facts { sentences(fact.sentences.map(words), indentation: indentation) }
    if let address = entry.address {
      self.address(address.url, remark: "(\(address.remark))", indentation: indentation)
    }
  }

  private mutating func add(_ table: Page.Table, isApart: Bool) {
    let titles = table.columns.map { $0.short ?? $0.title }
    let widths = table.columns.indices.dropFirst().map { place in
      3
        + ([titles[place]] + table.rows.map { words($0.cells[place]) })
        .reduce(0) { max($0, TextLayout.columns($1.printableLine)) }
    }
    let figures = widths.reduce(0, +)
    guard !style.isAccessible, style.width - figures >= Self.narrowestName else {
      for row in table.rows { bullet(row.sentence ?? spoken(row, of: table)) }
      return
    }
    if isApart { blank() }
    let names = [titles[0]] + table.rows.map { words($0.cells[0]) }
    let width = min(
      names.map { TextLayout.columns($0.printableLine) }.max() ?? 0, style.width - figures)
    let longest = table.rows.compactMap(\.bar).map { $0.done + $0.open }.max() ?? 0
    let legend = table.legend ?? ""
    let hasBars =
      longest > 0 && width + figures + 3 + max(longest, legend.utf8.count) <= style.width
    func cells(_ texts: [String]) -> String {
      zip(table.columns.dropFirst(), zip(texts, widths)).map { column, cell in
        let text = cell.0.printableLine
        return switch column {
        case .words: "   " + TextLayout.padded(text, to: cell.1 - 3)
        case .numbers: TextLayout.leftPadded(text, to: cell.1)
        }
      }.joined()
    }
    if table.columns.contains(where: { $0.short != nil }), !legend.isEmpty {
      line(legend)
      blank()
    }
    row(
      titles[0], width: width,
      cells: cells(Array(titles.dropFirst())) + (hasBars ? "   " + legend : ""))
    for row in table.rows {
      let bar = row.bar.map { bar in
        style.accent(String(repeating: "#", count: bar.done))
          + String(repeating: ".", count: bar.open)
      }
      self.row(
        words(row.cells[0]), width: width,
        cells: cells(row.cells.dropFirst().map(words))
          + (hasBars ? bar.map { "   " + $0 } ?? "" : ""))
    }
  }

  /// Beside a narrower column of names a table is told row by row.
  private static let narrowestName = 12

  private func spoken(_ row: Page.Table.Row, of table: Page.Table) -> String {
    words(row.cells[0]) + ": "
      + zip(table.columns, row.cells).dropFirst().map { "\($0.title) \(words($1))" }
      .joined(separator: ", ") + "."
  }
}

/// A page of text that grows by whole lines, none wider than its style allows but for an address,
/// which could not be copied in pieces.
///
/// Everything added is made `printable`, so that no text of a file can steer a terminal.
package struct TextPage {
  package let style: TextStyle
  private var lines: [String] = []

  package init(_ style: TextStyle) { self.style = style }

  /// The lines, each ended by a line feed.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  package mutating func blank() { lines.append("") }

  package mutating func heading(_ text: String) {
    lines += wrapped(text, after: "").map(style.bold)
  }

  package mutating func line(_ sentence: String) { sentences([sentence]) }

  /// Sentences that belong together: one paragraph, or a line each in the accessible form.
  package mutating func sentences(_ sentences: [String], indentation: Int = 0) {
    if style.isAccessible {
      for sentence in sentences { lines += wrapped(sentence, after: "") }
    } else {
      lines += wrapped(
        sentences.joined(separator: " "), after: String(repeating: " ", count: indentation))
    }
  }

  /// An address with a remark after it, or below it where they do not fit on one line.
  package mutating func address(_ address: String, remark: String, indentation: Int = 0) {
    let start = style.isAccessible ? "" : String(repeating: " ", count: indentation)
    let whole = "\(start)\(address.printableLine) \(remark.printableLine)"
    if TextLayout.columns(whole) <= style.width {
      lines.append(whole)
    } else {
      lines.append(start + address.printableLine)
      lines += wrapped(remark, after: start)
    }
  }

  /// A line that begins with a number: `1  text`, or `1. text` in the accessible form.
  package mutating func numbered(_ number: Int, _ text: String) {
    lines += wrapped(text, after: style.isAccessible ? "\(number). " : "\(number)  ")
  }

  /// A line of a list.
  package mutating func bullet(_ text: String, indentation: Int = 0) {
    let start = String(repeating: " ", count: indentation) + "- "
    lines += wrapped(text, after: style.isAccessible ? "" : start)
  }

  /// A numbered word with its meaning, the meanings in a column of their own where there is one.
  package mutating func definition(_ number: Int, _ term: String, width: Int?, _ meaning: String) {
    let term = term.printableLine
    if style.isAccessible {
      lines += wrapped(meaning, after: "\(number). \(term). ")
    } else if let width {
      lines += wrapped(meaning, after: "\(number)  " + TextLayout.padded(term, to: width))
    } else {
      lines += wrapped("\(term): \(meaning)", after: "\(number)  ")
    }
  }

  /// A row of a table: a name that is wrapped in its own column, and cells that are laid out
  /// already, beside its first line.
  package mutating func row(_ name: String, width: Int, cells: String) {
    for (place, part) in TextLayout.wrap(name.printableLine, width: width, hanging: 0).enumerated()
    {
      var line = place == 0 ? TextLayout.padded(part, to: width) + cells : part
      while line.hasSuffix(" ") { line.removeLast() }
      lines.append(line)
    }
  }

  private func wrapped(_ text: String, after label: String) -> [String] {
    let hanging = style.isAccessible ? 0 : TextLayout.columns(label)
    return TextLayout.wrap(label + text.printableLine, width: style.width, hanging: hanging)
  }
}
