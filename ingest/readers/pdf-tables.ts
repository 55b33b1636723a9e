import { type Box, type PageRow, type PageWord, rowText } from './pdf-page.ts';
import { gatherRows } from './pdf-rows.ts';
import type { SpannedCell } from './table-grid.ts';

/** A ruled table on one page. */
export interface RuledTable {
  readonly box: Box;
  /** Positions of the column edges, to recognise the same table on the next page. */
  readonly edges: readonly number[];
  readonly cells: readonly (readonly RuledCell[])[];
}

export interface RuledCell extends SpannedCell {
  /** Index of its first column. */
  readonly column: number;
}

/** Points within which two drawn lines are the same line. */
const near = 2.5;

/**
 * Finds tables by the lines drawn around their cells, which is how administrative papers print them: columns, merged
 * cells and cells of several lines follow from the ruling and need no guess from white space.
 */
export function findRuledTables(rules: readonly Box[], words: readonly PageWord[]): RuledTable[] {
  const across = mergeCollinear(rules.filter((rule) => rule.x1 - rule.x0 > rule.y1 - rule.y0).map(asAcross));
  const down = mergeCollinear(rules.filter((rule) => rule.x1 - rule.x0 <= rule.y1 - rule.y0).map(asDown));
  const groups = connect(across, down);
  return groups.flatMap((group) => tableOf(group, words) ?? []).sort((a, b) => a.box.y0 - b.box.y0);
}

/** A line at one coordinate (`at`) that runs from one to another along the other axis. */
interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface RulingGroup {
  readonly across: Ruling[];
  readonly down: Ruling[];
}

const asAcross = (rule: Box): Ruling => ({ at: (rule.y0 + rule.y1) / 2, from: rule.x0, to: rule.x1 });
const asDown = (rule: Box): Ruling => ({ at: (rule.x0 + rule.x1) / 2, from: rule.y0, to: rule.y1 });

/** Cells are often ruled one by one: pieces of one line are joined. */
function mergeCollinear(rulings: readonly Ruling[]): Ruling[] {
  const tracks: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const track = tracks.at(-1);
    const last = track?.at(-1);
    if (track !== undefined && last !== undefined && ruling.at - last.at <= near) track.push(ruling);
    else tracks.push([ruling]);
  }
  return tracks.flatMap((track) => {
    const at = track.reduce((sum, ruling) => sum + ruling.at, 0) / track.length;
    const merged: Ruling[] = [];
    for (const { from, to } of track.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last !== undefined && from - last.to <= near)
        merged[merged.length - 1] = { ...last, to: Math.max(last.to, to) };
      else merged.push({ at, from, to });
    }
    return merged;
  });
}

/** Lines that touch belong to one table. */
function connect(across: readonly Ruling[], down: readonly Ruling[]): RulingGroup[] {
  const groups: RulingGroup[] = [];
  for (const ruling of across) {
    const touched = down.filter((other) => crosses(ruling, other));
    const joined = groups.filter((group) => group.down.some((other) => touched.includes(other)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push({
      across: [...joined.flatMap((group) => group.across), ruling],
      down: [...new Set([...joined.flatMap((group) => group.down), ...touched])],
    });
  }
  return groups;
}

function crosses(across: Ruling, down: Ruling): boolean {
  const wide = near * 2;
  return (
    down.at >= across.from - wide &&
    down.at <= across.to + wide &&
    across.at >= down.from - wide &&
    across.at <= down.to + wide
  );
}

function tableOf(group: RulingGroup, words: readonly PageWord[]): RuledTable | null {
  const xs = edgesOf(group.down);
  const ys = edgesOf(group.across);
  if (xs.length < 3 || ys.length < 2) return null;
  const cells = spanCells(group, xs, ys);
  const box: Box = { x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, y0: ys[0] ?? 0, y1: ys.at(-1) ?? 0 };
  const rows = cells.map((row) =>
    row.map(({ box: inside, ...span }): RuledCell => ({ ...span, text: textIn(inside, words), heading: false })),
  );
  return rows.flat().length < 2 ? null : { box, edges: xs, cells: rows };
}

/** Distinct positions; the two lines of a double border count once. */
function edgesOf(rulings: readonly Ruling[]): number[] {
  const edges: number[] = [];
  for (const at of rulings.map((ruling) => ruling.at).sort((a, b) => a - b)) {
    if (at - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > near * 2) edges.push(at);
  }
  return edges;
}

interface GridCell {
  readonly box: Box;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** A cell reaches right and down until a drawn line stops it. */
function spanCells(group: RulingGroup, xs: readonly number[], ys: readonly number[]): GridCell[][] {
  const taken = new Set<string>();
  const edge = (edges: readonly number[], index: number): number => edges[index] ?? 0;
  const centre = (edges: readonly number[], index: number): number => (edge(edges, index) + edge(edges, index + 1)) / 2;
  const ruled = (rulings: readonly Ruling[], at: number, along: number): boolean =>
    rulings.some((ruling) => Math.abs(ruling.at - at) <= near * 2 && ruling.from <= along && ruling.to >= along);
  return ys.slice(0, -1).map((_, row) =>
    xs.slice(0, -1).flatMap((__, column): GridCell[] => {
      if (taken.has(`${row} ${column}`)) return [];
      let columns = 1;
      while (column + columns < xs.length - 1 && !ruled(group.down, edge(xs, column + columns), centre(ys, row)))
        columns += 1;
      let rows = 1;
      while (row + rows < ys.length - 1 && !ruled(group.across, edge(ys, row + rows), centre(xs, column))) rows += 1;
      for (let y = row; y < row + rows; y += 1)
        for (let x = column; x < column + columns; x += 1) taken.add(`${y} ${x}`);
      const box = { x0: edge(xs, column), x1: edge(xs, column + columns), y0: edge(ys, row), y1: edge(ys, row + rows) };
      return [{ box, column, columns, rows }];
    }),
  );
}

function textIn(box: Box, words: readonly PageWord[]): string {
  const inside = words.filter((word) => holds(box, word));
  return gatherRows(inside)
    .map((row: PageRow) => rowText(row))
    .join(' ');
}

/** Is the middle of a word inside a box? */
export function holds(box: Box, word: Box): boolean {
  const x = (word.x0 + word.x1) / 2;
  const y = (word.y0 + word.y1) / 2;
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}
