extension PublishedReport {
  /// The data dictionary of a release, which anybody may have.
  var dataPackage: DataPackage {
    DataPackage(
      campaign: campaign, title: "Gap report: \(campaign.title)",
      sentences: (campaign.isMadeUp ? [GapReport.madeUpNotice] : []) + method,
      isForEverybody: true,
      missing: ["": "there is no number", Absence.withheldMark: Absence.withheld.reason],
      resources: [
        DataPackage.Resource(
          path: "data/competencies.csv",
          table: DataTable(
            name: "competencies", title: "Statements",
            meaning: "A row for each statement: what everybody answered.",
            columns: competencyColumns)),
        DataPackage.Resource(
          path: "data/groups.csv",
          table: DataTable(
            name: "groups", title: "Groups",
            meaning: "A row for each group and measure, in long form.", columns: groupColumns)),
      ])
  }

  private var competencyColumns: [DataTable.Column] {
    [
      DataTable.Column("campaign", "Campaign", "The campaign's name.", .text),
      DataTable.Column("made_up", "Made up", "Whether the people do not exist.", .flag),
      DataTable.Column("area", "Area", "The area that the statement belongs to.", .text),
      DataTable.Column("competency", "Statement id", "The id of the statement.", .text),
      DataTable.Column("title", "Statement", "The statement's short name.", .text),
      DataTable.Column("n", "People", "How many people gave a level.", .integer),
      DataTable.Column(
        "below_percent", "Below usual", "The share below usual, in per cent.", .number),
      DataTable.Column("below_note", "Note", "How to read the share where it is bounded.", .text),
      DataTable.Column(
        "below_low", "From", "Where the 95 % interval of the share begins, in per cent.", .number),
      DataTable.Column(
        "below_high", "To", "Where the 95 % interval of the share ends, in per cent.", .number),
      DataTable.Column("mean", "Mean level", "The mean level.", .number),
    ]
      + levelLabels.enumerated().map { place, label in
        DataTable.Column(
          "level_\(place + 1)_percent", "\(place + 1) \(label)",
          "The share of ratings on level \(place + 1), \"\(label)\", in per cent.", .number)
      }
  }

  private var groupColumns: [DataTable.Column] {
    dimensions.map { dimension in
      DataTable.Column(dimension.id, dimension.title, "The group, * for everybody.", .text)
    } + [
      DataTable.Column(
        "measure", "Measure",
        "n: the people of the group; below:ID: the share below usual in per cent; mean:ID: the mean "
          + "level.", .text),
      DataTable.Column("value", "Value", "The number.", .number),
      DataTable.Column("note", "Note", "How to read the number where it is bounded.", .text),
    ]
  }
}
