import type { Span } from '../src/document/span.ts';

/**
 * What normalisation hands on: the document as a sequence of paragraphs and tables, hard wraps undone and
 * page-break splits joined. Every block and cell keeps its span in the source.
 */
export type Block = TextBlock | TableBlock;

/** One paragraph, bullet or heading line in reading form. */
export interface TextBlock {
  readonly kind: 'text';
  /** `quotable` text of the span. */
  readonly text: string;
  readonly span: Span;
  /**
   * For every character of `text`, its offset in the source; one entry more than characters, the last being `span.end`,
   * so a part `[i, j)` of the text stands at `[offsets[i], offsets[j - 1] + 1)`.
   */
  readonly offsets: readonly number[];
  /** Markdown heading level (1–6), or null. */
  readonly headingLevel: number | null;
  /** The whole block, or its run-in start, is bold. */
  readonly bold: boolean;
}

export interface TableCell {
  /** Quotable text; empty string for an empty cell. */
  readonly text: string;
  /** Null for a cell that a merge fills. */
  readonly span: Span | null;
}

export interface TableRowBlock {
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Column names; multi-row headers are joined with " – ". Empty when the table has no header. */
  readonly columns: readonly string[];
  readonly headerSpan: Span | null;
  /** Body rows, each padded to the number of columns. */
  readonly rows: readonly TableRowBlock[];
  readonly span: Span;
}
