import type { AgencyMention } from '../../src/vietnamese/agencies.ts';
import { type ActorList, actorListFrom } from './actors.ts';

/** What stands right before the first body of such a list. */
const COORDINATING =
  /(?:phối hợp|phối hợp chặt chẽ|phối hợp đồng bộ|kết hợp)(?:\s+chặt chẽ)?(?:\s+(?:với|cùng|cùng với))?\s+$/iu;

/** The lists of bodies a text says to coordinate with, from an offset on. */
export function coordinating(
  text: string,
  actors: readonly AgencyMention[],
  from: number,
  to = text.length,
): ActorList[] {
  const lists: ActorList[] = [];
  let at = from;
  for (const actor of actors) {
    if (
      actor.start < at ||
      actor.start >= to ||
      !COORDINATING.test(text.slice(Math.max(0, actor.start - 60), actor.start))
    )
      continue;
    const list = actorListFrom(text, actors, actor.start);
    if (list === null) continue;
    lists.push(list);
    at = list.end;
  }
  return lists;
}
