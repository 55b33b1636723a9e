import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Row } from '../row.ts';

/** Runs SQL written as a tagged template; `${…}` are bound parameters, never pasted text. */
export interface Sql {
  all(parts: TemplateStringsArray, ...parameters: SQLInputValue[]): Row[];
  get(parts: TemplateStringsArray, ...parameters: SQLInputValue[]): Row | undefined;
  run(parts: TemplateStringsArray, ...parameters: SQLInputValue[]): void;
}

/**
 * SQL on a database, each template prepared once. `DatabaseSync.createTagStore` does the same, but its statements
 * outlive `close`, which then leaves the write-ahead log unmerged.
 */
export function sqlOn(database: DatabaseSync): Sql {
  const prepared = new Map<TemplateStringsArray, StatementSync>();
  const statement = (parts: TemplateStringsArray): StatementSync => {
    const known = prepared.get(parts);
    if (known !== undefined) return known;
    const fresh = database.prepare(parts.join('?'));
    prepared.set(parts, fresh);
    return fresh;
  };
  return {
    all: (parts, ...parameters) => statement(parts).all(...parameters),
    get: (parts, ...parameters) => statement(parts).get(...parameters),
    run: (parts, ...parameters) => {
      statement(parts).run(...parameters);
    },
  };
}
