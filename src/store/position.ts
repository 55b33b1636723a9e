import { InvalidCursorError } from './document-store.ts';

/** A row's place in the order of all lists: (issuedOn, document id, place in the document). */
export interface Position {
  /** Empty for a document without a day of issue. */
  readonly issuedOn: string;
  readonly id: string;
  readonly ordinal: number;
}

const BEFORE_ALL: Position = { issuedOn: '', id: '', ordinal: -1 };

/** Where a page starts: after the row its cursor names, or before all. Throws `InvalidCursorError` for a foreign one. */
export function positionAfter(cursor: string | null): Position {
  if (cursor === null) return BEFORE_ALL;
  const [issuedOn, id, ordinal] = decode(cursor);
  if (typeof issuedOn === 'string' && typeof id === 'string' && typeof ordinal === 'number') {
    return { issuedOn, id, ordinal };
  }
  throw new InvalidCursorError(`Con trỏ trang "${cursor}" không hợp lệ.`);
}

/** The cursor that leads on from a row; every store gives out the same ones. */
export function cursorAt({ issuedOn, id, ordinal }: Position): string {
  return Buffer.from(JSON.stringify([issuedOn, id, ordinal])).toString('base64url');
}

/** Does a row stand behind a position? */
export function isBehind(row: Position, position: Position): boolean {
  if (row.issuedOn !== position.issuedOn) return row.issuedOn > position.issuedOn;
  if (row.id !== position.id) return row.id > position.id;
  return row.ordinal > position.ordinal;
}

function decode(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
