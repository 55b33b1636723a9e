import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RetrievalSet, RetrievalText } from '../retrieval/beir.ts';
import type { RawPair } from './pairs.ts';
import { seededRandom } from './random.ts';

const questionSchema = z.object({ question: z.string(), source: z.string(), heading: z.string() });

/** A citizen's question in everyday words, and the article that answers it. */
export type CitizenQuestion = z.infer<typeof questionSchema>;

const FILE = new URL('citizens.jsonl', import.meta.url);

/** The questions written for this project from the articles that answer them. */
export function citizenQuestions(): CitizenQuestion[] {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  return lines.map((line) => questionSchema.parse(JSON.parse(line)));
}

/** As many texts as in the published experiment on citizens' questions. */
const TEXTS = 22_270;

/**
 * The questions as a retrieval set: all texts of the sources they are about, and texts of other sources drawn at random
 * until there are 22,270. Every part of an article that was cut answers its question.
 */
export function citizensSet(pairs: readonly RawPair[], questions: readonly CitizenQuestion[]): RetrievalSet {
  const sources = new Set(questions.map(({ source }) => source));
  const own = pairs.filter(({ source }) => sources.has(source));
  const others = seededRandom(11).shuffle(pairs.filter(({ source }) => !sources.has(source)));
  const texts = new Map<string, RawPair & { readonly id: string }>();
  for (const pair of [...own, ...others]) {
    if (texts.size === TEXTS) break;
    if (!texts.has(pair.text)) texts.set(pair.text, { ...pair, id: `d${texts.size}` });
  }
  const corpus = [...texts.values()];
  const articles = Map.groupBy(corpus, ({ source, heading }) => `${source} ${heading}`);
  return {
    name: 'citizens',
    corpus: corpus.map(({ id, text }): RetrievalText => ({ id, title: '', text })),
    queries: questions.map(({ question }, i) => ({ id: `q${i}`, text: question })),
    relevant: new Map(
      questions.map(({ source, heading }, i) => [
        `q${i}`,
        new Map((articles.get(`${source} ${heading}`) ?? []).map(({ id }) => [id, 1])),
      ]),
    ),
  };
}
