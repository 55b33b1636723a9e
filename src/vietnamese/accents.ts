/** The accents of a word as combining marks; the stroke of đ counts as one. */
export function accentsOf(word: string): readonly string[] {
  return word.normalize('NFD').replace(/đ/giu, 'd\u0335').match(/\p{M}/gu) ?? [];
}

/** Could the printed word be a hasty writing of this one? Accents may be missing, but none may stand that it does not have. */
export function allowsAccents(word: string, printed: string): boolean {
  const own = accentsOf(word);
  return accentsOf(printed).every((mark) => own.includes(mark));
}
