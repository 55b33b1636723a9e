import { type Extent, plainOf } from './piece.ts';

type Cell = Extent | null;

/** What a first column of ordinals holds: 1, 01, 1.2, I, a, (1), -. */
export const ORDINAL = /^\(?(\d{1,3}(\.\d{1,2}){0,3}|[IVXL]{1,6}|[A-Za-zĐđ])[.)]{0,2}$|^[-+–]$/u;

/** Header of the column of ordinals. */
export const ORDINAL_HEADER = /^(số\s*)?(tt|thứ tự)$|^stt$|^#$/iu;

/**
 * Rows of a table in which each row opens with a `|` of its own, so an empty gap is either an empty cell or the seam of
 * two rows. The narrowest width that lets nearly all rows be full is taken; merged cells leave shorter rows.
 */
export function rowsWithOpeningPipe(gaps: readonly Cell[], text: string): Cell[][] {
  const widest = longestRun(gaps);
  const header = gaps[0];
  const ordinals = header != null && ORDINAL_HEADER.test(plainOf(text.slice(header.start, header.end)));
  const opens = gaps.map((gap) => gap === null || !ordinals || ORDINAL.test(plainOf(text.slice(gap.start, gap.end))));
  let best: Split | null = null;
  for (let width = Math.max(2, widest); width <= widest + 6; width += 1) {
    const split = splitRows(gaps, opens, width);
    if (split !== null && (best === null || split.misfit < best.misfit - 0.1)) best = split;
  }
  return (best?.rows ?? [])
    .map(([from, to]) => gaps.slice(from, to))
    .filter((row) => row.some((cell) => cell !== null));
}

interface Split {
  readonly rows: readonly (readonly [number, number])[];
  /** Mean cost of a row. */
  readonly misfit: number;
}

/** Cheapest cutting into rows of at most `width` cells with one empty gap between rows; null when there is none. */
function splitRows(gaps: readonly Cell[], opens: readonly boolean[], width: number): Split | null {
  const size = gaps.length;
  const filled = [0];
  for (const gap of gaps) filled.push((filled.at(-1) ?? 0) + (gap === null ? 0 : 1));
  const cost = new Array<number>(size + 2).fill(Number.POSITIVE_INFINITY);
  const end = new Array<number>(size + 2).fill(-1);
  cost[size] = 0;
  cost[size + 1] = 0;
  for (let at = size - 1; at >= 0; at -= 1) {
    for (let length = Math.min(width, size - at); length >= 1; length -= 1) {
      const stop = at + length;
      if (stop < size && gaps[stop] !== null) continue;
      const empty = filled[at] === filled[stop];
      const gappy = at === 0 && (filled[stop] ?? 0) < length;
      const odd = gappy || (at > 0 && opens[at] === false);
      const total = rowCost({ length, width, empty, odd }) + (cost[stop + 1] ?? 0);
      if (total < (cost[at] ?? 0)) {
        cost[at] = total;
        end[at] = stop;
      }
    }
  }
  if (cost[0] === undefined || !Number.isFinite(cost[0])) return null;
  const rows: [number, number][] = [];
  for (let at = 0; at < size; ) {
    const stop = end[at] ?? -1;
    if (stop <= at) return null;
    rows.push([at, stop]);
    at = stop + 1;
  }
  return { rows, misfit: cost[0] / Math.max(1, rows.length) };
}

/** A full row is free; a short one may come of merged cells; a row of nothing, or one that opens oddly, is unlikely. */
function rowCost(row: { length: number; width: number; empty: boolean; odd: boolean }): number {
  if (row.length === row.width) return row.odd ? 3 : 0;
  return 1 + 0.02 * (row.width - row.length) + (row.empty ? 2 : 0);
}

