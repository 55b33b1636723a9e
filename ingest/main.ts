import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFolder } from '../src/data-folder.ts';
import { loadHnswlib } from '../src/index/hnsw-vectors.ts';
import { openEmbedder } from '../src/model/open-embedder.ts';
import { openShippedModel } from '../src/model/shipped-model.ts';
import { readSettings } from '../src/settings.ts';
import { openReplaceableStore, openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { type CorpusOptions, ingestCorpus } from './ingest-corpus.ts';
import { showProgress } from './progress.ts';
import { type IngestionReport, reportLines } from './report.ts';
import { listSourceFiles } from './source-files.ts';
import { whyFailed } from './why-failed.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const SEEDS = fileURLToPath(new URL('../seeds/documents', import.meta.url));

const HELP = `Nạp văn bản vào chỉ mục.

  npm run ingest -- [tệp hoặc thư mục …] [--replace] [--reread] [--json]

Không nêu tệp nào: nạp các văn bản trong seeds/documents.

  --replace   các tệp đã nêu trở thành toàn bộ kho văn bản
  --reread    đọc lại cả những tệp không thay đổi
  --json      in báo cáo dạng JSON
  --help      in hướng dẫn này

Mã thoát 1 khi có tệp không dùng được; các tệp khác vẫn được nạp.`;

interface Arguments {
  readonly paths: readonly string[];
  readonly replace: boolean;
  readonly reread: boolean;
  readonly json: boolean;
}

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given === null) return 0;
  const report = await run(given);
  console.log(given.json ? JSON.stringify(report, null, 2) : reportLines(report).join('\n'));
  return report.failures.length > 0 || report.documents.length === 0 ? 1 : 0;
}

/** Null when only help was asked for. */
function readArguments(args: string[]): Arguments | null {
  const flag = { type: 'boolean', default: false } as const;
  const options = { replace: flag, reread: flag, json: flag, help: { ...flag, short: 'h' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return null;
  }
  const { replace, reread, json } = values;
  return { paths: positionals.length > 0 ? positionals : [SEEDS], replace, reread, json };
}

async function run({ paths, replace, reread }: Arguments): Promise<IngestionReport> {
  const settings = readSettings(process.env, PROJECT);
  const files = dataFolder(settings.dataDir);
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort()).once('SIGTERM', () => stopping.abort());
  const log = (line: string) => console.error(line);
  const [embedder, hnswlib] = await Promise.all([openEmbedder(settings.model, openShippedModel), loadHnswlib(log)]);
  const progress = showProgress(process.stderr);
  const store = replace ? openReplaceableStore(files.corpus, log) : openSqliteStore(files.corpus);
  try {
    const options: CorpusOptions = {
      dataDir: settings.dataDir,
      store,
      embedder,
      hnswlib,
      replace,
      reread,
      signal: stopping.signal,
      onStep: progress.show,
    };
    return await ingestCorpus(await listSourceFiles(paths), options);
  } finally {
    progress.end();
    await store.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(whyFailed(error));
  process.exitCode = 1;
}
