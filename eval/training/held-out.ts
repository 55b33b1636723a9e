import type { RetrievalSet } from '../retrieval/beir.ts';
import type { RawPair } from './pairs.ts';

/** Shorter headings and repeated ones do not say which text is meant. */
const SHORTEST_HEADING = 5;
const SHORTEST_TEXT = 120;

/** Held-out pairs as a retrieval set: every heading that is long and single is the question for its text. */
export function heldOutSet(pairs: readonly RawPair[]): RetrievalSet {
  const texts = new Map(
    pairs.filter(({ text }) => text.length >= SHORTEST_TEXT).map((pair) => [pair.text, pair] as const),
  );
  const kept = [...texts.values()];
  const headings = Map.groupBy(pairs, ({ heading }) => heading.toLowerCase());
  const asked = kept
    .map(({ heading }, i) => ({ heading, i }))
    .filter(
      ({ heading }) =>
        heading.split(' ').length >= SHORTEST_HEADING && headings.get(heading.toLowerCase())?.length === 1,
    );
  return {
    name: 'held-out',
    corpus: kept.map(({ text }, i) => ({ id: `d${i}`, title: '', text })),
    queries: asked.map(({ heading, i }) => ({ id: `q${i}`, text: heading })),
    relevant: new Map(asked.map(({ i }) => [`q${i}`, new Map([[`d${i}`, 1]])])),
  };
}
