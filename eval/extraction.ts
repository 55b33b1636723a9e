import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ingestFile } from '../ingest/pipeline.ts';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import { readCommitted } from './committed-file.ts';
import { renderExtraction } from './extraction/extraction-report.ts';
import { readGold } from './extraction/gold.ts';
import { recordKeys } from './extraction/record-keys.ts';
import { type DocumentScore, scoreDocument, unfaithfulQuotes } from './extraction/score.ts';
import { replaceSections } from './results-page.ts';

const HELP = `Scores what is read out of the five seeds against gold made by reading, and compares it with the committed records.

  npm run eval:extraction                     precision, recall and F1; writes the section in eval/results.md and extraction.json
  npm run eval:extraction -- --findings       also what was missed, spurious or wrong, with lines
  npm run eval:extraction -- --diff           also every record gained and lost against the committed ones
  npm run eval:extraction -- --corpus folder  reads the provincial documents instead: those with gold are scored, the others
                                              counted and timed
  npm run eval:extraction -- --json           prints scores and records as JSON
  npm run eval:extraction -- --no-write       writes nothing`;

const EVAL = import.meta.dirname;
const SEEDS = join(EVAL, '../seeds/documents');
const COMMITTED = join(EVAL, 'extraction.json');

const recordsSchema = z.record(z.string(), z.array(z.string()));
type Records = z.infer<typeof recordsSchema>;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      findings: { type: 'boolean', default: false },
      diff: { type: 'boolean', default: false },
      corpus: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(HELP);
  else if (values.corpus === undefined) await scoreSeeds(values);
  else await scoreCorpus(values.corpus, values);
}

interface Options {
  readonly findings: boolean;
  readonly diff: boolean;
  readonly json: boolean;
  readonly write: boolean;
}

async function scoreSeeds(options: Options): Promise<void> {
  const scores: DocumentScore[] = [];
  const records: Records = {};
  for (const gold of await readGold(join(EVAL, 'gold'))) {
    const read = await readDocument(join(SEEDS, gold.file));
    scores.push(scoreDocument(gold, read));
    records[gold.file] = recordKeys(read);
  }
  if (options.diff && !options.json) printDiff(await committedRecords(), records);
  await report('Extraction', scores, options);
  if (options.write) await writeFile(COMMITTED, `${JSON.stringify(records, null, 1)}\n`);
}

/** Documents without gold still show a crash, a hang or an unfaithful quote. */
async function scoreCorpus(folder: string, options: Options): Promise<void> {
  const gold = new Map((await readGold(join(EVAL, 'gold/provincial'))).map((one) => [one.file, one]));
  const scores: DocumentScore[] = [];
  for (const file of (await readdir(folder)).filter((name) => /\.(?:md|txt|html?|docx|pdf)$/.test(name)).sort()) {
    const started = performance.now();
    const read = await readDocument(join(folder, file));
    if (!options.json) console.log(`${file}  ${(performance.now() - started).toFixed(0)} ms\n  ${outlineOf(read)}`);
    const wanted = gold.get(file);
    if (wanted !== undefined) scores.push(scoreDocument(wanted, read));
  }
  await report('Extraction from provincial documents', scores, options);
}

function outlineOf(read: IngestedDocument): string {
  const { document, outline, targets, assignments, entitlements, passages } = read;
  const identity = [document.number, document.issuer, document.issuedOn, document.signer?.name].map(
    (one) => one ?? '–',
  );
  const counts = [
    `${outline.length} parts`,
    `${targets.length} targets`,
    `${assignments.length} assignments`,
    `${entitlements.length} entitlements`,
    `${passages.length} passages`,
    `${document.warnings.length} warnings`,
    `${unfaithfulQuotes(read).length} quotes not verbatim`,
  ];
  return `${identity.join(' | ')}\n  ${counts.join(', ')}`;
}

async function report(name: string, scores: readonly DocumentScore[], options: Options): Promise<void> {
  if (options.findings && !options.json) {
    for (const { file, findings } of scores) console.log([`# ${file}`, ...findings, ''].join('\n'));
  }
  const section = renderExtraction(name, scores);
  console.log(options.json ? JSON.stringify(scores, null, 1) : section);
  if (options.write) await replaceSections(EVAL, [{ name, text: section }]);
}

function printDiff(before: Records, after: Records): void {
  for (const file of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = new Set(before[file] ?? []);
    const now = new Set(after[file] ?? []);
    const gained = [...now].filter((key) => !old.has(key)).map((key) => `+ ${key}`);
    const lost = [...old].filter((key) => !now.has(key)).map((key) => `- ${key}`);
    console.log([`# ${file}: ${gained.length} gained, ${lost.length} lost`, ...lost, ...gained, ''].join('\n'));
  }
}

async function committedRecords(): Promise<Records> {
  return recordsSchema.parse(JSON.parse((await readCommitted(COMMITTED)) ?? '{}'));
}

async function readDocument(path: string): Promise<IngestedDocument> {
  const ingestion = await ingestFile(path);
  if (ingestion.kind === 'failure') throw new Error(`${path}: ${ingestion.message}`);
  return ingestion.ingested;
}
