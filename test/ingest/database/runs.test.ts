import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { finishRuns } from '../../../ingest/database/finish-run.ts';
import { ingestIntoDatabase, workOnRuns } from '../../../ingest/database/ingest-into-database.ts';
import { beginRun, embedderId, endJob, giveBack, LeaseLostError, takeJob } from '../../../ingest/database/jobs.ts';
import { removeFromDatabase } from '../../../ingest/database/remove-from-database.ts';
import { IngestionStoppedError } from '../../../ingest/ingest-corpus.ts';
import { openPostgresGeneration } from '../../../src/index/postgres/published.ts';
import { UnusableIndexError } from '../../../src/index/unusable-index-error.ts';
import type { Embedder } from '../../../src/model/embedder.ts';
import type { Database } from '../../../src/store/postgres/database.ts';
import { postgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { termsOf } from '../../contracts/lexical-index.ts';
import { testServer } from '../../doubles/postgres.ts';
import { testEmbedder } from '../../doubles/test-embedder.ts';

const server = await testServer();
const folder = mkdtempSync(join(tmpdir(), 'runs-'));
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

let database: Database;
beforeEach(async () => {
  database = await server.empty();
});

/** A plan of one point. */
function plan(number: number, task: string): string {
  return `ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
Số: ${number}/KH-UBND
Bắc Giang, ngày 16 tháng 8 năm 2024
KẾ HOẠCH
Về việc ${task}
I. MỤC TIÊU
1. ${task} cho hộ nghèo trên địa bàn tỉnh.
`;
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const ONE = written('mot.txt', plan(1, 'Hỗ trợ nhà ở'));
const TWO = written('hai.txt', plan(2, 'Đào tạo nghề'));
const THREE = written('ba.txt', plan(3, 'Bảo hiểm y tế'));

interface Overrides {
  readonly replace?: boolean;
  readonly signal?: AbortSignal;
  readonly embedder?: Embedder;
  readonly worker?: string;
  readonly leaseSeconds?: number;
}

const options = (overrides: Overrides = {}) => ({
  ...{ database, embedder: testEmbedder, dataDir: folder, replace: false, reread: false },
  ...{ signal: new AbortController().signal, onStep: () => {} },
  ...overrides,
});
const ingest = (files: readonly string[], overrides: Overrides = {}) =>
  ingestIntoDatabase({ files, missing: [] }, options(overrides));
const numbers = async () => (await postgresStore(database).documents()).map(({ number }) => number);

const fileJob = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
/** A run that another process wrote down before it died. */
const abandoned = async (...files: readonly ReturnType<typeof fileJob>[]) =>
  beginRun(database, { files, embedder: await embedderId(database, testEmbedder), replaces: false, rereads: false });

describe('a run', () => {
  test('publishes its files, and what is searched by, as one generation', async () => {
    const report = await ingest([ONE, TWO]);
    expect(report.documents.map(({ status, number }) => [status, number])).toEqual([
      ['added', '1/KH-UBND'],
      ['added', '2/KH-UBND'],
    ]);
    expect(report.total).toBe(2);
    expect(await postgresStore(database).generation()).toBe(report.generation);
    const { index } = await openPostgresGeneration(database, report.generation ?? '', testEmbedder);
    const [best] = await index.lexical.search(termsOf('đào tạo nghề'), { k: 1, only: null });
    const [placed] = await index.entriesAt([best?.ordinal ?? -1]);
    expect(placed?.entry.documentId).toContain('2-kh-ubnd');
  });

  test('leaves unchanged files alone and publishes nothing for them', async () => {
    const first = await ingest([ONE]);
    const second = await ingest([ONE]);
    expect(second.documents.map(({ status }) => status)).toEqual(['unchanged']);
    expect(second.generation).toBe(first.generation);
  });

  test('reads a file again that an earlier version of the readers has read', async () => {
    await ingest([ONE]);
    await database.write((sql) =>
      sql.rows(`UPDATE documents SET metadata = jsonb_set(metadata::jsonb, '{source,reader}', '"earlier"')::text`),
    );
    const again = await ingest([ONE]);
    expect(again.documents.map(({ status }) => status)).toEqual(['updated']);
  });

  test('adds to what is published, or replaces it', async () => {
    await ingest([ONE]);
    await ingest([TWO]);
    expect(await numbers()).toEqual(['1/KH-UBND', '2/KH-UBND']);
    await ingest([TWO, THREE], { replace: true });
    expect(await numbers()).toEqual(['2/KH-UBND', '3/KH-UBND']);
  });

  test('takes the first of two files of one document and reports the other', async () => {
    const report = await ingest([ONE, written('mot-ban-sao.txt', `${plan(1, 'Hỗ trợ nhà ở')}\n2. Thêm một ý.\n`)]);
    expect(report.documents).toHaveLength(1);
    expect(report.failures).toEqual([
      expect.objectContaining({
        file: 'mot-ban-sao.txt',
        reason: 'duplicate',
        message: expect.stringMatching(/mot\.txt/),
      }),
    ]);
  });

  test('reports files that give no document and leaves what is published', async () => {
    const { generation } = await ingest([ONE]);
    const report = await ingest([written('khac.txt', 'Đây không phải văn bản hành chính.')]);
    expect(report.failures.map(({ reason }) => reason)).toEqual(['no-header']);
    expect(report.generation).toBeNull();
    expect(await postgresStore(database).generation()).toBe(generation);
  });

  test('that is stopped publishes nothing and leaves nothing behind', async () => {
    const stopping = new AbortController();
    stopping.abort();
    await expect(ingest([ONE], { signal: stopping.signal })).rejects.toThrow(IngestionStoppedError);
    expect(await postgresStore(database).generation()).toBeNull();
    expect(await takeJob(database, 'w', { embedder: 1, leaseSeconds: 60 })).toBeNull();
  });

  test('removes documents, and nothing when none is there', async () => {
    await ingest([ONE, TWO]);
    const [first] = await postgresStore(database).documents();
    const { total, generation } = await removeFromDatabase(database, [first?.id ?? '']);
    expect([total, await numbers()]).toEqual([1, ['2/KH-UBND']]);
    expect(await removeFromDatabase(database, ['unknown'])).toEqual({ total: 1, generation });
  });
});

describe('several workers', () => {
  test('share the jobs of a run, each done once', async () => {
    const files = Array.from({ length: 9 }, (_, i) => written(`nhieu-${i}.txt`, plan(100 + i, `Việc thứ ${i}`)));
    const [report] = await Promise.all([
      ingest(files, { worker: 'a' }),
      workOnRuns(options({ worker: 'b' })),
      workOnRuns(options({ worker: 'c' })),
    ]);
    expect(report?.documents).toHaveLength(9);
    expect(await numbers()).toHaveLength(9);
    const attempts = await database.read((sql) => sql.rows('SELECT max(attempts) AS most FROM ingestion_jobs'));
    expect(attempts).toEqual([{ most: 1 }]);
  });

  test('two runs on the same document at once leave one of it, whole', async () => {
    const other = written('mot-khac.txt', plan(1, 'Hỗ trợ nhà ở đợt hai'));
    await Promise.all([ingest([ONE, TWO], { worker: 'a' }), ingest([other, THREE], { worker: 'b' })]);
    expect(await numbers()).toEqual(['1/KH-UBND', '2/KH-UBND', '3/KH-UBND']);
    const [first] = await postgresStore(database).documents();
    const document = await postgresStore(database).document(first?.id ?? '');
    expect(document?.passages.map(({ documentId }) => documentId)).not.toContain(undefined);
    expect(document?.source.text).toContain(document?.document.title ?? '?');
  });

  test('a job whose worker was killed is taken again after its lease, and the dead worker cannot end it', async () => {
    await abandoned(fileJob('mot.txt', plan(1, 'Hỗ trợ nhà ở')));
    const lease = { embedder: await embedderId(database, testEmbedder), leaseSeconds: 0.3 };
    const killed = await takeJob(database, 'killed', lease);
    expect(killed?.task.kind).toBe('file');
    expect(await takeJob(database, 'early', lease)).toBeNull();
    await new Promise((passed) => setTimeout(passed, 400));
    const taken = await takeJob(database, 'next', lease);
    expect([taken?.ordinal, taken?.before]).toEqual([0, 1]);
    if (killed === null || taken === null) throw new Error('no job');
    const outcome = { kind: 'renewed', id: 'x', digest: '' } as const;
    await expect(database.write((sql) => endJob(sql, killed, outcome, null))).rejects.toThrow(LeaseLostError);
    await giveBack(database, taken);
    await workOnRuns(options());
    expect(await numbers()).toEqual(['1/KH-UBND']);
  });

  test('a run whose process died is finished and published by the next worker', async () => {
    await abandoned(fileJob('mot.txt', plan(1, 'Hỗ trợ nhà ở')), fileJob('hai.txt', plan(2, 'Đào tạo nghề')));
    await workOnRuns(options());
    expect(await numbers()).toEqual(['1/KH-UBND', '2/KH-UBND']);
  });

  test('a file that no worker survives is given up, and the others are published', async () => {
    await abandoned(fileJob('mot.txt', plan(1, 'Hỗ trợ nhà ở')), fileJob('hai.txt', plan(2, 'Đào tạo nghề')));
    await database.write((sql) => sql.rows("UPDATE ingestion_jobs SET attempts = 3 WHERE name = 'mot.txt'"));
    await workOnRuns(options());
    expect(await numbers()).toEqual(['2/KH-UBND']);
  });
});

describe('another embedder', () => {
  const half = (vector: readonly number[]) => vector.slice(0, 64);
  const other: Embedder = {
    model: 'half',
    dimensions: 64,
    embedQuery: async (text) => half(await testEmbedder.embedQuery(text)),
    embedDocuments: async (texts) => (await testEmbedder.embedDocuments(texts)).map(half),
  };

  test('is refused by readers with the command that mends it', async () => {
    const { generation } = await ingest([ONE]);
    const opening = openPostgresGeneration(database, generation ?? '', other);
    await expect(opening).rejects.toThrow(UnusableIndexError);
    await expect(opening).rejects.toThrow(/64 chiều.*npm run ingest/);
  });

  test('embeds everything anew with the next run, files or not', async () => {
    await ingest([ONE, TWO]);
    const report = await ingest([ONE], { embedder: other });
    expect(await numbers()).toEqual(['1/KH-UBND', '2/KH-UBND']);
    const { index } = await openPostgresGeneration(database, report.generation ?? '', other);
    const vector = await other.embedQuery('Đào tạo nghề cho hộ nghèo');
    const hits = await index.vectors.search(Float32Array.from(vector), { k: 50, only: null });
    const entries = await index.entriesAt(hits.map(({ ordinal }) => ordinal));
    expect(new Set(entries.map(({ entry }) => entry.documentId)).size).toBe(2);
  });

  test('what was read meanwhile is not undone by what was embedded anew', async () => {
    await ingest([ONE, TWO]);
    const id = await embedderId(database, other);
    const run = await beginRun(database, {
      files: [fileJob('ba.txt', plan(3, 'Bảo hiểm y tế'))],
      ...{ embedder: id, replaces: false, rereads: false },
    });
    const changed = written('mot-moi.txt', plan(1, 'Hỗ trợ nhà ở giai đoạn mới'));
    await ingest([changed]);
    await workOnRuns(options({ embedder: other }));
    expect(run).toBeGreaterThan(0);
    expect(await finishRuns(database, id)).toEqual([]);
    const [first] = await postgresStore(database).documents();
    expect(first?.title).toContain('giai đoạn mới');
    expect(await numbers()).toEqual(['1/KH-UBND', '2/KH-UBND', '3/KH-UBND']);
  });
});
