/** The number of a document as printed somewhere in a text. */
export interface NumberMention {
  /** Canonical: no spaces, "TƯ" as "TW", "TTg" and "CTr" in their usual case. */
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

const SERIAL = String.raw`\d{1,5}[a-z]?`;
/** Symbols of types and bodies: "KH-UBND", "NQ", "QĐ-TTg", "LĐTBXH-BTXH", "QH15", "UBTVQH15". */
const SYMBOL = String.raw`[A-ZĐƯ][A-Za-zĐđƯư&.]{0,14}\d{0,2}`;
const SYMBOLS = String.raw`${SYMBOL}(?:\s?[-–]\s?${SYMBOL}){0,4}`;

/** State form: "50/KH-UBND", "28/2012/NĐ-CP", "68/NQ-CP"; the slash may have spaces around it. */
const STATE = String.raw`${SERIAL}\s?/\s?(?:(?:19|20)\d{2}\s?/\s?)?${SYMBOLS}(?:/${SYMBOLS})?`;
/** Party form: "08-CT/TU", "42- NQ/TW", "06-CTr/TU". */
const PARTY = String.raw`${SERIAL}\s?[-–]\s?${SYMBOL}\s?/\s?${SYMBOLS}`;

const NUMBER = new RegExp(`(?<![\\d./-])(?:${PARTY}|${STATE})(?![\\p{L}\\d])`, 'gu');

/** Where the number of a document itself is printed: "Số: 50/KH-UBND", "Số 08 -CT/TU". */
export const OWN_NUMBER = new RegExp(`^Số\\s*:?\\s*(?<number>${PARTY}|${STATE})(?![\\p{L}\\d])`, 'u');

/** Document numbers in a text, in order. A fraction such as "1/KM" needs the shape of a symbol to count. */
export function findNumbers(text: string): NumberMention[] {
  return [...text.matchAll(NUMBER)]
    .filter((match) => isNumber(match[0]))
    .map((match) => {
      const printed = match[0].replace(/[.&]+$/, '');
      return { number: canonicalNumber(printed), start: match.index, end: match.index + printed.length };
    });
}

/** Has it a year, two symbols, or the symbol of a law? Units ("5/HA") and ratios have none. */
function isNumber(printed: string): boolean {
  const symbols = printed.replace(/^[\d\s]+[a-z]?[-/–\s]+/u, '');
  return (
    /[-–/]/.test(symbols) ||
    /^(?:\d{4}\s?\/\s?)?(?:UBTV)?QH\d+$/u.test(symbols) ||
    /\/\s?(?:19|20)\d{2}\s?\//.test(printed)
  );
}

/**
 * The form in which numbers are compared.
 *
 * @example canonicalNumber('42- NQ/TƯ') // '42-NQ/TW'
 */
export function canonicalNumber(printed: string): string {
  return printed
    .normalize('NFC')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, '')
    .replace(/\.+$/, '')
    .replace(/\/TƯ$/iu, '/TW')
    .replace(/-TTG\b/g, '-TTg')
    .replace(/-CTR\//g, '-CTr/');
}
