import { isSyllable } from './syllable.ts';

/** Letter pairs that Telex turns into one accented letter, in folded form. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/dd/g, 'd'],
  [/aa/g, 'a'],
  [/ee/g, 'e'],
  [/oo/g, 'o'],
  [/([aou])w/g, '$1'],
  [/w/g, 'u'],
];
/** The tone keys, which may stand after the vowel or at the end of the syllable. */
const TONE = /([aeiouyw][a-z]*?)[sfrxj]([a-z]*)$/;

/**
 * Undoes a Telex left-over: the folded syllable that was meant, or null when the word is a syllable as it stands
 * or makes none when decoded (so English words and codes stay as they are).
 *
 * @example decodeTelex('nuwowcs') // 'nuoc'
 */
export function decodeTelex(word: string): string | null {
  if (!/^[a-z]+$/.test(word) || (isSyllable(word) && !word.includes('oo'))) return null;
  const toneless = word.replace(TONE, '$1$2');
  for (const candidate of [toneless, word]) {
    const decoded = PAIRS.reduce((text, [pair, letter]) => text.replace(pair, letter), candidate);
    if (decoded !== word && isSyllable(decoded)) return decoded;
  }
  return null;
}
