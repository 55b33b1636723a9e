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
    const wrong = said.find(({ name }) => !owners.some((owner) => sameAgency(owner, name)));
    if (wrong !== undefined) return `Việc được trích không phải của ${wrong.printed}.`;
  }
  return null;
}

/** The bodies named before a quotation in its item; of a quotation that opens its item, those of the heading above. */
function ownersOf(quoted: string, { passages, headings }: CitedPlace): readonly string[] {
  const start = quoted.replace(/(?:…|\.\.\.)$/u, '').slice(0, OPENING);
  for (const { text } of passages) {
    const at = text.toLowerCase().indexOf(start.toLowerCase());
    if (at === -1) continue;
    const item = text.slice(Math.max(...[...'.;'].map((stop) => text.lastIndexOf(`${stop} `, at - 1))) + 1, at);
    const own = agenciesIn(item);
    if (own.length > 0) return own.map(({ name }) => name);
    if (/\p{L}{2}/u.test(text.slice(0, at))) return [];
  }
  return passages.some(({ text }) => text.toLowerCase().includes(start.toLowerCase())) ? ownersAbove(headings) : [];
}

/** "1. Sở Công Thương" above "a) Chủ trì, phối hợp với các sở, ngành": those worked with own nothing of what follows. */
function ownersAbove(headings: readonly string[]): readonly string[] {
  const named = rolesIn(headings.at(-1) ?? '');
  const own = named.filter(({ roles }) => roles[0] !== 'coordinate').map(({ agency }) => agency.name);
  return named.length > 0 && own.length === 0 ? ownersAbove(headings.slice(0, -1)) : own;
}

/** Characters that tell where a quotation stands. */
const OPENING = 40;
