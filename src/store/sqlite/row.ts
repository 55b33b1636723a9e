import type { SQLOutputValue } from 'node:sqlite';

/** A result row as `node:sqlite` gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A text column. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds ${typeof value} instead of text.`);
  return value;
}

/** An integer column. */
export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`Column ${column} holds ${typeof value} instead of an integer.`);
  return value;
}

/** A JSON column that this store wrote itself, so its shape is taken at its word. */
export function jsonOf<T>(row: Row, column: string): T {
  return JSON.parse(textOf(row, column));
}
