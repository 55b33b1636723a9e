import { openEntryTable } from '../index/entry-table.ts';
import { Misfit, requireFit, requireOneSize } from '../index/fit.ts';
import { inProcessIndex } from '../index/in-process.ts';
import { type CodedVectors, int8VectorIndex } from '../index/int8-vectors.ts';
import { openLexicalIndex } from '../index/lexical.ts';
import type { PublishedIndex } from '../index/ports.ts';
import { UnreadableFileError, unpackSections } from '../index/typed-sections.ts';
import { UnusableIndexError } from '../index/unusable-index-error.ts';
import type { Embedder } from '../model/embedder.ts';
import { openStaticModel, type StaticModel } from '../model/static-model.ts';
import { MANIFEST_PATH, SNAPSHOT_FORMAT, SnapshotManifest } from './format.ts';
import { type ReadAsset, readParts, unusableSnapshot } from './read-parts.ts';

/**
 * The manifest of the snapshot at hand; null when none was exported. Throws `UnusableIndexError` when it cannot be read
 * or is of a format this program does not know.
 */
export async function readSnapshotManifest(read: ReadAsset): Promise<SnapshotManifest | null> {
  const bytes = await read(MANIFEST_PATH);
  if (bytes === null) return null;
  try {
    const stated: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const manifest = SnapshotManifest.parse(stated);
    if (manifest.format === SNAPSHOT_FORMAT) return manifest;
    throw new Misfit(`định dạng ${manifest.format}, chương trình này đọc định dạng ${SNAPSHOT_FORMAT}`);
  } catch (cause) {
    throw unusableSnapshot(cause instanceof Misfit ? cause.message : `tệp ${MANIFEST_PATH} bị hỏng`, cause);
  }
}

/** The embedding model that a snapshot brings along. Throws `UnusableIndexError` when it brings none. */
export async function openSnapshotModel(read: ReadAsset, { index, files }: SnapshotManifest): Promise<StaticModel> {
  if (files.embedding !== null) return openStaticModel(await readParts(read, files.embedding));
  throw unusableSnapshot(
    `được dựng bằng mô hình nhúng ${index.embedder.model}, cần đặt OPENAI_EMBEDDING_MODEL và OPENAI_API_KEY như lúc dựng; hoặc`,
  );
}

export interface SnapshotIndexOptions {
  /** What questions will be embedded with. */
  readonly embedder: Pick<Embedder, 'model' | 'dimensions'>;
  /** The compiled kernel of `int8-kernel.ts`; null where it can be compiled here. */
  readonly kernel?: WebAssembly.Module | null;
}

/**
 * The index of a snapshot. Throws `UnusableIndexError`, one sentence with the remedy, when a file is missing or altered
 * or when questions would be embedded by another model than the entries were.
 */
export async function openSnapshotIndex(
  read: ReadAsset,
  { index: manifest, files }: SnapshotManifest,
  { embedder, kernel = null }: SnapshotIndexOptions,
): Promise<PublishedIndex> {
  try {
    requireFit(manifest, { generation: manifest.generation, embedder });
    const entries = openEntryTable(await readParts(read, files.entries));
    const lexical = openLexicalIndex(await readParts(read, files.lexical));
    const vectors = openVectors(await readParts(read, files.vectors), embedder.dimensions);
    requireOneSize(manifest.entries, [entries.size, lexical.size, vectors.scales.length]);
    return inProcessIndex({ manifest, entries, lexical, vectors: int8VectorIndex(vectors, kernel) });
  } catch (error) {
    if (error instanceof UnusableIndexError) throw error;
    if (error instanceof Misfit || error instanceof UnreadableFileError) {
      throw unusableSnapshot(error.message.replace(/\.$/, ''), error);
    }
    throw error;
  }
}

function openVectors(packed: Uint8Array, dimensions: number): CodedVectors {
  const sections = unpackSections(packed);
  const codes = sections.u8('codes');
  return {
    dimensions,
    codes: new Int8Array(codes.buffer, codes.byteOffset, codes.length),
    scales: sections.f32('scales'),
  };
}
