import type { IngestedDocument } from '../../document/ingested-document.ts';
import type { Passage } from '../../document/passage.ts';
import { lineAt, type SourceText } from '../../document/source-text.ts';

/** A piece of text between two anchors or highlight borders. */
export interface Piece {
  /** The line that begins here; null when the piece goes on within one. */
  readonly line: number | null;
  readonly text: string;
  readonly marked: boolean;
}

/** What the reading view shows: running text of one passage, or rows of one table. */
export type ReadingBlock = TextReadingBlock | TableReadingBlock;

export interface TextReadingBlock {
  readonly kind: 'text';
  /** Null for text that no passage holds: site chrome, table headers. */
  readonly passage: Passage | null;
  readonly startLine: number;
  readonly pieces: readonly Piece[];
}

export interface TableReadingBlock {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly startLine: number;
  readonly rows: readonly TableReadingRow[];
}

export interface TableReadingRow {
  readonly passage: Passage;
  readonly lines: readonly number[];
  readonly cells: readonly string[];
  readonly marked: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Part extends Stretch {
  readonly passage: Passage | null;
}

/**
 * The whole text of a document in reading form: hard wraps run on, table rows are tables. Every line that holds text
 * keeps its anchor, whatever block it falls in.
 */
export function readingBlocks({ source, passages }: IngestedDocument, highlight: Stretch | null): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  for (const part of partition(source, passages)) {
    const { passage } = part;
    if (passage?.table) addRow(blocks, source, { ...part, passage, table: passage.table }, highlight);
    else if (!isTableRemnant(source.text.slice(part.start, part.end), part, blocks.at(-1))) {
      const pieces = piecesOf(source, part, highlight);
      blocks.push({ kind: 'text', passage, startLine: lineAt(source.lineStarts, part.start), pieces });
    }
  }
  return blocks;
}

/** The passages in order without overlaps, and between them the text that none of them holds. */
function partition(source: SourceText, passages: readonly Passage[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const addLoose = (start: number, end: number): void => {
    // Loose text keeps its paragraphs: they are all the structure it has.
    for (const match of source.text.slice(start, end).matchAll(/\S[\s\S]*?(?=\n\s*\n|$)/g)) {
      const from = start + match.index;
      parts.push({ start: from, end: from + match[0].length, passage: null });
    }
  };
  for (const passage of passages.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (passage.span.end <= at) continue;
    const start = Math.max(at, passage.span.start);
    addLoose(at, start);
    parts.push({ start, end: passage.span.end, passage });
    at = passage.span.end;
  }
  addLoose(at, source.text.length);
  return parts;
}

/** Cell borders and rulers left between rows carry nothing to read. */
function isTableRemnant(text: string, part: Part, before: ReadingBlock | undefined): boolean {
  return part.passage === null && (/^[|\s:+-]*$/.test(text) || (before?.kind === 'table' && text.trim() === ''));
}

interface RowPart extends Part {
  readonly passage: Passage;
  readonly table: NonNullable<Passage['table']>;
}

function addRow(blocks: ReadingBlock[], source: SourceText, part: RowPart, highlight: Stretch | null): void {
  const first = lineAt(source.lineStarts, part.start);
  const last = lineAt(source.lineStarts, Math.max(part.start, part.end - 1));
  const row: TableReadingRow = {
    passage: part.passage,
    lines: Array.from({ length: last - first + 1 }, (_, i) => first + i),
    cells: part.table.cells,
    marked: highlight !== null && part.start < highlight.end && highlight.start < part.end,
  };
  const table = blocks.at(-1);
  if (table?.kind === 'table' && sameColumns(table.columns, part.table.columns)) {
    blocks[blocks.length - 1] = { ...table, rows: [...table.rows, row] };
  } else {
    blocks.push({ kind: 'table', columns: part.table.columns, startLine: first, rows: [row] });
  }
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column, i) => column === b[i]);
}

/** Cuts a stretch where a line begins and where the highlight begins or ends. */
function piecesOf(source: SourceText, { start, end }: Stretch, highlight: Stretch | null): Piece[] {
  const cuts = new Set([start]);
  for (let line = lineAt(source.lineStarts, start); ; line += 1) {
    const lineStart = source.lineStarts[line];
    if (lineStart === undefined || lineStart >= end) break;
    cuts.add(lineStart);
  }
  for (const border of highlight === null ? [] : [highlight.start, highlight.end]) {
    if (border > start && border < end) cuts.add(border);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.map((from, i) => {
    const to = sorted[i + 1] ?? end;
    const line = lineAt(source.lineStarts, from);
    return {
      line: from === start || source.lineStarts[line - 1] === from ? line : null,
      // Markdown marks of a converted source are not words of the document.
      text: source.text.slice(from, to).replace(/[*#]/g, ''),
      marked: highlight !== null && from < highlight.end && highlight.start < to,
    };
  });
}
