/**
 * Does a word look like a Vietnamese syllable? Spelling only: onset, vowel cluster, coda, at most one tone mark.
 * Used to tell a right decoding from a wrong one, so it errs towards yes on pairs that do not occur ("ngê").
 */
const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?';
const nucleus =
  '(?:iêu|yêu|ươi|ươu|uôi|uyê|uyu|oai|oay|oao|oeo|uây|uya|iê|yê|uô|ươ|oa|oă|oe|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|uy|uê|uơ|uâ|oo|[aăâeêioôơuưy])';
const coda = '(?:ch|ng|nh|[cmnpt])?';
const syllable = new RegExp(`^${onset}${nucleus}${coda}$`);
/** Names of the Central Highlands end in k as well: Đắk Lắk. */
const syllableStart = new RegExp(`^${onset}(?:${nucleus}(?:k|${coda}))?$`);
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

export function isVietnameseSyllable(word: string): boolean {
  const toneless = withoutTone(word);
  return toneless !== null && syllable.test(toneless);
}

/** Can a Vietnamese syllable begin with these letters? */
export function startsVietnameseSyllable(letters: string): boolean {
  const toneless = withoutTone(letters);
  return toneless !== null && syllableStart.test(toneless);
}

/** Null when there is more than one tone mark. */
function withoutTone(word: string): string | null {
  const apart = word.toLowerCase().normalize('NFD');
  return (apart.match(toneMarks)?.length ?? 0) > 1 ? null : apart.replace(toneMarks, '').normalize('NFC');
}

/** Everything between white space, ASCII punctuation and digits, and typographic marks. */
const word = /[^\s!-@[-`{-~“”‘’…–—•]+/g;

/** How much of the accented words of a text are Vietnamese syllables; null when there are too few to tell. */
export function vietnameseShare(text: string): number | null {
  const accented = (text.match(word) ?? []).filter((found) => found.length <= 20 && /\P{ASCII}/u.test(found));
  if (accented.length < 5) return null;
  return accented.filter(isVietnameseSyllable).length / accented.length;
}
