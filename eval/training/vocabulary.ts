import { type TokenRows, tokenRows } from '../../src/model/token-rows.ts';
import { bigrams } from '../../src/vietnamese/tokens.ts';
import type { Pair } from './pairs.ts';

/** The tokens that get a vector, with their inverse document frequency. */
export interface Vocabulary {
  readonly tokens: readonly string[];
  readonly rows: TokenRows;
  readonly rarity: Float32Array;
}

const MOST_SYLLABLES = 12_000;
const LONG_NUMBER = /\d{5}/;
const HAS_DIGIT = /\d/;

/**
 * Every syllable that occurs twice and every token of the wordings (`needed`), then the most frequent bigrams up to the
 * limit. Numbers of more than four digits name a case, not a meaning; bigrams with a number neither.
 */
export function chooseVocabulary(
  pairs: readonly Pair[],
  needed: readonly (readonly string[])[],
  limit: number,
): Vocabulary {
  const counts = countPairs(pairs);
  const wanted = new Set(needed.flatMap((terms) => [...terms, ...bigrams(terms)]));
  for (const token of wanted) if (!counts.has(token)) counts.set(token, 1);
  const frequent = [...counts]
    .filter(([token, count]) => isMeaningful(token) && (wanted.has(token) || count >= (isBigram(token) ? 3 : 2)))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([token]) => token);
  const syllables = frequent.filter((token) => !isBigram(token)).slice(0, MOST_SYLLABLES);
  const pairsOfSyllables = frequent.filter(isBigram);
  const tokens = [
    ...syllables,
    ...pairsOfSyllables.filter((token) => wanted.has(token)),
    ...pairsOfSyllables.filter((token) => !wanted.has(token)),
  ].slice(0, limit);
  return {
    tokens,
    rows: tokenRows(tokens),
    rarity: Float32Array.from(tokens, (token) => Math.log(1 + pairs.length / (counts.get(token) ?? 1))),
  };
}

/** Two syllables' numbers in one; there are never so many syllables. */
const PAIR = 2 ** 20;

/** In how many pairs a token occurs. Tokens are counted as numbers: names of bigrams would be put together 25 million times. */
function countPairs(pairs: readonly Pair[]): Map<string, number> {
  const numbers = new Map<string, number>();
  const counts = new Map<number, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term) ?? numbers.size + 1;
    numbers.set(term, known);
    return known;
  };
  for (const { heading, text } of pairs) {
    const seen = new Set<number>();
    for (const terms of [heading, text]) {
      let previous = 0;
      for (const term of terms) {
        const number = numberOf(term);
        seen.add(number);
        if (previous !== 0) seen.add(previous * PAIR + number);
        previous = number;
      }
    }
    for (const token of seen) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const names = ['', ...numbers.keys()];
  const nameOf = (token: number) =>
    token < PAIR ? names[token] : `${names[Math.floor(token / PAIR)]}_${names[token % PAIR]}`;
  return new Map([...counts].filter(([, count]) => count > 1).map(([token, count]) => [nameOf(token) ?? '', count]));
}

function isBigram(token: string): boolean {
  return token.includes('_');
}

function isMeaningful(token: string): boolean {
  return isBigram(token) ? !HAS_DIGIT.test(token) : !LONG_NUMBER.test(token);
}
