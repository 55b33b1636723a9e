import abbreviations from '../../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import { fold } from '../../vietnamese/fold.ts';
import { MOST_WORDS, remembered } from '../../vietnamese/remembered.ts';

/** A document named by number, however typed: "kế hoạch 50", "kh9491", "NQ42", "50/KH-UBND", "số 08-CT/TU". */
export interface DocumentMention {
  /** "Kế hoạch"; null when only a number with a symbol is typed. */
  readonly type: string | null;
  /** Without leading zeros: "50". */
  readonly number: string;
  /** Year inside the number: "48/2025/NQ-HĐND". */
  readonly year: string | null;
  /** Folded letters of the symbol: "khubnd"; null when none is typed. */
  readonly symbol: string | null;
  /** The symbol with its marks, folded: "kh-ubnd". */
  readonly printedSymbol: string | null;
  /** As typed. */
  readonly text: string;
  /** Place in the question. */
  readonly start: number;
  readonly end: number;
}

const TYPES = new Map(
  abbreviations.documentTypes.flatMap(([short = '', full = '']) => [
    [fold(short), full],
    [fold(full), full],
  ]),
);
const TYPE = `(?:${[...TYPES.keys(), 'luat', 'phap lenh', 'quy dinh'].sort((a, b) => b.length - a.length).join('|')})`;
const SYMBOL = '[a-z]{1,6}(?:\\s?[-–/]\\s?[a-z&]{1,8}){0,2}';
/** Type, "số", number, year, symbol: a type or a symbol must be there, or it is only a number. */
const MENTION = new RegExp(
  `(?<![a-z0-9])(?:(?<type>${TYPE})\\s*(?:so\\s*)?)?0*(?<number>\\d{1,5})(?![\\d%]|[.,]\\d)` +
    `(?:\\s?/\\s?(?<year>20\\d\\d))?(?:\\s?[-–/]\\s?(?<symbol>${SYMBOL}))?(?![a-z0-9])`,
  'g',
);

/** "Kế hoạch 230 và 9491": a number joined to that of a document, with nothing it could count behind it. */
const JOINED =
  /^\s*(?:va|voi|hay|hoac|,|&)\s+0*(?<number>\d{2,5})(?=\s*(?:$|[?.,;]|(?:khac|giong|cua|thi|co|deu|ai|do|cai|ban)(?![a-z])))/;

function joinedTo(mention: DocumentMention, folded: string, question: string): DocumentMention[] {
  const match = mention.type === null ? null : JOINED.exec(folded.slice(mention.end));
  const number = match?.groups?.number ?? null;
  if (match === null || number === null || /^(?:19|20)\d\d$/.test(number)) return [];
  const end = mention.end + match[0].length;
  const start = end - number.length;
  return [
    { ...mention, number, year: null, symbol: null, printedSymbol: null, text: question.slice(start, end), start, end },
  ];
}

/** Documents named in a question by number. A bare year ("kế hoạch 2021") is not a number. */
export function findDocumentMentions(question: string): DocumentMention[] {
  const folded = foldInPlace(question);
  const mentions: DocumentMention[] = [];
  for (const match of folded.matchAll(MENTION)) {
    const { type = null, number = '', year = null, symbol = null } = match.groups ?? {};
    const bareYear = symbol === null && year === null && /^(?:19|20)\d\d$/.test(number);
    if ((type === null && symbol === null) || bareYear) continue;
    mentions.push({
      type: type === null ? null : (TYPES.get(type) ?? capitalise(type)),
      number,
      year,
      symbol: symbol === null ? null : symbol.replace(/[^a-z]/g, ''),
      printedSymbol: symbol,
      text: question.slice(match.index, match.index + match[0].length),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return mentions.flatMap((mention) => [mention, ...joinedTo(mention, folded, question)]);
}

/** Folded with every character in its place, so that offsets stay those of the question. */
function foldInPlace(text: string): string {
  return Array.from(text.normalize('NFC'), (character) => fold(character).padEnd(character.length)).join('');
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The document as it is called in an answer: "Kế hoạch 50", "Chương trình số 06-CTr/TU". */
export function mentionInWords({ type, number, symbol, text }: DocumentMention): string {
  if (symbol === null) return `${type ?? 'Văn bản'} ${number}`;
  return type === null ? `Văn bản ${text}` : text;
}

/** Does a mention fit a canonical document number ("50/KH-UBND", "48/2025/NQ-HĐND", "08-CT/TU")? */
export function fitsNumber(mention: DocumentMention, number: string): boolean {
  const { own, year, letters } = partsOf(number);
  if (own !== mention.number) return false;
  if (mention.year !== null && year !== null && year !== mention.year) return false;
  return mention.symbol === null || letters.startsWith(mention.symbol);
}

/** The parts of a canonical number; the same few thousand are compared with every question. */
const partsOf = remembered((number) => {
  const [, own = '', year = null, symbol = ''] =
    /^0*(\d+)(?:\/(\d{4}))?[-/]?(.*)$/.exec(fold(number).replace(/\s/g, '')) ?? [];
  return { own, year, letters: symbol.replace(/[^a-z]/g, '') };
}, MOST_WORDS);
