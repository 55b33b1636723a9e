import { type AgencyMention, findAgencies } from '../../vietnamese/agencies.ts';
import { type PrintedDate, readDates } from '../../vietnamese/periods.ts';
import { findProvinces } from '../../vietnamese/provinces.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import { foldTerm, tokenise } from '../../vietnamese/tokens.ts';
import { wordsOf } from './reading.ts';

/** The words of a text, also as one line with a space at both ends, to find a run of them. */
export const wordsIn: (text: string) => { readonly set: ReadonlySet<string>; readonly line: string } = remembered(
  (text) => {
    const words = wordsOf(text);
    return { set: new Set(words), line: ` ${words.join(' ')} ` };
  },
);

/** Does a run of words stand in one of the sources, however it is spelled or punctuated? */
export function isPrintedIn(sources: readonly string[], words: string): boolean {
  const line = ` ${wordsOf(words).join(' ')} `;
  return sources.some((source) => wordsIn(source).line.includes(line));
}

/** Bodies named in a text. */
export const agenciesIn: (text: string) => readonly AgencyMention[] = remembered(findAgencies);

/** Days named in a text. */
export const datesIn: (text: string) => readonly PrintedDate[] = remembered(readDates);

/** Provinces named in a text, by their canonical names. */
export const provincesIn: (text: string) => ReadonlySet<string> = remembered(
  (text) => new Set(findProvinces(tokenise(text)).map(({ name }) => name)),
);

/** Whole numbers of a text, without thousands dots, leading and trailing zeros; a word they belong to ("QC02") stays. */
export const figuresIn: (text: string) => ReadonlySet<string> = remembered(
  (text) =>
    new Set(
      [...text.matchAll(/\p{L}*\d+(?:[.,]\d+)*/gu)].map(([figure]) =>
        /^\d/.test(figure) ? foldTerm(figure).replace(/[.,]0+$/u, '') : figure.toLowerCase(),
      ),
    ),
);

/** The text with a bar in place of every body: abbreviations of their names are compared elsewhere. */
export function withoutBodies(text: string): string {
  return agenciesIn(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end),
    text,
  );
}
