import type { PolicyDocument } from '../../document/policy-document.ts';
import { labelPrinted } from '../../document/provision.ts';
import type { Comparator, Reference, TargetValue } from '../../document/records.ts';

/** "Kế hoạch 50/KH-UBND của UBND tỉnh Bắc Giang"; what is unknown is left out. */
export function documentName(document: PolicyDocument): string {
  const name = shortName(document);
  const issuer = document.issuer ?? (document.province === null ? null : `tỉnh ${document.province}`);
  return issuer === null ? name : `${name} của ${shortIssuer(issuer)}`;
}

/** "Kế hoạch 50/KH-UBND": enough where the province is said. */
export function shortName({ type, number }: PolicyDocument): string {
  return [type ?? 'Văn bản', number].filter((part) => part !== null).join(' ');
}

/** "UBND tỉnh Bắc Giang" for "Ủy ban nhân dân tỉnh Bắc Giang". */
export function shortIssuer(issuer: string): string {
  return issuer
    .replace(/[ỦU]y ban nhân dân|Uỷ ban nhân dân/u, 'UBND')
    .replace(/Hội đồng nhân dân/u, 'HĐND')
    .replace(/Ban Chấp hành Đảng bộ tỉnh/u, 'Tỉnh ủy');
}

/**
 * A provision in words: "mục III.2.1", "điểm b mục IV.1", "Phụ lục", "điểm a khoản 1 Điều 3"; null for the root.
 * A label that already holds its parent's ("2.1" under "2") is not doubled, and one that is printed twice is not counted.
 */
export function placeName(counted: readonly string[]): string | null {
  const path = counted.map(labelPrinted);
  const article = path.findIndex((label) => /^Điều /u.test(label));
  if (article !== -1) {
    const [clause, point] = path.slice(article + 1);
    return [
      point === undefined ? null : `điểm ${point}`,
      clause === undefined ? null : `khoản ${clause}`,
      path[article],
    ]
      .filter((part) => part !== null)
      .join(' ');
  }
  const labels = path.filter((label, i) => !(path[i + 1] ?? '').startsWith(`${label}.`));
  const words = labels.filter((label) => /\s|^Phụ/u.test(label));
  const marks = labels.filter((label) => !/\s|^Phụ/u.test(label)).join('.');
  const named = [marks === '' ? null : `mục ${marks}`, ...words.reverse()].filter((part) => part !== null);
  return named.length === 0 ? null : named.join(' ');
}

/** ", theo mục III.2.1 Kế hoạch 50/KH-UBND của UBND tỉnh Bắc Giang" */
export function accordingTo(document: PolicyDocument, path: readonly string[]): string {
  return `theo ${[placeName(path), documentName(document)].filter((part) => part !== null).join(' ')}`;
}

const COMPARATOR_WORDS: Readonly<Record<Comparator, string>> = {
  '=': '',
  '<': 'dưới ',
  '>': 'trên ',
  '<=': 'tối đa ',
  '>=': 'tối thiểu ',
  '~': 'khoảng ',
  range: '',
};

/** A value in words with its unit: "dưới 2,0%", "tối thiểu 2 người", "40-45%". The figures are those written. */
export function valueInWords(value: TargetValue, unit: string | null): string | null {
  if (value.value === null) return null;
  const figures = /\d/.test(value.value) ? value.value.replace(/^[^\d]*(?=\d)/u, '') : value.value;
  const worded = value.comparator === null ? figures : `${COMPARATOR_WORDS[value.comparator]}${figures}`;
  if (unit === null || worded.includes(unit)) return worded;
  // A value written with its sign and a unit that goes on from it: "4 - 4,5%" and "%/năm".
  const stem = worded.endsWith('%') && unit.startsWith('%') ? worded.slice(0, -1) : worded;
  return `${stem}${unitInWords(unit)}`;
}

/** A percent sign stands at its number, other units after a space: "25%", "29,0 m² sàn/người", "0,9%/năm". */
function unitInWords(unit: string): string {
  const tidy = unit.replace(/\bm2\b/u, 'm²').replace(/\s*\/\s*/gu, '/');
  const small = /^[\p{Lu}][\p{Ll}]/u.test(tidy) ? tidy.charAt(0).toLowerCase() + tidy.slice(1) : tidy;
  return small.startsWith('%') ? small : ` ${small}`;
}

/** "đến năm 2030", "giai đoạn 2021 - 2025", "hằng năm". */
export function periodInWords(period: string | null): string | null {
  if (period === null) return null;
  if (/^\d{4}$/.test(period)) return `đến năm ${period}`;
  const [, from, to] = /^(\d{4})\s*-\s*(\d{4})$/.exec(period) ?? [];
  return from === undefined ? period : `giai đoạn ${from} - ${to}`;
}

/** "Kế hoạch số 30/KH-UBND ngày 30/4/2024 của UBND tỉnh": a document as another one names it. */
export function referenceInWords({ to }: Reference): string {
  const parts = [to.type ?? 'Văn bản', 'số', to.number];
  const day = to.issuedOn === null ? '' : ` ngày ${dayInWords(to.issuedOn)}`;
  const issuer = to.issuer === null ? '' : ` của ${to.issuer}`;
  return `${parts.join(' ')}${day}${issuer}`;
}

/** "a, b và c" */
export function listInWords(items: readonly string[]): string {
  const [last, ...rest] = [...items].reverse();
  if (last === undefined) return '';
  return rest.length === 0 ? last : `${rest.reverse().join(', ')} và ${last}`;
}

/** First letter in lower case, unless the word is a name or an abbreviation. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}*(?:\s\p{Ll}|$)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** First letter in upper case. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Day as it is written in Vietnamese: 16/8/2024. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
}

/** A text cut with "…" when it is longer than `limit` characters: at the end of a clause where one is near, else at a word. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  const clause = Math.max(...['; ', '. ', ', '].map((stop) => kept.lastIndexOf(stop)));
  const end = clause >= limit * NEAR_END ? clause : text.lastIndexOf(' ', limit - 1);
  return `${text.slice(0, end).replace(/[\s,;:.]+$/u, '')}…`;
}

/** A clause that ends after this share of what may be shown is worth ending with. */
const NEAR_END = 0.6;

/** A quotation without its closing stop. */
export function quoted(text: string): string {
  return `“${text.replace(/[\s.;,:/]+$/u, '')}”`;
}
