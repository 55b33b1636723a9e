import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotableWithOffsets } from '../../ingest/normalise/text-block.ts';
import { ingestText } from '../../ingest/pipeline.ts';
import { walkProvisions } from '../../src/document/provision.ts';
import { quotable } from '../../src/document/quotable.ts';
import { linesOf } from '../../src/document/source-text.ts';
import type { Span } from '../../src/document/span.ts';
import { sourceOf } from './source-of.ts';

/** Lines that mean something to the steps, in any order, among lines that mean nothing. */
const line = fc.oneof(
  fc.constantFrom(
    ...['', '', '|', '|', '-----', '**', '[...]', 'KẾ HOẠCH', 'QUYẾT ĐỊNH:', 'PHỤ LỤC I', 'Nơi nhận:', '- Lưu: VT.'],
    ...[
      'ỦY BAN NHÂN DÂN',
      'TỈNH BẮC GIANG',
      'Số: 50/KH-UBND',
      'Bắc Giang, ngày 16 tháng 8 năm 2024',
      'TM. ỦY BAN NHÂN DÂN',
    ],
    ...[
      'KT. CHỦ TỊCH',
      'Mai Sơn',
      'I. MỤC ĐÍCH,',
      'YÊU CẦU',
      '1. Mục đích',
      '1.1. Tăng cường tuyên truyền',
      'a) Về y tế: Đẩy nhanh.',
    ],
    ...[
      'd) Về việc làm',
      'Điều 1. Phạm vi',
      '- Cơ quan chủ trì: Sở Lao động',
      '- Thương binh và Xã hội.',
      'Số TT',
      'Chỉ tiêu',
      '%',
      '< 2,35',
    ],
    ...[
      '| TT | Chỉ tiêu | 2030 |',
      '|---|---|---|',
      '| 1 | Hộ nghèo |',
      'Căn cứ Luật Nhà ở;',
      '## **2. Giải pháp**',
      'tế của tỉnh.',
    ],
  ),
  fc.string({ maxLength: 90, unit: 'grapheme' }),
  fc.string({ maxLength: 40, unit: 'binary' }),
);
const anyText = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));

test('any text is read without a throw, and what is read of it stands in it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const source = sourceOf(text);
      const { passages, outline, document, ...records } = ingestText(source);
      const lines = source.lineStarts.length;
      const check = (span: Span) => {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThan(span.end);
        expect(span.startLine).toBeGreaterThanOrEqual(1);
        expect(span.startLine).toBeLessThanOrEqual(span.endLine);
        expect(span.endLine).toBeLessThanOrEqual(lines);
      };
      for (const provision of walkProvisions(outline)) {
        check(provision.span);
        check(provision.headingSpan);
      }
      for (const span of Object.values(document.evidence)) check(span);
      for (const passage of passages) {
        check(passage.span);
        expect(quotable(linesOf(source, passage.span.startLine, passage.span.endLine))).toContain(passage.text);
      }
      const paths = [...walkProvisions(outline)].map(({ path }) => path.join('\u0000'));
      expect(new Set(paths).size).toBe(paths.length);
      for (const record of Object.values(records).flat()) {
        if (typeof record === 'object' && 'span' in record) check(record.span);
      }
    }),
    { numRuns: 300 },
  );
});

test('the reading form with offsets is the quotable form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const { text, offsets } = quotableWithOffsets(raw, 0);
      expect(text).toBe(quotable(raw));
      expect(offsets).toHaveLength(text.length);
    }),
    { numRuns: 500 },
  );
});
