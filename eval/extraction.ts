import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ingestFile } from '../ingest/pipeline.ts';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import { renderExtraction } from './extraction/extraction-report.ts';
import { readGold } from './extraction/gold.ts';
import { recordKeys } from './extraction/record-keys.ts';
import { type DocumentScore, scoreDocument, unfaithfulQuotes } from './extraction/score.ts';
import { replaceSections } from './results-page.ts';

const HELP = `Scores what is read out of the five seeds against gold made by reading, and compares it with the committed records.

  npm run eval:extraction                     precision, recall and F1; writes the section in eval/results.md and extraction.json
  npm run eval:extraction -- --findings       also what was missed, spurious or wrong, with lines
  npm run eval:extraction -- --diff           also every record gained and lost against the committed ones
  npm run eval:extraction -- --corpus folder  reads a folder instead: records per document, time, quotes (nothing is written)
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
  else if (values.corpus !== undefined) await measureCorpus(values.corpus);
  else await scoreSeeds(values);
}

async function scoreSeeds(options: {
  readonly findings: boolean;
  readonly diff: boolean;
  readonly json: boolean;
  readonly write: boolean;
}): Promise<void> {
  const scores: DocumentScore[] = [];
  const records: Records = {};
  for (const gold of await readGold(join(EVAL, 'gold'))) {
    const read = await readDocument(join(SEEDS, gold.file));
    scores.push(scoreDocument(gold, read));
    records[gold.file] = recordKeys(read);
  }
  if (options.json) {
    console.log(JSON.stringify({ scores, records }, null, 1));
  } else {
    if (options.findings)
      for (const { file, findings } of scores) console.log([`# ${file}`, ...findings, ''].join('\n'));
    if (options.diff) printDiff(await committedRecords(), records);
    console.log(renderExtraction(scores));
  }
  if (options.write) {
    await writeFile(COMMITTED, `${JSON.stringify(records, null, 1)}\n`);
    await replaceSections(EVAL, [{ name: 'Extraction', text: renderExtraction(scores) }]);
  }
}

/** Counts and times for documents without gold: a crash, a hang or an unfaithful quote shows here. */
async function measureCorpus(folder: string): Promise<void> {
  for (const file of (await readdir(folder)).filter((name) => /\.(?:md|txt|html?|docx|pdf)$/.test(name)).sort()) {
    const started = performance.now();
    const read = await readDocument(join(folder, file));
    const time = `${(performance.now() - started).toFixed(0)} ms`;
    const { document, outline, targets, assignments, entitlements, passages } = read;
    const counts = [
      `${outline.length} parts`,
      `${targets.length} targets`,
      `${assignments.length} assignments`,
      `${entitlements.length} entitlements`,
      `${passages.length} passages`,
      `${document.warnings.length} warnings`,
      `${unfaithfulQuotes(read).length} quotes not verbatim`,
    ];
    const identity = [document.number, document.issuer, document.issuedOn, document.signer?.name].map(
      (one) => one ?? '–',
    );
    console.log(`${file}  ${time}\n  ${identity.join(' | ')}\n  ${counts.join(', ')}`);
  }
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
  const text = await readFile(COMMITTED, 'utf8').catch(() => '{}');
  return recordsSchema.parse(JSON.parse(text));
}

async function readDocument(path: string): Promise<IngestedDocument> {
  const ingestion = await ingestFile(path);
  if (ingestion.kind === 'failure') throw new Error(`${path}: ${ingestion.message}`);
  return ingestion.ingested;
}
