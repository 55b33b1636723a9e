/**
 * Opens the shipped embedding model, builds the indexes over synthetic passages with it, and prints times, sizes and what
 * each index finds of what comparing all vectors finds.
 *
 *     node eval/bench-index.ts [--passages 1000,22000] [--graph-up-to 22000] [--questions 200]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { once } from '../src/document/once.ts';
import { type ClusteredVectors, clusteredVectorIndex, clusterRows } from '../src/index/clustered-vectors.ts';
import { entryTableOf } from '../src/index/entry-table.ts';
import { exactVectorIndex, type UnitVectors, unitVectors } from '../src/index/exact-vectors.ts';
import { buildHnsw, HNSW, hnswVectorIndex, loadHnswlib } from '../src/index/hnsw-vectors.ts';
import type { InProcessParts, OrdinalOptions, OrdinalVectorIndex } from '../src/index/in-process.ts';
import { inProcessIndex } from '../src/index/in-process.ts';
import { codeVectors, int8VectorIndex } from '../src/index/int8-vectors.ts';
import { buildLexicalIndex, openLexicalIndex } from '../src/index/lexical.ts';
import { questionTerms, weighQuestion } from '../src/index/question-terms.ts';
import { retriever } from '../src/index/retriever.ts';
import { CLUSTERS_FROM } from '../src/index/stored-vectors.ts';
import { vectorCollector } from '../src/index/vector-collector.ts';
import { openShippedModel } from '../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../src/model/static-embeddings.ts';
import { type SyntheticText, syntheticText } from './synthetic-passages.ts';

const SEEDS = new URL('../seeds/', import.meta.url);
const K = 20;
/** After a thousand questions everything on the way has been compiled. */
const WARM = 5;

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,22000' },
    'graph-up-to': { type: 'string', default: '22000' },
    questions: { type: 'string', default: '200' },
  },
});

const texts = readdirSync(new URL('documents/', SEEDS)).map((name) =>
  readFileSync(new URL(`documents/${name}`, SEEDS), 'utf8'),
);
const before = process.memoryUsage().rss;
const model = await timed(openShippedModel);
const embeddings = new StaticEmbeddings(model.value);
console.log(`model opened in ${model.ms.toFixed(0)} ms, ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`);
const hnswlib = await loadHnswlib(console.error);

for (const count of values.passages.split(',').map(Number)) await bench(count, syntheticText(texts));

async function bench(count: number, text: SyntheticText): Promise<void> {
  const passages = text.passages(count);
  const questions = text.questions(Number(values.questions));
  console.log(`\n${count} passages`);

  const built = await timed(() => buildLexicalIndex(passages));
  const packed = built.value.pack();
  const opened = await timed(() => openLexicalIndex(packed));
  console.log(row('lexical', built.ms, packed.byteLength), `opens in ${opened.ms.toFixed(1)} ms`);

  const embedded = await timed(() => passages.map(({ heading, body }) => embeddings.embed(`${heading} . ${body}`)));
  const vectors = unitVectors(embedded.value, embeddings.dimensions);
  console.log(row('passages embedded', embedded.ms, null));
  const coded = codeVectors(vectors);
  const graphLibrary = count <= Number(values['graph-up-to']) ? hnswlib : null;
  const indexes = {
    scan: once(() => timed(() => int8VectorIndex(coded))),
    clusters: once(() => timed(async () => clusteredVectorIndex(await clusteredOf(vectors)))),
    graph: graphLibrary && once(() => timed(() => hnswVectorIndex(buildHnsw(graphLibrary, vectors), coded))),
  };
  await benchFused(questions, {
    manifest: { format: 0, generation: 'bench', embedder: embeddings, entries: count, builtAt: '' },
    entries: entryTableOf(passages.map((_, i) => ({ id: `${i}`, kind: 'passage', documentId: `${i}` }))),
    lexical: opened.value,
    vectors: (await shipped(count, indexes)()).value,
  });

  const terms = questions.map(questionTerms);
  console.log('  lexical');
  for (const [name, options] of filters(count)) {
    const search = (i: number) => opened.value.search(terms[i] ?? [], options);
    console.log(`  ${name.padEnd(22)}`, await queryTimes(questions.length, search));
  }
  const embeddedQuestions = await timed(() => questions.map((question) => embeddings.embed(question)));
  console.log(`  question embedded in ${((embeddedQuestions.ms * 1000) / questions.length).toFixed(0)} µs`);
  const exact = exactVectorIndex(vectors);
  const asked = embeddedQuestions.value;
  console.log(row('exact vectors', 0, vectors.values.byteLength));
  await benchVectors(exact, asked, count);
  const scan = await indexes.scan();
  console.log(row('int8 scan', 0, coded.codes.byteLength), await recallText(exact, scan.value, asked));
  await benchVectors(scan.value, asked, count);
  const clusters = await indexes.clusters();
  console.log(
    row('int8 clusters', clusters.ms, coded.codes.byteLength),
    await recallText(exact, clusters.value, asked),
  );
  await benchVectors(clusters.value, asked, count);
  const graph = indexes.graph === null ? null : await indexes.graph();
  if (graph !== null) {
    console.log(row('hnsw vectors', graph.ms, null), await recallText(exact, graph.value, asked));
    await benchVectors(graph.value, asked, count);
  }
}

