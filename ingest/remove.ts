import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFolder } from '../src/data-folder.ts';
import { loadHnswlib } from '../src/index/hnsw-vectors.ts';
import { openEmbedder } from '../src/model/open-embedder.ts';
import { openShippedModel } from '../src/model/shipped-model.ts';
import { type DatabaseSettings, readSettings, type Settings } from '../src/settings.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { withIngestionLock } from './lock.ts';
import { publishCorpus } from './publish.ts';
import type { IngestionReport } from './report.ts';
import { openWork } from './threads/open-work.ts';
import { usualThreadCount } from './threads/thread-count.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

const HELP = `Bỏ văn bản khỏi chỉ mục.

  node ingest/remove.ts <mã văn bản …> [--json]`;

/** Publishes the corpus without the given documents. */
async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({ options: { json: flag, help: flag }, allowPositionals: true });
  if (values.help || positionals.length === 0) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  const started = performance.now();
  const settings = readSettings(process.env, PROJECT);
  const left =
    settings.database === null
      ? await removeFromFiles(settings, positionals)
      : await removeFromTables(settings.database, positionals);
  const seconds = (performance.now() - started) / 1000;
  const report: IngestionReport = { documents: [], failures: [], ...left, seconds };
  console.log(
    values.json ? JSON.stringify(report) : `Chỉ mục còn ${left.total} văn bản (bản ${left.generation ?? 'chưa có'}).`,
  );
  return 0;
}

type Left = Pick<IngestionReport, 'generation' | 'total'>;

async function removeFromFiles({ dataDir, model }: Settings, unwanted: readonly string[]): Promise<Left> {
  const [embedder, hnswlib] = await Promise.all([
    openEmbedder(model, openShippedModel),
    loadHnswlib((line) => console.error(line)),
  ]);
  const { corpus } = dataFolder(dataDir);
  const work = openWork(await usualThreadCount([corpus]), { embedder, dataDir });
  const store = openSqliteStore(corpus);
  try {
    const { generation, documents } = await withIngestionLock(dataDir, async () => {
      const ids = (await store.documents()).map(({ id }) => id);
      const keep = ids.filter((id) => !unwanted.includes(id));
      return publishCorpus({ add: [], keep }, { dataDir, store, embedder, hnswlib, work });
    });
    return { generation, total: documents };
  } finally {
    await Promise.all([work.close(), store.close()]);
  }
}

async function removeFromTables(settings: DatabaseSettings, unwanted: readonly string[]): Promise<Left> {
  const { openConfiguredDatabase } = await import('../src/store/postgres/open-postgres-corpus.ts');
  const { removeFromDatabase } = await import('./database/remove-from-database.ts');
  const database = openConfiguredDatabase({ ...settings, replicaUrls: [] });
  try {
    return await removeFromDatabase(database, unwanted);
  } finally {
    await database.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
