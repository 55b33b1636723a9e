import { termsOf } from '../../vietnamese/phrase-book.ts';
import { type Concept, conceptForm } from './concept.ts';
import type { Word } from './concepts.ts';

/** The group of people an age stands for, as the documents name it. */
const GROUPS: readonly { readonly from: number; readonly to: number; readonly names: readonly string[] }[] = [
  { from: 0, to: 2, names: ['trẻ em dưới 36 tháng tuổi', 'trẻ em'] },
  { from: 3, to: 15, names: ['trẻ em'] },
  { from: 60, to: 130, names: ['người cao tuổi'] },
];
/** Ages people are counted from: "lao động trên 45 tuổi" holds someone of 47. */
const THRESHOLD_AGES = [35, 40, 45, 50];
const WEIGHT = 4;

/** Ages of people in a question as concepts: 20 tháng is a child under 36 months, 47 tuổi is someone over 45. */
export function readAges(terms: readonly string[]): Concept[] {
  return terms.flatMap((_, at) => readAge(terms, at) ?? []);
}

/** The words without the ages read, which are looked for as the groups they stand for. */
export function withoutAges(words: readonly Word[]): readonly Word[] {
  const terms = words.map(({ term }) => term);
  const read = new Set(terms.flatMap((_, at) => (readAge(terms, at) === null ? [] : [at, at + 1])));
  return words.map((word, at) => (read.has(at) ? { ...word, used: true } : word));
}

function readAge(terms: readonly string[], at: number): Concept | null {
  const [term = '', unit = ''] = terms.slice(at, at + 2);
  if (!/^\d{1,3}$/.test(term) || !(unit === 'tuoi' || (unit === 'thang' && isChild(terms, at)))) return null;
  const age = unit === 'thang' ? Number(term) / 12 : Number(term);
  const groups = GROUPS.filter(({ from, to }) => age >= from && age < to + 1).flatMap(({ names }) => names);
  const passed = THRESHOLD_AGES.filter((threshold) => age > threshold && age < 60).map(
    (threshold) => `trên ${threshold} tuổi`,
  );
  const months = unit === 'tuoi' && age < 4 ? [`${12 * age} tháng tuổi`] : [];
  const forms = [...months, ...groups, ...passed].map((name, rank) => conceptForm(termsOf(name), 1 - 0.2 * rank));
  return forms.length === 0
    ? null
    : { label: `${term} ${unit}`, weight: WEIGHT, forms: [conceptForm([term, unit], 1), ...forms] };
}

/** "bé 20 tháng", not "6 tháng báo cáo". */
function isChild(terms: readonly string[], at: number): boolean {
  return (
    terms[at + 2] === 'tuoi' ||
    terms.slice(Math.max(0, at - 4), at).some((term) => ['be', 'con', 'chau', 'tre'].includes(term))
  );
}
