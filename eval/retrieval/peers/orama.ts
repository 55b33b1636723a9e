import { create, insertMultiple, search } from '@orama/orama';
import type { RetrievalText } from '../beir.ts';
import type { Method } from '../method.ts';
import { foldedTokens } from './minisearch.ts';

/** Orama as it comes. It has no Vietnamese: its tokenizer is the English one. */
export const orama: Method = {
  name: 'orama',
  open: async (corpus) => over(create({ schema: SCHEMA }), corpus),
};

/** Orama with the project's tokens. */
export const oramaTuned: Method = {
  name: 'orama, tuned',
  open: async (corpus) => over(create({ schema: SCHEMA, components: { tokenizer: TOKENIZER } }), corpus),
};

const SCHEMA = { title: 'string', text: 'string' } as const;

const TOKENIZER = {
  language: 'vietnamese',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => [...new Set(foldedTokens(text))],
};

function over(database: ReturnType<typeof create<typeof SCHEMA>>, corpus: readonly RetrievalText[]) {
  insertMultiple(
    database,
    corpus.map(({ id, title, text }) => ({ id, title, text })),
  );
  return async (question: string, k: number) => {
    // Threshold 1: texts that hold some of the words count, as everywhere else in the comparison.
    const { hits } = await search(database, { term: question, limit: k, threshold: 1 });
    return hits.map(({ id }) => id);
  };
}
