import type { Block } from './block.ts';

/**
 * front: site chrome, motto, issuer, number, date, type, title, site metadata; basis: "Căn cứ …", "Thực hiện …" before
 * the first heading; body: provisions and appendices; closing: recipients and signature block.
 */
export type DocumentPart = 'front' | 'basis' | 'body' | 'closing';

/**
 * heading: a heading and nothing else; run-in: label and title, then text in the same block (`g) Về y tế: Đẩy nhanh …`,
 * `1. Sở Y tế: Tham mưu …`); numbered: a labelled paragraph without a title; bullet: `-`, `+`, `*`; text; table.
 */
export type BlockRole = 'heading' | 'run-in' | 'numbered' | 'bullet' | 'text' | 'table';

/** A block with its place in the outline: what the passage and record steps read. */
export interface PlacedBlock {
  readonly block: Block;
  readonly part: DocumentPart;
  readonly role: BlockRole;
  /** Path of the nearest provision the block belongs to; a heading belongs to its own. Empty outside the outline. */
  readonly provisionPath: readonly string[];
  /** `label title` of every provision on the path that has a title, outermost first. */
  readonly headingTrail: readonly string[];
  /** Offset in a text block's `text` of the first character after label, bullet mark or run-in title; 0 otherwise. */
  readonly bodyStart: number;
  /** The mark of a bullet: "-", "+"; null otherwise. */
  readonly bullet: string | null;
}
