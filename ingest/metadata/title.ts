import type { Provision } from '../../src/document/provision.ts';
import { type SourceText, spanBetween } from '../../src/document/source-text.ts';
import { coveringSpan } from '../../src/document/span.ts';
import type { TextBlock } from '../block.ts';
import { isTypeLine } from '../normalise/line-starts.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { findNumbers } from './document-number.ts';
import { type Found, spanWithin } from './found.ts';

/** Types by the symbol that opens the letters of a number. */
const TYPES_BY_SYMBOL: Readonly<Record<string, string>> = {
  KH: 'Kế hoạch',
  QĐ: 'Quyết định',
  NQ: 'Nghị quyết',
  CT: 'Chỉ thị',
  CTr: 'Chương trình',
  KL: 'Kết luận',
  TB: 'Thông báo',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  HD: 'Hướng dẫn',
  ĐA: 'Đề án',
  BC: 'Báo cáo',
  TTr: 'Tờ trình',
  QyĐ: 'Quy định',
};

/** The type as the line above the title prints it. */
export function typeIn(front: readonly TextBlock[]): Found<string> | null {
  const block = front.find((candidate) => isTypeLine(candidate.text));
  if (block === undefined) return null;
  const printed = block.text.replace(/\s*:$/u, '');
  return { value: printed.charAt(0) + printed.slice(1).toLowerCase(), span: block.span };
}

/** The type the symbol of a number stands for; null for a symbol of no type (công văn). */
export function typeByNumber(number: string): string | null {
  const symbol = /^\d+[a-z]?(?:\/\d{4})?[-/](?<symbol>[A-ZĐ][A-Za-zĐđ]*)/u.exec(number)?.groups?.symbol;
  return symbol === undefined ? null : (TYPES_BY_SYMBOL[symbol] ?? null);
}

/** "CỦA BAN THƯỜNG VỤ TỈNH ỦY" above "về việc …" names the issuer and is no part of the title. */
const OF_ISSUER = /^CỦA [\p{Lu}\s,-]+(?=\s+(?:về|thực hiện|triển khai)\s)\s*/u;
/** Layout between type and title, and place and date where they stand below. */
const NO_TITLE = /^[-_*\s]*$|^\p{Lu}[\p{L}. ]{2,30}, ngày \d/u;

/** What stands between the type and the bases: the title as printed, its lines joined. */
export function titleIn(front: readonly TextBlock[], source: SourceText): Found<string> | null {
  const type = front.findIndex((block) => isTypeLine(block.text));
  const blocks = type === -1 ? [] : front.slice(type + 1).filter((block) => !NO_TITLE.test(block.text));
  const [first] = blocks;
  if (first === undefined) return null;
  const issuer = OF_ISSUER.exec(first.text)?.[0].length ?? 0;
  const texts = blocks.map((block, i) => (i === 0 ? block.text.slice(issuer) : block.text));
  const opening = spanWithin(source, first, issuer, first.text.length);
  return {
    value: texts.join(' ').trim(),
    span: coveringSpan([opening, ...blocks.slice(1).map((block) => block.span)]),
  };
}

/** "Ban Thường vụ Tỉnh ủy" where the title says that it speaks for the committee of the letterhead. */
export function speaksForCommittee(front: readonly TextBlock[]): boolean {
  return front.some((block) => /^CỦA BAN THƯỜNG VỤ (?:TỈNH|THÀNH) (?:ỦY|UỶ)/u.test(block.text));
}

const YEARS = String.raw`(?<from>20\d{2})\s*[-–]\s*(?<to>20\d{2})`;
/** "(giai đoạn 2021 - 2025)" or "giai đoạn 2026 - 2030" as the last words; "năm 2026"; "đến năm 2030". */
const LAST_PERIOD = new RegExp(`\\(?\\s*(?:giai đoạn|thời kỳ)\\s+${YEARS}\\s*\\)?\\s*[.;]?$`, 'iu');
const LAST_YEAR = /(?:^|\s)(?:đến\s+)?năm\s+(?<year>20\d{2})\s*\)?\s*[.;]?$/iu;

/** The period of the plan itself: where the title ends with a cited document, its period is that document's. */
export function periodInTitle(title: Found<string>): Found<string> | null {
  const range = LAST_PERIOD.exec(title.value);
  const { from, to } = range?.groups ?? {};
  if (range !== null && from !== undefined && to !== undefined) {
    const own = range[0].startsWith('(') || !isInsideCitation(title.value.slice(0, range.index));
    return own ? { value: `${from}-${to}`, span: title.span } : null;
  }
  const year = LAST_YEAR.exec(title.value);
  const single = year?.groups?.year;
  if (year === null || single === undefined || isInsideCitation(title.value.slice(0, year.index))) return null;
  return { value: single, span: title.span };
}

/** After a document number, words belong to that document until "trên địa bàn …" comes back to the plan. */
function isInsideCitation(before: string): boolean {
  const last = findNumbers(before).at(-1);
  return last !== undefined && !/trên địa bàn|của tỉnh|của thành phố/iu.test(before.slice(last.end));
}

const OWN_PERIOD = new RegExp(
  `^[^:]*thời (?:gian|hạn) thực hiện[^:]*:\\s*(?:trong )?(?:giai đoạn\\s+|từ năm\\s+)?${YEARS.replace('[-–]', '(?:[-–]|đến(?: năm)?)')}`,
  'iu',
);

/** "Thời gian thực hiện: Giai đoạn 2021 - 2025" as a provision of the plan. */
export function periodInBody(placed: readonly PlacedBlock[], source: SourceText): Found<string> | null {
  for (const { block, part, provisionPath } of placed) {
    if (part !== 'body' || block.kind !== 'text' || provisionPath.length === 0 || provisionPath.length > 3) continue;
    const match = OWN_PERIOD.exec(block.text);
    const { from, to } = match?.groups ?? {};
    if (match === null || from === undefined || to === undefined || block.text.startsWith('-')) continue;
    return { value: `${from}-${to}`, span: spanWithin(source, block, 0, match[0].length) };
  }
  return null;
}

/** The one year that stands below "Thời gian thực hiện", "Thời gian thi đua"; null where several years do. */
export function yearOfCarryingOut(placed: readonly PlacedBlock[], source: SourceText): Found<string> | null {
  const dated = placed.flatMap(({ block, part, headingTrail }) => {
    if (part !== 'body' || block.kind !== 'text' || !TIME_OF_PLAN.test(headingTrail.at(-1) ?? '')) return [];
    return [...block.text.matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map((match) => ({ block, match }));
  });
  const [first] = dated;
  if (first === undefined || dated.some(({ match }) => match[0] !== first.match[0])) return null;
  const { block, match } = first;
  return { value: match[0], span: spanWithin(source, block, match.index, match.index + match[0].length) };
}

const TIME_OF_PLAN = /thời gian (?:thực hiện|triển khai|tổ chức|thi đua)\s*$/iu;

/**
 * "II. MỤC TIÊU, CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030": the year to which a plan sets its goals, where it names no period;
 * the name of a "Chương trình mục tiêu quốc gia … đến năm 2025" carries the programme's own.
 */
export function horizonInOutline(outline: readonly Provision[], source: SourceText): Found<string> | null {
  for (const { title, headingSpan } of outline) {
    const year = /(?:mục tiêu(?! quốc gia)|chỉ tiêu).*?đến (?:hết )?năm\s+(20\d{2})/iu.exec(title ?? '')?.[1];
    if (year !== undefined) return { value: year, span: spanBetween(source, headingSpan.start, headingSpan.end) };
  }
  return null;
}
