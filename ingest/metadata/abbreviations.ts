import { fold } from '../../src/vietnamese/fold.ts';
import type { PlacedBlock } from '../placed-block.ts';

interface Abbreviation {
  readonly short: string;
  readonly full: string;
}

const DEFINITION = /\((?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s+là\s*:?\s*(?<short>[^()]{2,80})\)/giu;
/** "giáo dục nghề nghiệp (GDNN)": capitals in brackets whose letters open the words before. */
const INITIALS = /\((?<short>\p{Lu}[\p{Lu}&]{1,9})\)/gu;

/** Abbreviations the text defines for itself; the first definition of each counts. */
export function readAbbreviations(placed: readonly PlacedBlock[]): Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  for (const { block } of placed) {
    if (block.kind !== 'text') continue;
    for (const each of [...definitionsIn(block.text), ...initialsIn(block.text)]) {
      if (!found.has(each.short)) found.set(each.short, each);
    }
  }
  return [...found.values()];
}

function definitionsIn(text: string): Abbreviation[] {
  return [...text.matchAll(DEFINITION)].flatMap((match) => {
    const short = match.groups?.short?.trim().replace(/^["“]|["”]$/gu, '');
    if (short === undefined) return [];
    const before = text.slice(0, match.index).trimEnd();
    const full = wordsOfInitials(before, short) ?? lastPhrase(before, short);
    return full === null ? [] : [{ short, full }];
  });
}

function initialsIn(text: string): Abbreviation[] {
  return [...text.matchAll(INITIALS)].flatMap((match) => {
    const short = match.groups?.short;
    const full = short === undefined ? null : wordsOfInitials(text.slice(0, match.index).trimEnd(), short);
    return short === undefined || full === null ? [] : [{ short, full }];
  });
}

/** The last words whose first letters make the abbreviation. */
function wordsOfInitials(before: string, short: string): string | null {
  const letters = [...fold(short.replace(/&/g, ''))];
  if (!/^\p{Lu}[\p{Lu}&]+$/u.test(short)) return null;
  const words = [...before.matchAll(/\p{L}+/gu)].slice(-letters.length);
  if (words.length < letters.length || !words.every((word, i) => fold(word[0]).startsWith(letters[i] ?? '')))
    return null;
  const start = words[0]?.index;
  return start === undefined ? null : before.slice(start);
}

/** Back to where the named thing begins: the same first words, or the last comma. */
function lastPhrase(before: string, short: string): string | null {
  const head = short.split(/\s+/).slice(0, 2).join(' ');
  const whole = before.lastIndexOf(short);
  const named = whole !== -1 || head.length <= 3 ? whole : before.lastIndexOf(head);
  const start =
    named === -1 ? Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1 : named;
  const full = before.slice(start).trim();
  return full === '' || full.length > 400 ? null : full;
}
