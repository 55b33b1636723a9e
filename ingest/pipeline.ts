import type { IngestedDocument } from '../src/document/ingested-document.ts';
import type { PolicyDocument, Warning } from '../src/document/policy-document.ts';
import type { SourceText } from '../src/document/source-text.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { normalise } from './normalise/normalise.ts';
import { placeBlocks } from './outline/place-blocks.ts';
import { splitRunInLabels } from './outline/run-in-labels.ts';
import { readPassages } from './passages.ts';
import { readerVersion } from './reader-version.ts';
import { readPath } from './readers/read.ts';
import type { ReadFailure } from './readers/reading.ts';
import { readRecords } from './records/records.ts';

/** A document read, or the reason why there is none. */
export type Ingestion =
  | { readonly kind: 'document'; readonly ingested: IngestedDocument }
  | { readonly kind: 'failure'; readonly reason: ReadFailure; readonly message: string };

/**
 * The steps of ingestion that touch nothing but the file, in order: read → normalise → outline → metadata → records →
 * passages. `ingestCorpus` runs them over files and goes on with embed → publish; `inspect` shows what they find.
 */
export async function ingestFile(path: string): Promise<Ingestion> {
  const reading = await readPath(path);
  if (reading.kind === 'failure') return reading;
  const ingested = signed(ingestText(reading.source, reading.warnings));
  return { kind: 'document', ingested: reading.ocr === true ? flaggedOcr(ingested) : ingested };
}

/** Says which readers read it, so that a later version knows to read its file again. */
function signed(ingested: IngestedDocument): IngestedDocument {
  const { document } = ingested;
  return { ...ingested, document: { ...document, source: { ...document.source, reader: readerVersion() } } };
}

/** Everything read out of one text. What is not understood becomes a warning with its line; nothing throws. */
export function ingestText(source: SourceText, readerWarnings: readonly Warning[] = []): IngestedDocument {
  const blocks = splitRunInLabels(normalise(source), source);
  const outlined = placeBlocks(source, blocks);
  const metadata = readMetadata(source, outlined);
  const { warnings, ...records } = readRecords(outlined.placed, { document: metadata, source });
  const document = withWarnings(metadata, [...readerWarnings, ...metadata.warnings, ...warnings]);
  const passages = readPassages(outlined.placed, source, document.id);
  return { document, source, outline: outlined.outline, ...records, passages };
}

/** The reader knows that it recognised characters, whether or not the text shows slips. */
function flaggedOcr(ingested: IngestedDocument): IngestedDocument {
  const flags = [...new Set([...ingested.document.flags, 'ocr' as const])];
  return { ...ingested, document: { ...ingested.document, flags } };
}

function withWarnings(document: PolicyDocument, warnings: readonly Warning[]): PolicyDocument {
  return { ...document, warnings: [...warnings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
