import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { readSnapshotManifest } from '../../src/snapshot/open-snapshot.ts';
import { openSnapshotStore } from '../../src/snapshot/snapshot-store.ts';
import type { DocumentStore, DocumentWriter, GenerationStore } from '../../src/store/document-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { documentStoreContract } from '../contracts/document-store.ts';
import { snapshotFolder } from '../doubles/snapshot-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapshot-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

describe('a snapshot of each generation that is published', () => {
  documentStoreContract(openSnapshots);
});

/** Publishes to SQLite, exports, and reads from what was exported; each generation from its own export. */
async function openSnapshots(): Promise<GenerationStore & DocumentWriter> {
  const published = openSqliteStore(join(folder, `corpus-${files++}.sqlite`));
  const snapshots = new Map<string, DocumentStore>();
  const folders: (() => Promise<void>)[] = [];
  let newest: DocumentStore = published;

  const exported = async (): Promise<DocumentStore> => {
    const assets = await snapshotFolder();
    folders.push(assets.remove);
    await assets.write(published);
    const manifest = await readSnapshotManifest(assets.read);
    if (manifest === null) throw new Error('The snapshot was not written.');
    return openSnapshotStore(assets.read, manifest);
  };
  return {
    generation: () => newest.generation(),
    documents: () => newest.documents(),
    document: (id) => newest.document(id),
    passages: (ids) => newest.passages(ids),
    targets: (ids) => newest.targets(ids),
    assignments: (ids) => newest.assignments(ids),
    entitlements: (ids) => newest.entitlements(ids),
    listDocuments: (filter, page) => newest.listDocuments(filter, page),
    listTargets: (filter, page) => newest.listTargets(filter, page),
    listAssignments: (filter, page) => newest.listAssignments(filter, page),
    at: (generation) => snapshots.get(generation) ?? published.at(generation),
    publishedDigests: () => published.publishedDigests(),
    publish: async (next) => {
      const generation = await published.publish(next);
      newest = await exported();
      snapshots.set(generation, newest);
      return generation;
    },
    close: async () => {
      await published.close();
      await Promise.all(folders.map((remove) => remove()));
    },
  };
}
