import type { InProcessParts, OrdinalOptions } from './in-process.ts';
import type { FoundByParts, Hit, SearchedQuestion } from './ports.ts';

/**
 * Asks by meaning, then by words, which score on their way what meaning has found; last, meaning for the scores of what
 * only words have found.
 */
export function searchParts({
  lexical,
  vectors,
}: Pick<InProcessParts, 'lexical' | 'vectors'>): (
  question: SearchedQuestion,
  options: OrdinalOptions,
) => Promise<FoundByParts> {
  return async ({ terms, vector }, { k, only }) => {
    if (vector === null) return { lexical: await lexical.search(terms, { k, only }), vector: [] };
    const meaning = await vectors.search(vector, { k, only });
    const words = await lexical.search(terms, { k, only, also: meaning.map(ordinalOf) });
    const known = new Set(meaning.map(ordinalOf));
    const missing = new Set(words.map(ordinalOf).filter((ordinal) => !known.has(ordinal)));
    const others = missing.size === 0 ? [] : await vectors.search(vector, { k: missing.size, only: missing });
    return { lexical: words, vector: [...meaning, ...others] };
  };
}

function ordinalOf({ ordinal }: Hit): number {
  return ordinal;
}
