extension Schema {
  /// The step for what the ledger keeps of exports: what was given out about the people of each class,
  /// and eight bytes, the lowest first, for the answers of each of them.
  static let exportedStep = """
    CREATE TABLE exported (
      entry INTEGER NOT NULL REFERENCES release (number) ON DELETE CASCADE,
      about TEXT NOT NULL,
      sheets BLOB NOT NULL CHECK (length(sheets) % 8 = 0),
      PRIMARY KEY (entry, about)
    ) STRICT, WITHOUT ROWID;
    """
}
