import { readDates } from '../../vietnamese/periods.ts';
import type { Grounds } from './grounds.ts';
import { figuresIn } from './source-facts.ts';
import { unsetYears } from './unset.ts';

/**
 * Whatever else has digits ("quý 4", "khóa 12", "24/7"): each whole number of the statement stands in what it cites.
 * Which number belongs to which subject is the matter of the other checks; this one leaves none unread.
 */
export function checkFigures(own: string, grounds: Grounds): string | null {
  const unset = new Set([...unsetYears(own)].flatMap((period) => period.split('-')));
  const said = [...figuresIn(own)].filter((figure) => !unset.has(figure));
  if (said.length === 0) return null;
  const printed = figuresIn(grounds.cited);
  const dated = withoutDates(own);
  const wrong = said.find(
    (figure) => !printed.has(figure) && (figuresIn(dated).has(figure) || !figuresIn(grounds.metadata).has(figure)),
  );
  return wrong === undefined ? null : `Con số ${wrong} không có trong đoạn được dẫn.`;
}

/** The days, numbers and years of the documents themselves are known without being cited; a number like one of theirs is not. */
function withoutDates(own: string): string {
  return readDates(own).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end),
    own,
  );
}
