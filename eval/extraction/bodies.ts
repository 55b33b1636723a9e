import { fold } from '../../src/vietnamese/fold.ts';

/** Spellings of the same body, longest first; what follows them in the text does not tell bodies apart. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/tb&xh|tb ?xh/g, 'thuong binh va xa hoi'],
  [/\bptnt\b/g, 'phat trien nong thon'],
  [/uy ban nhan dan/g, 'ubnd'],
  [/(?:ubmttqvn|ubmttq|mttq|uy ban mat tran to quoc)/g, 'mat tran'],
  [/\b(?:de nghi|ban thuong truc|viet nam|co lien quan|lien quan|cac cap|cua tinh|tinh)\b/g, ' '],
];

/** A body's name in the form in which gold and records are compared. */
export function bodyKey(name: string): string {
  const folded = SAME.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), fold(name));
  const key = folded.replace(/[^a-z]+/g, ' ').trim();
  if (/^ubnd\b.*\b(?:huyen|thi xa)\b/.test(key)) return 'ubnd huyen';
  return /^cac so\b/.test(key) ? 'cac so' : key;
}

/** Bodies with a name of their own; the others ("các cơ quan liên quan") are too loosely worded to be told apart. */
const NAMED = /^(?:so|ban|bao hiem|chi nhanh|ngan hang|cong an|cuc|mat tran|ubnd huyen)\b/;

/** Are the same named bodies meant? Where gold names none, any loosely worded body will do. */
export function sameBodies(gold: readonly string[], read: readonly string[]): boolean {
  const named = (names: readonly string[]) => new Set(names.map(bodyKey).filter((key) => NAMED.test(key)));
  const wanted = named(gold);
  const found = named(read);
  if (wanted.size !== found.size || [...wanted].some((key) => !found.has(key))) return false;
  return wanted.size > 0 || gold.length > 0 === read.length > 0;
}
