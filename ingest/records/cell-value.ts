import type { TargetValue } from '../../src/document/records.ts';
import { readQuantities } from '../../src/vietnamese/numbers.ts';

const EMPTY = /^[-–—.…\s]*$/;

/** A cell as a value; what is no number ("Tiểu học") keeps its words. */
export function cellValue(text: string, period: string | null): TargetValue {
  const value = text.trim();
  if (EMPTY.test(value)) return { period, comparator: null, value: null, number: null };
  const [first, second] = readQuantities(value);
  if (first === undefined || second !== undefined || !coversCell(value, first.value)) {
    return {
      period,
      comparator: first === undefined || second !== undefined ? null : first.comparator,
      value,
      number: second === undefined ? (first?.number ?? null) : null,
    };
  }
  return { period, comparator: first.comparator, value, number: first.number };
}

function coversCell(cell: string, value: string): boolean {
  return value.replace(/\s/g, '').length >= cell.replace(/\s/g, '').length - 1;
}
