import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../eval/mutations/random.ts';
import { BM25 } from '../../src/index/bm25.ts';
import { entryTableOf } from '../../src/index/entry-table.ts';
import { exactVectorIndex, unitVectors } from '../../src/index/exact-vectors.ts';
import { inProcessIndex } from '../../src/index/in-process.ts';
import { buildLexicalIndex, openLexicalIndex } from '../../src/index/lexical.ts';
import { ordinalRanges } from '../../src/index/ordinals.ts';
import type { Hit, LexicalIndex, WeightedTerm } from '../../src/index/ports.ts';
import { UnreadableFileError } from '../../src/index/typed-sections.ts';
import { lexicalIndexContract, PASSAGES, type SampleText, termsOf } from '../contracts/lexical-index.ts';
import { documentOf, type NumberedIndex } from '../contracts/vector-index.ts';

const ALL = { k: 10, only: null };

/** The engine as the port of a published index. */
function published(texts: readonly SampleText[]): NumberedIndex<LexicalIndex> {
  const entries = texts.map((_, place) => ({
    id: `p${place}`,
    kind: 'passage' as const,
    documentId: documentOf(place),
  }));
  const manifest = {
    ...{ format: 1, generation: 'g', entries: texts.length, builtAt: '' },
    embedder: { model: 'test', dimensions: 1 },
  };
  const vectors = exactVectorIndex(unitVectors([], 1));
  const index = inProcessIndex({
    manifest,
    entries: entryTableOf(entries),
    lexical: buildLexicalIndex(texts),
    vectors,
  });
  return { index: index.lexical, ordinals: [...entries.keys()] };
}

describe('the lexical index', () => {
  lexicalIndexContract(async (texts) => published(texts));

  test('an index of nothing finds nothing', async () => {
    const empty = openLexicalIndex(buildLexicalIndex([]).pack());
    expect(await empty.search(termsOf('hộ nghèo'), ALL)).toEqual([]);
    expect([...empty.vocabulary()]).toEqual([]);
  });
});

describe('a packed lexical index', () => {
  const packed = buildLexicalIndex(PASSAGES).pack();

  test('opens to the same rankings and scores', async () => {
    const opened = openLexicalIndex(packed);
    const question = termsOf('Sở Y tế chủ trì bao phủ bảo hiểm y tế cho hộ nghèo');
    expect(await opened.search(question, ALL)).toEqual(await buildLexicalIndex(PASSAGES).search(question, ALL));
    expect(opened.size).toBe(PASSAGES.length);
  });

  test('opens at any place in memory', async () => {
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(openLexicalIndex(shifted.subarray(3)).documentFrequency('ngheo')).toBe(2);
  });

  test.each([
    ['cut', packed.slice(0, packed.length - 64)],
    ['cut in the directory', packed.slice(0, 40)],
    ['empty', new Uint8Array()],
    ['of another format', new TextEncoder().encode('{"format":1,"entries":[]}')],
  ])('that is %s is refused', (_, bytes) => {
    expect(() => openLexicalIndex(bytes)).toThrow(UnreadableFileError);
  });
});

