import { expect, test } from 'vitest';
import { quotable } from '../../src/document/quotable.ts';
import { linesOf } from '../../src/document/source-text.ts';
import { type ReadingBlock, readingBlocks } from '../../src/web/documents/blocks.ts';
import { readHighlight } from '../../src/web/documents/highlight.ts';
import { SAMPLE_PLAN } from '../doubles/sample-documents.ts';

const { source } = SAMPLE_PLAN;

/** What each block shows, with the marked part between brackets. */
function shown(blocks: readonly ReadingBlock[]): string[] {
  return blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells, marked }) => (marked ? `[${cells.join(' | ')}]` : cells.join(' | '))).join('; ')
      : quotable(block.pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')),
  );
}

test('hard wraps run on and table rows become a table', () => {
  expect(shown(readingBlocks(SAMPLE_PLAN, null))).toEqual([
    'ỦY BAN NHÂN DÂN TỈNH BẮC GIANG Số: 50/KH-UBND',
    'I. MỤC TIÊU',
    '1. Đến năm 2030, tỉ lệ hộ nghèo dưới 1%.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ chủ trì khen thưởng, phối hợp với Sở Tài chính; báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12 hằng năm.',
    'Phụ lục',
    'Tỉ lệ thất nghiệp <b>thành thị</b> | % | < 4 | < 2,35',
    '- Hộ nghèo được hỗ trợ xóa nhà dột nát.',
  ]);
});

test('every line that holds words has its anchor exactly where it begins', () => {
  const blocks = readingBlocks(SAMPLE_PLAN, null);
  const anchored = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap(({ lines }) => lines) : block.pieces.map(({ line }) => line),
  );
  const lines = source.lineStarts.map((_, i) => i + 1);
  expect(anchored).toEqual(lines.filter((line) => linesOf(source, line, line).trim() !== ''));
});

test('text that no passage holds is shown too', () => {
  const blocks = readingBlocks({ ...SAMPLE_PLAN, passages: SAMPLE_PLAN.passages.slice(1, 3) }, null);
  expect(shown(blocks).join(' ')).toContain('Số: 50/KH-UBND');
  expect(shown(blocks).join(' ')).toContain('Hộ nghèo được hỗ trợ xóa nhà dột nát.');
});

test('lines are marked whole, a place within them to the character', () => {
  const lines = readHighlight({ dong: '4' }, source);
  expect(shown(readingBlocks(SAMPLE_PLAN, lines))[2]).toBe('[1. Đến năm 2030, tỉ lệ hộ nghèo dưới 1%.]');
  const start = source.text.indexOf('dưới 1%');
  const exact = readHighlight({ dong: '4-4', 'vi-tri': `${start}-${start + 7}` }, source);
  expect(shown(readingBlocks(SAMPLE_PLAN, exact))[2]).toBe('1. Đến năm 2030, tỉ lệ hộ nghèo [dưới 1%].');
  const row = readHighlight({ dong: '9-15' }, source);
  expect(shown(readingBlocks(SAMPLE_PLAN, row))[6]).toBe('[Tỉ lệ thất nghiệp <b>thành thị</b> | % | < 4 | < 2,35]');
});

test.each(['', 'abc', '0', '99', '5-4', '1-', '-3', '<script>'])('"%s" marks nothing', (dong) => {
  expect(readHighlight({ dong }, source)).toBeNull();
});

test('a place outside the lines is not believed', () => {
  expect(readHighlight({ dong: '4', 'vi-tri': '0-5' }, source)).toEqual(readHighlight({ dong: '4' }, source));
});
