extension Schema {
  /// The step for assessments of what one workshop is about, and for what people add to a response by
  /// their own choice: apart from the answer sheets, so that none of it counts as an answer.
  static let additionsStep = """
    ALTER TABLE assessment ADD COLUMN workshop TEXT;

    -- Where a person was on an earlier day as they see it now; a sheet without anything but levels.
    CREATE TABLE looking_back (
      campaign INTEGER NOT NULL,
      respondent TEXT NOT NULL,
      month TEXT NOT NULL,
      sheet TEXT NOT NULL,
      PRIMARY KEY (campaign, respondent),
      FOREIGN KEY (campaign, respondent) REFERENCES answer_sheet (campaign, respondent)
        ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- The resources and workshops of catalogues that a person did.
    CREATE TABLE done_entry (
      campaign INTEGER NOT NULL,
      respondent TEXT NOT NULL,
      entry TEXT NOT NULL,
      PRIMARY KEY (campaign, respondent, entry),
      FOREIGN KEY (campaign, respondent) REFERENCES answer_sheet (campaign, respondent)
        ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
