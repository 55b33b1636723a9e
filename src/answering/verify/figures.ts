import type { Grounds } from './grounds.ts';
import { figuresIn } from './source-facts.ts';
import { unsetYears } from './unset.ts';

/**
 * Whatever else has digits ("quý 4", "khóa 12", "24/7"): each whole number of the statement stands in what it cites.
 * Which number belongs to which subject is the matter of the other checks; this one leaves none unread.
 */
export function checkFigures(own: string, grounds: Grounds): string | null {
  const unset = unsetYears(own);
  const said = [...figuresIn(own)].filter((figure) => !unset.has(figure));
  if (said.length === 0) return null;
  const wrong = said.find((figure) => !grounds.sources.some((source) => figuresIn(source).has(figure)));
  return wrong === undefined ? null : `Con số ${wrong} không có trong đoạn được dẫn.`;
}
