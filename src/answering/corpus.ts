import type { IngestedDocument } from '../document/ingested-document.ts';
import type { PolicyDocument } from '../document/policy-document.ts';
import type { PublishedIndex } from '../index/ports.ts';

/** One published generation, as answering sees it. */
export interface Corpus {
  readonly index: PublishedIndex;
  /** Metadata of every document, in stable order. */
  readonly documents: readonly PolicyDocument[];
  /** A whole document; rejects when the generation is gone. */
  document(id: string): Promise<IngestedDocument>;
}
