import { z } from 'zod';
import { FeedbackRows, UnansweredRows } from '../http/operations/book-rows.ts';
import { MOST_ROWS, type OperationsBook } from '../http/operations/operations-book.ts';
import { ProblemError } from '../http/problem.ts';
import { PROBLEM_TEXTS } from '../http/problem-texts.ts';
import type { D1Binding, KeepAlive } from './bindings.ts';

const AnswerKey = z.object({ key: z.hex().length(64) });

/**
 * Feedback and unanswered questions in a D1 database, whose tables `migrations/` makes. Throws a 503 problem that names
 * the remedy when the database does not answer.
 */
export function d1OperationsBook(database: D1Binding, keepAlive: KeepAlive, now: () => number): OperationsBook {
  const insert = async (table: string, columns: string, values: readonly (string | null)[]): Promise<void> => {
    const marks = values.map(() => '?').join(', ');
    const writing = database.batch([
      database
        .prepare(`INSERT INTO ${table} (at, ${columns}) VALUES (?, ${marks})`)
        .bind(new Date(now()).toISOString(), ...values),
      database.prepare(`DELETE FROM ${table} WHERE id <= (SELECT max(id) FROM ${table}) - ?`).bind(MOST_ROWS),
    ]);
    const written = answering(writing);
    keepAlive(written.catch(() => {}));
    await written;
  };
  const newest = (columns: string, table: string, limit: number) =>
    answering(database.prepare(`SELECT ${columns} FROM ${table} ORDER BY id DESC LIMIT ?`).bind(limit).all());
  const readKey = async (): Promise<Uint8Array> => {
    const { results } = await answering(database.prepare('SELECT hex(key) AS key FROM answer_key').all());
    return Buffer.from(AnswerKey.parse(results[0]).key, 'hex');
  };
  let key: Promise<Uint8Array> | null = null;
  return {
    addFeedback: ({ answerId, rating, reason, comment }) =>
      insert('feedback', 'answer_id, rating, reason, comment', [answerId, rating, reason, comment]),
    feedback: async (limit) =>
      FeedbackRows.parse(
        (await newest('at, answer_id AS answerId, rating, reason, comment', 'feedback', limit)).results,
      ),
    addUnanswered: ({ question, status }) => insert('unanswered', 'question, status', [question, status]),
    unanswered: async (limit) =>
      UnansweredRows.parse((await newest('at, question, status', 'unanswered', limit)).results),
    answerKey: () => {
      if (key === null) {
        key = readKey();
        keepAlive(
          key.catch(() => {
            key = null;
          }),
        );
      }
      return key;
    },
    close: () => {},
  };
}

async function answering<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (cause) {
    throw new ProblemError(503, PROBLEM_TEXTS.bookUnavailable, { cause, headers: { 'Retry-After': '10' } });
  }
}
