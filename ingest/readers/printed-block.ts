/**
 * What the html, docx and pdf readers see in a file, before it is written out as lines. Inside paragraphs `\n` is a
 * line break that is printed, and `pageMark` stands where a new page starts.
 */
export type PrintedBlock = PrintedParagraph | PrintedTable;

export interface PrintedParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Level 1–6 of a heading style, or null. */
  readonly headingLevel: number | null;
}

export interface PrintedTable {
  readonly kind: 'table';
  /** Rows of equal length, merges already expanded. */
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
}

/** A private-use character, so it survives XML and HTML; never part of the extracted text. */
export const pageMark = '\ue00c';

/** A paragraph that is no heading. */
export function paragraph(text: string): PrintedParagraph {
  return { kind: 'paragraph', text, headingLevel: null };
}
