extension Schema {
  /// What the person writes down about interviews; see `Notebook` for what each thing is.
  ///
  /// Interviews come to name their employer by number. Lists of texts without line breaks are kept as
  /// lines, ids of cards and codes of families as words.
  static let notebook = """
    CREATE TABLE employers (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL DEFAULT '',
      one_thing TEXT NOT NULL DEFAULT '',
      pay TEXT NOT NULL DEFAULT '',
      advert TEXT NOT NULL DEFAULT '',
      notes TEXT NOT NULL DEFAULT ''
    ) STRICT;
    INSERT INTO employers (name)
      SELECT min(employer) FROM interviews GROUP BY lower(employer) ORDER BY min(id);

    CREATE TABLE rounds (
      id INTEGER PRIMARY KEY,
      employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
      round INTEGER NOT NULL CHECK (round >= 1),
      starts_ms INTEGER NOT NULL,
      utc_offset INTEGER,
      place TEXT NOT NULL DEFAULT '',
      format TEXT NOT NULL DEFAULT '',
      notes TEXT NOT NULL DEFAULT '',
      bring TEXT NOT NULL DEFAULT '',
      is_logged INTEGER NOT NULL DEFAULT 0 CHECK (is_logged IN (0, 1)),
      not_asked TEXT NOT NULL DEFAULT ''
    ) STRICT;
    INSERT INTO rounds (id, employer, round, starts_ms)
      SELECT i.id, e.id, i.round, i.starts_ms
      FROM interviews i JOIN employers e ON lower(e.name) = lower(i.employer);
    DROP TABLE interviews;
    ALTER TABLE rounds RENAME TO interviews;
    CREATE INDEX interviews_by_start ON interviews (starts_ms);
    CREATE INDEX interviews_by_employer ON interviews (employer);

    CREATE TABLE stories (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL UNIQUE,
      headline TEXT NOT NULL,
      situation TEXT NOT NULL,
      task TEXT NOT NULL,
      action TEXT NOT NULL,
      result TEXT NOT NULL,
      learning TEXT NOT NULL,
      strength INTEGER CHECK (strength BETWEEN 1 AND 5),
      notes TEXT NOT NULL
    ) STRICT;

    CREATE TABLE story_fits (
      story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
      family TEXT NOT NULL,
      fit TEXT NOT NULL CHECK (fit IN ('strong', 'workable', 'stretch')),
      PRIMARY KEY (story, family)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE story_figures (
      story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      known TEXT NOT NULL,
      is_not_to_claim INTEGER NOT NULL CHECK (is_not_to_claim IN (0, 1)),
      PRIMARY KEY (story, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE people (
      id INTEGER PRIMARY KEY,
      employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      needs TEXT NOT NULL,
      story INTEGER REFERENCES stories (id) ON DELETE SET NULL,
      notes TEXT NOT NULL
    ) STRICT;
    CREATE INDEX people_by_employer ON people (employer);
    CREATE INDEX people_by_story ON people (story);

    CREATE TABLE interview_people (
      interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
      PRIMARY KEY (interview, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX interview_people_by_person ON interview_people (person);

    CREATE TABLE tellings (
      id INTEGER PRIMARY KEY,
      story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
      interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
      listener INTEGER REFERENCES people (id) ON DELETE SET NULL,
      is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))
    ) STRICT;
    CREATE INDEX tellings_by_story ON tellings (story);
    CREATE INDEX tellings_by_interview ON tellings (interview);
    CREATE INDEX tellings_by_listener ON tellings (listener);

    CREATE TABLE log_entries (
      id INTEGER PRIMARY KEY,
      interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      card TEXT,
      family TEXT,
      asker INTEGER REFERENCES people (id) ON DELETE SET NULL,
      story INTEGER REFERENCES stories (id) ON DELETE SET NULL,
      landed TEXT CHECK (landed IN ('strong', 'fine', 'thin')),
      is_pressed INTEGER NOT NULL CHECK (is_pressed IN (0, 1)),
      pressed_on TEXT NOT NULL
    ) STRICT;
    CREATE INDEX log_entries_by_interview ON log_entries (interview);
    CREATE INDEX log_entries_by_asker ON log_entries (asker);
    CREATE INDEX log_entries_by_story ON log_entries (story);

    CREATE TABLE doubts (
      id INTEGER PRIMARY KEY,
      employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      raised_in INTEGER REFERENCES interviews (id) ON DELETE SET NULL,
      raised_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
      family TEXT,
      card TEXT,
      evidence TEXT NOT NULL,
      story INTEGER REFERENCES stories (id) ON DELETE SET NULL,
      times_said_well INTEGER NOT NULL CHECK (times_said_well >= 0),
      is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1))
    ) STRICT;
    CREATE INDEX doubts_by_employer ON doubts (employer);
    CREATE INDEX doubts_by_interview ON doubts (raised_in);
    CREATE INDEX doubts_by_person ON doubts (raised_by);
    CREATE INDEX doubts_by_story ON doubts (story);

    CREATE TABLE facts (
      id INTEGER PRIMARY KEY,
      employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
      topic TEXT NOT NULL,
      text TEXT NOT NULL,
      source TEXT NOT NULL,
      day INTEGER NOT NULL,
      shelf_life INTEGER NOT NULL CHECK (shelf_life >= 1),
      card TEXT
    ) STRICT;
    CREATE INDEX facts_by_employer ON facts (employer);

    CREATE TABLE questions (
      id INTEGER PRIMARY KEY,
      employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      card TEXT,
      listener TEXT NOT NULL,
      person INTEGER REFERENCES people (id) ON DELETE SET NULL,
      state TEXT NOT NULL CHECK (state IN ('unused', 'asked', 'answered')),
      answer TEXT NOT NULL
    ) STRICT;
    CREATE INDEX questions_by_employer ON questions (employer);
    CREATE INDEX questions_by_person ON questions (person);

    CREATE TABLE requirements (
      id INTEGER PRIMARY KEY,
      employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      families TEXT NOT NULL,
      cards TEXT NOT NULL
    ) STRICT;
    CREATE INDEX requirements_by_employer ON requirements (employer);

    CREATE TABLE criteria (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE,
      weight TEXT NOT NULL CHECK (weight IN ('must', 'nice', 'walk-away')),
      question TEXT NOT NULL
    ) STRICT;

    CREATE TABLE verdicts (
      criterion INTEGER NOT NULL REFERENCES criteria (id) ON DELETE CASCADE,
      employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
      state TEXT NOT NULL CHECK (state IN ('open', 'yes', 'no')),
      evidence TEXT NOT NULL,
      PRIMARY KEY (criterion, employer)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX verdicts_by_employer ON verdicts (employer);

    CREATE TABLE promises (
      id INTEGER PRIMARY KEY,
      interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      due_day INTEGER,
      is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1))
    ) STRICT;
    CREATE INDEX promises_by_interview ON promises (interview);

    CREATE TABLE thank_yous (
      id INTEGER PRIMARY KEY,
      interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
      person INTEGER REFERENCES people (id) ON DELETE SET NULL,
      text TEXT NOT NULL,
      is_sent INTEGER NOT NULL CHECK (is_sent IN (0, 1))
    ) STRICT;
    CREATE INDEX thank_yous_by_interview ON thank_yous (interview);
    CREATE INDEX thank_yous_by_person ON thank_yous (person);
    """

  /// Panels that were rehearsed; lists of questions and of marks are kept as lines.
  static let rehearsals = """
    CREATE TABLE rehearsals (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      interview INTEGER REFERENCES interviews (id) ON DELETE SET NULL,
      day INTEGER NOT NULL,
      company TEXT NOT NULL CHECK (company IN ('alone', 'friend')),
      temper INTEGER NOT NULL CHECK (temper BETWEEN 1 AND 3),
      is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
      questions TEXT NOT NULL,
      marks TEXT NOT NULL,
      report TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rehearsals_by_interview ON rehearsals (interview);
    \(noting("rehearsals", isKeyFixed: true) { "\($0).id" })
    """
}
