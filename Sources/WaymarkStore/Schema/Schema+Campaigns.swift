extension Schema {
  /// The step for how long a campaign is kept, which answers came after its last day, what its last import
  /// brought, and what calendars were told of the sessions of plans.
  ///
  /// Of the last import alone it is kept what it put in the place of what was there before; that goes
  /// with the next import, and with the person who takes their answers back.
  static let campaignCareStep = """
    CREATE TABLE keep_until (
      campaign INTEGER PRIMARY KEY REFERENCES campaign (number) ON DELETE CASCADE,
      day TEXT NOT NULL
    ) STRICT;

    CREATE TABLE late_response (
      campaign INTEGER NOT NULL,
      respondent TEXT NOT NULL,
      PRIMARY KEY (campaign, respondent),
      FOREIGN KEY (campaign, respondent) REFERENCES answer_sheet (campaign, respondent)
        ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE last_import (
      campaign INTEGER PRIMARY KEY REFERENCES campaign (number) ON DELETE CASCADE,
      day TEXT,
      -- The number of the last sheet that was there before.
      sheet INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE replaced_sheet (
      campaign INTEGER NOT NULL REFERENCES last_import (campaign) ON DELETE CASCADE,
      respondent TEXT NOT NULL,
      role INTEGER,
      background TEXT NOT NULL,
      sheet TEXT NOT NULL,
      importance TEXT,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      fingerprint INTEGER NOT NULL,
      month TEXT,
      link TEXT,
      late INTEGER NOT NULL CHECK (late IN (0, 1)),
      looking_back_month TEXT,
      looking_back_sheet TEXT,
      done TEXT NOT NULL CHECK (json_valid(done)),
      PRIMARY KEY (campaign, respondent)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE imported_card (
      campaign INTEGER NOT NULL REFERENCES last_import (campaign) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('mentoring', 'service')),
      id TEXT NOT NULL,
      PRIMARY KEY (campaign, kind, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE planned_event (
      uid TEXT PRIMARY KEY,
      said TEXT NOT NULL CHECK (length(said) = 64),
      sequence INTEGER NOT NULL CHECK (sequence >= 0)
    ) STRICT, WITHOUT ROWID;
    """
}
