import type { IsoDate } from '../../src/document/policy-document.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan } from '../../src/document/span.ts';
import { canonicalProvince } from '../../src/vietnamese/provinces.ts';
import type { TextBlock } from '../block.ts';
import { isTypeLine } from '../normalise/line-starts.ts';
import { canonicalNumber, OWN_NUMBER } from './document-number.ts';
import { type Found, spanWithin } from './found.ts';
import { PRINTED_DAY, readDay } from './printed-date.ts';

/** What the head of a document prints of itself. */
export interface Letterhead {
  readonly number: Found<string> | null;
  readonly issuer: Found<IssuerName> | null;
  readonly place: Found<string> | null;
  readonly issuedOn: Found<IsoDate> | null;
}

/** A body as the letterhead names it. */
export interface IssuerName {
  readonly name: string;
  /** Canonical name of its province; null for a central body. */
  readonly province: string | null;
}

/** Only what stands above the type of the document belongs to its head: titles name other numbers and days. */
export function readLetterhead(front: readonly TextBlock[], source: SourceText): Letterhead {
  const type = front.findIndex((block) => isTypeLine(block.text));
  const head = type === -1 ? front : front.slice(0, type);
  const after =
    type === -1 ? [] : front.slice(type + 1).filter((block) => /^\p{Lu}[\p{L}. ]{2,30}, ngày \d/u.test(block.text));
  return {
    number: numberIn(head, source),
    issuer: issuerIn(head),
    place: placeIn([...head, ...after], source),
    issuedOn: dayIn([...head, ...after], source),
  };
}

function numberIn(head: readonly TextBlock[], source: SourceText): Found<string> | null {
  for (const block of head) {
    const printed = /Số\s*:?\s*\d.*$/u.exec(block.text);
    if (printed === null) continue;
    const match = OWN_NUMBER.exec(printed[0]);
    const number = match?.groups?.number;
    if (match === null || number === undefined) continue;
    const start = printed.index + match[0].length - number.length;
    return { value: canonicalNumber(number), span: spanWithin(source, block, start, start + number.length) };
  }
  return null;
}

/** "Bắc Giang, ngày 16 tháng 8 năm 2024"; the place may carry its level. */
const PLACE_AND_DAY = new RegExp(
  `(?<place>\\p{Lu}[\\p{L}.]*(?:[\\s-]+\\p{L}[\\p{L}.]*){0,4})\\s*,\\s*(?<printed>${PRINTED_DAY})`,
  'u',
);

function placeIn(head: readonly TextBlock[], source: SourceText): Found<string> | null {
  for (const block of head) {
    const match = PLACE_AND_DAY.exec(block.text);
    const place = match?.groups?.place;
    if (match === null || place === undefined) continue;
    return { value: place, span: spanWithin(source, block, match.index, match.index + place.length) };
  }
  return null;
}

function dayIn(head: readonly TextBlock[], source: SourceText): Found<IsoDate> | null {
  for (const block of head) {
    const match = PLACE_AND_DAY.exec(block.text);
    const printed = match?.groups?.printed;
    const day = printed === undefined ? null : readDay(printed);
    if (match === null || printed === undefined || day === null) continue;
    const start = match.index + match[0].length - printed.length;
    return { value: day, span: spanWithin(source, block, start, start + printed.length) };
  }
  return null;
}

interface BodyForm {
  readonly pattern: RegExp;
  readonly name: string;
}

/** Bodies of a province in capitals, the more special first; what follows is the level and the name of the place. */
const PROVINCIAL: readonly BodyForm[] = [
  { pattern: /CHỦ TỊCH (?:(?:ỦY|UỶ) BAN )?NHÂN DÂN/u, name: 'Chủ tịch Ủy ban nhân dân' },
  { pattern: /THƯỜNG TRỰC (?:HỘI ĐỒNG NHÂN DÂN|HĐND)/u, name: 'Thường trực Hội đồng nhân dân' },
  { pattern: /(?:ỦY|UỶ) BAN NHÂN DÂN|UBND/u, name: 'Ủy ban nhân dân' },
  { pattern: /HỘI ĐỒNG NHÂN DÂN|HĐND/u, name: 'Hội đồng nhân dân' },
  { pattern: /BAN THƯỜNG VỤ (?:TỈNH|THÀNH) (?:ỦY|UỶ)/u, name: 'Ban Thường vụ' },
];

