/** Levels of a Vietnamese document, outermost first. Bullets are no level. */
export type LevelKind =
  | 'appendix'
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'letter'
  | 'roman'
  | 'number'
  | 'decimal'
  | 'point'
  | 'parenthesis';

/** Usual depth of a level: a level never opens inside one of greater or equal depth unless a list restarts there. */
export const DEPTH: Readonly<Record<LevelKind, number>> = {
  appendix: 0,
  part: 1,
  chapter: 2,
  section: 3,
  subsection: 4,
  article: 5,
  letter: 6,
  roman: 7,
  number: 8,
  decimal: 9,
  point: 10,
  parenthesis: 11,
};

export interface Label {
  readonly kind: LevelKind;
  /** As printed: "1.1.", "Điều 3." */
  readonly printed: string;
  /** In a path: "1.1", "Điều 3". */
  readonly key: string;
  /** Place in its list, from 1; for decimals of the last part. */
  readonly ordinal: number;
  /** Of a decimal, all its parts: [1, 1]. */
  readonly parts: readonly number[];
  /** Offset in the text of what follows the label. */
  readonly end: number;
}

/** Points run a b c d đ e g h i k l m n: no f, j, w, z. */
export const POINTS = 'abcdđeghiklmnopqrstuvxy';

const LETTERS = 'ABCDĐEGHIKLMN';

interface Form {
  readonly kind: LevelKind;
  readonly pattern: RegExp;
}

/** A list mark before a label, as some conversions write: "- a) …". */
const MARK = '(?:[-+•]\\s+)?';

const FORMS: readonly Form[] = [
  {
    kind: 'part',
    pattern: form('(?:phần|PHẦN|Phần)\\s+(?:thứ\\s+|THỨ\\s+)?(?<ordinal>[IVXLC]+|\\d+|\\p{L}+)(?=$|[\\s.:])[.:]?'),
  },
  { kind: 'chapter', pattern: form('(?:CHƯƠNG|Chương)\\s+(?<ordinal>[IVXLC]+|\\d+)(?=$|[\\s.:])[.:]?') },
  { kind: 'subsection', pattern: form('(?:TIỂU MỤC|Tiểu mục)\\s+(?<ordinal>[IVXLC]+|\\d+)(?=$|[\\s.:])[.:]?') },
  { kind: 'section', pattern: form('(?:MỤC|Mục)\\s+(?<ordinal>[IVXLC]+|\\d+)(?=$|[\\s.:])[.:]?') },
  { kind: 'article', pattern: form('(?:ĐIỀU|Điều)\\s+(?<ordinal>\\d{1,3})[a-zđ]?(?:[.:]|(?=$))') },
  { kind: 'decimal', pattern: form('(?<ordinal>\\d{1,2}(?:\\.\\d{1,2}){1,4})(?:[.)](?=\\s|$)|(?=\\s+\\p{Lu}))') },
  { kind: 'number', pattern: form('(?<ordinal>\\d{1,3})[./](?=\\s|$|\\p{Lu})') },
  { kind: 'roman', pattern: form('(?<ordinal>[IVX]{1,7}|[LC])[.)-](?=\\s|$|\\p{Lu})') },
  { kind: 'letter', pattern: form('(?<ordinal>[A-ZĐ])[.)](?=\\s|$)') },
  { kind: 'point', pattern: form('(?<ordinal>[a-zđ])[.)](?=\\s|$|\\p{L})') },
  { kind: 'parenthesis', pattern: form('\\(?(?<ordinal>\\d{1,2})\\)(?=\\s|$)') },
];

function form(pattern: string): RegExp {
  return new RegExp(`^${MARK}(?<label>${pattern})\\s*`, 'u');
}

/** All readings of the label a text begins with; "I." is a numeral or a letter. Empty when there is none. */
export function readLabels(text: string): Label[] {
  return FORMS.flatMap(({ kind, pattern }) => {
    const match = pattern.exec(text);
    const printed = match?.groups?.label;
    const written = match?.groups?.ordinal;
    if (match === null || printed === undefined || written === undefined) return [];
    const ordinal = ordinalOf(kind, written);
    if (ordinal === null) return [];
    const parts = kind === 'decimal' ? written.split('.').map(Number) : [ordinal];
    return [
      { kind, printed: printed.trim(), key: keyOf(kind, printed, written), ordinal, parts, end: match[0].length },
    ];
  });
}

function ordinalOf(kind: LevelKind, written: string): number | null {
  if (kind === 'point') return placeIn(POINTS, written);
  if (kind === 'letter') return placeIn(LETTERS, written);
  if (kind === 'decimal') return Number(written.split('.').at(-1));
  if (/^\d+$/.test(written)) return Number(written);
  return romanOrdinal(written) ?? spelledOrdinal(written);
}

function placeIn(letters: string, letter: string): number | null {
  const at = letters.indexOf(letter);
  return at === -1 ? null : at + 1;
}

const SPELLED = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

function spelledOrdinal(written: string): number | null {
  const at = SPELLED.indexOf(written.toLowerCase());
  return at === -1 ? null : at + 1;
}

const ROMAN = /^(X{0,3})(IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** I to XXXIX; null for what is no numeral. */
export function romanOrdinal(written: string): number | null {
  if (written === '' || !ROMAN.test(written)) return null;
  const values = [...written].map((letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

const NAMED: Partial<Record<LevelKind, string>> = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  article: 'Điều',
};

function keyOf(kind: LevelKind, printed: string, written: string): string {
  const name = NAMED[kind];
  if (name === undefined) return written;
  const suffix = kind === 'article' ? (/\d+[a-zđ]?/u.exec(printed)?.[0] ?? written) : written;
  return `${name} ${suffix}`;
}

const APPENDIX =
  /^(?<label>(?<name>PHỤ LỤC|Phụ lục|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu|MẪU|Mẫu)(?:\s+(?:số|SỐ))?(?:\s*:?\s*(?<ordinal>[IVXLC]+|\d+[a-zđ]?(?:\.\d+)*|[A-ZĐ]|[IVX]+\.\d+))?)(?=$|[\s.:,(])[.:]?\s*/u;

/** "PHỤ LỤC II", "Mẫu số 01": only as a line of its own or in capitals, since sentences also begin with these words. */
export function readAppendix(text: string): Label | null {
  const match = APPENDIX.exec(text);
  const { label, name, ordinal } = match?.groups ?? {};
  if (match === null || label === undefined || name === undefined) return null;
  const rest = text.slice(match[0].length);
  const alone = rest === '' || /^\(.*\)$/u.test(rest);
  const shouted = name === name.toUpperCase() && rest === rest.toUpperCase();
  if (!(alone || shouted) || (alone && ordinal === undefined && name !== 'PHỤ LỤC' && name !== 'Phụ lục')) return null;
  const spoken = name.charAt(0) + name.slice(1).toLowerCase();
  const key = ordinal === undefined ? spoken : `${spoken} ${ordinal}`;
  return { kind: 'appendix', printed: label.trim(), key, ordinal: 1, parts: [1], end: match[0].length };
}
