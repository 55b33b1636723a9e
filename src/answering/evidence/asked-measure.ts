import type { StatesKind } from './asked-kind.ts';

/** Units that measure, by the folded words that ask for them, and how texts and tables print them. */
const MEASURES: readonly (readonly [asked: string, printed: string])[] = [
  ['hec ta|hecta|ha', 'ha|héc[- ]?ta|hecta'],
  ['met vuong|m2|m 2', 'm2|m²|mét vuông'],
  ['met khoi|m3|m 3', 'm3|m³|mét khối'],
  ['ki lo met|km|cay so', 'km|ki ?lô ?mét'],
  ['met', 'm|mét'],
  ['tan', 'tấn'],
  ['ki lo|ki lo gam|kg', 'kg|ki ?lô ?gam'],
  ['lit', 'lít'],
];
const READ = MEASURES.map(
  ([asked, printed]) =>
    [
      new RegExp(` (?:may|bao nhieu|may chuc|may tram) (?:${asked})(?! vuong| khoi) `),
      new RegExp(`(?<![\\p{L}\\d])\\d*[.,]?\\d*\\s*(?:${printed})(?![\\p{L}\\d])`, 'iu'),
    ] as const,
);

/**
 * "Tuổi nghỉ hưu là bao nhiêu?", "mấy tuổi": an age is a figure with its unit, behind it or in a cell of its own. The old
 * ("người cao tuổi được bao nhiêu?") ask for none, and how long people live is a target.
 */
const ASKS_AGE =
  /(?: (?:may|bao nhieu) tuoi|(?:^ (?:do )?tuoi (?!tho )| tuoi (?:nghi huu|ket hon|nhap ngu) )(?:[a-z]+ ){0,8}(?:bao nhieu|may)) (?!phan tram |nguoi |tien |ti le )/;
const AGE = /\d\s*tuổi(?!\p{L})|\|\s*tuổi\s*\|/iu;

/** "Kinh phí … là bao nhiêu?": a sum with its currency, be it in the title of its column, or set off by stops; a share is none. */
const ASKS_FUNDS =
  / (?:kinh|chi) phi (?:[a-z0-9]+ ){0,16}?(?:la |het |khoang |du kien )(?:bao nhieu|may) (?!phan tram |lan |nguoi |ho |don vi |nguon )/;
const FUNDS = /\d.*(?:đồng|triệu|tỷ|tỉ|USD)(?!\p{L})|(?:đồng|triệu|tỷ|tỉ|USD)(?!\p{L}).*\d|\d{1,3}(?:\.\d{3})+/iu;

/** What a text must print where a folded question asks for a measure ("bao nhiêu héc-ta"): a figure and its unit. */
export function statesMeasure(folded: string): StatesKind | null {
  if (ASKS_AGE.test(` ${folded} `)) return (text) => AGE.test(text);
  if (ASKS_FUNDS.test(` ${folded} `)) return (text) => FUNDS.test(text);
  const read = READ.find(([asked]) => asked.test(` ${folded} `));
  return read === undefined ? null : (text) => /\d/.test(text) && read[1].test(text);
}
