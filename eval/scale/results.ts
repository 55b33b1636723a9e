import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { scaleChart } from './chart.ts';
import { IngestRun } from './ingest-run.ts';

const Times = z.object({ p50: z.number().nullable(), p95: z.number().nullable(), p99: z.number().nullable() });

/** One size on one engine. */
const ScaleResult = z.object({
  engine: z.enum(['in-process', 'postgres']),
  asked: z.number(),
  passages: z.number(),
  documents: z.number(),
  entries: z.number(),
  day: z.string(),
  machine: z.string(),
  growth: z.string(),
  ingest: IngestRun.omit({ documents: true, passages: true }),
  disk: z.object({ store: z.number(), index: z.number() }),
  startMilliseconds: z.number(),
  idleMegabytes: z.number(),
  busyMegabytes: z.number(),
  answers: z.array(Times.extend({ kind: z.string(), asked: z.number(), right: z.number() })),
  all: Times,
  search: Times,
  recall: z.number().nullable(),
});
export type ScaleResult = z.infer<typeof ScaleResult>;

const DATA = join(import.meta.dirname, 'results.json');
const PAGE = join(import.meta.dirname, 'results.md');

/** Keeps a result beside those of other sizes and engines, in place of an earlier one of the same. */
export async function keepResult(result: ScaleResult): Promise<void> {
  const known = await readFile(DATA, 'utf8').then(
    (text) => z.array(ScaleResult).parse(JSON.parse(text)),
    () => [],
  );
  const others = known.filter(({ engine, asked }) => engine !== result.engine || asked !== result.asked);
  const all = [...others, result].sort((a, b) => a.engine.localeCompare(b.engine) || a.asked - b.asked);
  await writeFile(DATA, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(PAGE, pageOf(all));
  for (const name of enginesOf(all)) {
    const chart = chartOf(name, all);
    if (chart !== '') await writeFile(join(import.meta.dirname, chartFile(name)), chart);
  }
}

function enginesOf(results: readonly ScaleResult[]): readonly string[] {
  return [...new Set(results.map(({ engine }) => engine))];
}

function chartFile(engine: string): string {
  return `${engine}.svg`;
}

/** Empty when there is but one size. */
function chartOf(name: string, results: readonly ScaleResult[]): string {
  const points = results
    .filter(({ engine }) => engine === name)
    .map(({ passages, all, search }) => ({ passages, answers: all, retrieval: search }));
  return scaleChart(name, points);
}

export function machineName(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)} at the end`;
}

function pageOf(results: readonly ScaleResult[]): string {
  return `# Scale

Written by \`npm run bench:scale -- --write\`; \`--help\` says how the corpora are made and what is measured.

${enginesOf(results)
  .map((engine) =>
    sectionOf(
      engine,
      results.filter((result) => result.engine === engine),
    ),
  )
  .join('\n\n')}
`;
}

type Line = readonly [string, (result: ScaleResult) => string];

const LINES: readonly Line[] = [
  ['passages', ({ passages }) => whole(passages)],
  ['documents', ({ documents }) => whole(documents)],
  ['entries (passages and records)', ({ entries }) => whole(entries)],
  ['ingestion', ({ ingest }) => `${whole(ingest.seconds)} s`],
  ['of which reading', ({ ingest }) => `${whole(ingest.readSeconds)} s`],
  ['processor time of the ingestion', ({ ingest }) => secondsText(ingest.processorSeconds)],
  ['passages ingested per second', ({ ingest, passages }) => whole(passages / ingest.seconds)],
  ['memory of the ingestion, at most', ({ ingest }) => megabytes(ingest.peakMegabytes)],
  ['documents and records on disk', ({ disk }) => megabytes(disk.store)],
  ['index on disk', ({ disk }) => megabytes(disk.index)],
  ['start until ready', ({ startMilliseconds }) => milliseconds(startMilliseconds)],
  ['memory of the service, idle', ({ idleMegabytes }) => megabytes(idleMegabytes)],
  ['memory after the questions', ({ busyMegabytes }) => megabytes(busyMegabytes)],
  ['retrieval alone', ({ search }) => times(search)],
  ['answers, all kinds', ({ all }) => times(all)],
  ['recall@20 of the vector part', ({ recall }) => (recall === null ? '–' : `${(100 * recall).toFixed(1)} %`)],
];

function sectionOf(engine: string, results: readonly ScaleResult[]): string {
  const kinds = [...new Set(results.flatMap(({ answers }) => answers.map(({ kind }) => kind)))];
  const lines: readonly Line[] = [
    ...LINES,
    ...kinds.map((kind): Line => [`answers, ${kind}`, (result) => kindText(result, kind)]),
    [
      'milliseconds at p95 per 100,000 passages',
      (result) => (((result.all.p95 ?? 0) * 1e5) / result.passages).toFixed(1),
    ],
    ['words', ({ growth }) => growth],
    ['measured', ({ day, machine }) => `${day}, ${machine}`],
  ];
  const head = `| | ${results.map(({ asked }) => whole(asked)).join(' | ')} |\n|---|${results.map(() => '---:|').join('')}`;
  const rows = lines.map(([name, text]) => `| ${name} | ${results.map(text).join(' | ')} |`);
  const chart =
    results.length < 2 ? [] : [`![Time of a question against the size of the corpus](${chartFile(engine)})`, ''];
  return [`## ${engine}`, '', ...chart, 'Times are p50 / p95 / p99.', '', head, ...rows].join('\n');
}

function kindText({ answers }: ScaleResult, kind: string): string {
  const found = answers.find((answer) => answer.kind === kind);
  return found === undefined ? '–' : `${times(found)}, ${(100 * found.right).toFixed(0)} % as expected`;
}

function times({ p50, p95, p99 }: ScaleResult['all']): string {
  return `${[p50, p95, p99].map((time) => (time === null ? '–' : time.toFixed(1))).join(' / ')} ms`;
}

function secondsText(value: number | null): string {
  return value === null ? '–' : `${whole(value)} s`;
}

function milliseconds(value: number): string {
  return `${whole(value)} ms`;
}

function megabytes(value: number): string {
  return `${whole(value)} MB`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
