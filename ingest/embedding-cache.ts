import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Embeddings by text and model, so that a text is embedded once however often it is ingested. */
export interface EmbeddingCache {
  find(model: string, text: string): Float32Array | null;
  /** Keeps the embeddings of some texts, in one transaction. */
  keep(model: string, embeddings: readonly (readonly [text: string, vector: Float32Array])[]): void;
  close(): void;
}

/** Opens the cache in its own file: a damaged one is thrown away, since everything in it can be made again. */
export function openEmbeddingCache(path: string): EmbeddingCache {
  mkdirSync(dirname(path), { recursive: true });
  const database = openOrReplace(path);
  const find = database.prepare('SELECT vector FROM embeddings WHERE model = ? AND digest = ?');
  const keep = database.prepare('INSERT OR REPLACE INTO embeddings (model, digest, vector) VALUES (?, ?, ?)');
  return {
    find: (model, text) => {
      const vector = find.get(model, digestOf(text))?.vector;
      // A copy, since the bytes may lie where no float can.
      return vector instanceof Uint8Array ? new Float32Array(vector.slice().buffer) : null;
    },
    keep: (model, embeddings) => {
      database.exec('BEGIN IMMEDIATE');
      for (const [text, vector] of embeddings) {
        keep.run(model, digestOf(text), new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
      }
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}

function openOrReplace(path: string): DatabaseSync {
  try {
    return openTable(path);
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return openTable(path);
  }
}

function openTable(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 10_000 });
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS embeddings (
        model TEXT NOT NULL,
        digest BLOB NOT NULL,
        vector BLOB NOT NULL,
        UNIQUE (model, digest)
      ) STRICT;
    `);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
