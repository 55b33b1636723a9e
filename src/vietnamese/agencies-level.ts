import lexicon from '../../seeds/lexicon/agencies.json' with { type: 'json' };
import { fold } from './fold.ts';

const LEVEL = `(?:${lexicon.levels.join('|')})`;

/** A place name: capitalised words ("Bắc Giang", "Bà Rịa - Vũng Tàu"). */
const PLACE = String.raw`\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3}(?:\s-\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)?`;

/** "các huyện, thị xã, thành phố", "xã, phường, đặc khu", "các xã/phường". */
const SEVERAL = String.raw`(?:các\s+)?${LEVEL}(?:(?:\s*[,/]\s*|\s+và\s+|\s*,\s*và\s+|\s+-\s+)(?:các\s+)?${LEVEL})+`;

const PHRASE = `(?:${lexicon.levelPhrases.join('|')})`;

const REGION = String.raw`[Kk]hu vực\s+(?:[IVX]+|\d+|${PLACE})`;

/** In capitals a place must start with one; case-insensitive matching alone would take any word. */
const PLACE_AFTER = new RegExp(String.raw`^(\s+(?:các\s+|cấp\s+|của\s+)?${LEVEL})\s+(${PLACE})(?![\p{L}\p{M}])`, 'u');
const LEVEL_ONLY = new RegExp(String.raw`^\s+(?:các\s+|cấp\s+|của\s+)?${LEVEL}(?![\p{L}\p{M}])`, 'iu');
const SEVERAL_LEVELS = new RegExp(String.raw`^\s+${SEVERAL}(?![\p{L}\p{M}])`, 'iu');
const OTHER_LEVEL = new RegExp(String.raw`^\s+(?:${PHRASE}|${REGION})(?![\p{L}\p{M}])`, 'iu');
const PLACE_ONLY = new RegExp(String.raw`^\s+${PLACE}(?![\p{L}\p{M}])`, 'u');

const VERB = new RegExp(`^(?:${lexicon.verbs.join('|')})(?![\\p{L}\\p{M}])`, 'iu');

/** The level that follows a body's name at `at`, or null. `name` is its reading form. */
export function readLevel(text: string, at: number): { readonly end: number; readonly name: string } | null {
  const rest = text.slice(at, at + 120);
  const taken = severalLevels(rest) ?? placeLevel(rest) ?? rest.match(LEVEL_ONLY)?.[0] ?? rest.match(OTHER_LEVEL)?.[0];
  if (taken === undefined) return null;
  const further = /Việt Nam$/i.test(taken) ? (rest.slice(taken.length).match(LEVEL_ONLY)?.[0] ?? '') : '';
  const printed = taken + further;
  return { end: at + printed.length, name: printed.trim().replace(/\s+/g, ' ').replace(/^của /, '') };
}

/** "các xã, phường, đặc khu Lý Sơn": the one special zone of a province is named. */
function severalLevels(rest: string): string | undefined {
  const levels = rest.match(SEVERAL_LEVELS)?.[0];
  if (levels === undefined || !/đặc khu$/iu.test(levels)) return levels;
  const place = rest.slice(levels.length).match(PLACE_ONLY)?.[0] ?? '';
  return VERB.test(place.trimStart()) ? levels : levels + place;
}

function placeLevel(rest: string): string | undefined {
  const match = rest.match(PLACE_AFTER);
  if (match === null || match[1] === undefined || match[2] === undefined) return undefined;
  return VERB.test(match[2]) ? match[1] : match[0];
}

const LEVEL_BY_FOLDED = new Map([...lexicon.levels, ...lexicon.levelPhrases].map((level) => [fold(level), level]));

/** The level in what a user typed without accents ("ubnd tinh"). */
export function readTypedLevel(text: string, at: number): { readonly end: number; readonly name: string } | null {
  const words = text.slice(at).match(/^\s+(\p{L}+)(?:\s+(\p{L}+))?/u);
  if (words === null) return null;
  const [both, first = '', second = ''] = words;
  const two = LEVEL_BY_FOLDED.get(fold(`${first} ${second}`));
  if (two !== undefined) return { end: at + both.length, name: two };
  const one = LEVEL_BY_FOLDED.get(fold(first));
  return one === undefined ? null : { end: at + both.indexOf(first) + first.length, name: one };
}
