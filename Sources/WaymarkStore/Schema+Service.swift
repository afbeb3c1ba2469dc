extension Schema {
  /// The step for what managers say that their service needs: by whom it is said is kept nowhere, and
  /// what a campaign holds of it stands apart from the answer sheets.
  static let serviceStep = """
    ALTER TABLE assessment ADD COLUMN service TEXT CHECK (service IN ('now', 'inFiveYears'));

    -- One row a file, in the order of random ids; one that was taken back has no sheets.
    CREATE TABLE service_need (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      id TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      month TEXT,
      now TEXT,
      in_five_years TEXT,
      PRIMARY KEY (campaign, id),
      CHECK ((now IS NULL) = (month IS NULL) AND (in_five_years IS NULL) = (month IS NULL))
    ) STRICT, WITHOUT ROWID;
    """
}
