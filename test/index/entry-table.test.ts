import { describe, expect, test } from 'vitest';
import { entryTableOf, openEntryTable } from '../../src/index/entry-table.ts';
import { ordinalRanges } from '../../src/index/ordinals.ts';
import { UnreadableFileError } from '../../src/index/typed-sections.ts';

const ENTRIES = [
  { id: 'kế-hoạch:p1', kind: 'passage', documentId: 'kế-hoạch' },
  { id: 'kế-hoạch:t1', kind: 'target', documentId: 'kế-hoạch' },
  { id: 'b:e1', kind: 'entitlement', documentId: 'b' },
  { id: 'kế-hoạch:a1', kind: 'assignment', documentId: 'kế-hoạch' },
] as const;

describe('an entry table', () => {
  const table = entryTableOf(ENTRIES);

  test('gives back every entry, and null beyond the last', () => {
    expect(table.size).toBe(4);
    expect(ENTRIES.map((_, ordinal) => table.at(ordinal))).toEqual(ENTRIES);
    expect([table.at(4), table.at(-1)]).toEqual([null, null]);
  });

  test('says where the entries of a document stand, in one place or several', () => {
    expect(table.placesOf('kế-hoạch')).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ]);
    expect(table.placesOf('b')).toEqual([{ start: 2, end: 3 }]);
    expect(table.placesOf('c')).toEqual([]);
  });

  test('that is empty has no entries', () => {
    const empty = entryTableOf([]);
    expect([empty.size, empty.at(0), empty.placesOf('a')]).toEqual([0, null, []]);
  });

  test('is not read out of other bytes', () => {
    expect(() => openEntryTable(new Uint8Array(64))).toThrow(UnreadableFileError);
  });
});

test('ranges of ordinals are joined, counted and asked for', () => {
  const ordinals = ordinalRanges([
    { start: 8, end: 10 },
    { start: 1, end: 3 },
    { start: 3, end: 5 },
    { start: 9, end: 9 },
  ]);
  expect(ordinals.ranges).toEqual([
    { start: 1, end: 5 },
    { start: 8, end: 10 },
  ]);
  expect([...ordinals]).toEqual([1, 2, 3, 4, 8, 9]);
  expect(ordinals.size).toBe(6);
  expect([0, 1, 4, 5, 7, 8, 9, 10].filter(ordinals.has)).toEqual([1, 4, 8, 9]);
});
