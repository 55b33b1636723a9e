import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withIngestionLock } from '../../../ingest/lock.ts';
import { indexFolder, publishCorpus } from '../../../ingest/publish.ts';
import { openPublishedIndex } from '../../../src/index/published.ts';
import { openSqliteStore, type SqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { sampleDocument } from '../../contracts/sample-corpus.ts';
import { testEmbedder } from '../../doubles/test-embedder.ts';

const FIRST = sampleDocument({ id: 'first', issuedOn: '2024-01-01', lines: ['Hộ nghèo.', 'Bảo hiểm y tế.'] });
const SECOND = sampleDocument({ id: 'second', issuedOn: '2021-01-01', lines: ['Nhà ở cho hộ nghèo.'] });

let dataDir: string;
let store: SqliteStore;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'publish-'));
  store = openSqliteStore(join(dataDir, 'corpus.sqlite'));
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const options = () => ({ dataDir, store, embedder: testEmbedder, hnswlib: null });
const open = async () =>
  openPublishedIndex((await store.generation()) ?? '', {
    folder: indexFolder(dataDir),
    embedder: testEmbedder,
    hnswlib: null,
  });
const entries = async () => {
  const index = await open();
  return (await index.entriesAt([...Array(index.manifest.entries).keys()])).map(({ entry }) => entry);
};
const folders = () => readdirSync(indexFolder(dataDir));

/** Exit code, or the signal it died of. */
async function publishInAnotherProcess(deadly: string): Promise<unknown> {
  const script = join(import.meta.dirname, 'publish-and-die.ts');
  const child = spawn(process.execPath, [script, dataDir, deadly], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}

describe('publishing', () => {
  test('makes store and index one generation, entries in the order of the documents', async () => {
    const { generation, ...publication } = await publishCorpus({ add: [FIRST, SECOND], keep: [] }, options());
    expect(publication).toMatchObject({ entries: 3, changed: true });
    expect(await store.generation()).toBe(generation);
    expect((await entries()).map(({ id }) => id)).toEqual(['second:p0', 'first:p0', 'first:p1']);
    expect(folders()).toEqual([generation]);
  });

  test('adds to what is kept', async () => {
    await publishCorpus({ add: [FIRST], keep: [] }, options());
    await publishCorpus({ add: [SECOND], keep: ['first'] }, options());
    expect((await entries()).map(({ documentId }) => documentId)).toEqual(['second', 'first', 'first']);
    expect(folders()).toHaveLength(1);
  });

  test('does nothing when nothing changes', async () => {
    const { generation } = await publishCorpus({ add: [FIRST], keep: [] }, options());
    expect(await publishCorpus({ add: [], keep: ['first'] }, options())).toEqual({
      generation,
      documents: 1,
      entries: 2,
      changed: false,
    });
  });

  test('rebuilds an index that is damaged, though no document changed', async () => {
    const { generation } = await publishCorpus({ add: [FIRST], keep: [] }, options());
    truncateSync(join(indexFolder(dataDir), generation, 'lexical.bin'), 10);
    await expect(open()).rejects.toThrow(/npm run ingest/);
    expect((await publishCorpus({ add: [], keep: ['first'] }, options())).changed).toBe(true);
    expect(await entries()).toHaveLength(2);
  });

  test('embeds no text twice', async () => {
    let embedded = 0;
    const counting = {
      ...options(),
      embedder: {
        model: testEmbedder.model,
        dimensions: testEmbedder.dimensions,
        embedQuery: (text: string) => testEmbedder.embedQuery(text),
        embedDocuments: (texts: string[]) => {
          embedded += texts.length;
          return testEmbedder.embedDocuments(texts);
        },
      },
    };
    await publishCorpus({ add: [FIRST], keep: [] }, counting);
    await publishCorpus({ add: [SECOND], keep: ['first'] }, counting);
    expect(embedded).toBe(3);
  });

  test('an embedder that returns something else publishes nothing', async () => {
    const { generation } = await publishCorpus({ add: [FIRST], keep: [] }, options());
    const broken = { ...testEmbedder, model: 'broken', dimensions: 256, embedQuery: async () => [] };
    const embedder = { ...broken, embedDocuments: async (texts: string[]) => texts.map(() => [Number.NaN]) };
    await expect(publishCorpus({ add: [SECOND], keep: [] }, { ...options(), embedder })).rejects.toThrow(/broken/);
    expect(await store.generation()).toBe(generation);
    expect(await entries()).toHaveLength(2);
  });
});

describe('a process killed while publishing', () => {
  test.each(['index', 'entries.bin', 'lexical.bin', 'vectors.bin', 'written'])(
    'at "%s" leaves the last good generation',
    async (deadly) => {
      const { generation } = await publishCorpus({ add: [FIRST, SECOND], keep: [] }, options());
      expect(await publishInAnotherProcess(deadly)).toBe('SIGKILL');
      expect(await store.generation()).toBe(generation);
      expect(await entries()).toHaveLength(3);
      expect((await store.documents()).map(({ id }) => id)).toEqual(['second', 'first']);
      expect(await publishInAnotherProcess('never')).toBe(0);
      expect((await entries()).map(({ id }) => id)).toEqual(['next:p0']);
      expect(folders()).toEqual([await store.generation()]);
    },
  );

  test('after the commit leaves the new generation', async () => {
    const { generation } = await publishCorpus({ add: [FIRST, SECOND], keep: [] }, options());
    expect(await publishInAnotherProcess('committed')).toBe('SIGKILL');
    expect(await store.generation()).not.toBe(generation);
    expect((await entries()).map(({ id }) => id)).toEqual(['next:p0']);
  });
});

describe('the ingestion lock', () => {
  test('lets one ingestion in and names the process that works', async () => {
    await withIngestionLock(dataDir, async () => {
      await expect(withIngestionLock(dataDir, async () => {})).rejects.toThrow(String(process.pid));
    });
    await withIngestionLock(dataDir, async () => {});
  });

  test('is taken over from a process that has died, or had our number in an earlier life', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    for (const pid of [child.pid, process.pid]) {
      writeFileSync(join(dataDir, 'ingest.lock'), String(pid));
      expect(await withIngestionLock(dataDir, async () => 'in')).toBe('in');
    }
  });

  test('is respected while its process lives', async () => {
    writeFileSync(join(dataDir, 'ingest.lock'), String(process.ppid));
    await expect(withIngestionLock(dataDir, async () => {})).rejects.toThrow(/đang chạy/);
  });

  test('is given back when the work fails', async () => {
    const failing = withIngestionLock(dataDir, async () => {
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await withIngestionLock(dataDir, async () => 'in')).toBe('in');
  });
});
