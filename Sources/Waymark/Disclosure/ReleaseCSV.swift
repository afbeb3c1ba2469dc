/// `data/groups.csv`: one row a group and measure, for machines and for attackers.
public struct ReleaseCSV: Hashable, Sendable {
  /// What is said about a group beside how many people it has.
  public struct Figure: Hashable, Sendable {
    /// Which people.
    public let key: GroupKey
    /// `below:COMPETENCY` or `mean:COMPETENCY`.
    public let measure: String
    /// The figure, which the policy has let through, or not.
    public let value: PublishedFigure

    /// Takes a figure as it may be published.
    public init(key: GroupKey, measure: String, value: PublishedFigure) {
      self.key = key
      self.measure = measure
      self.value = value
    }
  }

  /// The table as text.
  public let text: String

  /// Writes a release: groups in its order, `n` first, then the figures in the order given.
  ///
  /// A figure of a group whose number of people is withheld is withheld, whatever it says; figures
  /// of groups that are not in the release are left out.
  /// - Parameter isMadeUp: whether every row has to say that the people were made up.
  public init(_ release: Release, figures: [Figure] = [], isMadeUp: Bool = false) {
    let dimensions = release.dimensions.map(\.id)
    var csv = CSV(header: dimensions + ["measure", "value", "note"])
    let byGroup = Dictionary(grouping: figures, by: \.key)
    for group in release.groups {
      let places = dimensions.map { CSV.Cell.text(group.key.categories[$0] ?? Grouping.everybody) }
      let people = group.people.map(CSV.Cell.integer) ?? .text(Absence.withheldMark)
      csv.append(places + [.text("n"), people, Self.note("", isMadeUp)])
      for figure in byGroup[group.key] ?? [] {
        let value = group.people == nil ? .withheld : figure.value
        csv.append(
          places + [.text(figure.measure), value.cell, Self.note(value.note, isMadeUp)])
      }
    }
    text = csv.text
  }

  private static func note(_ note: String, _ isMadeUp: Bool) -> CSV.Cell {
    let notes = (note.isEmpty ? [] : [note]) + (isMadeUp ? ["made up"] : [])
    return notes.isEmpty ? .empty : .text(notes.joined(separator: "; "))
  }
}