describe('searching the postings', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k');
  const words = fc.array(word, { maxLength: 8 }).map((all) => all.join(' '));
  const corpus = fc.array(fc.record({ heading: words, body: words }), { minLength: 1, maxLength: 40 });
  const query = fc.array(fc.record({ term: word, weight: fc.constantFrom(0.25, 0.5, 1) }), {
    minLength: 1,
    maxLength: 6,
  });

  test('agrees with scoring every entry, with and without a filter', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        query,
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        async (entries, terms, k, filtered) => {
          const only = filtered ? new Set(entries.keys().filter((i) => i % 3 !== 1)) : null;
          const hits = await buildLexicalIndex(entries).search(terms, { k, only });
          const expected = bruteForce(entries, terms)
            .filter(({ ordinal }) => only === null || only.has(ordinal))
            .slice(0, k);
          expect(hits).toHaveLength(expected.length);
          for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? 0, 4);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('finds the same, with the same scores, whether the rest of frequent terms is read or spared', async () => {
    const random = seededRandom('frequent terms');
    const some = (word: string, share: number) => (random() < share ? [word] : []);
    const entries = Array.from({ length: 4_000 }, (_, i) => ({
      heading: [...some('tinh', 0.9), ...some('ke hoach', 0.7)].join(' '),
      body: [
        ...['va', 'cac', 'cua', 'cho', 've', 'theo'].flatMap((word) => some(`${word} ${word}`, 0.8)),
        ...some(`dat ${i % 40}`, 0.02),
        ...some('rung', 0.01),
        `${i % 13}`,
      ].join(' '),
    }));
    const index = buildLexicalIndex(entries);
    const everything = ordinalRanges([{ start: 0, end: entries.length }]);
    const frequent = ['tinh', 'ke', 'hoach', 'va', 'cac', 'cua', 'cho', 've', 'theo'];
    for (const rare of [['dat', 'rung', '7'], ['rung', '5'], ['dat', '3'], []]) {
      const terms = [...frequent, ...rare].map((term, i) => ({ term, weight: i % 2 === 0 ? 1 : 0.2 }));
      for (const k of [1, 20]) {
        expect(await index.search(terms, { k, only: null })).toEqual(
          await index.search(terms, { k, only: everything }),
        );
        const also = [3, 1_999, 2_000];
        expect(await index.search(terms, { k, only: null, also })).toEqual(
          await index.search(terms, { k, only: everything, also }),
        );
      }
    }
  });

  test('scores what is wanted besides the best as it scores everything', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        query,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('all', 'some', 'ranges'),
        async (entries, terms, k, limit) => {
          const size = entries.length;
          const ranges = ordinalRanges([{ start: 0, end: Math.ceil(size / 4) }]);
          const only = { all: null, some: new Set(entries.keys().filter((i) => i % 5 === 0)), ranges }[limit];
          const also = [...entries.keys()].filter((i) => i % 2 === 0 && (only === null || only.has(i)));
          const index = buildLexicalIndex(entries);
          const everything = await index.search(terms, { k: size, only });
          const best = everything.slice(0, k);
          const wanted = everything.slice(k).filter(({ ordinal }) => also.includes(ordinal));
          expect(await index.search(terms, { k, only, also })).toEqual([...best, ...wanted]);
          expect(await index.search(terms, { k: size, only })).toEqual(everything);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives for a range of entries what it gives for the same entries one by one', async () => {
    const entries = Array.from({ length: 3_000 }, (_, i) => ({
      heading: `mục ${i % 7}`,
      body: `hộ nghèo ${i % 11} ${i}`,
    }));
    const index = buildLexicalIndex(entries);
    const terms = ['ho', 'ngheo', 'ho_ngheo', '3', '1500'].map((term) => ({ term, weight: 0.5 }));
    const ranges = ordinalRanges([
      { start: 1_490, end: 1_510 },
      { start: 2_000, end: 2_300 },
    ]);
    const hits = await index.search(terms, { k: 30, only: ranges });
    expect(hits).toHaveLength(30);
    expect(hits).toEqual(await index.search(terms, { k: 30, only: new Set(ranges) }));
    // Nothing of a search is left over for the next one.
    expect(await index.search(terms, { k: 30, only: null })).toEqual(
      await buildLexicalIndex(entries).search(terms, { k: 30, only: null }),
    );
  });
});

/** BM25F as the formula says, entry by entry. */
function bruteForce(
  entries: readonly { readonly heading: string; readonly body: string }[],
  query: readonly WeightedTerm[],
): Hit[] {
  const split = (text: string) => text.split(' ').filter((word) => word !== '');
  const fields = entries.map(({ heading, body }) => ({ heading: split(heading), body: split(body) }));
  const averageOf = (field: 'heading' | 'body') =>
    fields.reduce((sum, entry) => sum + entry[field].length, 0) / fields.length;
  const score = (entry: (typeof fields)[number], { term, weight }: WeightedTerm): number => {
    const holding = fields.filter(({ heading, body }) => heading.includes(term) || body.includes(term)).length;
    const frequency = (['heading', 'body'] as const).reduce((sum, field) => {
      const count = entry[field].filter((word) => word === term).length;
      const { b, weight: fieldWeight } = BM25[field];
      return count === 0 ? sum : sum + (fieldWeight * count) / (1 - b + (b * entry[field].length) / averageOf(field));
    }, 0);
    const rarity = Math.log(1 + (fields.length - holding + 0.5) / (holding + 0.5));
    return (weight * rarity * frequency * (BM25.k1 + 1)) / (BM25.k1 + frequency);
  };
  return fields
    .map((entry, ordinal) => ({ ordinal, score: query.reduce((sum, term) => sum + score(entry, term), 0) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}
