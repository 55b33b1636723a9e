import { describe, expect, it } from 'vitest';
import { rowText } from '../../../ingest/readers/pdf-page.ts';
import { gatherRows } from '../../../ingest/readers/pdf-rows.ts';

/** Pieces of one printed line, each with where it starts and ends, in points. */
const line = (...pieces: [string, number, number][]) =>
  gatherRows(pieces.map(([text, x0, x1]) => ({ text, x0, x1, y0: 100, y1: 113 }))).map(rowText);

describe('pieces of words on a printed line', () => {
  it('pieces that touch are one word', () => {
    expect(line(['Ngh', 0, 18], ['ị', 18, 24], ['đị', 30, 42], ['nh', 42, 54])).toEqual(['Nghị định']);
  });

  it('a borrowed letter whose box holds the space behind it ends its word', () => {
    expect(line(['kinh', 0, 24], ['tế', 30, 48], ['hiệu', 48, 72])).toEqual(['kinh tế hiệu']);
    expect(line(['“Đề', 0, 24], ['án', 24, 36])).toEqual(['“Đề án']);
    expect(line(['quố', 0, 24], ['c', 18, 24])).toEqual(['quốc']);
  });

  it('what opens, and a dash where there is room for a space, stand apart', () => {
    expect(line(['khóa', 0, 24], ['về', 30, 48], ['“Cải', 48, 72])).toEqual(['khóa về “Cải']);
    expect(line(['kinh', 0, 24], ['tế', 30, 48], ['-', 48, 54], ['xã', 60, 72])).toEqual(['kinh tế - xã']);
    expect(line(['kinh', 0, 24], ['tế', 30, 42], ['-xã', 42, 60])).toEqual(['kinh tế-xã']);
    expect(line(['kinh', 0, 24], ['tế', 30, 48], [',', 42, 48])).toEqual(['kinh tế,']);
  });
});
