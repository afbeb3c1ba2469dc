extension Schema {
  /// The step for what tells a store that a byte of it was changed by nobody: a sum over all rows
  /// beside every change, and how many sheets a campaign has.
  static let sealStep = """
    CREATE TABLE seal (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      everything INTEGER NOT NULL,
      -- NULL in a store that is too large to be summed each time.
      sheets INTEGER
    ) STRICT;

    CREATE TABLE sheet_count (
      campaign INTEGER PRIMARY KEY REFERENCES campaign (number) ON DELETE CASCADE,
      sheets INTEGER NOT NULL CHECK (sheets >= 0)
    ) STRICT;

    INSERT INTO sheet_count SELECT campaign, count(*) FROM answer_sheet GROUP BY campaign;
    """
}
