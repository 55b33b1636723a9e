import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CorpusOptions, ingestCorpus } from '../../../ingest/ingest-corpus.ts';
import { indexFolder } from '../../../ingest/publish.ts';
import { listSourceFiles } from '../../../ingest/source-files.ts';
import { openWork } from '../../../ingest/threads/open-work.ts';
import { readThreadCount, ThreadCountError, usualThreadCount } from '../../../ingest/threads/thread-count.ts';
import { buildClusters } from '../../../src/index/clusters.ts';
import { int8Rows, quantise } from '../../../src/index/int8-rows.ts';
import { openPublishedIndex } from '../../../src/index/published.ts';
import { openShippedModel } from '../../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../../src/model/static-embeddings.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { clusteredVectors } from '../../contracts/vector-index.ts';

const SEED_FOLDER = fileURLToPath(new URL('../../../seeds/documents/', import.meta.url));
const embedder = new StaticEmbeddings(await openShippedModel());
const folder = mkdtempSync(join(tmpdir(), 'threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is published of the seeds: digests of the index files, the documents, and the report without its time. */
async function published(threads: number, change: Partial<CorpusOptions> = {}) {
  const dataDir = join(folder, `data-${threads}-${Math.random()}`);
  const store = openSqliteStore(join(dataDir, 'corpus.sqlite'));
  const work = openWork(threads, { embedder, dataDir });
  const steps: string[] = [];
  try {
    const { generation, seconds, ...report } = await ingestCorpus(await listSourceFiles([SEED_FOLDER]), {
      ...{ dataDir, store, embedder, work, hnswlib: null, replace: true, reread: false },
      signal: new AbortController().signal,
      onStep: (step) => steps.push(step.kind === 'read' ? `read ${step.done}` : step.kind),
      ...change,
    });
    const index = await openPublishedIndex(generation ?? '', { folder: indexFolder(dataDir), embedder, hnswlib: null });
    const { files } = z.object({ files: z.unknown() }).parse(index.manifest);
    const ids = report.documents.map(({ id }) => id);
    return { files, report, steps, documents: await Promise.all(ids.map((id) => store.document(id))) };
  } finally {
    await Promise.all([work.close(), store.close()]);
  }
}

describe('ingestion in several threads', () => {
  let alone: Awaited<ReturnType<typeof published>>;
  beforeAll(async () => {
    alone = await published(1);
  }, 60_000);

  test('publishes the same bytes, documents and report as one, and shows the same progress', async () => {
    const { documents, ...together } = await published(3);
    const { documents: expected, ...rest } = alone;
    expect(together).toEqual(rest);
    expect(JSON.stringify(documents)).toBe(JSON.stringify(expected));
    expect(documents.length).toBe(5);
  }, 60_000);

  test.each(['read', 'embed'])(
    'stops when it is told to at “%s”, and publishes nothing',
    async (at) => {
      const stopping = new AbortController();
      const onStep: CorpusOptions['onStep'] = (step) => {
        if (step.kind === at && 'done' in step && step.done === 2) stopping.abort();
      };
      await expect(published(2, { signal: stopping.signal, onStep })).rejects.toThrow(/Đã dừng/);
    },
    60_000,
  );

  test('finds the same clusters', async () => {
    const rows = int8Rows(32);
    const vectors = clusteredVectors(9_000, 32);
    const bytes = rows.bytes(vectors.length);
    for (const [i, vector] of vectors.entries())
      bytes.set(new Uint8Array(quantise(vector).values.buffer), i * rows.stride);
    const work = openWork(2, { embedder, dataDir: folder });
    const [one, several] = [await buildClusters(rows, 9_000), await buildClusters(rows, 9_000, work.nearest)];
    await work.close();
    expect(several).toEqual(one);
    expect(new Set(one.members).size).toBe(9_000);
  }, 60_000);
});

describe('the number of threads', () => {
  test.each(['0', '-1', '1.5', 'hai', '65', ''])('is not “%s”', (given) => {
    expect(() => readThreadCount(given)).toThrow(ThreadCountError);
  });

  test('is the one asked for, and one when nothing is asked and the documents are few', async () => {
    expect([readThreadCount('4'), readThreadCount(undefined)]).toEqual([4, null]);
    expect(await usualThreadCount((await listSourceFiles([SEED_FOLDER])).files)).toBe(1);
    expect(await usualThreadCount([join(folder, 'missing.txt')])).toBe(1);
  });
});
