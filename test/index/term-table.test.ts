import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTermTable, termAt, termNumber } from '../../src/index/term-table.ts';

test('every term is found by its number and its number by the term, in any script', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 6 })), (terms) => {
      const table = buildTermTable(terms);
      expect(terms.map((_, number) => termAt(table, number))).toEqual(terms);
      expect(terms.map((term) => termNumber(table, term))).toEqual(terms.map((_, number) => number));
    }),
  );
});

test('a term that is not there has no number', () => {
  const table = buildTermTable(['ho', 'ngheo', 'ho_ngheo']);
  expect(termNumber(table, 'ho_')).toBe(-1);
  expect(termNumber(table, '')).toBe(-1);
  expect(termNumber(buildTermTable([]), 'ho')).toBe(-1);
});
