import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { IndexEntry } from '../../src/index/entry.ts';
import { type FindNearest, nearestCentroids } from '../../src/index/nearest-centroids.ts';
import { type CountedPart, countPart, entryTerms } from '../../src/index/term-counts.ts';
import type { Embedder } from '../../src/model/embedder.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import { packDocument } from '../document-spool.ts';
import { embedEntries } from '../embed.ts';
import type { EmbeddingCache } from '../embedding-cache.ts';
import { ingestFile } from '../pipeline.ts';
import { countsOf, type DocumentCounts } from '../report.ts';

/**
 * The work of an ingestion that can be done anywhere: each piece follows from what is given alone, so the result is the
 * same whichever thread does it.
 */
export interface IngestionWork {
  /** Reads one file to the end. */
  readonly read: (path: string) => Promise<FileReading>;
  /** Counts and embeds some entries. */
  readonly index: (entries: readonly IndexEntry[]) => Promise<IndexedEntries>;
  readonly nearest: FindNearest;
  /** Pieces that are worth giving out at once. */
  readonly width: number;
  readonly close: () => Promise<void>;
}

/** A document as it is put aside, with what the report and the order need of it; or why there is none. */
export type FileReading =
  | {
      readonly kind: 'document';
      readonly document: PolicyDocument;
      readonly counts: DocumentCounts;
      readonly packed: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'failure'; readonly reason: string; readonly message: string };

export interface IndexedEntries {
  readonly counts: CountedPart;
  /** One per entry, end to end. */
  readonly vectors: Float32Array<ArrayBuffer>;
}

/** The work done in this thread; `openCache` is asked for when the embedder is a provider's. */
export function workHere(embedder: Embedder, openCache: () => EmbeddingCache): IngestionWork {
  let cache: EmbeddingCache | null = null;
  return {
    read: readFully,
    index: async (entries) => {
      // The model that ships with the project embeds a text in less time than it takes to look it up.
      if (embedder instanceof StaticEmbeddings) return indexEntries(entries, embedder);
      cache ??= openCache();
      const vectors = await embedEntries(entries, { embedder, cache });
      return { counts: countPart(entryTerms(entries)), vectors: endToEnd(vectors, embedder.dimensions) };
    },
    nearest: nearestCentroids(),
    width: 1,
    close: async () => cache?.close(),
  };
}

/** A file read and packed, so that it travels between threads and to the disk as bytes. */
export async function readFully(path: string): Promise<FileReading> {
  const outcome = await ingestFile(path);
  return outcome.kind === 'failure' ? outcome : readingOf(outcome.ingested);
}

function readingOf(ingested: IngestedDocument): FileReading {
  const { document } = ingested;
  return { kind: 'document', document, counts: countsOf(ingested), packed: packDocument(ingested) };
}

/** Entries counted, and embedded by a model at hand; their words are taken to pieces once for both. */
export function indexEntries(entries: readonly IndexEntry[], embedder: StaticEmbeddings): IndexedEntries {
  const terms = entryTerms(entries);
  const vectors = new Float32Array(entries.length * embedder.dimensions);
  for (const [i, { heading, body }] of terms.entries()) {
    vectors.set(embedder.embedTerms([...heading, ...body]), i * embedder.dimensions);
  }
  return { counts: countPart(terms), vectors };
}

function endToEnd(vectors: readonly Float32Array[], dimensions: number): Float32Array<ArrayBuffer> {
  const all = new Float32Array(vectors.length * dimensions);
  for (const [i, vector] of vectors.entries()) all.set(vector, i * dimensions);
  return all;
}