function longestRun(gaps: readonly Cell[]): number {
  let longest = 1;
  let run = 0;
  for (const gap of gaps) {
    run = gap === null ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return Math.min(longest, 40);
}

/**
 * Rows of a table whose cells follow each other with no mark of rows. Rows are full but for cells that a merge from
 * above covers: the cutting is taken whose ordinals and subjects stand in their columns.
 */
export function rowsOfStream(cells: readonly Cell[], text: string): Cell[][] {
  const printed = cells.map((cell) => (cell === null ? '' : plainOf(text.slice(cell.start, cell.end))));
  const ordinals = ORDINAL_HEADER.test(printed[0] ?? '');
  const width = widthByOrdinals(printed) ?? widthByLikeness(printed);
  const ends = ordinals ? cutStream(printed, width) : evenCuts(printed.length, width);
  return ends.map((end, i) => cells.slice(ends[i - 1] ?? 0, end)).filter((row) => row.some((cell) => cell !== null));
}

function evenCuts(size: number, width: number): number[] {
  return Array.from({ length: Math.ceil(size / width) }, (_, i) => Math.min(size, (i + 1) * width));
}

/** Ends of the rows in the cheapest cutting; at most the first cell of a row may be missing. */
function cutStream(printed: readonly string[], width: number): number[] {
  const size = printed.length;
  const cost = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
  const next = new Array<number>(size + 1).fill(size);
  cost[size] = 0;
  for (let at = size - 1; at >= 0; at -= 1) {
    for (const length of [width, width - 1]) {
      const end = Math.min(size, at + length);
      const total = streamRowCost(printed.slice(at, end), width) + (cost[end] ?? 0);
      if (total >= (cost[at] ?? 0)) continue;
      cost[at] = total;
      next[at] = end;
    }
  }
  const ends: number[] = [];
  for (let at = 0; at < size; at = next[at] ?? size) ends.push(next[at] ?? size);
  return ends;
}

function streamRowCost(row: readonly string[], width: number): number {
  if (row.every((cell) => cell === '')) return 0.1;
  const missing = width - row.length;
  const ordinal = missing === 0 ? (row[0] ?? '') : '';
  const subject = row[1 - missing] ?? '';
  const misplaced =
    (ordinal !== '' && !ORDINAL.test(ordinal) ? 2 : 0) + (subject === '' || kindOf(subject) === 'number' ? 2 : 0);
  return (missing === 0 ? 0 : 3) + misplaced;
}

/** Under "TT" the first row begins with the first ordinal. */
function widthByOrdinals(printed: readonly string[]): number | null {
  if (!ORDINAL_HEADER.test(printed[0] ?? '')) return null;
  const width = printed.findIndex((cell, i) => i > 1 && /^(0?1|I|A)[.)]?$/.test(cell));
  return width === -1 ? null : width;
}

/** The width at which the cells of a column are most alike. */
function widthByLikeness(printed: readonly string[]): number {
  const kinds = printed.map(kindOf);
  let best = { width: Math.max(2, Math.min(4, printed.length)), likeness: -1 };
  for (let width = 2; width <= Math.min(12, Math.floor(printed.length / 2)); width += 1) {
    const likeness = likenessAt(kinds, width) - (printed.length % width === 0 ? 0 : 0.2);
    if (likeness > best.likeness + 0.02) best = { width, likeness };
  }
  return best.width;
}

function likenessAt(kinds: readonly string[], width: number): number {
  let alike = 0;
  for (let column = 0; column < width; column += 1) {
    const counts = new Map<string, number>();
    for (let at = column + width; at < kinds.length; at += width) {
      const kind = kinds[at] ?? '';
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    alike += Math.max(0, ...counts.values());
  }
  return alike / Math.max(1, kinds.length - width);
}

function kindOf(cell: string): string {
  if (cell === '') return 'empty';
  if (/^[<>≥≤=~\s]*[\d.,]+\s*%?(\s*-\s*[\d.,]+\s*%?)?$/u.test(cell)) return 'number';
  return cell.length <= 12 ? 'short' : 'text';
}
