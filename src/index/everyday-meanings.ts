import wording from '../../seeds/embedding/everyday-wording.json' with { type: 'json' };
import { findPhrases, phraseBook, termsOf } from '../vietnamese/phrase-book.ts';

/** A single syllable without accents means too many things to be taken for an everyday word. */
const LEAST_SYLLABLES = 2;

const MEANINGS = phraseBook([...meaningsByPhrase()]);

/** What the documents call the everyday words of a question: "sổ đỏ" → giấy chứng nhận quyền sử dụng đất, as terms. */
export function everydayMeanings(terms: readonly string[]): readonly (readonly string[])[] {
  return findPhrases(MEANINGS, terms).flatMap(({ value }) => value);
}

function meaningsByPhrase(): Map<string, string[][]> {
  const meanings = new Map<string, string[][]>();
  for (const { document, everyday } of wording.wordings) {
    for (const phrase of everyday) {
      if (termsOf(phrase).length < LEAST_SYLLABLES) continue;
      meanings.set(phrase, [...(meanings.get(phrase) ?? []), termsOf(document)]);
    }
  }
  return meanings;
}
