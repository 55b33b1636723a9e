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

/** Tokens are folded syllables and bigrams (`ho_ngheo`), by row. */
export function tokenRows(tokens: readonly string[]): TokenRows {
  const numbers = new Map<string, number>();
  const rows: number[] = [];
  const pairs = pairTable(tokens.length);
  const numberOf = (syllable: string): number => {
    const known = numbers.get(syllable);
    if (known !== undefined) return known;
    numbers.set(syllable, rows.length);
    return rows.push(-1) - 1;
  };
  for (const [row, token] of tokens.entries()) {
    const between = token.indexOf('_');
    if (between === -1) rows[numberOf(token)] = row;
    else pairs.add(numberOf(token.slice(0, between)), numberOf(token.slice(between + 1)), row);
  }
  return {
    syllable: (term) => numbers.get(term) ?? -1,
    rowOf: (syllable) => rows[syllable] ?? -1,
    rowOfPair: pairs.rowOf,
  };
}

/** Pairs of numbers → rows. */
interface PairTable {
  add(first: number, second: number, row: number): void;
  /** -1 for a pair that was not added. */
  rowOf(first: number, second: number): number;
}

/**
 * An open-addressing table at most half full, whose slots hold row + 1: a Map with both numbers in one key, which is too
 * large for a small integer of the engine, took half of the time in which the model is opened.
 */
function pairTable(rows: number): PairTable {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, rows * 2))));
  const firsts = new Int32Array(rows);
  const seconds = new Int32Array(rows);
  /** Where the pair stands, or the free slot where it would. */
  const slotOf = (first: number, second: number): number => {
    let slot = ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 7) & (slots.length - 1);
    for (;;) {
      const row = (slots[slot] ?? 0) - 1;
      if (row === -1 || (firsts[row] === first && seconds[row] === second)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  return {
    add: (first, second, row) => {
      firsts[row] = first;
      seconds[row] = second;
      slots[slotOf(first, second)] = row + 1;
    },
    rowOf: (first, second) => (slots[slotOf(first, second)] ?? 0) - 1,
  };
}
