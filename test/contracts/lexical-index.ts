import { expect, test } from 'vitest';
import type { Hit, LexicalIndex, SearchOptions, WeightedTerm } from '../../src/index/ports.ts';
import { bigrams, tokenise } from '../../src/vietnamese/tokens.ts';
import type { NumberedIndex } from './vector-index.ts';

/** An entry's texts; its document is `documentOf` its place. */
export interface SampleText {
  readonly heading: string;
  readonly body: string;
}

export const PASSAGES: readonly SampleText[] = [
  { heading: 'II. Chỉ tiêu', body: 'Tỉ lệ hộ nghèo giảm bình quân 1 - 1,5%/năm.' },
  { heading: 'II. Chỉ tiêu', body: 'Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.' },
  { heading: 'III. Tổ chức thực hiện', body: 'Sở Nội vụ chủ trì khen thưởng.' },
  { heading: 'III. Tổ chức thực hiện', body: 'Sở Y tế chủ trì mở rộng bao phủ bảo hiểm y tế.' },
  { heading: 'IV. Hỗ trợ hộ nghèo ở nông thôn', body: 'Không có nội dung.' },
];

/** Every syllable and pair of a question, each with weight 1. */
export function termsOf(question: string): WeightedTerm[] {
  const syllables = tokenise(question).map(({ term }) => term);
  return [...syllables, ...bigrams(syllables)].map((term) => ({ term, weight: 1 }));
}

const ALL = { k: 10, only: null };

/** What every lexical index must do, over entries of the documents `documentOf` names. */
export function lexicalIndexContract(
  open: (texts: readonly SampleText[]) => Promise<NumberedIndex<LexicalIndex>>,
): void {
  /** Hits with entries by their place in the list of texts. */
  const search = async (
    { index, ordinals }: NumberedIndex<LexicalIndex>,
    terms: readonly WeightedTerm[],
    options: SearchOptions = ALL,
  ): Promise<Hit[]> => {
    const hits = await index.search(terms, options);
    return hits.map((hit) => ({ ...hit, ordinal: ordinals.indexOf(hit.ordinal) }));
  };
  const places = (hits: readonly Hit[]) => hits.map(({ ordinal }) => ordinal);

  test('ranks first the entry that says it, whatever the spelling', async () => {
    const opened = await open(PASSAGES);
    for (const [question, first] of [
      ['Sở nào chủ trì khen thưởng?', 2],
      ['so nao chu tri khen thuong', 2],
      ['tỷ lệ hộ nghèo', 0],
      ['ti le ho ngheo', 0],
      ['bảo hiểm y tế đạt bao nhiêu', 1],
    ] as const) {
      expect([question, places(await search(opened, termsOf(question)))[0]]).toEqual([question, first]);
    }
  });

  test('finds an entry by its heading, behind one that has the words in its body', async () => {
    expect(places(await search(await open(PASSAGES), termsOf('hộ nghèo')))).toEqual([0, 4]);
  });

  test('finds nothing for unknown words, no words, or k = 0', async () => {
    const opened = await open(PASSAGES);
    expect(await search(opened, termsOf('blockchain'))).toEqual([]);
    expect(await search(opened, [])).toEqual([]);
    expect(await search(opened, termsOf('hộ nghèo'), { k: 0, only: null })).toEqual([]);
  });

  test('an expansion with less weight adds less', async () => {
    const opened = await open(PASSAGES);
    const [full] = await search(opened, [{ term: 'thuong', weight: 1 }]);
    const [half] = await search(opened, [{ term: 'thuong', weight: 0.5 }]);
    expect(half?.score).toBeCloseTo((full?.score ?? 0) / 2);
  });

  test('ties come in the order of the entries', async () => {
    const [passage] = PASSAGES;
    const opened = await open(passage === undefined ? [] : [passage, passage, passage]);
    expect(places(await search(opened, termsOf('hộ nghèo'), { k: 2, only: null }))).toEqual([0, 1]);
  });

  test('knows in how many entries a term stands and which syllables there are', async () => {
    const { index } = await open(PASSAGES);
    expect(index.size).toBe(5);
    expect(index.documentFrequency('ngheo')).toBe(2);
    expect(index.documentFrequency('bao_hiem')).toBe(2);
    expect(index.documentFrequency('unknown')).toBe(0);
    const vocabulary = [...index.vocabulary()];
    expect(vocabulary).toContain('khen');
    expect(vocabulary.some((term) => term.includes('_'))).toBe(false);
  });

  test('keeps to the documents or entries a filter allows, with the scores they have without it', async () => {
    const opened = await open(PASSAGES);
    const all = await search(opened, termsOf('hộ nghèo bảo hiểm y tế'));
    const scoreOf = (hits: readonly Hit[], place: number) => hits.find(({ ordinal }) => ordinal === place)?.score;
    const inDocument = await search(opened, termsOf('hộ nghèo bảo hiểm y tế'), {
      k: 10,
      only: { documents: ['d0000'] },
    });
    expect(places(inDocument).toSorted()).toEqual([0, 1]);
    const wanted = new Set([opened.ordinals[3] ?? -1, opened.ordinals[4] ?? -1]);
    const among = await search(opened, termsOf('hộ nghèo bảo hiểm y tế'), { k: 10, only: { ordinals: wanted } });
    expect(places(among).toSorted()).toEqual([3, 4]);
    for (const { ordinal, score } of [...inDocument, ...among]) expect(score).toBe(scoreOf(all, ordinal));
    expect(await search(opened, termsOf('hộ nghèo'), { k: 10, only: { documents: ['unknown'] } })).toEqual([]);
    expect(await search(opened, termsOf('hộ nghèo'), { k: 10, only: { ordinals: new Set() } })).toEqual([]);
  });

  test('gives the scores of the formula', async () => {
    // Two of five entries hold "ngheo": rarity ln(1 + 3,5 / 2,5) = 0,8755. In a body of 10 syllables, 8,8 on average,
    // tf' = 1 / (0,25 + 0,75 · 10 / 8,8) = 0,907; in a heading of 8, 4,8 on average, tf' = 0,8 / (0,25 + 0,75 · 8 / 4,8)
    // = 0,533. The score is rarity · tf' · 2,2 / (1,2 + tf').
    const hits = await search(await open(PASSAGES), [{ term: 'ngheo', weight: 1 }]);
    expect(hits.map(({ score }) => score.toFixed(3))).toEqual(['0.829', '0.593']);
  });
}
