import { tokenise } from '../vietnamese/tokens.ts';

/**
 * The folded words of a text, each between spaces: the form that lists are filtered by, in which a phrase of whole words is
 * a substring.
 *
 * @example wordsOf('Sở Y tế') // ' so i te '
 */
export function wordsOf(...texts: readonly (string | null)[]): string {
  const parts = texts.filter((text) => text !== null).map((text) => tokenise(text).map((token) => token.term));
  // Two spaces between texts, so that no phrase is found across their border.
  return ` ${parts.map((terms) => terms.join(' ')).join('  ')} `;
}

/** The words of a `q` filter as patterns, every one of which must be found; none for no filter. */
export function everyWord(q: string | null): string[] {
  return tokenise(q ?? '').map((token) => ` ${token.term} `);
}

/** A filter by name as one phrase pattern; null for no filter. */
export function phrase(name: string | null): string | null {
  return name === null ? null : wordsOf(name);
}

/**
 * Every year of the given periods: "2023" and "2021-2025" both hold 2023.
 *
 * @example yearsOf(['2021-2025', '2030', null]) // ' 2021 2022 2023 2024 2025 2030 '
 */
export function yearsOf(periods: readonly (string | null)[]): string {
  const years = new Set<number>();
  for (const period of periods) {
    const [first, last = first] = (period ?? '').match(/\b(?:19|20)\d\d\b/g)?.map(Number) ?? [];
    if (first === undefined || last === undefined) continue;
    for (let year = first; year <= last; year++) years.add(year);
  }
  return ` ${[...years].sort((a, b) => a - b).join(' ')} `;
}
