import { parseArgs } from 'node:util';
import { openShippedModel } from '../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import { ALL_ACCENTS } from './accents.ts';
import { type RetrievalSet, readBeirSet } from './beir.ts';
import { type Measurement, measure } from './measure.ts';
import type { Method } from './method.ts';
import { projectMethods } from './methods.ts';
import { ownQuestionsSet } from './own-questions.ts';
import { langchainMemory } from './peers/langchain-memory.ts';
import { minisearch, minisearchTuned } from './peers/minisearch.ts';
import { orama, oramaTuned } from './peers/orama.ts';
import { fts5, fts5Tuned } from './peers/sqlite-fts5.ts';
import { type SetResults, writeResults } from './results-page.ts';
import { resultsTable } from './table.ts';

const HELP = `npm run bench:retrieval -- [own] [folder…] [--json] [--write] [--no-peers] [--peer-seconds 20]

Measures retrieval on sets in BEIR form (corpus.jsonl or .gz: _id, title, text; queries.jsonl: _id, text;
qrels/test.tsv), and on the project's own questions for "own" or without a folder: BM25, vectors and their fusion, then
what one would pick otherwise, each asked with all, half and no accents.

  --no-peers        without MiniSearch, Orama, SQLite FTS5 and LangChain's memory vector store
  --peer-seconds    how long a peer is asked with each kind of accents (20); a slower one is asked fewer questions,
                    a random sample: n says how many
  --json            one JSON object a line instead of a table
  --write           writes the sets' sections of eval/retrieval/results.md
`;

/** The name of the project's own questions among the folders. */
const OWN = 'own';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'boolean', default: true },
    'peer-seconds': { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const peerSeconds = Number(values['peer-seconds']);
if (values.help || !(peerSeconds > 0)) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  await run(positionals);
}

async function run(names: readonly string[]): Promise<void> {
  const embedder = new StaticEmbeddings(await openShippedModel());
  const results: SetResults[] = [];
  for (const name of names.length === 0 ? [OWN] : names) {
    const set = name === OWN ? await ownQuestionsSet() : readBeirSet(name);
    const own = await measureAll(set, projectMethods(embedder), Number.POSITIVE_INFINITY);
    const others = values.peers ? await measureAll(set, peers(embedder), peerSeconds) : [];
    results.push({ set, own, peers: others });
  }
  if (!values.json) console.log(resultsTable(results.flatMap(({ own, peers }) => [...own, ...peers])));
  if (values.write) await writeResults(import.meta.dirname, results);
}

async function measureAll(set: RetrievalSet, methods: readonly Method[], seconds: number): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const method of methods) {
    const measured = await measure(set, method, ALL_ACCENTS, seconds);
    rows.push(...measured);
    if (values.json) for (const row of measured) console.log(JSON.stringify(row));
  }
  return rows;
}

/** From the fastest to the slowest. */
function peers(embedder: StaticEmbeddings): Method[] {
  return [fts5, fts5Tuned, minisearch, minisearchTuned, langchainMemory(embedder), oramaTuned, orama];
}
