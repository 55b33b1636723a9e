import { normaliseText } from './normalise-text.ts';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Where an alternative stands in a normalised text as whole words and whole numbers: "20" is not in "2030", "20,5",
 * "1.020" or "k20". A sentence's own full stop or comma after a number does not count as part of it.
 */
export function wholeMatches(normalisedText: string, alternative: string): number[] {
  const wanted = normaliseText(alternative);
  const found: number[] = [];
  if (wanted === '') return found;
  for (let at = normalisedText.indexOf(wanted); at !== -1; at = normalisedText.indexOf(wanted, at + 1)) {
    if (startsWhole(normalisedText, at, wanted) && endsWhole(normalisedText, at + wanted.length, wanted))
      found.push(at);
  }
  return found;
}

/** Does the text hold at least one of the alternatives? */
export function holdsAny(normalisedText: string, alternatives: readonly string[]): boolean {
  return alternatives.some((alternative) => wholeMatches(normalisedText, alternative).length > 0);
}

function startsWhole(text: string, at: number, wanted: string): boolean {
  const first = wanted.at(0) ?? '';
  if (!WORD_CHARACTER.test(first)) return true;
  if (WORD_CHARACTER.test(text.charAt(at - 1))) return false;
  return !(/\d/.test(first) && /\d[.,]$/.test(text.slice(Math.max(0, at - 2), at)));
}

function endsWhole(text: string, end: number, wanted: string): boolean {
  const last = wanted.at(-1) ?? '';
  if (!WORD_CHARACTER.test(last)) return true;
  if (WORD_CHARACTER.test(text.charAt(end))) return false;
  return !(/\d/.test(last) && /^[.,]\d/.test(text.slice(end, end + 2)));
}
