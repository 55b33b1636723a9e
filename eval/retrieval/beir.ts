import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

export interface RetrievalText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Questions, texts, and which texts answer which question. */
export interface RetrievalSet {
  readonly name: string;
  readonly corpus: readonly RetrievalText[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  /** Question → text → how relevant (1 or more). */
  readonly relevant: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const corpusSchema = z.object({ _id: z.coerce.string(), title: z.string().default(''), text: z.string() });
const querySchema = z.object({ _id: z.coerce.string(), text: z.string() });

/**
 * Reads a set in BEIR form: `corpus.jsonl` and `queries.jsonl` (or `.gz`), `qrels/test.tsv` with a header line. Only
 * questions with a relevant text count.
 */
export function readBeirSet(folder: string): RetrievalSet {
  const relevant = new Map<string, Map<string, number>>();
  for (const line of linesOf(join(folder, 'qrels', 'test.tsv')).slice(1)) {
    const [query = '', text = '', score = '0'] = line.split('\t');
    if (Number(score) <= 0) continue;
    const texts = relevant.get(query) ?? new Map<string, number>();
    relevant.set(query, texts.set(text, Number(score)));
  }
  return {
    name: basename(folder),
    corpus: linesOf(join(folder, 'corpus.jsonl'))
      .map((line) => corpusSchema.parse(JSON.parse(line)))
      .map(({ _id, title, text }) => ({ id: _id, title, text })),
    queries: linesOf(join(folder, 'queries.jsonl'))
      .map((line) => querySchema.parse(JSON.parse(line)))
      .filter(({ _id }) => relevant.has(_id))
      .map(({ _id, text }) => ({ id: _id, text })),
    relevant,
  };
}

/** Writes a set in BEIR form. */
export function writeBeirSet(folder: string, { corpus, queries, relevant }: RetrievalSet): void {
  mkdirSync(join(folder, 'qrels'), { recursive: true });
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(folder, 'corpus.jsonl'), lines(corpus.map(({ id, title, text }) => ({ _id: id, title, text }))));
  writeFileSync(join(folder, 'queries.jsonl'), lines(queries.map(({ id, text }) => ({ _id: id, text }))));
  const judgements = [...relevant].flatMap(([query, texts]) =>
    [...texts].map(([text, score]) => `${query}\t${text}\t${score}\n`),
  );
  writeFileSync(join(folder, 'qrels', 'test.tsv'), `query-id\tcorpus-id\tscore\n${judgements.join('')}`);
}

function linesOf(path: string): string[] {
  const text = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return text
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
