/** A table cell as HTML and Word give it. */
export interface SpannedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly heading: boolean;
}

export interface TableGrid {
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
}

/** More columns than this is a broken or hostile file; the rest of the row is cut. */
const maxColumns = 60;

/**
 * Expands merged cells so that every row stands alone. A cell merged downwards is repeated in each of its rows: the
 * row keeps its group and its monitoring body. A cell merged sideways is repeated in the header, where it names each
 * of its columns, and printed once in the body, where it is a group row and not that many equal values.
 */
export function expandSpans(spanned: readonly (readonly SpannedCell[])[]): TableGrid {
  const headerRows = countHeaderRows(spanned);
  const grid: string[][] = spanned.map(() => []);
  spanned.forEach((cells, rowIndex) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      const width = Math.min(cell.columns, maxColumns - column);
      const height = Math.min(cell.rows, spanned.length - rowIndex);
      for (let down = 0; down < height; down += 1) {
        const row = grid[rowIndex + down];
        if (row === undefined) continue;
        for (let right = 0; right < width; right += 1) {
          row[column + right] = right === 0 || rowIndex < headerRows ? cell.text : '';
        }
      }
      column += Math.max(width, 0);
      if (column >= maxColumns) break;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  return { rows, headerRows };
}

/** Rows of heading cells; without any, the first row and those its merged cells reach down to. */
function countHeaderRows(rows: readonly (readonly SpannedCell[])[]): number {
  if (rows.length < 2) return 0;
  let marked = 0;
  while (marked < rows.length && isHeadingRow(rows[marked] ?? [])) marked += 1;
  if (marked > 0 && marked < rows.length) return marked;
  const first = rows[0] ?? [];
  const reach = Math.max(1, ...first.map((cell) => cell.rows));
  const shared = first.some((cell) => cell.rows < reach && cell.columns > 1);
  return shared && reach < rows.length && reach <= 4 ? reach : 1;
}

function isHeadingRow(cells: readonly SpannedCell[]): boolean {
  return cells.length > 0 && cells.every((cell) => cell.heading);
}
