import { type PageRow, rowText } from './pdf-page.ts';

/** Rows looked at from either end of a page. */
const edgeRows = 2;

/** Removes what is printed on every page and is no part of the document: page numbers, running heads and feet. */
export function dropFurniture(pages: readonly (readonly PageRow[])[]): (readonly PageRow[])[] {
  const edges = pages.map((rows) => [...new Set([...rows.slice(0, edgeRows), ...rows.slice(-edgeRows)])]);
  const offset = commonOffset(edges);
  const repeated = repeatedKeys(edges);
  return pages.map((rows, index) =>
    rows.filter((row) => {
      if (!edges[index]?.includes(row)) return true;
      const number = pageNumberOf(row);
      return !(number !== null && number - index === offset) && !repeated.has(keyOf(row));
    }),
  );
}

const pageNumber = /^(?:Trang\s+)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*\/\s*\d{1,4})?$/i;

function pageNumberOf(row: PageRow): number | null {
  const found = pageNumber.exec(rowText(row))?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * What to add to the page's index to get its printed number; null unless at least two pages and half of all agree, since
 * the number of a table row may stand at a page's edge as well.
 */
function commonOffset(edges: readonly (readonly PageRow[])[]): number | null {
  const votes = new Map<number, number>();
  edges.forEach((rows, index) => {
    const offsets = new Set(rows.flatMap((row) => pageNumberOf(row) ?? []).map((number) => number - index));
    for (const offset of offsets) votes.set(offset, (votes.get(offset) ?? 0) + 1);
  });
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= Math.max(2, edges.length / 2) ? best[0] : null;
}

/** Running heads: the same words, numbers aside, at the same height on at least three pages and half of all. */
function repeatedKeys(edges: readonly (readonly PageRow[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const rows of edges) for (const key of new Set(rows.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = Math.max(3, edges.length / 2);
  return new Set([...counts].filter(([key, count]) => count >= enough && /\p{L}{2}/u.test(key)).map(([key]) => key));
}

function keyOf(row: PageRow): string {
  return `${Math.round(row.y0 / 4)} ${rowText(row).replace(/\d+/g, '#')}`;
}
