import Waymark
import WaymarkBasics

extension DataTable.Column {
  /// The columns that say which campaign a row is of, and whether its people exist.
  static let labels = [
    DataTable.Column("campaign", "Campaign", "The campaign's name.", .text),
    DataTable.Column("made_up", "Made up", "Whether the people do not exist.", .flag),
  ]
}

extension Campaign {
  /// The cells of `DataTable.Column.labels`.
  var labels: [CSV.Cell] { [.text(id.description), .text(isMadeUp ? "yes" : "no")] }
}
