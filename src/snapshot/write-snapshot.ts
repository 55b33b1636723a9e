import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IngestedDocument } from '../document/ingested-document.ts';
import type { UnitVectors } from '../index/exact-vectors.ts';
import { codeVectors } from '../index/int8-vectors.ts';
import type { IndexManifest } from '../index/ports.ts';
import { packSections } from '../index/typed-sections.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { assignmentWords, targetWords } from '../store/list-words.ts';
import {
  type AssignmentRow,
  type DocumentList,
  MANIFEST_PATH,
  MOST_BYTES,
  type Parts,
  type RecordList,
  type RecordPlace,
  SNAPSHOT_FORMAT,
  type SnapshotManifest,
  type TargetRow,
} from './format.ts';
import type { StoredDocument } from './snapshot-store.ts';

/** The published generation, as a snapshot takes it over. */
export interface SnapshotSource {
  readonly index: IndexManifest;
  /** The index's own files, byte for byte. */
  readonly entries: Uint8Array;
  readonly lexical: Uint8Array;
  readonly vectors: UnitVectors;
  /** The file of the shipped embedding model; null when a provider's model embedded the index. */
  readonly embedding: Uint8Array | null;
  readonly store: DocumentStore;
}

export interface SnapshotTarget {
  /** The folder the platform serves; the snapshot lies in `snapshot/` within it. */
  readonly folder: string;
  /** Most bytes of one file. */
  readonly mostBytes?: number;
  /** Told of every file as it is written. */
  readonly onFile?: (path: string, bytes: number) => void;
}

/** Records of about this many bytes are fetched together. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Writes the snapshot of a generation. Its files get a folder of their own; only when all are there does the manifest
 * name them, in one rename, and former folders go. Whoever reads meanwhile sees the former snapshot or this one.
 */
export async function writeSnapshot(source: SnapshotSource, target: SnapshotTarget): Promise<SnapshotManifest> {
  const { folder } = target;
  const name = `${source.index.generation}-${randomBytes(2).toString('hex')}`;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  const write = partWriter(join(partial, name), `snapshot/${name}`, target);
  const files = await writeFiles(source, write);
  const manifest: SnapshotManifest = { format: SNAPSHOT_FORMAT, index: source.index, files };
  await writeFile(join(partial, 'manifest.json'), JSON.stringify(manifest, null, 2));

  const snapshots = join(folder, dirname(MANIFEST_PATH));
  await mkdir(snapshots, { recursive: true });
  await rename(join(partial, name), join(snapshots, name));
  await rename(join(partial, 'manifest.json'), join(folder, MANIFEST_PATH));
  await rm(partial, { recursive: true });
  for (const other of await readdir(snapshots, { withFileTypes: true })) {
    if (other.isDirectory() && other.name !== name) await rm(join(snapshots, other.name), { recursive: true });
  }
  return manifest;
}

type WriteParts = (name: string, content: Uint8Array) => Promise<Parts>;

/** Writes files in parts under the limit and says where they will be. */
function partWriter(
  folder: string,
  address: string,
  { mostBytes = MOST_BYTES, onFile = () => {} }: SnapshotTarget,
): WriteParts {
  return async (name, content) => {
    const [stem = name, extension = ''] = name.split('.');
    const parts: Parts = [];
    for (let start = 0; start === 0 || start < content.length; start += mostBytes) {
      const part = content.subarray(start, start + mostBytes);
      const file = `${stem}-${parts.length}.${extension}`;
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), part);
      onFile(file, part.length);
      const sha256 = createHash('sha256').update(part).digest('hex');
      parts.push({ path: `${address}/${file}`, bytes: part.length, sha256 });
    }
    return parts;
  };
}

async function writeFiles(
  { entries, lexical, vectors, embedding, store }: SnapshotSource,
  write: WriteParts,
): Promise<SnapshotManifest['files']> {
  const { codes, scales } = codeVectors(vectors);
  const lists = await writeDocuments(store, write);
  return {
    entries: await write('entries.bin', entries),
    lexical: await write('lexical.bin', lexical),
    vectors: await write('vectors.bin', packSections({ codes: new Uint8Array(codes.buffer), scales })),
    documents: await write('documents.json', json(lists.documents)),
    targets: await write('targets.json', json(lists.targets)),
    assignments: await write('assignments.json', json(lists.assignments)),
    embedding: embedding === null ? null : await write('embedding.bin', embedding),
  };
}

interface Lists {
  readonly documents: DocumentList;
  readonly targets: RecordList<TargetRow>;
  readonly assignments: RecordList<AssignmentRow>;
}

/** Writes the documents one by one, so that only one of them is in memory, and collects what lists need. */
async function writeDocuments(store: DocumentStore, write: WriteParts): Promise<Lists> {
  const documents: DocumentList[number][] = [];
  const targets = chunkWriter<TargetRow>('targets', write);
  const assignments = chunkWriter<AssignmentRow>('assignments', write);
  for (const [place, document] of (await store.documents()).entries()) {
    const ingested = await store.document(document.id);
    if (ingested === null) throw new Error(`Document "${document.id}" went away while its snapshot was written.`);
    documents.push({ document, parts: await write(`documents/${place}.json`, json(stored(ingested))) });
    for (const [ordinal, target] of ingested.targets.entries()) {
      await targets.add({ ...targetWords(target), kind: target.kind }, { document: place, ordinal }, target);
    }
    for (const [ordinal, assignment] of ingested.assignments.entries()) {
      await assignments.add(assignmentWords(assignment), { document: place, ordinal }, assignment);
    }
  }
  return { documents, targets: await targets.end(), assignments: await assignments.end() };
}

function stored({ source: { lineStarts: _, ...source }, ...rest }: IngestedDocument): StoredDocument {
  return { ...rest, source };
}

/** Gathers records into chunks as they come. */
function chunkWriter<Words>(name: string, write: WriteParts) {
  const rows: (Words & RecordPlace)[] = [];
  const chunks: Parts[] = [];
  let pending: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (pending.length === 0) return;
    chunks.push(await write(`${name}/${chunks.length}.json`, new TextEncoder().encode(`[${pending.join(',')}]`)));
    pending = [];
    size = 0;
  };
  return {
    async add(words: Words, place: Pick<RecordPlace, 'document' | 'ordinal'>, record: object): Promise<void> {
      const text = JSON.stringify(record);
      rows.push({ ...words, ...place, chunk: chunks.length, at: pending.length });
      pending.push(text);
      size += text.length;
      if (size >= CHUNK_BYTES) await flush();
    },
    async end(): Promise<RecordList<Words>> {
      await flush();
      return { rows, chunks };
    },
  };
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
