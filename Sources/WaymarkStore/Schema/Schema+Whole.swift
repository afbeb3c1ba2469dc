extension Schema {
  /// What all steps together make in an empty database, in the words that SQLite keeps of it.
  ///
  /// A new store is made from it, which takes less time than the steps. A test compares the two.
  static let whole = #"""
    CREATE TABLE identity (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      store TEXT NOT NULL
    ) STRICT;

    CREATE TABLE writer (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      store TEXT NOT NULL,
      changes INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE framework (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      xml BLOB NOT NULL
    ) STRICT;

    CREATE TABLE assessment (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      framework TEXT NOT NULL REFERENCES framework (sha256),
      role TEXT,
      started TEXT NOT NULL,
      changed TEXT NOT NULL,
      finished TEXT,
      response TEXT NOT NULL UNIQUE,
      revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
      looks_back_to TEXT,
      workshop TEXT,
      service TEXT CHECK (service IN ('now', 'inFiveYears')),
      form TEXT NOT NULL DEFAULT 'full' CHECK (form IN ('full', 'core'))
    ) STRICT;

    CREATE TABLE rating (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
      competency TEXT NOT NULL,
      answer TEXT NOT NULL
        CHECK (answer IN ('1', '2', '3', '4', '5', '6', '7', '8', 'na', 'unsure', '')),
      seconds REAL NOT NULL CHECK (seconds >= 0),
      UNIQUE (assessment, competency)
    ) STRICT;

    CREATE TABLE note (
      assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
      competency TEXT NOT NULL,
      text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
      PRIMARY KEY (assessment, competency)
    ) STRICT;

    CREATE TABLE pick (
      assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
      competency TEXT NOT NULL,
      place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 3),
      PRIMARY KEY (assessment, competency)
    ) STRICT;

    CREATE TRIGGER rating_frozen BEFORE INSERT ON rating
    WHEN (SELECT finished FROM assessment WHERE number = NEW.assessment) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the assessment is finished'); END;

    CREATE TRIGGER pick_frozen BEFORE INSERT ON pick
    WHEN (SELECT finished FROM assessment WHERE number = NEW.assessment) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the assessment is finished'); END;

    CREATE TABLE link (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id TEXT NOT NULL
    ) STRICT;

    CREATE TABLE background_document (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      xml BLOB NOT NULL
    ) STRICT;

    CREATE TABLE framework_competency (
      framework TEXT NOT NULL REFERENCES framework (sha256),
      position INTEGER NOT NULL CHECK (position >= 1),
      area TEXT NOT NULL,
      competency TEXT NOT NULL,
      PRIMARY KEY (framework, position)
    ) STRICT;

    CREATE TABLE framework_role (
      framework TEXT NOT NULL REFERENCES framework (sha256),
      place INTEGER NOT NULL CHECK (place >= 0),
      role TEXT NOT NULL,
      PRIMARY KEY (framework, place)
    ) STRICT;

    CREATE TABLE background_option (
      document TEXT NOT NULL REFERENCES background_document (sha256),
      position INTEGER NOT NULL CHECK (position >= 1),
      code TEXT NOT NULL CHECK (length(code) = 1),
      field TEXT NOT NULL,
      option TEXT NOT NULL,
      PRIMARY KEY (document, position, code)
    ) STRICT;

    CREATE TABLE campaign (
      number INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number BETWEEN 1 AND 4194303),
      id TEXT NOT NULL UNIQUE COLLATE NOCASE,
      title TEXT NOT NULL,
      framework TEXT NOT NULL REFERENCES framework (sha256),
      background_document TEXT NOT NULL REFERENCES background_document (sha256),
      opens TEXT,
      closes TEXT,
      closed TEXT,
      importance TEXT NOT NULL CHECK (importance IN ('none', 'picks', 'rated')),
      background TEXT NOT NULL CHECK (json_valid(background)),
      menu TEXT NOT NULL CHECK (json_valid(menu)),
      made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
      form TEXT NOT NULL DEFAULT 'full' CHECK (form IN ('full', 'core'))
    ) STRICT;

    CREATE TABLE invited (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      grouping TEXT NOT NULL,
      "group" TEXT NOT NULL,
      people INTEGER NOT NULL CHECK (people >= 0),
      PRIMARY KEY (campaign, grouping, "group")
    ) STRICT;

    CREATE TABLE answer_sheet (
      number INTEGER PRIMARY KEY CHECK (number >> 40 = campaign),
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      role INTEGER,
      background TEXT NOT NULL,
      sheet TEXT NOT NULL,
      -- NULL where the respondent said nothing of importance.
      importance TEXT,
      respondent TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      fingerprint INTEGER NOT NULL,
      month TEXT,
      link TEXT
    ) STRICT;

    CREATE UNIQUE INDEX answer_sheet_respondent ON answer_sheet (campaign, respondent);

    CREATE TABLE withdrawal (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      respondent TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      PRIMARY KEY (campaign, respondent)
    ) STRICT;

    CREATE VIEW answer AS
    SELECT campaign.id AS campaign, answer_sheet.respondent, framework_role.role,
      framework_competency.area, framework_competency.competency,
      CASE substr(sheet, position, 1)
        WHEN '0' THEN 'na' WHEN '9' THEN 'unsure' WHEN '-' THEN '' WHEN '.' THEN NULL
        ELSE substr(sheet, position, 1) END AS answer,
      CASE WHEN substr(sheet, position, 1) BETWEEN '1' AND '8'
        THEN CAST(substr(sheet, position, 1) AS INTEGER) END AS level,
      CASE substr(answer_sheet.importance, position, 1)
        WHEN '-' THEN NULL ELSE substr(answer_sheet.importance, position, 1) END AS importance
    FROM answer_sheet
    JOIN campaign ON campaign.number = answer_sheet.campaign
    JOIN framework_competency ON framework_competency.framework = campaign.framework
    LEFT JOIN framework_role ON framework_role.framework = campaign.framework
      AND framework_role.place = answer_sheet.role;

    CREATE VIEW background_answer AS
    SELECT campaign.id AS campaign, answer_sheet.respondent, field, option
    FROM answer_sheet
    JOIN campaign ON campaign.number = answer_sheet.campaign
    JOIN background_option ON document = background_document
      AND code = substr(answer_sheet.background, position, 1);

    CREATE TABLE release (
      number INTEGER PRIMARY KEY CHECK (number >= 1),
      campaign TEXT NOT NULL,
      day TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      previous TEXT NOT NULL CHECK (length(previous) = 64),
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
    ) STRICT;

    CREATE INDEX release_campaign ON release (campaign);

    CREATE TABLE invitation (
      assessment INTEGER PRIMARY KEY REFERENCES assessment (number) ON DELETE CASCADE,
      campaign TEXT NOT NULL,
      xml BLOB NOT NULL,
      background_document TEXT NOT NULL REFERENCES background_document (sha256)
    ) STRICT;

    CREATE TABLE importance_rating (
      assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
      competency TEXT NOT NULL,
      rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 5),
      PRIMARY KEY (assessment, competency)
    ) STRICT;

    CREATE TABLE background_choice (
      assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
      field TEXT NOT NULL,
      options TEXT NOT NULL CHECK (json_valid(options)),
      PRIMARY KEY (assessment, field)
    ) STRICT;

    CREATE TRIGGER importance_rating_frozen BEFORE INSERT ON importance_rating
    WHEN (SELECT finished FROM assessment WHERE number = NEW.assessment) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the assessment is finished'); END;

    CREATE TRIGGER background_choice_frozen BEFORE INSERT ON background_choice
    WHEN (SELECT finished FROM assessment WHERE number = NEW.assessment) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the assessment is finished'); END;

    CREATE TABLE learning_log (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      calendar TEXT NOT NULL,
      revision INTEGER CHECK (revision >= 0),
      assessment TEXT,
      made TEXT
    ) STRICT;

    CREATE TABLE learning_record (
      place INTEGER PRIMARY KEY CHECK (place >= 1),
      resource TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      day TEXT NOT NULL,
      note TEXT CHECK (length(note) BETWEEN 1 AND 2000),
      serves TEXT NOT NULL CHECK (json_valid(serves)),
      assessment TEXT
    ) STRICT;

    CREATE TABLE dropped_resource (
      resource TEXT PRIMARY KEY
    ) STRICT;

    CREATE TABLE path_wish (
      name TEXT PRIMARY KEY,
      given TEXT NOT NULL CHECK (json_valid(given))
    ) STRICT;

    CREATE TABLE path_step (
      place INTEGER PRIMARY KEY CHECK (place >= 1),
      resource TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      day TEXT,
      serves TEXT NOT NULL CHECK (json_valid(serves))
    ) STRICT;

    CREATE TABLE appointment (
      resource TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      day TEXT NOT NULL
    ) STRICT;

    CREATE TABLE mentoring_card (
      assessment INTEGER PRIMARY KEY REFERENCES assessment (number) ON DELETE CASCADE,
      id TEXT NOT NULL UNIQUE,
      revision INTEGER NOT NULL CHECK (revision >= 1)
    ) STRICT;

    CREATE TABLE mentoring (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      id TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      contact TEXT NOT NULL CHECK (length(contact) BETWEEN 1 AND 200),
      region TEXT,
      languages TEXT NOT NULL CHECK (json_valid(languages)),
      teaches TEXT NOT NULL CHECK (json_valid(teaches)),
      seeks TEXT NOT NULL CHECK (json_valid(seeks)),
      mentees INTEGER NOT NULL CHECK (mentees BETWEEN 1 AND 10),
      for_mentoring INTEGER NOT NULL DEFAULT 1 CHECK (for_mentoring IN (0, 1)),
      for_training INTEGER NOT NULL DEFAULT 0 CHECK (for_training IN (0, 1)),
      PRIMARY KEY (campaign, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mentoring_withdrawal (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      id TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 1),
      PRIMARY KEY (campaign, id)
    ) STRICT;

    CREATE TABLE cohort (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE COLLATE NOCASE,
      campaigns TEXT NOT NULL CHECK (json_valid(campaigns)),
      conditions TEXT NOT NULL CHECK (json_valid(conditions)),
      responses TEXT NOT NULL CHECK (json_valid(responses))
    ) STRICT;

    CREATE TABLE looking_back (
      campaign INTEGER NOT NULL,
      respondent TEXT NOT NULL,
      month TEXT NOT NULL,
      sheet TEXT NOT NULL,
      PRIMARY KEY (campaign, respondent),
      FOREIGN KEY (campaign, respondent) REFERENCES answer_sheet (campaign, respondent)
        ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE done_entry (
      campaign INTEGER NOT NULL,
      respondent TEXT NOT NULL,
      entry TEXT NOT NULL,
      PRIMARY KEY (campaign, respondent, entry),
      FOREIGN KEY (campaign, respondent) REFERENCES answer_sheet (campaign, respondent)
        ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

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

    CREATE TABLE sharing_secret (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      secret TEXT NOT NULL CHECK (length(secret) = 64)
    ) STRICT;

    CREATE TABLE revision_proof (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('response', 'mentoring', 'service')),
      id TEXT NOT NULL,
      step INTEGER NOT NULL CHECK (step >= 2),
      proof TEXT NOT NULL CHECK (length(proof) = 64),
      PRIMARY KEY (campaign, kind, id)
    ) STRICT, WITHOUT ROWID;

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

    CREATE TABLE exported (
      entry INTEGER NOT NULL REFERENCES release (number) ON DELETE CASCADE,
      about TEXT NOT NULL,
      sheets BLOB NOT NULL CHECK (length(sheets) % 8 = 0),
      PRIMARY KEY (entry, about)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE shared_file (
      assessment INTEGER NOT NULL REFERENCES assessment (number) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('response', 'mentoring', 'service')),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      day TEXT NOT NULL,
      takes_back INTEGER NOT NULL CHECK (takes_back IN (0, 1)),
      PRIMARY KEY (assessment, kind, revision)
    ) STRICT;

    CREATE TABLE left_out (
      campaign TEXT NOT NULL,
      field TEXT NOT NULL,
      PRIMARY KEY (campaign, field)
    ) STRICT;

    CREATE TABLE learning_number (
      number INTEGER PRIMARY KEY CHECK (number >= 1),
      resource TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL
    ) STRICT;

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

    CREATE TABLE opened (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      -- The number of the last sheet that was there before the import that brought them.
      sheet INTEGER NOT NULL,
      rows INTEGER NOT NULL CHECK (rows > 0),
      PRIMARY KEY (campaign, sheet)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO sharing_secret VALUES (1, lower(hex(randomblob(32))));
    """#
}

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
