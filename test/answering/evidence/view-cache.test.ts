import { describe, expect, test } from 'vitest';
import { viewCache } from '../../../src/answering/evidence/view-cache.ts';
import { sampleDocument } from '../../contracts/sample-corpus.ts';

/** A corpus that counts how often each document is read; a document's text is a line of so many letters. */
function countingCorpus(lengths: Readonly<Record<string, number>>) {
  const read: string[] = [];
  return {
    read,
    document: async (id: string) => {
      read.push(id);
      const length = lengths[id];
      if (length === undefined) throw new Error(`There is no ${id}.`);
      return sampleDocument({ id, lines: ['a'.repeat(length)] });
    },
  };
}

describe('views of documents', () => {
  test('are kept while their texts fit, and those used longest ago make room', async () => {
    const corpus = countingCorpus({ a: 40, b: 40, c: 40 });
    const { view } = viewCache(corpus, 100);
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await view(id);
    expect(corpus.read).toEqual(['a', 'b', 'c', 'b']);
  });

  test('of a document longer than all that is kept are made anew whenever it is asked for', async () => {
    const corpus = countingCorpus({ long: 400, a: 40 });
    const { view } = viewCache(corpus, 100);
    for (const id of ['long', 'a', 'a', 'long', 'a', 'a']) await view(id);
    expect(corpus.read).toEqual(['long', 'a', 'long', 'a']);
  });

  test('are made once for questions that come at the same time', async () => {
    const corpus = countingCorpus({ a: 40 });
    const { view } = viewCache(corpus, 100);
    const [one, other] = await Promise.all([view('a'), view('a')]);
    expect(one).toBe(other);
    expect(corpus.read).toEqual(['a']);
  });

  test('that could not be made are asked for again', async () => {
    const lengths: Record<string, number> = {};
    const corpus = countingCorpus(lengths);
    const { view } = viewCache(corpus, 100);
    await expect(view('a')).rejects.toThrow('There is no a.');
    lengths.a = 40;
    expect((await view('a')).document.id).toBe('a');
  });
});
