import type { Agency } from '../../src/document/records.ts';
import { type AgencyMention, findAgencies } from '../../src/vietnamese/agencies.ts';
import { startsWithVerb } from '../../src/vietnamese/agencies-open.ts';

/** Bodies named one after the other: "Sở Tài chính, Sở Y tế và các đơn vị liên quan". */
export interface ActorList {
  readonly start: number;
  readonly end: number;
  readonly agencies: readonly Agency[];
}

/** The head of a body who is told to act for it. */
const OFFICE =
  /(?:Phó\s+)?(?:Tổng\s+)?(?:Bộ trưởng|Thứ trưởng|Giám đốc|Chánh|Trưởng|Chủ tịch|Thủ trưởng|Cục trưởng|Chi cục trưởng|Hiệu trưởng|Viện trưởng|Bí thư|Tổng biên tập)\s+$/iu;

/** Between two bodies of one list. */
const SEPARATOR =
  /^\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*và|,|;|và|cùng với|cùng|hoặc|-|\/)\s*(?:các\s+đồng chí\s+|đồng chí\s+|với\s+)?(?:(?:Giám đốc\s+)?(?:[Cc]ác\s+)?[Ss]ở(?:\s*,\s*(?:ban|ngành))*\s*:\s*)?$/u;

/** The bodies a text names, each with the office before it ("Giám đốc Sở Tài chính"). */
export function findActors(text: string): AgencyMention[] {
  return findAgencies(text).map((mention) => {
    const office = text.slice(0, mention.start).match(OFFICE)?.[0];
    if (office === undefined || mention.kind === 'collective') return mention;
    const start = mention.start - office.length;
    return { ...mention, start, printed: text.slice(start, mention.end), name: `${office.trim()} ${mention.name}` };
  });
}

/** The list of bodies that begins with the first body at or after `from`; null when the text names none there. */
export function actorListFrom(text: string, actors: readonly AgencyMention[], from: number): ActorList | null {
  const first = actors.findIndex((actor) => actor.start >= from);
  const head = actors[first];
  if (head === undefined) return null;
  const members = [head];
  for (const next of actors.slice(first + 1)) {
    const previous = members.at(-1) ?? head;
    if (!SEPARATOR.test(text.slice(previous.end, next.start))) break;
    members.push(next);
  }
  return { start: head.start, end: (members.at(-1) ?? head).end, agencies: members.map(agencyOf) };
}

/** Words of a field that are no body: "chủ trì", "thực hiện" printed again after the name. */
const REPEATED_ROLE = /\s+(?:chủ trì|thực hiện|là cơ quan chủ trì|phối hợp)(?:\s+thực hiện)?$/iu;

/**
 * Every body of a field that holds nothing but bodies ("Cơ quan phối hợp: …", a cell of a table). What no lexicon
 * knows is taken as printed between separators.
 */
export function readActorField(text: string): Agency[] {
  const actors = findActors(text);
  const agencies: Agency[] = [];
  for (const item of fieldItems(text, actors)) {
    const printed = item.text
      .trim()
      .replace(/^(?:và|cùng)\s+/u, '')
      .replace(/[.;,:\s]+$/, '')
      .replace(REPEATED_ROLE, '');
    const words = printed.replace(/^[-+•\d.)\s]+/, '');
    if (!/\p{L}{2}/u.test(words)) continue;
    if (startsWithVerb(words)) continue;
    const [only, other] = actors.filter((actor) => actor.start >= item.start && actor.end <= item.end);
    const body = only === undefined || other !== undefined ? words : withoutTask(words, only);
    const name = only === undefined || other !== undefined ? body : body.replace(only.printed, only.name);
    agencies.push({ name: name.replace(/\s+/g, ' '), printed: body });
  }
  return unique(agencies);
}

/** "Sở Khoa học và Công nghệ thúc đẩy chỉ tiêu" as an item: the body, without what it does. */
function withoutTask(words: string, actor: AgencyMention): string {
  const at = words.indexOf(actor.printed);
  const rest = words.slice(at + actor.printed.length).trimStart();
  return at !== -1 && startsWithVerb(rest) ? words.slice(0, at + actor.printed.length) : words;
}

function fieldItems(text: string, actors: readonly AgencyMention[]): { start: number; end: number; text: string }[] {
  const inside = (at: number): boolean => actors.some((actor) => at > actor.start && at < actor.end);
  const items: { start: number; end: number; text: string }[] = [];
  let start = 0;
  let open = 0;
  const add = (end: number): void => {
    items.push({ start, end, text: text.slice(start, end) });
  };
  for (const sign of text.matchAll(/[(),;/]|\s(?:và|cùng)\s(?=(?:các\s|\p{Lu}))|\s[-+]\s(?=\p{Lu})|\.\s/gu)) {
    if (sign[0] === '(') open++;
    else if (sign[0] === ')') open = Math.max(0, open - 1);
    else if (open === 0 && !inside(sign.index)) {
      add(sign.index);
      start = sign.index + sign[0].length;
    }
  }
  add(text.length);
  return items;
}

export function agencyOf(mention: AgencyMention): Agency {
  return { name: mention.name, printed: mention.printed.replace(/\s+/g, ' ') };
}

/** Without repetitions of a name, the first printed form kept. */
export function unique(agencies: readonly Agency[]): Agency[] {
  return agencies.filter((agency, i) => agencies.findIndex((other) => other.name === agency.name) === i);
}
