import wording from '../../seeds/embedding/everyday-wording.json' with { type: 'json' };
import { findPhrases, phraseBook, termsOf } from '../vietnamese/phrase-book.ts';

type Terms = readonly string[];

/** A word of a question and what the documents write for it: "sổ đỏ" → giấy chứng nhận quyền sử dụng đất, as terms. */
export interface EverydayWord {
  readonly said: Terms;
  readonly written: readonly Terms[];
}

/** A single syllable without accents means too many things to be taken for an everyday word. */
const LEAST_SYLLABLES = 2;
/** Shorter abbreviations stand for several things: "TC", "HD", "TB". */
const LEAST_LETTERS = 3;

const WORDS = phraseBook(
  byPhrase(
    wording.wordings.flatMap(({ document, everyday }) => everyday.map((phrase) => [phrase, document] as const)),
    (terms) => terms.length >= LEAST_SYLLABLES,
  ),
);
const ABBREVIATIONS = phraseBook(
  byPhrase(
    wording.abbreviations.map(({ short, full }) => [short, full] as const),
    ([first = '']) => first.length >= LEAST_LETTERS,
  ),
);

/** The everyday words of a question, with what they mean. */
export function everydayWords(terms: Terms): readonly EverydayWord[] {
  return found(WORDS, terms);
}

/** The abbreviations of a question, written out. */
export function abbreviations(terms: Terms): readonly EverydayWord[] {
  return found(ABBREVIATIONS, terms);
}

function found(book: ReturnType<typeof phraseBook<Terms[]>>, terms: Terms): EverydayWord[] {
  return findPhrases(book, terms).map(({ start, end, value }) => ({ said: terms.slice(start, end), written: value }));
}

function byPhrase(
  pairs: readonly (readonly [phrase: string, written: string])[],
  accept: (terms: Terms) => boolean,
): Map<string, Terms[]> {
  const written = new Map<string, Terms[]>();
  for (const [phrase, meaning] of pairs) {
    if (!accept(termsOf(phrase))) continue;
    written.set(phrase, [...(written.get(phrase) ?? []), termsOf(meaning)]);
  }
  return written;
}
