import { fold } from '../../vietnamese/fold.ts';
import { type Quantity, readQuantities } from '../../vietnamese/numbers.ts';
import { MOST_SENTENCES, remembered } from '../../vietnamese/remembered.ts';

/** Figures of a unit from `low` to `high`, both taken in: "từ đủ 60 tuổi đến dưới 80 tuổi", "90 - 95%", "dưới 30 biên chế". */
interface Bracket {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** The case a question names, "70 tuổi" or "92%", to be looked up among brackets. */
export interface NamedCase {
  readonly figure: number;
  readonly unit: string;
}

/** How much a figure that is left out by "dưới", "trên" falls short of it. */
const LEAST = 1e-6;

/** The brackets a text sorts its cases into; a figure that bounds nothing is none. */
const bracketsOf: (text: string) => readonly Bracket[] = remembered((text) => {
  const quantities = readQuantities(text);
  return quantities.flatMap((quantity, i) => {
    const unit = unitOf(quantity);
    const next = quantities[i + 1];
    if (unit === null || isUpperEnd(text, quantities[i - 1], quantity)) return [];
    if (next !== undefined && isUpperEnd(text, quantity, next))
      return [{ low: lowest(quantity), high: boundsOf(next).high, unit }];
    const { low, high } = boundsOf(quantity, /(?:từ )?đủ\s*$/iu.test(text.slice(0, quantity.start)));
    return low === high ? [] : [{ low, high, unit }];
  });
}, MOST_SENTENCES);

/** "60 tuổi | đến dưới 80 tuổi": the second figure closes what the first one opens. */
function isUpperEnd(text: string, first: Quantity | undefined, second: Quantity): boolean {
  if (first === undefined || unitOf(first) !== unitOf(second)) return false;
  return /^\s*(?:đến|tới|-|–)(?:\s+(?:đủ|hết))?\s*$/iu.test(text.slice(first.unitEnd, second.start));
}

function boundsOf({ number, comparator }: Quantity, orMore = false): Omit<Bracket, 'unit'> {
  if (typeof number !== 'number') return { low: number[0], high: number[1] };
  switch (comparator) {
    case '<':
      return { low: 0, high: number - LEAST };
    case '<=':
      return { low: 0, high: number };
    case '>':
      return { low: number + LEAST, high: Number.POSITIVE_INFINITY };
    case '>=':
      return { low: number, high: Number.POSITIVE_INFINITY };
    default:
      return { low: number, high: orMore ? Number.POSITIVE_INFINITY : number };
  }
}

function lowest({ number }: Quantity): number {
  return typeof number === 'number' ? number : number[0];
}

/** The cases a question names; one that bounds itself ("trên 80 tuổi") names no single case. */
export function namedCases(question: string): readonly NamedCase[] {
  return readQuantities(question).flatMap((quantity) => {
    const unit = unitOf(quantity);
    const { number, comparator } = quantity;
    return unit === null || typeof number !== 'number' || comparator !== '=' ? [] : [{ figure: number, unit }];
  });
}

/**
 * Does a text rule on the case named? True where one of its brackets of the unit takes the figure in, false where it has
 * some and none does, null where it sorts nothing by this unit or names the figure itself.
 */
export function rulesOn(text: string, { figure, unit }: NamedCase): boolean | null {
  const own = bracketsOf(text).filter((bracket) => bracket.unit === unit);
  return own.length === 0 ? null : own.some(({ low, high }) => low <= figure && figure <= high);
}

function unitOf({ unit }: Quantity): string | null {
  return unit === null ? null : fold(unit);
}
