import type { SourceText } from '../../src/document/source-text.ts';
import type { Block } from '../block.ts';
import { joinTablesOverPages } from '../tables/continued.ts';
import { tableBlockOf } from '../tables/table-block.ts';
import { undoHardWraps } from './hard-wraps.ts';
import { takeLinearisedTables } from './linearised-tables.ts';
import { joinPageBreaks } from './page-breaks.ts';
import { type Piece, splitPieces } from './piece.ts';
import { takePipeTables } from './pipe-tables.ts';
import { dropSiteChrome } from './site-chrome.ts';
import { textBlockOf } from './text-block.ts';

type Step = (pieces: readonly Piece[], text: string) => readonly Piece[];

/**
 * Afterwards every piece is a table or a whole paragraph, no paragraph is split by a wrap or a page break, and nothing
 * of the source but site chrome and the pipes of tables is left out. Tables go first, since a wrap inside a cell follows
 * other rules than one in running text.
 */
const STEPS: readonly Step[] = [dropSiteChrome, takeLinearisedTables, takePipeTables, undoHardWraps, joinPageBreaks];

/** The source as paragraphs and tables in reading form, each with its place in the source. */
export function normalise(source: SourceText): Block[] {
  const pieces = STEPS.reduce<readonly Piece[]>((before, step) => step(before, source.text), splitPieces(source));
  return joinTablesOverPages(pieces.flatMap((piece) => blockOf(piece, source) ?? []));
}

function blockOf(piece: Piece, source: SourceText): Block | null {
  if (piece.kind === 'paragraph') return textBlockOf(source, piece.extent);
  return piece.kind === 'table' ? tableBlockOf(source, piece.table) : null;
}
