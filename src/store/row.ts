/** A result row as a driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** A text column. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds ${typeof value} instead of text.`);
  return value;
}

/** A column of bytes. */
export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`Column ${column} holds ${typeof value} instead of bytes.`);
  return value;
}

/** An integer column; drivers of PostgreSQL give 64-bit ones as text. */
export function integerOf(row: Row, column: string): number {
  const value = row[column];
  const integer = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof integer !== 'number' || !Number.isSafeInteger(integer)) {
    throw new TypeError(`Column ${column} holds ${typeof value} instead of an integer.`);
  }
  return integer;
}

/** A JSON column that this store wrote itself, so its shape is taken at its word. */
export function jsonOf<T>(row: Row, column: string): T {
  return JSON.parse(textOf(row, column));
}