/** Party committees print the level in their own name: "TỈNH ỦY ĐẮK LẮK", "THÀNH ỦY HUẾ". */
const PARTY = /(TỈNH|THÀNH) (?:ỦY|UỶ)\s+(\p{Lu}[\p{Lu}\s-]*)/u;
const LEVEL_AND_PLACE = /^\s*(TỈNH|THÀNH PHỐ|TP\.?)\s+(\p{Lu}[\p{Lu}\s.-]*)/u;

/** Central bodies, in capitals as in a letterhead. */
const CENTRAL: readonly (readonly [RegExp, string])[] = [
  [/THỦ TƯỚNG CHÍNH PHỦ/u, 'Thủ tướng Chính phủ'],
  [/VĂN PHÒNG CHÍNH PHỦ/u, 'Văn phòng Chính phủ'],
  [/(?:ỦY|UỶ) BAN THƯỜNG VỤ QUỐC HỘI/u, 'Ủy ban Thường vụ Quốc hội'],
  [/^QUỐC HỘI/u, 'Quốc hội'],
  [/^CHÍNH PHỦ/u, 'Chính phủ'],
  [/BỘ CHÍNH TRỊ/u, 'Bộ Chính trị'],
  [/BAN BÍ THƯ/u, 'Ban Bí thư'],
  [/BAN CHẤP HÀNH TRUNG ƯƠNG/u, 'Ban Chấp hành Trung ương'],
];

const MINISTRY = /^(BỘ \p{Lu}[\p{Lu}\s,-]+|NGÂN HÀNG NHÀ NƯỚC VIỆT NAM|BẢO HIỂM XÃ HỘI VIỆT NAM|THANH TRA CHÍNH PHỦ)/u;
const NOT_A_BODY = /^(CỘNG H[ÒO][ÀA]|Độc lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN|CHỦ NGHĨA VIỆT NAM|Số\s*:?|[-_*]+$)|, ngày /u;

function issuerIn(head: readonly TextBlock[]): Found<IssuerName> | null {
  const bodies = head.filter((block) => isShouted(block.text) && !NOT_A_BODY.test(block.text));
  const printed = bodies
    .map((block) => block.text.split(/CỘNG H[ÒO][ÀA] XÃ HỘI/u)[0] ?? '')
    .join(' ')
    .trim();
  const value = readIssuer(printed);
  const spans = bodies.map((block) => block.span);
  return value === null || spans.length === 0 ? null : { value, span: coveringSpan(spans) };
}

/** The issuer named by the capitals of a letterhead; null when none is recognised. */
export function readIssuer(printed: string): IssuerName | null {
  for (const { pattern, name } of PROVINCIAL) {
    const match = pattern.exec(printed);
    if (match === null) continue;
    const place = placeOf(printed.slice(match.index + match[0].length));
    if (place === null) continue;
    const level =
      name === 'Ban Thường vụ'
        ? `${name} ${place.level === 'tỉnh' ? 'Tỉnh ủy' : 'Thành ủy'}`
        : `${name} ${place.level}`;
    return { name: `${level} ${place.name}`, province: canonicalProvince(place.name) };
  }
  const party = PARTY.exec(printed);
  if (party?.[1] !== undefined && party[2] !== undefined) {
    const name = properName(party[2]);
    const committee = party[1] === 'TỈNH' ? 'Tỉnh ủy' : 'Thành ủy';
    return { name: `${committee} ${name}`, province: canonicalProvince(name) };
  }
  const central = CENTRAL.find(([pattern]) => pattern.test(printed));
  if (central !== undefined) return { name: central[1], province: null };
  const ministry = MINISTRY.exec(printed)?.[1];
  return ministry === undefined ? null : { name: sentenceCase(ministry.trim()), province: null };
}

function placeOf(rest: string): { level: string; name: string } | null {
  const match = LEVEL_AND_PLACE.exec(rest);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { level: match[1] === 'TỈNH' ? 'tỉnh' : 'thành phố', name: properName(match[2]) };
}

/** "BẮC GIANG" → "Bắc Giang", in the spelling the province is known by; a longer name than that is kept. */
export function properName(capitals: string): string {
  const words = capitals
    .trim()
    .replace(/[\s-]+$/u, '')
    .toLowerCase()
    .split(/\s+/);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  const known = canonicalProvince(name);
  return known !== null && known.split(' ').length === words.length ? known : name;
}

const sentenceCase = (capitals: string): string => capitals.charAt(0) + capitals.slice(1).toLowerCase();
const isShouted = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && text.split(/CỘNG H[ÒO][ÀA]/u)[0] === text.split(/CỘNG H[ÒO][ÀA]/u)[0]?.toUpperCase();
