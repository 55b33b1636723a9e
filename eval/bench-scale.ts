import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Library } from '../src/http/library.ts';
import { openShippedModel } from '../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../src/model/static-embeddings.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { wire } from '../src/wiring.ts';
import { latenciesOf } from './bench/load.ts';
import { startServer } from './bench/server-process.ts';
import { type GeneratedCorpus, writeCorpus } from './scale/corpus.ts';
import { diskOf, withIndex } from './scale/engines.ts';
import { growthOf } from './scale/growth.ts';
import { IngestRun, runIngest } from './scale/ingest-run.ts';
import { type Material, readMaterial } from './scale/material.ts';
import { measureAnswers, measureSearch } from './scale/measure.ts';
import { keepResult, machineName, type ScaleResult } from './scale/results.ts';
import { vectorRecall } from './scale/vector-recall.ts';

const HELP = `Measures corpora of several sizes: ingestion, disk, memory, start, answers and retrieval.

  npm run bench:scale -- --passages 10000,100000,1000000
                        [--engine in-process,postgres]   postgres needs DATABASE_URL, a database of its own
                        [--material folder]              documents whose words are used beside those of the seeds
                        [--asked 120]                    plans that are asked about, up to ten questions each
                        [--work folder]                  keeps corpora and indexes there: the next run asks again
                                                         without ingesting again
                        [--no-recall]                    leaves out the recall of the vector part, for which every
                                                         text is embedded again: four minutes for a million
                        [--write]                        writes eval/scale/results.md

The corpora are plans of all provinces and several years, with headings, a table of targets, tasks with their bodies and
deadlines, made of the sentences of real ones: a sentence turns into another one at a word both have, numbers are drawn
anew, and names come from an urn in which they grow as in real corpora. The same seed makes the same corpus. Whether the
words grow as they do in the documents themselves is measured (Heaps' exponents of syllables and bigrams) and printed.`;

const SEEDS = join(import.meta.dirname, '../seeds/documents');
const PROJECT = join(import.meta.dirname, '..');
const SEED = 'scale';
/** Questions whose nearest entries are worked out one by one. */
const RECALL_QUESTIONS = 60;
/** Files read for the growth of words: more take memory and change the exponents little. */
const GROWTH_FILES = 3_000;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    passages: { type: 'string', default: '10000' },
    engine: { type: 'string', default: 'in-process' },
    material: { type: 'string', multiple: true, default: [] },
    asked: { type: 'string', default: '120' },
    work: { type: 'string' },
    recall: { type: 'boolean', default: true },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else await main();

async function main(): Promise<void> {
  const work = values.work ?? (await mkdtemp(join(tmpdir(), 'hoi-dap-scale-')));
  try {
    const material = await readMaterial([SEEDS, ...values.material]);
    for (const asked of values.passages.split(',').map(Number)) {
      const folder = join(work, `corpus-${asked}`);
      const corpus = await writeCorpus({
        folder,
        passages: asked,
        material,
        real: SEEDS,
        asked: Number(values.asked),
        seed: SEED,
      });
      for (const engine of values.engine.split(',')) {
        const result = await measure({ engine: engineNamed(engine), asked, corpus, material, work });
        console.log(JSON.stringify(result, null, 2));
        if (values.write) await keepResult(result);
      }
    }
  } finally {
    if (values.work === undefined) await rm(work, { recursive: true, force: true });
  }
}

function engineNamed(name: string): ScaleResult['engine'] {
  if (name === 'in-process' || name === 'postgres') return name;
  throw new RangeError(`There is no engine “${name}”; there are in-process and postgres.`);
}

interface Measurement {
  readonly engine: ScaleResult['engine'];
  readonly asked: number;
  readonly corpus: GeneratedCorpus;
  readonly material: Material;
  readonly work: string;
}

async function measure({ engine, asked, corpus, material, work }: Measurement): Promise<ScaleResult> {
  const dataDir = join(work, `data-${engine}-${asked}`);
  await mkdir(dataDir, { recursive: true });
  const url = process.env.DATABASE_URL ?? '';
  if (engine === 'postgres' && url === '') throw new Error('Set DATABASE_URL to an empty database for this engine.');
  const environment = {
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...(engine === 'postgres' ? { DATABASE_URL: url } : {}),
  };
  const ingest = await ingestOnce(corpus, environment);
  const server = await startServer(dataDir, { patience: 600_000, environment });
  const idleMegabytes = (await server.memory()) ?? 0;
  await server.stop();

  const settings = readSettings(environment, PROJECT);
  const wiring = wire(settings);
  try {
    const library = await wiring.openLibrary();
    if (library === null) throw new Error('The ingestion published nothing.');
    const search = await measureSearch(library, corpus.questions);
    const answers = await measureAnswers(library, corpus.questions);
    const busyMegabytes = process.memoryUsage.rss() / 2 ** 20;
    const all = latenciesOf(
      answers.flatMap(({ latencies }) => latencies),
      [],
      1,
    );
    return {
      engine,
      asked,
      passages: ingest.passages,
      documents: ingest.documents,
      entries: library.manifest.entries,
      day: new Date().toISOString().slice(0, 10),
      machine: machineName(),
      growth: await growthText(corpus, material),
      ingest,
      disk: await diskOf(settings),
      startMilliseconds: server.readyAfter,
      idleMegabytes,
      busyMegabytes,
      answers: answers.map(({ kind, p50, p95, p99, asked: count, right }) => ({
        kind,
        p50,
        p95,
        p99,
        asked: count,
        right,
      })),
      all: { p50: all.p50, p95: all.p95, p99: all.p99 },
      search: { p50: search.p50, p95: search.p95, p99: search.p99 },
      recall: values.recall ? await recallOf(settings, library, corpus) : null,
    };
  } finally {
    await wiring.close();
  }
}

/** An ingestion that a kept work folder remembers is not done again, unless the corpus has become another one since. */
async function ingestOnce(
  { folder, digest }: GeneratedCorpus,
  environment: Readonly<Record<string, string>>,
): Promise<IngestRun> {
  const path = join(environment.DATA_DIR ?? '', 'ingest.json');
  const known = await readFile(path, 'utf8').catch(() => null);
  if (known !== null) {
    const kept = IngestRun.parse(JSON.parse(known));
    if (kept.corpus === null || kept.corpus === digest) return kept;
    console.error('The kept corpus is another one than this program makes: it is ingested anew.');
  }
  const run = { ...(await runIngest(folder, environment)), corpus: digest };
  await writeFile(path, JSON.stringify(run));
  return run;
}

async function recallOf(settings: Settings, library: Library, { questions }: GeneratedCorpus): Promise<number> {
  const embedder = new StaticEmbeddings(await openShippedModel());
  const every = Math.max(1, Math.floor(questions.length / RECALL_QUESTIONS));
  const asked = questions.filter((_, i) => i % every === 0).map(({ text }) => text);
  return withIndex(settings, library.manifest.generation, embedder, (index) =>
    vectorRecall({ index, store: library.store }, embedder, asked),
  );
}

async function growthText({ folder }: GeneratedCorpus, material: Material): Promise<string> {
  const files = (await readdir(folder)).sort().slice(0, GROWTH_FILES);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const [real, made] = [growthOf(material.sentences), growthOf(texts)];
  const text = ({ tokens, syllables, syllableExponent, bigrams, bigramExponent }: typeof real) =>
    `${syllables} syllables (β ${syllableExponent.toFixed(2)}), ${bigrams} bigrams (β ${bigramExponent.toFixed(2)}) in ${tokens} tokens`;
  return `${text(made)}; sentences of the sources: ${text(real)}`;
}
