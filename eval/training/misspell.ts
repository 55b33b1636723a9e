import type { Random } from './random.ts';

/** Sounds that are written for one another: initials that many pronounce alike, and endings of the South. */
const INITIALS = [
  ['s', 'x'],
  ['ch', 'tr'],
  ['d', 'gi'],
  ['r', 'gi'],
  ['d', 'r'],
  ['l', 'n'],
] as const;
const ENDINGS = [
  ['n', 'ng'],
  ['t', 'c'],
] as const;
const VOWEL = /^[aeiouy]/;

/** The terms, each misspelt with the given chance if it has a sound that is often written as another. */
export function misspell(terms: readonly string[], chance: number, random: Random): string[] {
  if (chance === 0) return [...terms];
  return terms.map((term) => {
    if (random.next() >= chance) return term;
    const slips = slipsOf(term);
    return slips[random.below(slips.length)] ?? term;
  });
}

function slipsOf(term: string): string[] {
  const swap = (from: string, to: string): string[] => [
    ...(term.startsWith(from) && VOWEL.test(term.slice(from.length)) ? [to + term.slice(from.length)] : []),
  ];
  const swapEnd = (from: string, to: string): string[] => [
    ...(term.endsWith(from) && term.length > from.length + 1 ? [term.slice(0, -from.length) + to] : []),
  ];
  return [
    ...INITIALS.flatMap(([one, other]) => [...swap(one, other), ...swap(other, one)]),
    ...ENDINGS.flatMap(([one, other]) => [...swapEnd(one, other), ...swapEnd(other, one)]),
  ];
}
