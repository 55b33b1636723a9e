import { describe, expect, it } from 'vitest';
import { runConcepts } from '../../../src/answering/understand/run-concepts.ts';

/** An index of a hundred entries that hold these terms and pairs. */
function index(known: Readonly<Record<string, number>>) {
  return { size: 100, documentFrequency: (term: string) => known[term] ?? 0 };
}

const labels = (run: readonly string[], known: Readonly<Record<string, number>>) =>
  runConcepts(run, index(known)).map(({ label }) => label);

describe('a run of words that no lexicon of the documents holds', () => {
  it('is syllables and the pairs the documents know', () => {
    expect(labels(['nuoc', 'gieng'], { nuoc: 20, gieng: 4, nuoc_gieng: 3 })).toEqual(['nuoc', 'gieng', 'nuoc gieng']);
  });

  it('holds a word that no document writes whole, and not its syllables', () => {
    const [word, ...others] = runConcepts(['hoc', 'phi', 'cao'], index({ hoc: 30, phi: 20, cao: 10 }));
    expect(word?.label).toBe('hoc phi');
    expect(word?.forms[0]?.isWord).toBe(true);
    expect(others.map(({ label }) => label)).toEqual(['cao']);
  });

  it('takes the word apart as any other where a document writes it', () => {
    expect(labels(['hoc', 'phi'], { hoc: 30, phi: 20, hoc_phi: 5 })).toEqual(['hoc', 'phi', 'hoc phi']);
  });

  it('weighs the unknown word more than a syllable: what is most asked about is missing', () => {
    const [word, syllable] = runConcepts(['li', 'hon', 'nhanh'], index({ li: 9, hon: 9, nhanh: 9 }));
    expect(word?.weight ?? 0).toBeGreaterThan(2 * (syllable?.weight ?? 0));
  });
});
