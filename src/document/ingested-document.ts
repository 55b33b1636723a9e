import type { Passage } from './passage.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { Provision } from './provision.ts';
import type { DocumentRecords } from './records.ts';
import type { SourceText } from './source-text.ts';

/** One document as ingestion hands it to the store. */
export interface IngestedDocument extends DocumentRecords {
  readonly document: PolicyDocument;
  readonly source: SourceText;
  readonly outline: readonly Provision[];
  readonly passages: readonly Passage[];
}
