import { MOST_WORDS, remembered } from './remembered.ts';

/** The accents of a word as combining marks; the stroke of đ counts as one. */
export const accentsOf: (word: string) => readonly string[] = remembered(
  (word) => word.normalize('NFD').replace(/đ/giu, 'd\u0335').match(/\p{M}/gu) ?? [],
  MOST_WORDS,
);

/** Could the printed word be a hasty writing of this one? Accents may be missing, but none may stand that it does not have. */
export function allowsAccents(word: string, printed: string): boolean {
  const own = accentsOf(word);
  return accentsOf(printed).every((mark) => own.includes(mark));
}
