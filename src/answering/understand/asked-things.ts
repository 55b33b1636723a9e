import type { Word } from './concepts.ts';
import { DOCUMENT } from './phrases.ts';

/** The noun a quantity question counts: "bao nhiêu căn" → "can", "mấy phần trăm" → "phan tram"; null when none follows. */
export function askedUnit(folded: string): string | null {
  if (/ (?:phan tram|ti le) /.test(` ${folded} `) || asksForShare(folded)) return 'phan tram';
  const [, unit = null] =
    /(?:^| )(?:bao nhieu|(?<!nuoc |nha )may(?! loc| moc| tinh| bay| say| bom)) ([a-z]{2,})(?= |$)/.exec(folded) ?? [];
  if (unit === null || NO_UNITS.has(unit)) return null;
  return unit === 'tieng' && !/ tieng (?:anh|viet|noi|dan toc|hoa|nuoc ngoai) /.test(`${folded} `) ? 'gio' : unit;
}

/** Units that texts print by their signs ("m", "ha", "km"), as the words that ask for them, folded. */
const MEASURES: ReadonlySet<string> = new Set([
  'met',
  'm 2',
  'm 3',
  'met vuong',
  'met khoi',
  'hec ta',
  'ki lo',
  'ki lo met',
  'ki lo gam',
  'cay so',
]);
const LONGEST_MEASURE = 3;

/** The words without the measure asked for: "bao nhiêu mét" is answered by "500m", which holds no "mét". */
export function withoutMeasure(words: readonly Word[]): readonly Word[] {
  const terms = words.map(({ term }) => term);
  const read = new Set<number>();
  for (const [at, term] of terms.entries()) {
    const from = term === 'may' ? at + 1 : term === 'bao' && terms[at + 1] === 'nhieu' ? at + 2 : null;
    if (from === null) continue;
    for (let length = LONGEST_MEASURE; length > 0; length--) {
      if (!MEASURES.has(terms.slice(from, from + length).join(' '))) continue;
      for (let i = from; i < from + length; i++) read.add(i);
      break;
    }
  }
  return read.size === 0 ? words : words.map((word, at) => (read.has(at) ? { ...word, used: true } : word));
}

/** "Được lo mấy phần học phí?" asks for a share, where a document "có mấy phần". */
export function asksForShare(folded: string): boolean {
  return SHARE.test(` ${folded} `);
}

const SHARE =
  /(?<! (?:co|gom|chia|thanh|lam)) (?:may|bao nhieu) phan (?!(?:tram|chinh|lon|muc|nao|thi|a|vay|nhi|the|cua) )[a-z]+ /;

const NO_UNITS = new Set([
  'thi',
  'la',
  'vao',
  'den',
  'cho',
  'va',
  'trong',
  'moi',
  'mot',
  'nam',
  'vay',
  'the',
  'khi',
  'so',
  'tien',
  'do',
  'tren',
  'nguoi',
]);

/** The types of document a basis question asks for ("nghị quyết nào"), folded; empty when it leaves the type open. */
export function askedDocumentTypes(folded: string): readonly string[] {
  return [...folded.matchAll(WHICH_TYPE)]
    .map(([, type = '']) => SHORT_TYPES.get(type) ?? type)
    .filter((type) => type !== 'van ban' && type !== 'can cu');
}

const WHICH_TYPE = new RegExp(`(?:^| )${DOCUMENT.replace('(?:', '(')} (?:so )?(?:nao|gi|may|bao nhieu)(?= |$)`, 'g');

const SHORT_TYPES: ReadonlyMap<string, string> = new Map([
  ['nq', 'nghi quyet'],
  ['kl', 'ket luan'],
  ['kh', 'ke hoach'],
  ['nd', 'nghi dinh'],
  ['qd', 'quyet dinh'],
]);
