import { foldTerm } from '../../vietnamese/tokens.ts';
import { eachWord } from '../../vietnamese/words.ts';

/**
 * The folded terms of the documents looked into, each with a number: what is matched again and again is compared as
 * numbers in typed arrays, a tenth of the time and memory of sets of strings. Only words of documents get a number, so
 * the list grows no further than their vocabulary.
 */
const numbers = new Map<string, number>();
const names: string[] = [];

/** Words as printed → the numbers of their terms, so that a word is folded once and not wherever it stands. */
const printed = new Map<string, number>();
/** By number, the words it is printed in. */
const printings: string[][] = [];

/** The numbers of the terms of a text of a document, in their order; a term that comes up for the first time gets one. */
export function termNumbersOf(text: string): Uint32Array {
  if (room.length < text.length) room = new Uint32Array(text.length);
  let count = 0;
  eachWord(text, (word) => {
    room[count++] = numberOfWord(word);
  });
  return room.slice(0, count);
}

/** Where a text's numbers are put down before their count is known; it is copied before the next text is read. */
let room = new Uint32Array(4096);

function numberOfWord(word: string): number {
  const known = printed.get(word);
  if (known !== undefined) return known;
  const number = numberOf(foldTerm(word));
  printed.set(word, number);
  const others = printings[number];
  if (others === undefined) printings[number] = [word];
  else others.push(word);
  return number;
}

function numberOf(term: string): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  const number = names.push(term) - 1;
  numbers.set(term, number);
  return number;
}

/** The number of a term of a question; null when no document looked into so far has it. */
export function knownNumber(term: string): number | null {
  return numbers.get(term) ?? null;
}

/** The words in which documents looked into so far print a term: "Hỗ", "hỗ" and "hồ" are all printed for `ho`. */
export function printingsOf(term: string): readonly string[] {
  return printings[knownNumber(term) ?? -1] ?? [];
}

/** How many terms have a number. */
export function countTerms(): number {
  return names.length;
}

/** The term of a number. */
export function termNamed(number: number): string {
  return names[number] ?? '';
}

/** How many different numbers there are in a sequence. */
export function countDistinct(sequence: Uint32Array): number {
  if (seen.length < names.length) seen = new Uint32Array(names.length * 2);
  round += 1;
  let count = 0;
  for (let i = 0; i < sequence.length; i++) {
    const number = sequence[i] ?? 0;
    if (seen[number] === round) continue;
    seen[number] = round;
    count += 1;
  }
  return count;
}

/** By number, the round in which it was counted last: a list of marks that need not be wiped. */
let seen = new Uint32Array();
let round = 0;
