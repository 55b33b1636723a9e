import type { PlacedBlock } from '../../../ingest/placed-block.ts';
import { type RecordContext, readRecords } from '../../../ingest/records/records.ts';
import type { PolicyDocument } from '../../../src/document/policy-document.ts';
import { quotable } from '../../../src/document/quotable.ts';
import { findLineStarts, linesOf, type SourceText, spanBetween } from '../../../src/document/source-text.ts';

/** A line of a test document: text with its role and place, or a table. */
export type Line = TextLine | TableLine;

interface TextLine {
  readonly text: string;
  readonly role?: 'heading' | 'run-in' | 'numbered' | 'bullet' | 'text';
  readonly path?: readonly string[];
  readonly trail?: readonly string[];
  readonly part?: PlacedBlock['part'];
}

interface TableLine {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly trail?: readonly string[];
}

const plan: PolicyDocument = {
  id: 'ke-hoach',
  number: '50/KH-UBND',
  type: 'Kế hoạch',
  issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
  province: 'Bắc Giang',
  issuedOn: '2024-08-16',
  title: null,
  signer: null,
  period: null,
  basedOn: [],
  replaces: [],
  flags: [],
  warnings: [],
  source: { file: 'ke-hoach.txt', lines: 0, digest: '' },
  evidence: {},
  abbreviations: [],
};

/** The records of a document made of the given lines. */
export function recordsOf(
  lines: readonly Line[],
  changes: Partial<PolicyDocument> = {},
): ReturnType<typeof readRecords> {
  const { placed, source } = place(lines);
  const context: RecordContext = { document: { ...plan, ...changes }, source };
  const records = readRecords(placed, context);
  for (const { id, quote, span } of [
    ...records.targets,
    ...records.assignments,
    ...records.entitlements,
    ...records.references,
  ]) {
    if (!quotable(linesOf(source, span.startLine, span.endLine)).includes(quote)) throw new Error(`${id} is no quote.`);
  }
  return records;
}

function place(lines: readonly Line[]): { readonly placed: readonly PlacedBlock[]; readonly source: SourceText } {
  const printed = lines.map((line) => ('text' in line ? line.text : printTable(line)));
  const text = printed.join('\n\n');
  const source = { file: 'ke-hoach.txt', digest: '', text, lineStarts: findLineStarts(text), pageStarts: null };
  let at = 0;
  const placed = lines.map((line, i): PlacedBlock => {
    const start = at;
    at += (printed[i] ?? '').length + 2;
    return 'text' in line ? placeText(line, source, start) : placeTable(line, source, start);
  });
  return { placed, source };
}

function placeText(line: TextLine, source: SourceText, start: number): PlacedBlock {
  const { text, role = 'text', path = [], trail = [], part = 'body' } = line;
  const span = spanBetween(source, start, start + text.length);
  const offsets = Array.from({ length: text.length + 1 }, (_, i) => start + i);
  return {
    block: { kind: 'text', text, span, offsets, headingLevel: null, bold: false },
    part,
    role,
    provisionPath: path,
    headingTrail: trail,
    bodyStart: 0,
    bullet: role === 'bullet' ? text.slice(0, 1) : null,
  };
}

function printTable({ columns, rows }: TableLine): string {
  return [columns, ...rows].map((cells) => cells.join(' | ')).join('\n');
}

function placeTable(line: TableLine, source: SourceText, start: number): PlacedBlock {
  const { columns, rows, trail = ['PHỤ LỤC'] } = line;
  let at = start + columns.join(' | ').length + 1;
  const placedRows = rows.map((cells) => {
    const rowStart = at;
    const placedCells = cells.map((text) => {
      const span = spanBetween(source, at, at + text.length);
      at += text.length + 3;
      return { text, span };
    });
    at -= 2;
    return { cells: placedCells, span: spanBetween(source, rowStart, at - 1) };
  });
  const span = spanBetween(source, start, at - 1);
  const headerSpan = spanBetween(source, start, start + columns.join(' | ').length);
  return {
    block: { kind: 'table', columns, headerSpan, rows: placedRows, span },
    part: 'body',
    role: 'table',
    provisionPath: ['Phụ lục'],
    headingTrail: trail,
    bodyStart: 0,
    bullet: null,
  };
}
