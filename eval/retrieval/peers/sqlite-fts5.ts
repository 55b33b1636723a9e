import { DatabaseSync } from 'node:sqlite';
import { fold } from '../../../src/vietnamese/fold.ts';
import type { Method } from '../method.ts';
import { foldedTokens } from './minisearch.ts';

/** SQLite's full text search as it comes: unicode61 takes diacritics off, but leaves đ. */
export const fts5: Method = fullText('sqlite fts5', (text) => text, plainWords);

/** FTS5 over text that was folded before, with bigrams as words of their own. */
export const fts5Tuned: Method = fullText('sqlite fts5, tuned', (text) => asWords(text).join(' '), asWords);

function fullText(name: string, indexed: (text: string) => string, words: (question: string) => string[]): Method {
  return {
    name,
    open: async (corpus) => {
      const database = new DatabaseSync(':memory:');
      database.exec("CREATE VIRTUAL TABLE texts USING fts5 (id UNINDEXED, body, tokenize = 'unicode61')");
      const insert = database.prepare('INSERT INTO texts (id, body) VALUES (?, ?)');
      database.exec('BEGIN');
      for (const { id, title, text } of corpus) insert.run(id, indexed(`${title} . ${text}`));
      database.exec('COMMIT');
      const select = database.prepare('SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?');
      return async (question, k) => {
        const match = [...new Set(words(question))].map((word) => `"${word}"`).join(' OR ');
        return match === '' ? [] : select.all(match, k).map(({ id }) => String(id));
      };
    },
  };
}

function plainWords(question: string): string[] {
  return question.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** FTS5 would split a bigram at its underscore. */
function asWords(text: string): string[] {
  return foldedTokens(fold(text)).map((token) => token.replace('_', ''));
}
