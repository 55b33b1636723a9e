import { sameAgency } from '../../vietnamese/agencies.ts';
import type { CitedPlace, Grounds } from './grounds.ts';
import type { ReadStatement } from './reading.ts';
import { rolesIn } from './roles.ts';
import { agenciesIn } from './source-facts.ts';

/** What stands between a body and the words of its task: "Sở Y tế: “…”", "Sở Y tế chủ trì việc “…”". */
const GIVES = /^\s*(?::|(?:được giao|chủ trì|phụ trách|có)\s+(?:nhiệm vụ|việc|trách nhiệm)\s*:?)\s*$/iu;

/**
 * A task that is quoted as a body's is that body's: where the cited text names one before the task, in the item itself or
 * in its heading, it is this one. Where the body is named elsewhere ("Cơ quan chủ trì: …") the other checks decide.
 */
export function checkAttributions({ content, quotations }: ReadStatement, { places }: Grounds): string | null {
  for (const quotation of quotations) {
    const before = content.slice(0, quotation.start);
    const said = agenciesIn(before);
    const last = said.at(-1);
    if (last === undefined || !GIVES.test(before.slice(last.end))) continue;
    const owners = places.map((place) => ownersOf(quotation.text, place)).find((found) => found.length > 0);
    if (owners === undefined) continue;
    const leading = leadersIn(quotation.text);
    const wrong = said.find(({ name }) => ![...owners, ...leading].some((owner) => sameAgency(owner, name)));
    if (wrong !== undefined) return `Việc được trích không phải của ${wrong.printed}.`;
  }
  return null;
}

/** "Đối với kiến nghị …: Văn phòng UBND tỉnh chủ trì, …": a quotation that says itself who leads. */
function leadersIn(quoted: string): readonly string[] {
  return rolesIn(quoted)
    .filter(({ roles }) => roles[0] === 'lead')
    .map(({ agency }) => agency.name);
}

/** The bodies named before a quotation in its item; of a quotation that opens its item, those of the heading above. */
function ownersOf(quoted: string, { passages, headings }: CitedPlace): readonly string[] {
  const start = quoted.replace(/(?:…|\.\.\.)$/u, '').slice(0, OPENING);
  for (const { text } of passages) {
    const at = text.toLowerCase().indexOf(start.toLowerCase());
    if (at === -1) continue;
    const item = text.slice(Math.max(...[...'.;'].map((stop) => text.lastIndexOf(`${stop} `, at - 1))) + 1, at);
    const own = agenciesIn(item).filter((agency) => !isServed(item, agency));
    if (own.length > 0) return own.map(({ name }) => name);
    if (/\p{L}{2}/u.test(text.slice(0, at))) return [];
  }
  return passages.some(({ text }) => text.toLowerCase().includes(start.toLowerCase()))
    ? ownersAbove(headings, start)
    : [];
}

/**
 * "1. Sở Công Thương" above "a) Chủ trì, phối hợp với các sở, ngành": those worked with or worked for own nothing of what
 * follows, nor do those a heading names that is the quotation itself.
 */
function ownersAbove(headings: readonly string[], quoted: string): readonly string[] {
  const heading = headings.at(-1);
  if (heading === undefined) return [];
  const own = rolesIn(heading)
    .filter(({ agency, roles }) => roles[0] !== 'coordinate' && !isServed(heading, agency))
    .map(({ agency }) => agency.name);
  const isQuoted = heading.toLowerCase().includes(quoted.toLowerCase());
  if (own.length > 0 && !isQuoted) return own;
  return agenciesIn(heading).length > 0 ? ownersAbove(headings.slice(0, -1), quoted) : [];
}

/** "Tham mưu, trình Ủy ban nhân dân tỉnh …": one whom the task is done for does not do it. */
function isServed(text: string, { start }: { readonly start: number }): boolean {
  return SERVES.test(text.slice(0, start));
}

const SERVES = /(?:tham mưu|trình|giúp|báo cáo|kiến nghị|đề xuất)[^.;:]*$/iu;

/** Characters that tell where a quotation stands. */
const OPENING = 40;
