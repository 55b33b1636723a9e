import MiniSearch from 'minisearch';
import { bigrams, tokenise } from '../../../src/vietnamese/tokens.ts';
import type { RetrievalText } from '../beir.ts';
import type { Method } from '../method.ts';

/** MiniSearch as it comes. */
export const minisearch: Method = {
  name: 'minisearch',
  open: async (corpus) => over(new MiniSearch<RetrievalText>({ fields: ['title', 'text'] }), corpus),
};

/** MiniSearch with the project's tokens: folded syllables and bigrams, and BM25's usual k1 and b. */
export const minisearchTuned: Method = {
  name: 'minisearch, tuned',
  open: async (corpus) =>
    over(
      new MiniSearch<RetrievalText>({
        fields: ['title', 'text'],
        tokenize: foldedTokens,
        processTerm: (term) => term,
        searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } },
      }),
      corpus,
    ),
};

export function foldedTokens(text: string): string[] {
  const syllables = tokenise(text).map(({ term }) => term);
  return [...syllables, ...bigrams(syllables)];
}

function over(index: MiniSearch<RetrievalText>, corpus: readonly RetrievalText[]) {
  index.addAll(corpus);
  return async (question: string, k: number) =>
    index
      .search(question)
      .slice(0, k)
      .map(({ id }) => String(id));
}
