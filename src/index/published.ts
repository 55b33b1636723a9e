import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Embedder } from '../model/embedder.ts';
import { openEntryTable } from './entry-table.ts';
import { Misfit, requireFit, requireOneSize } from './fit.ts';
import type { Hnswlib } from './hnsw-vectors.ts';
import { inProcessIndex } from './in-process.ts';
import { openLexicalIndex } from './lexical.ts';
import type { PublishedIndex } from './ports.ts';
import { readWhole } from './read-whole.ts';
import { openVectors, VECTOR_FILES } from './stored-vectors.ts';
import { UnreadableFileError } from './typed-sections.ts';
import { UnusableIndexError } from './unusable-index-error.ts';

/** The files of one generation's folder; those of the vector part depend on the size of the corpus. */
export const INDEX_FILES = {
  manifest: 'manifest.json',
  entries: 'entries.bin',
  lexical: 'lexical.bin',
  ...VECTOR_FILES,
} as const;

const FileDigest = z.object({ bytes: z.number(), sha256: z.string() });

const StoredManifest = z.object({
  format: z.number(),
  generation: z.string(),
  embedder: z.object({ model: z.string(), dimensions: z.number() }),
  entries: z.number(),
  builtAt: z.string(),
  files: z.record(z.string(), FileDigest),
});

/** The manifest as it is stored: with the digest of every other file of the folder. */
export type StoredManifest = z.infer<typeof StoredManifest>;

export interface OpenIndexOptions {
  /** The folder that holds one folder per generation. */
  readonly folder: string;
  /** What questions will be embedded with; an index of other embeddings is refused. */
  readonly embedder: Pick<Embedder, 'model' | 'dimensions'>;
  /** Null where it cannot be loaded: then vectors are scanned exactly. */
  readonly hnswlib: Hnswlib | null;
}

/**
 * Opens the index of one generation. Throws `UnusableIndexError`, one sentence with the command that rebuilds it, when
 * a file is missing or altered, or when format, generation or embedder are not the expected ones.
 */
export async function openPublishedIndex(generation: string, options: OpenIndexOptions): Promise<PublishedIndex> {
  const folder = join(options.folder, generation);
  try {
    const manifest = StoredManifest.parse(await readJson(join(folder, INDEX_FILES.manifest)));
    requireFit(manifest, { generation, embedder: options.embedder });
    await requireUnaltered(folder, manifest);
    const entries = openEntryTable(await readFile(join(folder, INDEX_FILES.entries)));
    const lexical = openLexicalIndex(await readWhole(join(folder, INDEX_FILES.lexical)));
    const vectors = await openVectors(folder, {
      has: (name) => manifest.files[name] !== undefined,
      dimensions: manifest.embedder.dimensions,
      hnswlib: options.hnswlib,
    });
    requireOneSize(manifest.entries, [entries.size, lexical.size, vectors.size]);
    return inProcessIndex({ manifest, entries, lexical, vectors });
  } catch (cause) {
    throw new UnusableIndexError(
      `Chỉ mục ${folder} không dùng được: ${reasonOf(cause)}; chạy "npm run ingest" để dựng lại.`,
      { cause },
    );
  }
}

/** SHA-256 and length of a file, read as a stream: graphs are large. */
export async function fileDigest(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function requireUnaltered(folder: string, manifest: StoredManifest): Promise<void> {
  for (const [name, expected] of Object.entries(manifest.files)) {
    const actual = await fileDigest(join(folder, name));
    if (actual.sha256 !== expected.sha256) {
      throw new Misfit(
        `tệp ${name} bị thay đổi hoặc bị cắt (${actual.bytes} byte, lúc dựng là ${expected.bytes} byte)`,
      );
    }
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Misfit) return cause.message;
  if (cause instanceof UnreadableFileError) return cause.message.replace(/\.$/, '');
  if (cause instanceof SyntaxError || cause instanceof z.ZodError) return 'tệp mô tả bị hỏng';
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return 'thiếu tệp';
  return cause instanceof Error ? cause.message : String(cause);
}
