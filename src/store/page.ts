import type { Page } from './document-store.ts';
import { cursorAt } from './position.ts';
import { integerOf, jsonOf, type Row, textOf } from './row.ts';

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
    cursor: found.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

function cursorOf(row: Row): string {
  return cursorAt({
    issuedOn: textOf(row, 'issued_on'),
    id: textOf(row, 'document_id'),
    ordinal: integerOf(row, 'ordinal'),
  });
}
