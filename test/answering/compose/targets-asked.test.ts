import { describe, expect, it } from 'vitest';
import { measuresAsked, withinPlan } from '../../../src/answering/compose/targets-asked.ts';
import { smallView } from '../verify/small-document.ts';

const QUOTE = 'Phấn đấu có ít nhất 70% số người hưởng trợ cấp nhận tiền qua tài khoản.';

const SHARE = { value: '70', number: 70, comparator: '>=', period: null } as const;

function found(period: string | null) {
  const view = smallView({ number: '157/KH-UBND', period }, [
    { text: QUOTE, target: { indicator: 'số người hưởng trợ cấp nhận tiền qua tài khoản', quote: QUOTE } },
  ]);
  const [item] = view.ingested.targets;
  if (item === undefined) throw new Error('The small document has no target.');
  return { view, item: { ...item, values: [SHARE] }, score: 1 };
}

describe('a figure that names no year', () => {
  it.each([
    ['2025', '2030', '2025'],
    ['2021-2025', '2030', '2021-2025'],
    ['2026', '2025', '2026'],
    ['2025', '2025', null],
    ['2026-2030', '2030', null],
    [null, '2030', null],
  ])('of a plan for %s asked for %s is of %s', (period, year, expected) => {
    const item = withinPlan({ ...found(period), coverage: 1 }, { years: [year] });
    expect(item.values).toEqual([{ ...SHARE, period: expected }]);
  });
});

describe('a measure asked for by name', () => {
  it.each([
    ['he so tro cap xa hoi bao nhieu', false],
    ['bao nhieu nguoi huong tro cap nhan tien qua tai khoan', true],
  ])('%s: %s', (folded, expected) =>
    expect(measuresAsked(found(null).item, { folded, askedUnit: null })).toBe(expected),
  );
});

describe('a share where an age or houses are asked for', () => {
  const share = { ...found(null).item, unit: '%' };
  it.each([
    ['nguoi cao tuoi bao nhieu tuoi thi duoc tro cap', 'tuoi', false],
    ['xay may nha cho nguoi co cong', 'nha', false],
    ['bao nhieu phan tram nguoi huong tro cap', 'phan', true],
  ])('%s: %s', (folded, askedUnit, expected) => expect(measuresAsked(share, { folded, askedUnit })).toBe(expected));
});

describe('a unit that measures where things are counted', () => {
  const land = { ...found(null).item, unit: 'ha' };
  it.each([
    ['can', false],
    ['von', false],
    ['ha', true],
    [null, true],
  ])('hectares asked with “bao nhiêu %s”: %s', (askedUnit, expected) =>
    expect(measuresAsked(land, { folded: 'bao nhieu', askedUnit })).toBe(expected),
  );
});

describe('a measure in the unit asked for', () => {
  const land = { ...found(null).item, unit: 'ha', quote: 'Quỹ đất là 639 ha' };
  it.each([
    ['quy dat bao nhieu hec ta', true],
    ['quy dat bao nhieu met vuong', false],
  ])('%s: %s', (folded, expected) => expect(measuresAsked(land, { folded, askedUnit: null })).toBe(expected));
});
