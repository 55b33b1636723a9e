import type { Agency } from '../../src/document/records.ts';
import type { AgencyMention } from '../../src/vietnamese/agencies.ts';
import { type ActorList, actorListFrom, findActors } from './actors.ts';
import { coordinating } from './coordinating.ts';
import type { PlacedText } from './evidence.ts';
import { labelEnd } from './labels.ts';
import { qualifiedBodies } from './qualified-body.ts';
import { DIRECTIVE } from './subject.ts';

/** The heading that hands the provisions below it to a body. */
export interface Charge {
  readonly placed: PlacedText;
  readonly lead: readonly Agency[];
  readonly coordinate: readonly Agency[];
  /** Where the coordinating bodies are printed. */
  readonly coordinateAt: TextPart | null;
  /** Set by a line "Chủ trì, phối hợp với …:" for the deeper bullets below it, which have another mark. */
  readonly within: string | null;
  /** The line names nobody ("Chủ trì, phối hợp:"): each bullet below begins with the bodies that take part. */
  readonly namedBelow: boolean;
  /** Where the bodies are printed, when that is not the heading itself. */
  readonly namedAt: TextPart | null;
}

/** The characters `[start, end)` of a block's text. */
export interface TextPart {
  readonly placed: PlacedText;
  readonly start: number;
  readonly end: number;
}

const NOBODY = { coordinate: [], coordinateAt: null, within: null, namedBelow: false, namedAt: null } as const;

/** The words of a heading besides the bodies it charges. */
const ONLY_DUTY =
  /^\s*(?:chủ trì|có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|lãnh đạo [^,.;:]{3,40})?(?:\s*(?:thực hiện|như sau))?\s*[:.]?\s*$/iu;

/**
 * A heading (or a numbered line) that holds only bodies, perhaps with their roles, charges what stands below it.
 * `before` is the charge above: its siblings may name bodies by what they are.
 */
export function chargeOf(placed: PlacedText, before: Charge | null): Charge | null {
  const text = placed.block.text;
  if (placed.role === 'bullet' && !/:\s*$/.test(text)) return null;
  // An item of a list goes on in the next one.
  if (placed.role !== 'heading' && /;\s*$/.test(text)) return null;
  const start = labelEnd(text);
  const directive = text.slice(start).match(DIRECTIVE)?.[0] ?? '';
  const actors = findActors(text);
  const from = start + directive.length;
  const list = actorListFrom(text, actors, from);
  if (list === null || list.start !== from) return ownerOf(placed, { from, directive });
  const rest = text.slice(list.end);
  if (/^\s*[:.;]?\s*$/.test(rest)) return { placed, lead: list.agencies, ...NOBODY };
  const coordinate = coordinating(text, actors, list.end);
  if (coordinate.length > 0) return sharedCharge(placed, { list, coordinate });
  if (ONLY_DUTY.test(rest)) return { placed, lead: list.agencies, ...NOBODY };
  return qualifiedCharge(placed, { list, actors, assigning: directive !== '' || isAssigning(placed, before) });
}

/** "Giao Sở X chủ trì, phối hợp với các đơn vị liên quan có trách nhiệm:" charges together. */
function sharedCharge(
  placed: PlacedText,
  { list, coordinate }: { readonly list: ActorList; readonly coordinate: readonly ActorList[] },
): Charge | null {
  const text = placed.block.text;
  const first = coordinate[0]?.start ?? list.end;
  const last = Math.max(list.end, ...coordinate.map((other) => other.end));
  const between = /^\s*(?:chủ trì,?\s*)?(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?\s*)?$/iu;
  if (!between.test(text.slice(list.end, first)) || !ONLY_DUTY.test(text.slice(last))) return null;
  return {
    ...NOBODY,
    placed,
    lead: list.agencies,
    coordinate: coordinate.flatMap((other) => other.agencies),
    coordinateAt: { placed, start: first, end: last },
  };
}

/** "7. Các doanh nghiệp hoạt động trong lĩnh vực …" where headings hand out tasks. */
function qualifiedCharge(
  placed: PlacedText,
  {
    list,
    actors,
    assigning,
  }: { readonly list: ActorList; readonly actors: readonly AgencyMention[]; readonly assigning: boolean },
): Charge | null {
  const text = placed.block.text;
  if (!assigning || !isTitle(placed)) return null;
  const bodies = qualifiedBodies(text, { list, actors, end: text.replace(/[\s:.]+$/, '').length });
  return bodies === null ? null : { placed, lead: bodies.agencies, ...NOBODY };
}

