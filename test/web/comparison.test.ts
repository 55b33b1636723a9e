import { expect, test } from 'vitest';
import type { Target } from '../../src/document/records.ts';
import { compareIndicator } from '../../src/web/targets/comparison.ts';
import { OTHER_PLAN, SAMPLE_PLAN } from '../doubles/sample-documents.ts';

const [base] = SAMPLE_PLAN.targets;
if (base === undefined) throw new Error('The sample has no target.');
const sample: Target = base;

const placed = (indicator: string, document = SAMPLE_PLAN.document, more: Partial<Target> = {}) =>
  [{ ...sample, ...more, indicator, documentId: document.id }, document] as const;

test('each document gives the target nearest to the one asked for', () => {
  const compared = compareIndicator('Tỉ lệ hộ nghèo', [
    placed('Tỷ lệ hộ nghèo đa chiều khu vực miền núi'),
    placed('Tỷ lệ hộ nghèo'),
    placed('Mức giảm tỉ lệ hộ nghèo', OTHER_PLAN.document),
  ]);
  expect(compared.map(({ target, differs }) => [target.indicator, differs])).toEqual([
    ['Tỷ lệ hộ nghèo', false],
    ['Mức giảm tỉ lệ hộ nghèo', true],
  ]);
});

test('a row below another is known by its parent too', () => {
  const [compared] = compareIndicator('Tỉ lệ thất nghiệp thành thị', [
    placed('Thành thị', SAMPLE_PLAN.document, { parent: 'Tỉ lệ thất nghiệp' }),
  ]);
  expect(compared?.target.indicator).toBe('Thành thị');
});

test('what was reached before is not compared with what is aimed at', () => {
  expect(
    compareIndicator('Tỉ lệ hộ nghèo', [placed('Tỉ lệ hộ nghèo', SAMPLE_PLAN.document, { kind: 'result' })]),
  ).toEqual([]);
});
