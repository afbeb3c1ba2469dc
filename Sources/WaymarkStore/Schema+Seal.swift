extension Schema {
  /// The step for what tells a store that a byte of it was changed by nobody: a sum over all rows
  /// beside every change, and how many sheets a campaign has.
  static let sealStep = """
    ALTER TABLE writer ADD COLUMN seal INTEGER;
    ALTER TABLE writer ADD COLUMN sheet_seal INTEGER;

    CREATE TABLE sheet_count (
      campaign INTEGER PRIMARY KEY REFERENCES campaign (number) ON DELETE CASCADE,
      sheets INTEGER NOT NULL CHECK (sheets >= 0)
    ) STRICT;

    INSERT INTO sheet_count SELECT campaign, count(*) FROM answer_sheet GROUP BY campaign;
    """
}
