import { MOST_WORDS, remembered } from './remembered.ts';

/** Tone marks: grave, acute, tilde, hook, dot below. The marks of â, ă, ê, ô, ơ, ư are part of the letter and stay. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const FINAL_Y = /^(b|d|đ|g|h|k|l|m|n|p|q|qu|r|s|t|th|v|x|ph|kh|nh|gi)y$/;

/**
 * One syllable in a form in which spellings of the same word meet and different words do not: lower case, the tone mark
 * after the letters (hoà = hòa), final y as i (tỷ = tỉ). Accents are kept: "sở" and "sổ" stay apart.
 */
export const spellSyllable: (syllable: string) => string = remembered((syllable) => {
  const letters = syllable.toLowerCase().normalize('NFD');
  const tone = letters.match(TONES)?.[0] ?? '';
  const bare = letters.replace(TONES, '').normalize('NFC').replace(FINAL_Y, '$1i');
  return (bare + tone).normalize('NFC');
}, MOST_WORDS);
