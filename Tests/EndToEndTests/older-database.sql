BEGIN TRANSACTION;
CREATE TABLE cache (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "cache" VALUES('memory','fsrs-6 [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542] 0.9 36500 - 4');
CREATE TABLE card_states (
  card TEXT PRIMARY KEY,
  is_suspended INTEGER NOT NULL DEFAULT 0 CHECK (is_suspended IN (0, 1)),
  buried_until_day INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE criteria (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE,
  weight TEXT NOT NULL CHECK (weight IN ('must', 'nice', 'walk-away')),
  question TEXT NOT NULL
) STRICT;
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
CREATE TABLE employers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL DEFAULT '',
  one_thing TEXT NOT NULL DEFAULT '',
  pay TEXT NOT NULL DEFAULT '',
  advert TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "employers" VALUES(1,'Halden Rail','','','','','');
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
CREATE TABLE fits (
  id INTEGER PRIMARY KEY,
  model TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  parameters TEXT
) STRICT;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1');
INSERT INTO "grdb_migrations" VALUES('2');
INSERT INTO "grdb_migrations" VALUES('4');
INSERT INTO "grdb_migrations" VALUES('5');
CREATE TABLE interview_people (
  interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  PRIMARY KEY (interview, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE "interviews" (
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
INSERT INTO "interviews" VALUES(1,1,2,1800007200000,NULL,'','','','',0,'');
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
CREATE TABLE memory (
  card TEXT PRIMARY KEY,
  stability REAL NOT NULL,
  fast_stability REAL NOT NULL,
  difficulty REAL NOT NULL,
  last_ms INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  reps INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  last_grade INTEGER NOT NULL,
  last_wording INTEGER NOT NULL,
  due_day INTEGER,
  due_ms INTEGER,
  weak_from_ms INTEGER NOT NULL,
  is_active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "memory" VALUES('star-people/PE-01',2.3065,2.3065,2.11810397045901499524e+00,1793527200000,20758,1,0,3,0,20760,NULL,1795378109801,1);
INSERT INTO "memory" VALUES('star-people/PE-02',0.212,0.212,6.4133,1793613600000,20759,1,0,1,0,20760,NULL,1793613600000,1);
CREATE TABLE notes (
  card TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  changed_ms INTEGER NOT NULL
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
CREATE TABLE promises (
  id INTEGER PRIMARY KEY,
  interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  due_day INTEGER,
  is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1))
) STRICT;
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
CREATE TABLE requirements (
  id INTEGER PRIMARY KEY,
  employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  families TEXT NOT NULL,
  cards TEXT NOT NULL
) STRICT;
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  card TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
  wording INTEGER NOT NULL DEFAULT 0,
  mode TEXT NOT NULL,
  duration_ms INTEGER,
  text_hash INTEGER
) STRICT;
INSERT INTO "reviews" VALUES(1,'star-people/PE-01',1793527200000,0,3,0,'away',NULL,-7796821605814159838);
INSERT INTO "reviews" VALUES(2,'star-people/PE-02',1793613600000,0,1,0,'away',NULL,7489666324828838915);
INSERT INTO "reviews" VALUES(3,'star-people/PE-02',1793614200000,0,3,0,'away',NULL,7489666324828838915);
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
CREATE TABLE story_figures (
  story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  known TEXT NOT NULL,
  is_not_to_claim INTEGER NOT NULL CHECK (is_not_to_claim IN (0, 1)),
  PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_fits (
  story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  family TEXT NOT NULL,
  fit TEXT NOT NULL CHECK (fit IN ('strong', 'workable', 'stretch')),
  PRIMARY KEY (story, family)
) STRICT, WITHOUT ROWID;
CREATE TABLE tellings (
  id INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  listener INTEGER REFERENCES people (id) ON DELETE SET NULL,
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))
) STRICT;
CREATE TABLE thank_yous (
  id INTEGER PRIMARY KEY,
  interview INTEGER NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
  person INTEGER REFERENCES people (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  is_sent INTEGER NOT NULL CHECK (is_sent IN (0, 1))
) STRICT;
CREATE TABLE undos (
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL UNIQUE REFERENCES reviews (id),
  at_ms INTEGER NOT NULL
) STRICT;
INSERT INTO "undos" VALUES(1,3,1795541908647);
CREATE TABLE verdicts (
  criterion INTEGER NOT NULL REFERENCES criteria (id) ON DELETE CASCADE,
  employer INTEGER NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('open', 'yes', 'no')),
  evidence TEXT NOT NULL,
  PRIMARY KEY (criterion, employer)
) STRICT, WITHOUT ROWID;
CREATE INDEX reviews_by_card ON reviews (card, at_ms);
CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;
CREATE TRIGGER reviews_keep BEFORE UPDATE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;
CREATE TRIGGER undos_stay BEFORE DELETE ON undos
  BEGIN SELECT RAISE(ABORT, 'undos are only ever added'); END;
CREATE TRIGGER undos_keep BEFORE UPDATE ON undos
  BEGIN SELECT RAISE(ABORT, 'undos are only ever added'); END;
CREATE INDEX memory_by_due_day ON memory (is_active, due_day);
CREATE INDEX memory_by_due_time ON memory (is_active, due_ms);
CREATE INDEX memory_by_weakness ON memory (is_active, weak_from_ms);
CREATE INDEX fits_by_model ON fits (model, id);
CREATE TRIGGER fits_stay BEFORE DELETE ON fits
  BEGIN SELECT RAISE(ABORT, 'fits are only ever added'); END;
CREATE TRIGGER fits_keep BEFORE UPDATE ON fits
  BEGIN SELECT RAISE(ABORT, 'fits are only ever added'); END;
CREATE INDEX interviews_by_start ON interviews (starts_ms);
CREATE INDEX interviews_by_employer ON interviews (employer);
CREATE INDEX people_by_employer ON people (employer);
CREATE INDEX people_by_story ON people (story);
CREATE INDEX interview_people_by_person ON interview_people (person);
CREATE INDEX tellings_by_story ON tellings (story);
CREATE INDEX tellings_by_interview ON tellings (interview);
CREATE INDEX tellings_by_listener ON tellings (listener);
CREATE INDEX log_entries_by_interview ON log_entries (interview);
CREATE INDEX log_entries_by_asker ON log_entries (asker);
CREATE INDEX log_entries_by_story ON log_entries (story);
CREATE INDEX doubts_by_employer ON doubts (employer);
CREATE INDEX doubts_by_interview ON doubts (raised_in);
CREATE INDEX doubts_by_person ON doubts (raised_by);
CREATE INDEX doubts_by_story ON doubts (story);
CREATE INDEX facts_by_employer ON facts (employer);
CREATE INDEX questions_by_employer ON questions (employer);
CREATE INDEX questions_by_person ON questions (person);
CREATE INDEX requirements_by_employer ON requirements (employer);
CREATE INDEX verdicts_by_employer ON verdicts (employer);
CREATE INDEX promises_by_interview ON promises (interview);
CREATE INDEX thank_yous_by_interview ON thank_yous (interview);
CREATE INDEX thank_yous_by_person ON thank_yous (person);
COMMIT;
