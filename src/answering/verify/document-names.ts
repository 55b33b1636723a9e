import type { PolicyDocument } from '../../document/policy-document.ts';
import { readDates } from '../../vietnamese/periods.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import { shortIssuer } from '../compose/wording.ts';
import type { Grounds } from './grounds.ts';

/** A document number as answers and documents print it: "50/KH-UBND", "42-NQ/TW", "88/2019/QH14". */
export const DOCUMENT_NUMBER =
  /(?<![\p{L}\d/.-])\d{1,5}\s?(?:\/\s?\d{4}\s?)?[-/]\s?\p{Lu}{1,}[\p{L}&]*\d*(?:\s?[-/&]\s?\p{Lu}[\p{L}\d]*)*/gu;

/** "Số 08 -CT/TU" and "8-CT/TU" are one number. */
export function numberKey(printed: string): string {
  return printed.replace(/\s+/g, '').replace(/^0+/, '').toUpperCase();
}

/** A stretch of a statement. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The names of cited documents in a statement: number, with type before it, day and issuer after it as far as they are
 * the document's own. What is not its own stays in the text and is checked there.
 */
export function documentNamesOf(text: string, { views }: Grounds): readonly Stretch[] {
  return [...text.matchAll(DOCUMENT_NUMBER)].flatMap((match) => {
    const owners = views
      .map(({ document }) => document)
      .filter(({ number }) => number !== null && numberKey(number) === numberKey(match[0]))
      .filter(({ type }) => type === null || isOwnType(text.slice(0, match.index), type));
    const stretches = owners.map((document) => nameRound(text, match.index, match.index + match[0].length, document));
    const [longest] = stretches.sort((a, b) => b.end - b.start - (a.end - a.start));
    return longest === undefined ? [] : [longest];
  });
}

function nameRound(text: string, from: number, to: number, document: PolicyDocument): Stretch {
  const before = text.slice(0, from);
  const typed = document.type === null ? undefined : typeBefore(document.type).exec(before)?.[0];
  const numbered = typed ?? /số\s+$/iu.exec(before)?.[0] ?? '';
  const dated = ownDay(text, to, document);
  return { start: from - numbered.length, end: ownIssuer(text, dated, document) };
}

/** A type of document at the end of the words before a number. */
const typeBefore = remembered((type) => new RegExp(`${type}\\s+(?:số\\s+)?$`, 'iu'));

/** No word for another type of document stands before the number. */
function isOwnType(before: string, type: string): boolean {
  const said = TYPE.exec(before)?.[1];
  return said === undefined || said.toLowerCase() === type.toLowerCase();
}

function ownDay(text: string, at: number, { issuedOn }: PolicyDocument): number {
  const rest = text.slice(at, at + 40);
  const [date] = readDates(rest);
  return date !== undefined && date.iso === issuedOn && /^[\s,(]*$/u.test(rest.slice(0, date.start))
    ? at + date.end
    : at;
}

/** The forms in which answers print who issued a document, longest first. */
export function issuerForms({ issuer, province }: PolicyDocument): readonly string[] {
  const forms = [
    ...(issuer === null ? [] : [issuer, shortIssuer(issuer), ...committeeOf(issuer)]),
    ...(province === null ? [] : [`tỉnh ${province}`, `UBND ${province}`, province]),
  ];
  return forms.sort((a, b) => b.length - a.length);
}

/** What the standing committee or the executive committee of a party committee issues is the party committee's. */
function committeeOf(issuer: string): readonly string[] {
  const [, place] =
    /^Ban (?:Thường vụ|Chấp hành) (?:Tỉnh ủy|Thành ủy|Đảng bộ tỉnh|Đảng bộ thành phố)\s+(.+)$/u.exec(issuer) ?? [];
  if (place === undefined) return [];
  return [`${/thành/iu.test(issuer.slice(0, issuer.length - place.length)) ? 'Thành ủy' : 'Tỉnh ủy'} ${place}`];
}

function ownIssuer(text: string, at: number, document: PolicyDocument): number {
  const rest = text.slice(at).toLowerCase();
  const form = issuerForms(document).find((name) => rest.startsWith(` của ${name.toLowerCase()}`));
  return form === undefined ? at : at + ' của '.length + form.length;
}

/** Words before a number that say what kind of document it is. */
const TYPE =
  /(Kế hoạch|Chỉ thị|Nghị quyết|Quyết định|Kết luận|Nghị định|Thông tư|Công văn|Chương trình|Luật|Quy định|Đề án|Thông báo|Hướng dẫn|Báo cáo)\s+(?:số\s+)?$/iu;

/** Every document number of a statement is that of a cited document or stands in a quote, with its own type, day and issuer. */
export function checkDocumentNumbers(own: string, grounds: Grounds): string | null {
  const said = [...own.matchAll(DOCUMENT_NUMBER)];
  const known = new Set(
    said.length === 0 ? [] : [...grounds.all.matchAll(DOCUMENT_NUMBER)].map(([printed]) => numberKey(printed)),
  );
  for (const match of said) {
    if (!known.has(numberKey(match[0]))) return `Số văn bản ${match[0]} không có trong đoạn được dẫn.`;
    const wrong = wrongDay(own, match, grounds) ?? wrongType(own, match, grounds);
    if (wrong !== null) return wrong;
  }
  return foreignIssuer(own);
}

/** After the name of a cited document its issuer was taken out; an issuer that is left is another one's. */
function foreignIssuer(own: string): string | null {
  const left = /\|\s*của\s+((?:tỉnh|thành phố|UBND|Ủy ban|HĐND|Tỉnh ủy|Ban|Bộ)\s[\p{L}\s]{2,40})/u.exec(own)?.[1];
  return left === undefined ? null : `Văn bản được dẫn không phải của ${left.trim()}.`;
}

function wrongDay(own: string, match: RegExpExecArray, { all }: Grounds): string | null {
  const said = dayAfter(own, match.index + match[0].length);
  if (said === null) return null;
  const days = [...all.matchAll(DOCUMENT_NUMBER)]
    .filter(([printed]) => numberKey(printed) === numberKey(match[0]))
    .map((other) => dayAfter(all, other.index + other[0].length));
  return days.includes(said) ? null : `Ngày của ${match[0]} không khớp.`;
}

function dayAfter(text: string, at: number): string | null {
  const rest = text.slice(at, at + 40);
  const [date] = readDates(rest);
  return date !== undefined && /^[\s,(]*$/u.test(rest.slice(0, date.start)) ? date.iso : null;
}

function wrongType(own: string, match: RegExpExecArray, { all }: Grounds): string | null {
  const said = TYPE.exec(own.slice(0, match.index))?.[1];
  if (said === undefined) return null;
  const types = [...all.matchAll(DOCUMENT_NUMBER)]
    .filter(([printed]) => numberKey(printed) === numberKey(match[0]))
    .map((other) => TYPE.exec(all.slice(0, other.index))?.[1]?.toLowerCase());
  return types.every((type) => type === undefined) || types.includes(said.toLowerCase())
    ? null
    : `${match[0]} không phải là ${said}.`;
}
