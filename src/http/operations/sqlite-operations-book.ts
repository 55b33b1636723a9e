import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { FeedbackRows, UnansweredRows } from './book-rows.ts';
import { MOST_ROWS, type OperationsBook } from './operations-book.ts';

const MIGRATIONS = [
  `CREATE TABLE feedback (
     id INTEGER PRIMARY KEY, at TEXT NOT NULL, answer_id TEXT NOT NULL, rating TEXT NOT NULL, reason TEXT, comment TEXT
   ) STRICT;
   CREATE TABLE unanswered (
     id INTEGER PRIMARY KEY, at TEXT NOT NULL, question TEXT NOT NULL, status TEXT NOT NULL
   ) STRICT;`,
  `CREATE TABLE answer_key (key BLOB NOT NULL) STRICT;
   INSERT INTO answer_key VALUES (randomblob(32));`,
] as const;

const AnswerKey = z.object({ key: z.instanceof(Uint8Array) });

/** Feedback and unanswered questions in a SQLite file of their own, so that replacing the corpus leaves them alone. */
export function openSqliteOperationsBook(path: string, now: () => number): OperationsBook {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  migrate(database);
  const insertFeedback = database.prepare(
    'INSERT INTO feedback (at, answer_id, rating, reason, comment) VALUES (?, ?, ?, ?, ?)',
  );
  const trimFeedback = database.prepare(
    `DELETE FROM feedback WHERE id <= (SELECT max(id) FROM feedback) - ${MOST_ROWS}`,
  );
  const selectFeedback = database.prepare(
    'SELECT at, answer_id AS answerId, rating, reason, comment FROM feedback ORDER BY id DESC LIMIT ?',
  );
  const insertUnanswered = database.prepare('INSERT INTO unanswered (at, question, status) VALUES (?, ?, ?)');
  const trimUnanswered = database.prepare(
    `DELETE FROM unanswered WHERE id <= (SELECT max(id) FROM unanswered) - ${MOST_ROWS}`,
  );
  const selectUnanswered = database.prepare('SELECT at, question, status FROM unanswered ORDER BY id DESC LIMIT ?');
  const { key } = AnswerKey.parse(database.prepare('SELECT key FROM answer_key').get());
  const at = () => new Date(now()).toISOString();
  return {
    addFeedback: async ({ answerId, rating, reason, comment }) => {
      insertFeedback.run(at(), answerId, rating, reason, comment);
      trimFeedback.run();
    },
    feedback: async (limit) => FeedbackRows.parse(selectFeedback.all(limit)),
    addUnanswered: async ({ question, status }) => {
      insertUnanswered.run(at(), question, status);
      trimUnanswered.run();
    },
    unanswered: async (limit) => UnansweredRows.parse(selectUnanswered.all(limit)),
    answerKey: async () => key,
    close: () => database.close(),
  };
}

/** Brings the file to the newest form. Several processes may open a new one at once: only the first changes it. */
function migrate(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const { user_version: applied } = z
      .object({ user_version: z.number() })
      .parse(database.prepare('PRAGMA user_version').get());
    for (const migration of MIGRATIONS.slice(applied)) database.exec(migration);
    if (applied < MIGRATIONS.length) database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