/**
 * The program's own retrieval, from the question on: first and beside nothing else, as in a service. With every other
 * index in memory and called through the same places in the code, it takes a third longer, which no service does.
 */
async function benchFused(questions: readonly string[], parts: InProcessParts): Promise<void> {
  const published = inProcessIndex(parts);
  const retrieve = retriever(embeddings);
  const fused = (i: number) =>
    retrieve(published, { ...weighQuestion(questions[i] ?? '', parts.lexical), only: null, k: K });
  console.log(row('fused, from the question', 0, null), await queryTimes(questions.length, fused));
}

async function benchVectors(index: OrdinalVectorIndex, asked: readonly Float32Array[], count: number): Promise<void> {
  for (const [name, options] of filters(count)) {
    const search = (i: number) => index.search(asked[i] ?? new Float32Array(index.dimensions), options);
    console.log(`  ${name.padEnd(22)}`, await queryTimes(asked.length, search));
  }
}

/** All entries, one entry in three (a large province), one in a hundred (a document). */
function filters(count: number): (readonly [string, OrdinalOptions])[] {
  const every = (step: number) => new Set(Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step));
  return [
    ['all', { k: K, only: null }],
    ['one in three', { k: K, only: every(3) }],
    ['one in a hundred', { k: K, only: every(100) }],
  ];
}

/**
 * Of each question the best of five, after all were asked `WARM` times, so that the table shows the index, compiled as in
 * a service that runs, and not what else the machine was doing.
 */
async function queryTimes(count: number, search: (i: number) => Promise<unknown>): Promise<string> {
  for (let i = 0; i < WARM * count; i++) await search(i % count);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const tries: number[] = [];
    for (let again = 0; again < 5; again++) tries.push((await timed(() => search(i))).ms);
    times.push(Math.min(...tries));
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms`;
}

/** What the program searches so many entries with. */
function shipped<T>(
  count: number,
  { scan, graph, clusters }: Readonly<Record<'scan' | 'clusters', T>> & { readonly graph: T | null },
): T {
  if (count >= CLUSTERS_FROM) return clusters;
  return count > HNSW.scanBelow && graph !== null ? graph : scan;
}

async function clusteredOf({ values: numbers, dimensions }: UnitVectors): Promise<ClusteredVectors> {
  const collector = vectorCollector(dimensions, 1);
  for (let at = 0; at < numbers.length; at += dimensions) collector.add(numbers.subarray(at, at + dimensions));
  const collected = collector.collected();
  if (collected.kind === 'few') throw new Error('There are no passages.');
  return clusterRows(collected.rows, collected.count);
}

async function recallText(...given: Parameters<typeof recall>): Promise<string> {
  return `recall@${K} ${(await recall(...given)).toFixed(4)}`;
}

async function recall(
  exact: OrdinalVectorIndex,
  other: OrdinalVectorIndex,
  asked: readonly Float32Array[],
): Promise<number> {
  let found = 0;
  let wanted = 0;
  for (const vector of asked) {
    const truth = await exact.search(vector, { k: K, only: null });
    const hits = new Set((await other.search(vector, { k: K, only: null })).map(({ ordinal }) => ordinal));
    wanted += truth.length;
    found += truth.filter(({ ordinal }) => hits.has(ordinal)).length;
  }
  return found / wanted;
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

function row(name: string, buildMs: number, bytes: number | null): string {
  const size = bytes === null ? '' : `${(bytes / 1e6).toFixed(1)} MB`;
  return `  ${name.padEnd(22)} built in ${(buildMs / 1000).toFixed(2)} s  ${size}`;
}
