import { quotable } from '../../src/document/quotable.ts';
import type { RecordBase } from '../../src/document/records.ts';
import { type SourceText, spanBetween } from '../../src/document/source-text.ts';
import type { Span } from '../../src/document/span.ts';
import type { TextBlock } from '../block.ts';
import type { PlacedBlock } from '../placed-block.ts';

/** A record before it is numbered. */
export type Draft<T extends RecordBase> = Omit<T, 'id' | 'documentId'>;

/** A block of running text with its place in the outline. */
export interface PlacedText extends PlacedBlock {
  readonly block: TextBlock;
}

export function isPlacedText(placed: PlacedBlock): placed is PlacedText {
  return placed.block.kind === 'text';
}

/** Where the characters `[from, to)` of a block's text stand in the source, white space at both ends left out. */
export function partSpan(source: SourceText, block: TextBlock, from: number, to: number): Span {
  let start = Math.max(0, from);
  let end = Math.min(block.text.length, to);
  while (start < end && /\s/.test(block.text[start] ?? '')) start++;
  while (end > start && /\s/.test(block.text[end - 1] ?? '')) end--;
  if (start >= end) return block.span;
  const first = block.offsets[start] ?? block.span.start;
  const last = block.offsets[end - 1] ?? block.span.end - 1;
  return spanBetween(source, first, last + 1);
}

/** What every record carries, for the given span. */
export function baseOf(source: SourceText, placed: PlacedBlock, span: Span): Draft<RecordBase> {
  return {
    provisionPath: placed.provisionPath,
    headingTrail: placed.headingTrail,
    quote: quotable(source.text.slice(span.start, span.end)),
    span,
  };
}
