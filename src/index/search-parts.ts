import type { Hit, PublishedIndex, SearchOptions } from './ports.ts';

/** One part of the search, with what it looks for. */
type Search = (options: SearchOptions) => Promise<readonly Hit[]>;

const NOTHING: Search = async () => [];

/** Asks two engines, then each for the scores of what only the other has found. */
export function searchParts({
  lexical,
  vectors,
}: Pick<PublishedIndex, 'lexical' | 'vectors'>): PublishedIndex['search'] {
  return async ({ terms, vector }, options) => {
    const byWords: Search = (limits) => lexical.search(terms, limits);
    const byMeaning: Search = vector === null ? NOTHING : (limits) => vectors.search(vector, limits);
    const found = await Promise.all([byWords(options), byMeaning(options)]);
    const [words, meaning] = await Promise.all([
      withMissing(found[0], found[1], byWords, options),
      withMissing(found[1], found[0], byMeaning, options),
    ]);
    return { lexical: words, vector: meaning };
  };
}

async function withMissing(
  hits: readonly Hit[],
  others: readonly Hit[],
  search: Search,
  { signal }: SearchOptions,
): Promise<readonly Hit[]> {
  const known = new Set(hits.map(({ ordinal }) => ordinal));
  const ordinals = new Set(others.map(({ ordinal }) => ordinal).filter((ordinal) => !known.has(ordinal)));
  if (ordinals.size === 0) return hits;
  return [...hits, ...(await search({ k: ordinals.size, only: { ordinals }, signal }))];
}
