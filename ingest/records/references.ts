import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { Reference, ReferenceRelation } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { findAgencies } from '../../src/vietnamese/agencies.ts';
import { readDates } from '../../src/vietnamese/periods.ts';
import { canonicalNumber } from '../metadata/document-number.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { baseOf, type Draft, isPlacedText, partSpan } from './evidence.ts';

const TYPE =
  '(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư|Kế hoạch|Chương trình hành động|Chương trình|Kết luận|Quy định|Hướng dẫn|Công văn|Thông báo|Tờ trình|Báo cáo|Công điện|Đề án|Quy chế|Văn bản|Lệnh|Thông tri|Điều lệ)';

/** "42- NQ/TW", "9491 /KH-UBND", "88/2019/QH14", "356/TTr-SXD": digits, then letters after a slash or hyphen. */
const NUMBER = String.raw`\d{1,5}[a-zA-Z]?\s?(?:/\s?\d{4}\s?)?[-/]\s?(?!\d)(?:\p{Lu}[\p{L}\d&]*)(?:\s?[-/]\s?\p{Lu}[\p{L}\d&]*)*`;

const MENTION = new RegExp(
  String.raw`(?:(?<type>${TYPE})\s+(?:hợp nhất\s+)?)?(?:số\s*:?\s*)?(?<![\d/\p{L}-])(?<number>${NUMBER})`,
  'gu',
);

/** The day right after the number; "của" before it belongs to copies that print the issuer first. */
const DATE_AFTER = /^\s*,?\s*(?:(?:ban hành|ký)\s+)?(?=ngày\s|\d{1,2}\s?[/.-])/u;

const ISSUER_AFTER = /^\s*,?\s*(?:của|do)\s+/u;

const AMENDS = /sửa đổi,?\s*(?:bổ sung|thay thế)?[^;.]{0,80}$/iu;
const REPLACES = /(?:thay thế|bãi bỏ)(?:\s+(?:toàn bộ|các|một phần|cho))*\s*$/iu;
const REPLACED_LIST = /(?:thay thế|bãi bỏ)[^;.]*$/iu;
const LAPSES = /^[^;]{0,160}?hết hiệu lực/iu;

/** The documents a document names, once each per day printed and relation, in reading order. */
export function readReferences(
  blocks: readonly PlacedBlock[],
  { document, source }: { readonly document: PolicyDocument; readonly source: SourceText },
): Draft<Reference>[] {
  const drafts = blocks.flatMap((placed) => {
    if (!isPlacedText(placed) || placed.part === 'closing') return [];
    const text = placed.block.text;
    return [...text.matchAll(MENTION)].flatMap((match) => {
      const read = readMention(text, match, document.province);
      if (read === null || read.to.number === document.number) return [];
      const span = partSpan(source, placed.block, match.index, read.end);
      return [
        { ...baseOf(source, placed, span), relation: relationOf(text, match.index, read.end, placed), to: read.to },
      ];
    });
  });
  return merge(drafts);
}

function readMention(
  text: string,
  match: RegExpExecArray,
  province: string | null,
): { readonly to: Reference['to']; readonly end: number } | null {
  const { type, number: printed } = match.groups ?? {};
  if (printed === undefined) return null;
  const number = canonicalNumber(printed.replace(/\s+$/, ''));
  if (!isNumber(number)) return null;
  let end = match.index + match[0].trimEnd().length;
  const gap = text.slice(end).match(DATE_AFTER)?.[0];
  const [date] = gap === undefined ? [] : readDates(text.slice(end + gap.length, end + gap.length + 40));
  const dated = date !== undefined && date.start === 0 && gap !== undefined;
  if (dated) end += gap.length + date.end;
  const of = text.slice(end).match(ISSUER_AFTER)?.[0];
  const issuer = of === undefined ? undefined : findAgencies(text.slice(end + of.length, end + of.length + 160))[0];
  const issued = issuer !== undefined && issuer.start === 0 && of !== undefined;
  if (issued) end += of.length + issuer.end;
  return {
    to: {
      type: type ?? null,
      number,
      issuer: issued ? placeIssuer(issuer.name, province) : null,
      issuedOn: dated ? date.iso : null,
    },
    end,
  };
}

/** "12/QĐ-UBND" is a number; "24/CP" and "01/01" are too little to tell. */
function isNumber(number: string): boolean {
  return /[-/]\p{Lu}/u.test(number) && !/^\d+[-/](?:TP|KM|HA|M\d)$/iu.test(number);
}

/** "Ủy ban nhân dân tỉnh" in a document of a province is that province's. */
function placeIssuer(name: string, province: string | null): string {
  return province !== null && /\s(?:tỉnh|thành phố)$/iu.test(name) ? `${name} ${province}` : name;
}

function relationOf(text: string, start: number, end: number, placed: PlacedBlock): ReferenceRelation {
  const before = text.slice(0, start).replace(/\s+số\s*:?\s*$/u, '');
  const clause = before.slice(before.lastIndexOf(';') + 1);
  if (placed.part === 'basis') return isHeadOfBasis(clause) ? 'based_on' : 'mentions';
  if (AMENDS.test(clause)) return 'amends';
  if (REPLACES.test(clause) || (REPLACED_LIST.test(clause) && /(?:[;,]|và)\s*$/u.test(clause))) return 'replaces';
  return LAPSES.test(text.slice(end)) && !/(?:theo|tại|của)\s*$/u.test(clause) ? 'replaces' : 'mentions';
}

/** "Căn cứ Nghị quyết A và Kế hoạch B": heads; what they implement in turn is only mentioned. */
function isHeadOfBasis(clause: string): boolean {
  const earlier = [...clause.matchAll(MENTION)];
  return earlier.length === 0 || /(?:,|và|;)\s*$/u.test(clause);
}

/** One reference per number and day; a mention without a day joins one that prints it. */
function merge(drafts: readonly Draft<Reference>[]): Draft<Reference>[] {
  const rank: readonly ReferenceRelation[] = ['replaces', 'amends', 'based_on', 'mentions'];
  const kept: Draft<Reference>[] = [];
  const better = (a: Draft<Reference>, b: Draft<Reference>): number =>
    rank.indexOf(a.relation) - rank.indexOf(b.relation) ||
    Number(b.to.issuedOn !== null) - Number(a.to.issuedOn !== null) ||
    a.span.start - b.span.start;
  for (const draft of [...drafts].sort(better)) {
    const same = kept.find(
      ({ to }) =>
        to.number === draft.to.number &&
        (to.issuedOn === draft.to.issuedOn || draft.to.issuedOn === null || to.issuedOn === null),
    );
    if (same === undefined) kept.push(draft);
    else if (same.to.issuedOn === null && draft.to.issuedOn !== null)
      kept[kept.indexOf(same)] = { ...same, to: draft.to };
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}
