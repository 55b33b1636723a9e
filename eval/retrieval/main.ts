import { parseArgs } from 'node:util';
import { openShippedModel } from '../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import { ALL_ACCENTS } from './accents.ts';
import { readBeirSet } from './beir.ts';
import { measure } from './measure.ts';
import type { Method } from './method.ts';
import { projectMethods } from './methods.ts';
import { langchainMemory } from './peers/langchain-memory.ts';
import { minisearch, minisearchTuned } from './peers/minisearch.ts';
import { orama, oramaTuned } from './peers/orama.ts';
import { fts5, fts5Tuned } from './peers/sqlite-fts5.ts';
import { resultsTable } from './table.ts';

const HELP = `npm run bench:retrieval -- <folder…> [--peers] [--json]

Measures retrieval on sets in BEIR form (corpus.jsonl or .gz: _id, title, text; queries.jsonl: _id, text;
qrels/test.tsv): BM25, vectors and their fusion, each asked with all, half and no accents.

  --peers  also MiniSearch, Orama, SQLite FTS5 and LangChain's memory vector store
  --json   one JSON object a line instead of a table
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || positionals.length === 0) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  await run(positionals);
}

async function run(folders: readonly string[]): Promise<void> {
  const embedder = new StaticEmbeddings(await openShippedModel());
  const methods = [...projectMethods(embedder), ...(values.peers ? peers(embedder) : [])];
  const rows = [];
  for (const folder of folders) {
    const set = readBeirSet(folder);
    for (const method of methods) {
      const measured = await measure(set, method, ALL_ACCENTS);
      rows.push(...measured);
      if (values.json) for (const row of measured) console.log(JSON.stringify(row));
    }
  }
  if (!values.json) console.log(resultsTable(rows));
}

function peers(embedder: StaticEmbeddings): Method[] {
  return [minisearch, minisearchTuned, orama, oramaTuned, fts5, fts5Tuned, langchainMemory(embedder)];
}
