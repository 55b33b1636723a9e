import { InvalidCursorError, type Page } from '../document-store.ts';
import { integerOf, jsonOf, type Row, textOf } from './row.ts';

/** The last row of a page in the order of all lists: (issuedOn, document id, place in the document). */
export interface Position {
  readonly issuedOn: string;
  readonly id: string;
  readonly ordinal: number;
}

const BEFORE_ALL: Position = { issuedOn: '', id: '', ordinal: -1 };

/** Where a page starts: after the row its cursor names, or before all. */
export function positionAfter(cursor: string | null): Position {
  if (cursor === null) return BEFORE_ALL;
  const [issuedOn, id, ordinal] = decode(cursor);
  if (typeof issuedOn === 'string' && typeof id === 'string' && typeof ordinal === 'number') {
    return { issuedOn, id, ordinal };
  }
  throw new InvalidCursorError(`Con trỏ trang "${cursor}" không hợp lệ.`);
}

/**
 * The page in the rows of a list: every row carries the total, a list without rows left is one row with nothing else,
 * and one row more than the limit only tells that there is a next page.
 */
export function pageOf<T>(rows: readonly Row[], limit: number): Page<T> {
  const [first] = rows;
  const found = rows.filter((row) => row.content !== null);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => jsonOf<T>(row, 'content')),
    total: first === undefined ? 0 : integerOf(first, 'total'),
    cursor: found.length > limit && last !== undefined ? cursorAt(last) : null,
  };
}

function cursorAt(row: Row): string {
  const position = [textOf(row, 'issued_on'), textOf(row, 'document_id'), integerOf(row, 'ordinal')];
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decode(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
