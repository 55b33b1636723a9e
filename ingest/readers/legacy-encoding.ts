import tables from '../../seeds/lexicon/legacy-encodings.json' with { type: 'json' };
import { vietnameseShare } from './vietnamese-syllable.ts';

/** A text whose Vietnamese was stored for a pre-Unicode font, put back into Unicode. */
export interface LegacyText {
  readonly encoding: 'TCVN3' | 'VNI';
  readonly text: string;
}

const tcvn3: ReadonlyMap<string, string> = new Map(Object.entries(tables.tcvn3));
const vni: ReadonlyMap<string, string> = new Map(Object.entries(tables.vni));

/** Where a wrong reading ends and a right one begins; measured, right ones stand above 0.97 and wrong ones below 0.6. */
const rightFrom = 0.85;
const wrongBelow = 0.7;
/** Enough to decide on, so that a long text costs no more than a short one. */
const sampleLength = 20_000;

/**
 * Recognises text written for TCVN3 (ABC) or VNI fonts, as characters of Windows-1252, and converts it.
 * Null when the text already reads as Vietnamese, has too few accented words, or fits neither table.
 */
export function convertLegacyText(text: string): LegacyText | null {
  const sample = text.slice(0, sampleLength);
  const share = vietnameseShare(sample);
  if (share === null || share >= wrongBelow) return null;
  if ((vietnameseShare(fromTcvn3(sample)) ?? 0) >= rightFrom) return { encoding: 'TCVN3', text: fromTcvn3(text) };
  if ((vietnameseShare(fromVni(sample)) ?? 0) >= rightFrom) return { encoding: 'VNI', text: fromVni(text) };
  return null;
}

function fromVni(text: string): string {
  return text.replace(/[AEOUYÔÖaeouyôö][ÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜàáâãäåèéêëïõøùúûü]|[À-ÿ]/g, (found) => {
    const whole = vni.get(found);
    if (whole !== undefined) return whole;
    return [...found].map((character) => vni.get(character) ?? character).join('');
  });
}

/** TCVN3 has no accented capitals: a second font draws the small ones as capitals, so case comes from the neighbours. */
function fromTcvn3(text: string): string {
  return text.split('\n').map(tcvn3Line).join('\n');
}

function tcvn3Line(line: string): string {
  const words = line.split(' ');
  return words
    .map((word, index) => {
      const read = word.replace(/[¡-þ]/g, (character) => tcvn3.get(character) ?? character);
      const beside = [words[index - 1] ?? '', words[index + 1] ?? ''];
      const capital =
        /[A-Z]{2}/.test(plainLetters(word)) || beside.some((other) => /^[A-Z]{2,}$/.test(plainLetters(other)));
      return capital && !/[a-z]/.test(word) && /[A-Z]/.test(word) ? read.toUpperCase() : read;
    })
    .join(' ');
}

function plainLetters(word: string): string {
  return word.replace(/[^A-Za-z]/g, '');
}
