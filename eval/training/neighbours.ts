import { buildLexicalIndex } from '../../src/index/lexical.ts';
import { bigrams } from '../../src/vietnamese/tokens.ts';
import type { Pair } from './pairs.ts';

/** Sources are searched in pieces of this many texts, so that one index is small. */
const PIECE = 2_000;

/**
 * For every pair the texts of its source that BM25 takes for its heading, best first, as pair numbers: the hard
 * negatives. Its own text and those under the same heading are left out.
 */
export async function lexicalNeighbours(pairs: readonly Pair[], count: number): Promise<readonly Int32Array[]> {
  const found: Int32Array[] = pairs.map(() => new Int32Array(0));
  for (const group of Map.groupBy(pairs.keys(), (i) => pairs[i]?.source).values()) {
    for (let start = 0; start < group.length; start += PIECE) {
      const piece = group.slice(start, start + PIECE);
      const index = buildLexicalIndex(piece.map((i) => ({ heading: '', body: (pairs[i]?.text ?? []).join(' ') })));
      for (const i of piece) {
        const { heading = [], headingNumber } = pairs[i] ?? {};
        const terms = [...new Set([...heading, ...bigrams(heading)])].map((term) => ({ term, weight: 1 }));
        const hits = await index.search(terms, { k: count + 8, only: null });
        const others = hits
          .map(({ ordinal }) => piece[ordinal] ?? i)
          .filter((other) => other !== i && pairs[other]?.headingNumber !== headingNumber);
        found[i] = Int32Array.from(others.slice(0, count));
      }
    }
  }
  return found;
}
