import { DOCUMENT } from './phrases.ts';

/** The noun a quantity question counts: "bao nhiêu căn" → "can", "mấy phần trăm" → "phan tram"; null when none follows. */
export function askedUnit(folded: string): string | null {
  if (/ (?:phan tram|ti le) /.test(` ${folded} `) || asksForShare(folded)) return 'phan tram';
  const [, unit = null] =
    /(?:^| )(?:bao nhieu|(?<!nuoc |nha )may(?! loc| moc| tinh| bay| say| bom)) ([a-z]{2,})(?= |$)/.exec(folded) ?? [];
  if (unit === null || NO_UNITS.has(unit)) return null;
  return unit === 'tieng' && !/ tieng (?:anh|viet|noi|dan toc|hoa|nuoc ngoai) /.test(`${folded} `) ? 'gio' : unit;
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
