-- What readers thought of answers, and the questions that got no full one. Once released a migration is never edited.
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  answer_id TEXT NOT NULL,
  rating TEXT NOT NULL,
  reason TEXT,
  comment TEXT
) STRICT;

CREATE TABLE unanswered (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  question TEXT NOT NULL,
  status TEXT NOT NULL
) STRICT;
