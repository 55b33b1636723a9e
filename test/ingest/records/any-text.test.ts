import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsOf } from './placed.ts';

const fragment = fc.constantFrom(
  'Sở Y tế chủ trì, phối hợp với ',
  'Giám đốc các Sở: Tài chính, ',
  'các sở, ban, ngành; ',
  'đạt trên 95%, ',
  'từ 17,39% xuống còn 6,01% ',
  'trong đó: miền núi ',
  'đến năm 2025, ',
  '(Thủ tướng giao: 2,67%/năm) ',
  'Nghị quyết số 42- NQ/TW ngày 24/11/2023 của ',
  'báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 31/12 hằng năm. ',
  'Cơ quan chủ trì: ',
  'hỗ trợ nhà ở cho hộ nghèo ',
  '1.1. ',
  '- ',
  ': ',
  '| ',
);

const text = fc.array(fc.oneof({ weight: 4, arbitrary: fragment }, fc.string({ unit: 'grapheme', maxLength: 12 })), {
  maxLength: 24,
});

const role = fc.constantFrom('heading', 'run-in', 'numbered', 'bullet', 'text');

test('any text gives records whose quotes stand on their lines, and never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, role), { maxLength: 6 }), (blocks) => {
      const lines = blocks
        .map(([parts, kind]) => ({
          text: parts
            .join('')
            .replace(/[\s*#]+/g, ' ')
            .trim(),
          role: kind,
          path: ['I'],
        }))
        .filter(({ text: printed }) => printed !== '' && printed === printed.normalize('NFC'));
      const { targets, assignments } = recordsOf(lines);
      for (const { span } of [...targets, ...assignments]) expect(span.start).toBeLessThan(span.end);
    }),
    { numRuns: 300 },
  );
});

test('a paragraph without end is left aside with a warning', () => {
  const { targets, warnings } = recordsOf([{ text: 'đạt 95%, '.repeat(3000) }]);
  expect(targets).toEqual([]);
  expect(warnings).toHaveLength(1);
});
