import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFolder } from '../src/data-folder.ts';
import { loadHnswlib } from '../src/index/hnsw-vectors.ts';
import { openEmbedder } from '../src/model/open-embedder.ts';
import { openShippedModel } from '../src/model/shipped-model.ts';
import { type DatabaseSettings, readSettings } from '../src/settings.ts';
import { openReplaceableStore, openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { type CorpusOptions, ingestCorpus } from './ingest-corpus.ts';
import { showProgress } from './progress.ts';
import { type IngestionReport, reportLines } from './report.ts';
import { listSourceFiles, type SourceFiles } from './source-files.ts';
import { openWork } from './threads/open-work.ts';
import { readThreadCount, usualThreadCount } from './threads/thread-count.ts';
import { whyFailed } from './why-failed.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const SEEDS = fileURLToPath(new URL('../seeds/documents', import.meta.url));

const HELP = `Nạp văn bản vào chỉ mục.

  npm run ingest -- [tệp hoặc thư mục …] [--replace] [--reread] [--json] [--threads n]
  npm run ingest -- --worker

Không nêu tệp nào: nạp các văn bản trong seeds/documents.

  --replace   các tệp đã nêu trở thành toàn bộ kho văn bản
  --reread    đọc lại cả những tệp không thay đổi
  --json      in báo cáo dạng JSON
  --threads n số luồng đọc và lập chỉ mục; mặc định theo số lõi của máy, và 1 khi kho nhỏ
  --worker    làm cùng các lượt nạp đang mở trong PostgreSQL (DATABASE_URL) đến khi hết việc
  --help      in hướng dẫn này

Mã thoát 1 khi có tệp không dùng được; các tệp khác vẫn được nạp.`;

interface Arguments {
  readonly paths: readonly string[];
  readonly replace: boolean;
  readonly reread: boolean;
  readonly worker: boolean;
  readonly json: boolean;
  /** Null when none is asked for. */
  readonly threads: number | null;
}

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given === null) return 0;
  const report = await run(given);
  console.log(given.json ? JSON.stringify(report, null, 2) : reportLines(report).join('\n'));
  return report.failures.length > 0 || (report.documents.length === 0 && !given.worker) ? 1 : 0;
}

/** Null when only help was asked for. */
function readArguments(args: string[]): Arguments | null {
  const flag = { type: 'boolean', default: false } as const;
  const threads = { type: 'string' } as const;
  const help = { ...flag, short: 'h' } as const;
  const options = { replace: flag, reread: flag, json: flag, worker: flag, threads, help } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return null;
  }
  const { replace, reread, json, worker } = values;
  const paths = positionals.length > 0 ? positionals : [SEEDS];
  return { paths, replace, reread, json, worker, threads: readThreadCount(values.threads) };
}

async function run({ paths, replace, reread, worker, threads }: Arguments): Promise<IngestionReport> {
  const settings = readSettings(process.env, PROJECT);
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort()).once('SIGTERM', () => stopping.abort());
  const progress = showProgress(process.stderr);
  const common = { dataDir: settings.dataDir, replace, reread, signal: stopping.signal, onStep: progress.show };
  try {
    const embedder = await openEmbedder(settings.model, openShippedModel);
    const given = await listSourceFiles(worker ? [] : paths);
    return settings.database === null
      ? await runOnFiles(given, { ...common, embedder, threads })
      : await runOnDatabase(given, { ...common, embedder, settings: settings.database, worker });
  } finally {
    progress.end();
  }
}

type Common = Omit<CorpusOptions, 'store' | 'hnswlib' | 'work'>;

async function runOnFiles(
  given: SourceFiles,
  { threads, ...common }: Common & { readonly threads: number | null },
): Promise<IngestionReport> {
  const log = (line: string) => console.error(line);
  const files = dataFolder(common.dataDir);
  const hnswlib = await loadHnswlib(log);
  // What is published already is indexed again together with what is new.
  const indexed = threads ?? (await usualThreadCount([...given.files, ...(common.replace ? [] : [files.corpus])]));
  const work = openWork(indexed, common);
  const store = common.replace ? openReplaceableStore(files.corpus, log) : openSqliteStore(files.corpus);
  try {
    return await ingestCorpus(given, { ...common, store, hnswlib, work });
  } finally {
    await Promise.all([work.close(), store.close()]);
  }
}

/** The driver of PostgreSQL is loaded only here. */
async function runOnDatabase(
  given: SourceFiles,
  { settings, worker, ...common }: Common & { readonly settings: DatabaseSettings; readonly worker: boolean },
): Promise<IngestionReport> {
  const { openConfiguredDatabase } = await import('../src/store/postgres/open-postgres-corpus.ts');
  const { ingestIntoDatabase, workOnRuns } = await import('./database/ingest-into-database.ts');
  const database = openConfiguredDatabase({ ...settings, replicaUrls: [] });
  try {
    const options = { ...common, database };
    return worker ? await workOnRuns(options) : await ingestIntoDatabase(given, options);
  } finally {
    await database.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(whyFailed(error));
  process.exitCode = 1;
}
