import { tokenise } from '../src/vietnamese/tokens.ts';

/** A made-up passage in the words of real ones. */
export interface SyntheticPassage {
  readonly heading: string;
  readonly body: string;
}

/** What makes passages and questions: the same ones for the same texts and seed. */
export interface SyntheticText {
  passages(count: number): SyntheticPassage[];
  questions(count: number): string[];
}

/** Passages under one heading, as in the plans. */
const PASSAGES_PER_HEADING = 20;

/** One syllable in this many is one that no other text has, or few: names, numbers. Keeps the vocabulary growing. */
const RARE = 40;

/**
 * Text from a chain of syllables: each is followed by one that follows it somewhere in the given texts, so syllables and
 * bigrams are as frequent, and as unevenly so, as in the real ones.
 */
export function syntheticText(texts: readonly string[], seed = 1): SyntheticText {
  const followers = followersIn(texts);
  const starts = [...followers.keys()];
  const random = randomNumbers(seed);
  const pick = <T>(items: readonly T[], otherwise: T): T => items[Math.floor(random() * items.length)] ?? otherwise;
  const write = (length: number): string => {
    const words: string[] = [];
    let word = pick(starts, 'và');
    for (let i = 0; i < length; i++) {
      words.push(random() < 1 / RARE ? rareWord(random) : word);
      word = pick(followers.get(word) ?? starts, 'và');
    }
    return words.join(' ');
  };
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least));
  return {
    passages: (count) => {
      let heading = '';
      return Array.from({ length: count }, (_, i) => {
        if (i % PASSAGES_PER_HEADING === 0) heading = write(between(8, 24));
        return { heading, body: write(between(15, 100)) };
      });
    },
    questions: (count) => Array.from({ length: count }, () => write(between(6, 18))),
  };
}

function followersIn(texts: readonly string[]): Map<string, string[]> {
  const followers = new Map<string, string[]>();
  for (const text of texts) {
    const words = tokenise(text).map((token) => token.text.toLowerCase());
    for (const [i, word] of words.entries()) {
      const next = words[i + 1];
      if (next === undefined) continue;
      const known = followers.get(word);
      if (known === undefined) followers.set(word, [next]);
      else known.push(next);
    }
  }
  return followers;
}

/** Squared, so that small numbers come often and large ones hardly ever twice. */
function rareWord(random: () => number): string {
  return String(Math.floor(random() ** 2 * 1_000_000));
}

/** mulberry32: a small generator with a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
