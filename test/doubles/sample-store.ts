import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import { openSqliteStore, type SqliteStore } from '../../src/store/sqlite/sqlite-store.ts';

/** A store in a folder of its own with the given documents published; `remove` closes and deletes it. */
export async function sampleStore(
  documents: readonly IngestedDocument[],
): Promise<{ readonly store: SqliteStore; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'hdcs-'));
  const store = openSqliteStore(join(folder, 'corpus.sqlite'));
  await store.publish({ add: documents, keep: [] });
  return {
    store,
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