/** "Điều 9. Trách nhiệm của chủ nguồn thải": whoever follows is charged, known or not. */
function ownerOf(
  placed: PlacedText,
  { from, directive }: { readonly from: number; readonly directive: string },
): Charge | null {
  const printed = placed.block.text.slice(from).replace(/[\s:.]+$/, '');
  if (!/^(?:Về\s+)?(?:Trách nhiệm|Nhiệm vụ).*\scủa\s+$/iu.test(directive) || !isTitle(placed)) return null;
  if (!/^\p{L}[^.;:]{3,100}$/u.test(printed)) return null;
  return { placed, lead: [{ name: printed, printed }], ...NOBODY };
}

/** "Điều 2. Nhiệm vụ và quyền hạn" where the article before says whose: all below is that body's to do. */
export function ownCharge(placed: PlacedText, described: Described | null): Charge | null {
  const own = placed.block.text.slice(labelEnd(placed.block.text));
  if (described === null || placed.role !== 'heading' || !OWN_DUTIES.test(own)) return null;
  return { ...NOBODY, placed, lead: described.lead, namedAt: described.at };
}

const OWN_DUTIES = /^(?:vị trí, |chức năng, )*nhiệm vụ(?:,| và) quyền hạn(?: cụ thể)?[\s:.]*$/iu;

/** The body that a regulation of its functions describes, and where. */
export interface Described {
  readonly lead: readonly Agency[];
  readonly at: TextPart;
}

/** "1. Sở Tư pháp là cơ quan chuyên môn thuộc …" below "Điều 1. Vị trí và chức năng". */
export function describedBody(placed: PlacedText): Described | null {
  if (!placed.headingTrail.some((heading) => /vị trí/iu.test(heading))) return null;
  const { text } = placed.block;
  const start = labelEnd(text);
  const list = actorListFrom(text, findActors(text), start);
  if (list === null || list.start !== start || list.agencies.length !== 1) return null;
  if (!/^[^.;:]{0,80}?\slà (?:cơ quan|tổ chức|đơn vị)(?!\p{L})/u.test(text.slice(list.end))) return null;
  return { lead: list.agencies, at: { placed, start: list.start, end: text.length } };
}

function isTitle({ role, block }: PlacedText): boolean {
  return role === 'heading' || (role === 'numbered' && block.text.length < 200 && !/[.,]\s*$/.test(block.text));
}

/** Does the heading stand among headings that hand out tasks? */
function isAssigning({ headingTrail, provisionPath }: PlacedText, before: Charge | null): boolean {
  const sibling = before?.placed.provisionPath;
  if (sibling !== undefined && sibling.length === provisionPath.length && provisionPath.length > 0) {
    if (sibling.slice(0, -1).every((label, i) => provisionPath[i] === label)) return true;
  }
  return headingTrail.some((heading) =>
    /tổ chức (?:thực hiện|triển khai)|trách nhiệm|phân công|giao nhiệm vụ/iu.test(heading),
  );
}

/** A line that only says with whom the bullets below it are done, or that others take part in each. */
export function jointCharge(placed: PlacedText, charge: Charge): Charge | null {
  const text = placed.block.text;
  const own = text.slice(labelEnd(text));
  const within = placed.bullet ?? '';
  if (/^(?:chủ trì,?\s*)?(?:chủ động\s+)?phối hợp(?:\s+(?:với|cùng))?\s*:?\s*$/iu.test(own))
    return { ...charge, coordinate: [], coordinateAt: null, within, namedBelow: true };
  if (!/:\s*$/.test(text) || !/^(?:chủ trì,?\s*)?(?:chủ động\s+)?phối hợp/iu.test(own)) return null;
  const lists = coordinating(text, findActors(text), 0);
  const [first] = lists;
  const last = lists.at(-1);
  if (first === undefined || last === undefined || text.length - last.end > 30) return null;
  return {
    ...charge,
    coordinate: lists.flatMap((list) => list.agencies),
    coordinateAt: { placed, start: first.start, end: last.end },
    within,
    namedBelow: false,
  };
}

/** The charge after the bullets that a joint line spoke of. */
export function withoutJoint(charge: Charge): Charge {
  return { ...charge, ...NOBODY };
}

/** Does a block stand below the heading that charges a body? */
export function isUnder(placed: PlacedText, charge: Charge): boolean {
  const above = charge.placed.provisionPath;
  if (charge.placed.role === 'bullet') return placed.role === 'bullet' && placed.bullet !== charge.placed.bullet;
  return above.length > 0 && above.every((label, i) => placed.provisionPath[i] === label) && placed !== charge.placed;
}
