import type { IngestedDocument } from '../src/document/ingested-document.ts';
import type { PolicyDocument, Warning } from '../src/document/policy-document.ts';
import type { SourceText } from '../src/document/source-text.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { normalise } from './normalise/normalise.ts';
import { placeBlocks } from './outline/place-blocks.ts';
import { readPassages } from './passages.ts';
import { readPath, readSource } from './readers/read.ts';
import type { ReadFailure, Reading, SourceFile } from './readers/reading.ts';
import { readRecords } from './records/records.ts';

/** A document read, or the reason why there is none. */
export type Ingestion =
  | { readonly kind: 'document'; readonly ingested: IngestedDocument }
  | { readonly kind: 'failure'; readonly reason: ReadFailure; readonly message: string };

/** The pure part of ingestion: read → normalise → outline → metadata → records → passages. Touches no index. */
export async function ingestFile(path: string): Promise<Ingestion> {
  return ingestReading(await readPath(path));
}

/** The same for bytes that came by upload. */
export async function ingestUpload(file: SourceFile): Promise<Ingestion> {
  return ingestReading(await readSource(file));
}

function ingestReading(reading: Reading): Ingestion {
  if (reading.kind === 'failure') return reading;
  return { kind: 'document', ingested: ingestText(reading.source, reading.warnings) };
}

/** Everything read out of one text. What is not understood becomes a warning with its line; nothing throws. */
export function ingestText(source: SourceText, readerWarnings: readonly Warning[] = []): IngestedDocument {
  const blocks = normalise(source);
  const outlined = placeBlocks(source, blocks);
  const metadata = readMetadata(source, outlined);
  const { warnings, ...records } = readRecords(outlined.placed, { document: metadata, source });
  const document = withWarnings(metadata, [...readerWarnings, ...metadata.warnings, ...warnings]);
  const passages = readPassages(outlined.placed, source, document.id);
  return { document, source, outline: outlined.outline, ...records, passages };
}

function withWarnings(document: PolicyDocument, warnings: readonly Warning[]): PolicyDocument {
  return { ...document, warnings: [...warnings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
