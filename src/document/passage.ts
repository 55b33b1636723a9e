import type { Span } from './span.ts';

/** A table row with the header it stands under. */
export interface TableRow {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

/**
 * header: motto, issuer, number, date, title and site metadata; basis: "Căn cứ …"; signature: signature block and recipients.
 */
export type PassageKind = 'paragraph' | 'bullet' | 'heading' | 'row' | 'header' | 'basis' | 'signature';

/** What is retrieved and cited: the smallest self-contained unit of a document. */
export interface Passage {
  /** `<documentId>:p<ordinal in the document>`. */
  readonly id: string;
  readonly documentId: string;
  readonly kind: PassageKind;
  readonly provisionPath: readonly string[];
  /** Headings from the outermost to the nearest, in reading form: `['III. Nhiệm vụ …', '1.1. …']`. */
  readonly headingTrail: readonly string[];
  /** The quotable text of the span (see `quotable`), so always a verbatim quote. */
  readonly text: string;
  /** Only on rows. */
  readonly table: TableRow | null;
  readonly span: Span;
}
