import { bigrams } from '../../src/vietnamese/tokens.ts';
import type { Pair } from './pairs.ts';

/** The tokens that get a vector, with their inverse document frequency. */
export interface Vocabulary {
  readonly tokens: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
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
    rows: new Map(tokens.map((token, row) => [token, row])),
    rarity: Float32Array.from(tokens, (token) => Math.log(1 + pairs.length / (counts.get(token) ?? 1))),
  };
}

/** In how many pairs a token occurs. */
function countPairs(pairs: readonly Pair[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { heading, text } of pairs) {
    for (const token of new Set([...heading, ...bigrams(heading), ...text, ...bigrams(text)])) {
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return counts;
}

function isBigram(token: string): boolean {
  return token.includes('_');
}

function isMeaningful(token: string): boolean {
  return isBigram(token) ? !HAS_DIGIT.test(token) : !LONG_NUMBER.test(token);
}
