import { type Extent, type Line, type Piece, trimExtent } from './piece.ts';

/**
 * Takes out Markdown pipe tables, also damaged ones: rows wrapped over several lines, no outer pipes, no separator row,
 * blank lines between rows.
 */
export function takePipeTables(pieces: readonly Piece[], text: string): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  while (at < pieces.length) {
    const table = tableAt(pieces, at, text);
    if (table === null) {
      const piece = pieces[at];
      if (piece !== undefined) result.push(piece);
      at += 1;
    } else {
      result.push({ kind: 'table', table: { rows: table.rows, headerRows: table.headerRows } });
      at = table.next;
    }
  }
  return result;
}

interface FoundTable {
  readonly rows: (Extent | null)[][];
  readonly headerRows: number | null;
  readonly next: number;
}

const SEPARATOR = /^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$/;
const pipesIn = (line: Line): number => line.raw.split('|').length - 1;
const isSeparator = (line: Line): boolean => SEPARATOR.test(line.raw.trim()) && line.raw.includes('|');
const opensRow = (line: Line): boolean => line.raw.trimStart().startsWith('|') && pipesIn(line) >= 2;

function tableAt(pieces: readonly Piece[], from: number, text: string): FoundTable | null {
  const first = lineAt(pieces, from);
  if (first === null || pipesIn(first) === 0) return null;
  const second = lineAt(pieces, nextLine(pieces, from));
  const headless = second !== null && isSeparator(second);
  if (!headless && !(opensRow(first) && second !== null && opensRow(second))) return null;
  const rows: (Extent | null)[][] = [];
  let headerRows: number | null = null;
  let at = from;
  while (at < pieces.length) {
    const line = lineAt(pieces, at);
    if (line === null) {
      const next = nextLine(pieces, at - 1);
      const resumed = lineAt(pieces, next);
      const under = lineAt(pieces, next + 1);
      if (resumed === null || !opensRow(resumed) || (under !== null && isSeparator(under))) break;
      at = next;
      continue;
    }
    if (isSeparator(line)) {
      headerRows ??= rows.length;
      at += 1;
      continue;
    }
    const row = rowAt(pieces, at, text, rows[0]?.length ?? 0);
    if (row === null) break;
    rows.push(row.cells);
    at = row.next;
  }
  return rows.length < 2 && headerRows === null ? null : { rows, headerRows, next: at };
}

/** One row, with the lines it was wrapped over: it goes on until a line that closes it with a pipe. */
function rowAt(pieces: readonly Piece[], from: number, text: string, width: number) {
  const first = lineAt(pieces, from);
  if (first === null) return null;
  const closed = (line: Line) => line.raw.trimEnd().endsWith('|');
  if (!opensRow(first) && !(pipesIn(first) >= 1 && (width === 0 || pipesIn(first) >= width - 1))) return null;
  let last = first;
  let next = from + 1;
  if (opensRow(first) && !closed(first)) {
    for (let line = lineAt(pieces, next); line !== null && !opensRow(line); line = lineAt(pieces, next)) {
      last = line;
      next += 1;
      if (closed(line)) break;
    }
  }
  return { cells: cellsBetween({ start: first.start, end: last.end }, text), next };
}

function cellsBetween(extent: Extent, text: string): (Extent | null)[] {
  const outer = trimExtent(text, extent);
  if (outer === null) return [];
  const start = text.charAt(outer.start) === '|' ? outer.start + 1 : outer.start;
  const end = text.charAt(outer.end - 1) === '|' && outer.end - 1 > start ? outer.end - 1 : outer.end;
  const cells: (Extent | null)[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && (text.charAt(at) !== '|' || text.charAt(at - 1) === '\\')) continue;
    cells.push(trimExtent(text, { start: from, end: at }));
    from = at + 1;
  }
  return cells;
}

function lineAt(pieces: readonly Piece[], index: number): Line | null {
  const piece = pieces[index];
  return piece?.kind === 'line' ? piece.line : null;
}

/** The first line after an index, over at most one break. */
function nextLine(pieces: readonly Piece[], index: number): number {
  return pieces[index + 1]?.kind === 'break' ? index + 2 : index + 1;
}
