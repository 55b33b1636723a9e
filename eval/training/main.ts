import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import { openStaticModel, packStaticModel } from '../../src/model/static-model.ts';
import type { RetrievalSet } from '../retrieval/beir.ts';
import { writeBeirSet } from '../retrieval/beir.ts';
import { measure } from '../retrieval/measure.ts';
import { projectMethods } from '../retrieval/methods.ts';
import { resultsTable } from '../retrieval/table.ts';
import { citizenQuestions, citizensSet } from './citizens.ts';
import { heldOutSet } from './held-out.ts';
import { isHeldOut, readPairs, tokenisePairs } from './pairs.ts';
import { recipeSchema } from './recipe.ts';
import { train } from './train.ts';
import { readWording } from './wording.ts';

const HELP = `npm run train:embedding -- --data <pairs.jsonl.gz> [options]

Trains the static embedding model on (heading, text) pairs and measures it on the sources it was not shown.

  --data <file>       gzipped JSON lines: heading, text, source
  --out <file>        where the weights go (default: none, the run only measures)
  --version <text>    version in the header of the weights (default: 3)
  --recipe <json>     what differs from the recipe in recipe.ts: '{"dimensions":256}'
  --held-out <folder> also write the held-out set there, in BEIR form
  --citizens <folder> also write the set of citizens' questions there
  --unseen-citizens   leave the sources of the citizens' questions out of training
  --no-measure        do not measure at the end
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    version: { type: 'string', default: '3' },
    recipe: { type: 'string', default: '{}' },
    'held-out': { type: 'string' },
    citizens: { type: 'string' },
    'unseen-citizens': { type: 'boolean', default: false },
    measure: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

if (values.help || values.data === undefined) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  await run(values.data, values.out ?? null);
}

async function run(data: string, out: string | null): Promise<void> {
  const recipe = recipeSchema.parse(JSON.parse(values.recipe));
  console.log(`recipe ${JSON.stringify(recipe)}`);
  const raw = readPairs(data);
  const heldOut = heldOutSet(raw.filter(({ source }) => isHeldOut(source)));
  if (values['held-out'] !== undefined) writeBeirSet(values['held-out'], heldOut);
  const questions = citizenQuestions();
  if (values.citizens !== undefined) writeBeirSet(values.citizens, citizensSet(raw, questions));
  const aside = new Set(values['unseen-citizens'] ? questions.map(({ source }) => source) : []);
  const pairs = tokenisePairs(raw.filter(({ source }) => !isHeldOut(source) && !aside.has(source)));
  const { tokens, dimensions, scales, vectors } = await train(pairs, readWording(), recipe, console.log);
  const bytes = await packStaticModel({
    header: { name: 'static-vi', version: values.version, dimensions, unknownLength: recipe.unknownLength },
    tokens,
    scales,
    vectors,
  });
  if (out !== null) {
    mkdirSync(join(out, '..'), { recursive: true });
    writeFileSync(out, bytes);
    console.log(`${out}: ${(bytes.length / 1e6).toFixed(2)} MB`);
  }
  if (values.measure) await report(heldOut, new StaticEmbeddings(await openStaticModel(bytes)));
}

async function report(set: RetrievalSet, embedder: StaticEmbeddings): Promise<void> {
  const rows = [];
  for (const method of projectMethods(embedder)) rows.push(await measure(set, method, ['accented']));
  console.log(`held out: ${set.queries.length} headings, ${set.corpus.length} texts`);
  console.log(resultsTable(rows.flat()));
}
