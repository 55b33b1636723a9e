import { type SourceText, spanBetween } from '../../src/document/source-text.ts';
import type { Span } from '../../src/document/span.ts';
import type { TextBlock } from '../block.ts';
import type { DocumentPart, PlacedBlock } from '../placed-block.ts';

/** A field's value and where it is printed. */
export interface Found<T> {
  readonly value: T;
  readonly span: Span;
}

/** The source span of the part `[start, end)` of a block's text. */
export function spanWithin(source: SourceText, block: TextBlock, start: number, end: number): Span {
  const last = block.offsets[Math.max(start, end - 1)] ?? block.span.end - 1;
  return spanBetween(
    source,
    block.offsets[start] ?? block.span.start,
    end >= block.text.length ? block.span.end : last + 1,
  );
}

/** The text blocks of one part of the document, in order. */
export function textsOf(placed: readonly PlacedBlock[], part: DocumentPart): TextBlock[] {
  return placed.flatMap((each) => (each.part === part && each.block.kind === 'text' ? [each.block] : []));
}
