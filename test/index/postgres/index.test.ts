import { afterAll, describe, expect, test } from 'vitest';
import type {
  FoundByParts,
  Hit,
  LexicalIndex,
  PublishedIndex,
  SearchOptions,
  VectorIndex,
} from '../../../src/index/ports.ts';
import type { PublishedGeneration } from '../../../src/index/published-reader.ts';
import { lexicalIndexContract, PASSAGES, type SampleText, termsOf } from '../../contracts/lexical-index.ts';
import { documentOf, type NumberedIndex, vectorIndexContract } from '../../contracts/vector-index.ts';
import { testServer } from '../../doubles/postgres.ts';
import { publishedSample, type SampleIndexOptions } from '../../doubles/postgres-index.ts';

/** Ways in which entries are searched: looked at one by one, or through the indexes however few they are. */
const LOOKING = { limits: { words: 1e9, vectors: 1e9, candidates: 100 }, indexed: false };
const INDEXED = { limits: { words: 0, vectors: 0, candidates: 100 }, indexed: true };

type Ways = Pick<SampleIndexOptions, 'limits' | 'indexed'>;

/** The numbers that a generation gives to entries published in the order of their documents. */
async function numbered<T>(opened: PublishedGeneration, size: number, index: T): Promise<NumberedIndex<T>> {
  const ordinals: number[] = [];
  const placesIn = new Map<string, number>();
  const ranks = new Map((await opened.store.documents()).map(({ id }, rank) => [id, rank]));
  for (let entry = 0; entry < size; entry++) {
    const id = documentOf(entry);
    const place = placesIn.get(id) ?? 0;
    placesIn.set(id, place + 1);
    ordinals.push((ranks.get(id) ?? 0) * 2 ** 20 + place);
  }
  return { index, ordinals };
}

/** What either part finds alone, and what it gives to that which only the other has found. */
async function eachAlone(
  { lexical, vectors }: PublishedIndex,
  { terms, vector }: { readonly terms: Parameters<LexicalIndex['search']>[0]; readonly vector: Float32Array },
  options: SearchOptions,
): Promise<FoundByParts> {
  const words = await lexical.search(terms, options);
  const meaning = await vectors.search(vector, options);
  const without = (known: readonly Hit[], found: readonly Hit[]): SearchOptions => {
    const ordinals = new Set(found.map(({ ordinal }) => ordinal));
    for (const { ordinal } of known) ordinals.delete(ordinal);
    return { k: ordinals.size, only: { ordinals } };
  };
  return {
    lexical: [...words, ...(await lexical.search(terms, without(words, meaning)))],
    vector: [...meaning, ...(await vectors.search(vector, without(meaning, words)))],
  };
}

describe.each([
  ['pg_textsearch', true],
  ['GIN', false],
])('PostgreSQL with %s', async (_, textSearch) => {
  const server = await testServer({ textSearch });
  afterAll(() => server.close());

  const openLexical =
    (ways: Ways) =>
    async (texts: readonly SampleText[]): Promise<NumberedIndex<LexicalIndex>> => {
      const samples = texts.map((text, entry) => {
        return { ...text, documentId: documentOf(entry), vector: new Float32Array(2) };
      });
      const opened = await publishedSample(await server.empty(), samples, { ...ways, dimensions: 2 });
      return numbered(opened, texts.length, opened.index.lexical);
    };

  describe.each([
    ['one by one', LOOKING],
    ['through the index', INDEXED],
  ])('its lexical index, entries looked at %s', (_way, ways) => {
    lexicalIndexContract(openLexical(ways));
  });

  test.each([
    ['of all entries', null],
    ['of some documents', { documents: ['d0001', 'd0002'] }],
  ])('both parts %s at once find what each finds alone, with its scores in both', async (__, only) => {
    const samples = PASSAGES.map((text, entry) => {
      return { ...text, documentId: documentOf(entry), vector: Float32Array.of(1, entry) };
    });
    const { index } = await publishedSample(await server.empty(), samples, { ...INDEXED, dimensions: 2 });
    const question = { terms: termsOf('hộ nghèo bảo hiểm y tế khen thưởng'), vector: Float32Array.of(1, 3) };
    for (const k of [1, 2, 10]) {
      const together = await index.search(question, { k, only });
      expect(together).toEqual(await eachAlone(index, question, { k, only }));
      expect(together.lexical.length).toBeGreaterThan(0);
    }
    const byWords = await index.search({ ...question, vector: null }, { k: 2, only });
    expect(byWords).toEqual({ lexical: await index.lexical.search(question.terms, { k: 2, only }), vector: [] });
  });

  test('entries of documents that are not published, or no longer, are not found', async () => {
    const database = await server.empty();
    const samples = PASSAGES.map((text, entry) => {
      return { ...text, documentId: documentOf(entry), vector: Float32Array.of(1, entry) };
    });
    const before = await publishedSample(database, samples, { ...INDEXED, dimensions: 2, generation: 'g1' });
    const after = await publishedSample(database, samples.slice(4), { ...INDEXED, dimensions: 2, generation: 'g2' });
    const bodies = async ({ index }: PublishedGeneration) => {
      const hits = await index.lexical.search(termsOf('hộ nghèo bảo hiểm y tế khen thưởng'), { k: 10, only: null });
      const similar = await index.vectors.search(Float32Array.of(1, 0), { k: 10, only: null });
      const ids = async (ordinals: readonly number[]) =>
        (await index.entriesAt(ordinals)).map(({ entry }) => entry.documentId).toSorted();
      return [await ids(hits.map(({ ordinal }) => ordinal)), await ids(similar.map(({ ordinal }) => ordinal))];
    };
    const all = ['d0000', 'd0000', 'd0001', 'd0001', 'd0002'];
    expect(await bodies(before)).toEqual([all, all]);
    expect(await bodies(after)).toEqual([['d0002'], ['d0002']]);
  });
});

describe('PostgreSQL with pgvector', async () => {
  const server = await testServer({ textSearch: false });
  afterAll(() => server.close());

  describe.each([
    ['one by one', LOOKING],
    ['through the graph', INDEXED],
  ])('its vector index, entries looked at %s', (_way, ways) => {
    vectorIndexContract(async ({ values, dimensions }): Promise<NumberedIndex<VectorIndex>> => {
      const size = values.length / dimensions;
      const samples = Array.from({ length: size }, (__, entry) => ({
        ...{ documentId: documentOf(entry), heading: '', body: `mục ${entry}` },
        vector: values.slice(entry * dimensions, (entry + 1) * dimensions),
      }));
      const opened = await publishedSample(await server.empty(), samples, { ...ways, dimensions });
      return numbered(opened, size, opened.index.vectors);
    });
  });
});
