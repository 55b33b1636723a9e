import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFolder } from '../src/data-folder.ts';
import { loadHnswlib } from '../src/index/hnsw-vectors.ts';
import { openEmbedder } from '../src/model/open-embedder.ts';
import { openShippedModel } from '../src/model/shipped-model.ts';
import { readSettings } from '../src/settings.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { withIngestionLock } from './lock.ts';
import { publishCorpus } from './publish.ts';
import type { IngestionReport } from './report.ts';

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
  const { dataDir, model } = readSettings(process.env, PROJECT);
  const files = dataFolder(dataDir);
  const [embedder, hnswlib] = await Promise.all([
    openEmbedder(model, openShippedModel),
    loadHnswlib((line) => console.error(line)),
  ]);
  const store = openSqliteStore(files.corpus);
  try {
    const published = await withIngestionLock(dataDir, async () => {
      const ids = (await store.documents()).map(({ id }) => id);
      const keep = ids.filter((id) => !positionals.includes(id));
      return publishCorpus({ add: [], keep }, { dataDir, store, embedder, hnswlib });
    });
    const report: IngestionReport = {
      documents: [],
      failures: [],
      generation: published.generation,
      total: published.documents,
      seconds: (performance.now() - started) / 1000,
    };
    const left = `Chỉ mục còn ${report.total} văn bản (bản ${report.generation}).`;
    console.log(values.json ? JSON.stringify(report) : left);
    return 0;
  } finally {
    await store.close();
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
