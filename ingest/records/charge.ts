import type { Agency } from '../../src/document/records.ts';
import { actorListFrom, findActors } from './actors.ts';
import { coordinating } from './coordinating.ts';
import type { PlacedText } from './evidence.ts';
import { labelEnd } from './labels.ts';
import { DIRECTIVE } from './subject.ts';

/** The heading that hands the provisions below it to a body. */
export interface Charge {
  readonly placed: PlacedText;
  readonly lead: readonly Agency[];
  readonly coordinate: readonly Agency[];
  /** Set by a line "Chủ trì, phối hợp với …:" for the deeper bullets below it, which have another mark. */
  readonly within: string | null;
}

/** A heading (or a numbered line) that holds only bodies, perhaps with their roles, charges what stands below it. */
export function chargeOf(placed: PlacedText): Charge | null {
  if (placed.role === 'bullet' && !/:\s*$/.test(placed.block.text)) return null;
  const text = placed.block.text;
  const start = labelEnd(text);
  const directed = text.slice(start).match(DIRECTIVE)?.[0].length ?? 0;
  const actors = findActors(text);
  const list = actorListFrom(text, actors, start + directed);
  if (list === null || list.start !== start + directed) return null;
  const rest = text.slice(list.end);
  if (/^\s*[:.;]?\s*$/.test(rest)) return { placed, lead: list.agencies, coordinate: [], within: null };
  const coordinate = coordinating(text, actors, list.end);
  const last = Math.max(list.end, ...coordinate.map((other) => other.end));
  const between = /^\s*(?:chủ trì,?\s*)?(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?\s*)?$/iu.test(
    rest.slice(0, (coordinate[0]?.start ?? list.end) - list.end),
  );
  const onlyDuty =
    /^\s*(?:chủ trì|có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|lãnh đạo [^,.;:]{3,40})?(?:\s*(?:thực hiện|như sau))?\s*[:.]?\s*$/iu;
  if (coordinate.length === 0)
    return onlyDuty.test(rest) ? { placed, lead: list.agencies, coordinate: [], within: null } : null;
  if (!between || !onlyDuty.test(text.slice(last))) return null;
  return { placed, lead: list.agencies, coordinate: coordinate.flatMap((other) => other.agencies), within: null };
}

/** A line that only says with whom the bullets below it are done. */
export function jointCharge(placed: PlacedText, charge: Charge): Charge | null {
  const text = placed.block.text;
  if (!/:\s*$/.test(text) || !/^(?:chủ trì,?\s*)?(?:chủ động\s+)?phối hợp/iu.test(text.slice(labelEnd(text))))
    return null;
  const lists = coordinating(text, findActors(text), 0);
  const last = lists.at(-1);
  if (last === undefined || text.length - last.end > 30) return null;
  return { ...charge, coordinate: lists.flatMap((list) => list.agencies), within: placed.bullet ?? '' };
}

/** Does a block stand below the heading that charges a body? */
export function isUnder(placed: PlacedText, charge: Charge): boolean {
  const above = charge.placed.provisionPath;
  if (charge.placed.role === 'bullet') return placed.role === 'bullet' && placed.bullet !== charge.placed.bullet;
  return above.length > 0 && above.every((label, i) => placed.provisionPath[i] === label) && placed !== charge.placed;
}
