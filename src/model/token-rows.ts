/**
 * Tokens → rows. Syllables are numbered, and a bigram is looked up by the numbers of its two: putting its name together
 * for every two neighbouring syllables of a text took longer than finding it.
 */
export interface TokenRows {
  /** The number of a syllable; -1 for one that stands in no token. */
  syllable(term: string): number;
  /** The row of a syllable by its number, of two syllables by theirs; -1 when there is none. */
  rowOf(syllable: number): number;
  rowOfPair(first: number, second: number): number;
}

/** Two numbers in one; there are never so many syllables. */
const PAIR = 2 ** 16;

/** Tokens are folded syllables and bigrams (`ho_ngheo`), by row. */
export function tokenRows(tokens: readonly string[]): TokenRows {
  const numbers = new Map<string, number>();
  const rows: number[] = [];
  const pairs = new Map<number, number>();
  const numberOf = (syllable: string): number => {
    const known = numbers.get(syllable);
    if (known !== undefined) return known;
    numbers.set(syllable, numbers.size);
    rows.push(-1);
    return numbers.size - 1;
  };
  for (const [row, token] of tokens.entries()) {
    const between = token.indexOf('_');
    if (between === -1) rows[numberOf(token)] = row;
    else pairs.set(numberOf(token.slice(0, between)) * PAIR + numberOf(token.slice(between + 1)), row);
  }
  return {
    syllable: (term) => numbers.get(term) ?? -1,
    rowOf: (syllable) => rows[syllable] ?? -1,
    rowOfPair: (first, second) => (first < 0 || second < 0 ? -1 : (pairs.get(first * PAIR + second) ?? -1)),
  };
}
