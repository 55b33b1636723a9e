import { fold } from '../../vietnamese/fold.ts';
import type { PrintedQuantity } from './quantity-evidence.ts';

/** "m² sàn/người" and "m2 sàn/ người", "Người" and "người", are one unit. */
function unitKey(unit: string): string {
  return fold(unit.normalize('NFKC'))
    .replace(/\s*\/\s*/gu, '/')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Is a quantity said in the unit it is printed in? A noun may be shortened or drawn out ("căn", "căn hộ"), or stand
 * elsewhere in the statement ("số căn hộ: 74.900"); a percent sign may not.
 */
export function unitFits(said: string | null, { units }: PrintedQuantity, statement: string, cited: string): boolean {
  const keys = units.map(unitKey);
  if (said === null) return keys.length === 0 || keys.some((key) => saysUnit(statement, key));
  const key = unitKey(said);
  if (keys.length > 0) return keys.some((other) => other === key || (!key.startsWith('%') && begins(other, key)));
  return key.startsWith('%') ? cited.includes('%') : holdsWords(cited, key);
}

/** A percent sign apart from its number must be called the unit, or stand with the name of what it is of: "NS xã (%): 26". */
function saysUnit(statement: string, key: string): boolean {
  return key.startsWith('%') ? /đơn vị(?:\s+tính)?:\s*%|\p{L}\s*\(%\):/iu.test(statement) : holdsWords(statement, key);
}

function begins(a: string, b: string): boolean {
  return a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

function holdsWords(text: string, words: string): boolean {
  return ` ${unitKey(text).replace(/[^\p{L}\d/]+/gu, ' ')} `.includes(` ${words} `);
}
