import { fold } from '../../src/vietnamese/fold.ts';
import { type Extent, type Line, type Piece, type RawTable, trimExtent } from './piece.ts';
import { rowsOfStream, rowsWithOpeningPipe } from './table-rows.ts';

/**
 * Takes out tables that a conversion wrote with `|` alone on a line between cells. Two dialects are known: every row
 * opens with a `|` of its own and blank lines stand around the table; or each cell is closed by a `|` and nothing marks
 * rows. Two-column letterheads and signature blocks come in the same form: their cells go back to being lines.
 */
export function takeLinearisedTables(pieces: readonly Piece[], text: string): Piece[] {
  return chunksOf(withoutBreaksAtPipes(pieces)).flatMap((chunk) => {
    if (chunk.kind === 'break') return [chunk];
    const { lines } = chunk;
    if (!lines.some(isPipe)) return lines.map(asPiece);
    const [first] = lines;
    return first !== undefined && isPipe(first) ? tableWithOpeningPipes(lines, text) : tablesInStream(lines, text);
  });
}

const isPipe = (line: Line): boolean => line.plain === '|';
const asPiece = (line: Line): Piece => ({ kind: 'line', line });

type Chunk = { readonly kind: 'break' } | { readonly kind: 'lines'; readonly lines: readonly Line[] } | Taken;
type Taken = Extract<Piece, { kind: 'table' | 'paragraph' }>;

/** Some copies put blank lines around every `|`: those part nothing. */
function withoutBreaksAtPipes(pieces: readonly Piece[]): readonly Piece[] {
  const pipeAt = (index: number) => {
    const piece = pieces[index];
    return piece?.kind === 'line' && isPipe(piece.line);
  };
  const breakAt = (index: number) => (pieces[index]?.kind ?? 'break') === 'break';
  const lone = pieces.filter((_, i) => pipeAt(i) && breakAt(i - 1) && breakAt(i + 1)).length;
  if (lone < 4 || lone * 2 < pieces.filter((_, i) => pipeAt(i)).length) return pieces;
  return pieces.filter((piece, i) => !(piece.kind === 'break' && (pipeAt(i - 1) || pipeAt(i + 1))));
}

function chunksOf(pieces: readonly Piece[]): Exclude<Chunk, Taken>[] {
  const chunks: Exclude<Chunk, Taken>[] = [];
  let lines: Line[] = [];
  const close = () => {
    if (lines.length > 0) chunks.push({ kind: 'lines', lines });
    lines = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'line') lines.push(piece.line);
    else {
      close();
      chunks.push({ kind: 'break' });
    }
  }
  close();
  return chunks;
}

/** The lines between two pipes. */
type Gap = readonly Line[];

/** Cuts lines at the pipes: what stands before the first, between each two, and after the last. */
function gapsOf(lines: readonly Line[]): { before: Gap; between: Gap[]; after: Gap } {
  const gaps: Line[][] = [[]];
  for (const line of lines) {
    if (isPipe(line)) gaps.push([]);
    else gaps.at(-1)?.push(line);
  }
  const [before = [], ...rest] = gaps;
  const after = rest.pop() ?? [];
  return { before, between: rest, after };
}

function tableWithOpeningPipes(lines: readonly Line[], text: string): Piece[] {
  const { between, after } = gapsOf(lines);
  const rest = after.map(asPiece);
  if (isLayout(between)) return [...linesOfCells(between), ...rest];
  const rows = rowsWithOpeningPipe(
    between.map((gap) => extentOf(gap, text)),
    text,
  );
  return [...tablePiece(rows), ...rest];
}

/** More lines than this between two pipes are running text, not a cell. */
const LONGEST_CELL = 15;

/** In the unmarked dialect running text stands between tables: a new table opens where a gap cannot be one cell. */
function tablesInStream(lines: readonly Line[], text: string): Piece[] {
  const { before, between, after } = gapsOf(lines);
  const pieces: Piece[] = [];
  let cells: Gap[] = [];
  const open = (gap: Gap) => {
    const { running, cell } = openingCell(gap, pieces.length === 0);
    pieces.push(...running.map(asPiece), { kind: 'break' });
    cells = [cell];
  };
  const close = () => {
    if (isLayout(cells)) pieces.push(...linesOfCells(cells));
    else
      pieces.push(
        ...tablePiece(
          rowsOfStream(
            cells.map((gap) => extentOf(gap, text)),
            text,
          ),
        ),
      );
  };
  open(before);
  for (const gap of between) {
    if (gap.length <= LONGEST_CELL && !gap.some(opensAppendix)) cells.push(gap);
    else {
      close();
      open(gap);
    }
  }
  close();
  return [...pieces, { kind: 'break' }, ...after.map(asPiece)];
}

const opensAppendix = (line: Line): boolean => /^(PHỤ LỤC|BIỂU|MẪU)(?=$|[\s:.])/u.test(line.plain);

/**
 * Where the first cell of a table begins in the text before its first `|`: with the letterhead all of it, with a
 * signature block from "Nơi nhận", else the last line and short lines above it that do not end a sentence.
 */
function openingCell(gap: Gap, atStart: boolean): { running: Gap; cell: Gap } {
  if (atStart && gap.length <= LONGEST_CELL) return { running: [], cell: gap };
  const recipients = gap.findLastIndex((line) => /^Nơi nhận/iu.test(line.plain));
  let from = recipients === -1 ? Math.max(0, gap.length - 1) : recipients;
  while (recipients === -1 && from > 0 && continuesCell(gap[from - 1])) from -= 1;
  return { running: gap.slice(0, from), cell: gap.slice(from) };
}

function continuesCell(line: Line | undefined): boolean {
  return line !== undefined && line.plain.length < 12 && !/[.;:)\]”"!?]$/u.test(line.plain);
}

/** Letterhead, signature block, or anything too small to be a table. */
function isLayout(cells: readonly Gap[]): boolean {
  const printed = cells.map((gap) => gap.map((line) => line.plain).join(' ')).filter((cell) => cell !== '');
  if (printed.length < 4) return true;
  return printed.length <= 8 && printed.some((cell) => LAYOUT_WORDS.test(fold(cell)));
}

const LAYOUT_WORDS =
  /cong hoa xa\s+hoi chu nghia|dang cong san viet nam|^noi nhan|^(tm|kt|tl|tuq|q)\. ?(uy|uỷ|chu|hoi|ban|bo|truong|giam)/u;

function linesOfCells(cells: readonly Gap[]): Piece[] {
  return cells.flatMap((gap): Piece[] => [{ kind: 'break' }, ...gap.map(asPiece), { kind: 'break' }]);
}

function extentOf(gap: Gap, text: string): Extent | null {
  const [first] = gap;
  const last = gap.at(-1);
  if (first === undefined || last === undefined) return null;
  return trimExtent(text, { start: first.start, end: last.end });
}

function tablePiece(rows: RawTable['rows']): Piece[] {
  return rows.length === 0 ? [] : [{ kind: 'table', table: { rows, headerRows: null } }];
}
