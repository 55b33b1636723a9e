import { z } from 'zod';
import type { PolicyDocument } from '../document/policy-document.ts';
import type { AssignmentWords, TargetWords } from '../store/list-words.ts';

/** Raised with every change of what the files of a snapshot hold; the index's own format is stated beside it. */
export const SNAPSHOT_FORMAT = 1;

/** The one file at a fixed place: it names all the others, and replacing it is what publishes a snapshot. */
export const MANIFEST_PATH = 'snapshot/manifest.json';

/** Under the platform's 25 MiB per file, with room for whoever measures differently. */
export const MOST_BYTES = 20 * 2 ** 20;

const Part = z.object({ path: z.string(), bytes: z.int(), sha256: z.string() });

/** A file, in as many parts as the limit asks for; joined they are its content. */
const Parts = z.array(Part).min(1);

export type Parts = z.infer<typeof Parts>;

/**
 * Most entries of a snapshot. An isolate has 128 MB; 25,000 entries of generated plans take 92 of them with the program and
 * what is kept of answers, at 1.8 KB an entry (`npm run bench:worker`). A fifth stays free for requests under way.
 */
export const MOST_ENTRIES = 30_000;

/** What a snapshot is a snapshot of, and where its files are. */
export const SnapshotManifest = z.object({
  format: z.number(),
  index: z.object({
    format: z.number(),
    generation: z.string(),
    embedder: z.object({ model: z.string(), dimensions: z.int() }),
    entries: z.int(),
    builtAt: z.string(),
  }),
  files: z.object({
    entries: Parts,
    lexical: Parts,
    vectors: Parts,
    documents: Parts,
    targets: Parts,
    assignments: Parts,
    /** The shipped embedding model; null for an index that a provider's model embedded. */
    embedding: Parts.nullable(),
  }),
});

export type SnapshotManifest = z.infer<typeof SnapshotManifest>;

/** `documents`: the metadata of every document in the order of the store, and where the whole of it is. */
export type DocumentList = readonly { readonly document: PolicyDocument; readonly parts: Parts }[];

/** `targets`, `assignments`: what a list is filtered by, and where its records are. */
export interface RecordList<Words> {
  /** In the order of the list. */
  readonly rows: readonly (Words & RecordPlace)[];
  /** Runs of records, each an array of them. */
  readonly chunks: readonly Parts[];
}

export interface RecordPlace {
  /** Place of the document in the list of documents. */
  readonly document: number;
  /** Place of the record within its document. */
  readonly ordinal: number;
  readonly chunk: number;
  /** Place of the record within its chunk. */
  readonly at: number;
}

export type TargetRow = TargetWords & { readonly kind: 'target' | 'result' };
export type AssignmentRow = AssignmentWords;
