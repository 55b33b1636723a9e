import { expect, test } from 'vitest';
import { isHeldOut, tokenisePairs } from '../../../eval/training/pairs.ts';
import { quantiseRows } from '../../../eval/training/quantise.ts';
import { recipeSchema } from '../../../eval/training/recipe.ts';
import { train } from '../../../eval/training/train.ts';
import { readWording } from '../../../eval/training/wording.ts';

const subjects = ['Đăng ký kết hôn', 'Trợ cấp thất nghiệp', 'Giấy phép xây dựng', 'Bảo hiểm y tế'];
const pairs = tokenisePairs(
  Array.from({ length: 24 }, (_, i) => ({
    heading: `${subjects[i % 4]} phần ${i}`,
    text: `Quy định về ${subjects[i % 4]} của cơ quan có thẩm quyền, áp dụng cho trường hợp thứ ${i}.`,
    source: `nguon-${i % 3}.md`,
  })),
);
const recipe = recipeSchema.parse({ dimensions: 16, vocabulary: 4000, batch: 8, epochs: 2, sameSourceRun: 4 });

test('the same pairs and recipe give the same weights, and another seed gives others', async () => {
  const wording = readWording();
  const lines: string[] = [];
  const first = await train(pairs, wording, recipe, (line) => lines.push(line));
  expect(await train(pairs, wording, recipe, () => {})).toEqual(first);
  expect((await train(pairs, wording, { ...recipe, seed: 8 }, () => {})).vectors).not.toEqual(first.vectors);
  expect(lines.filter((line) => line.startsWith('epoch'))).toHaveLength(2);
});

test('a source is held out whole or not at all, about one in twenty', () => {
  const held = Array.from({ length: 2000 }, (_, i) => isHeldOut(`nguon-${i}.md`)).filter(Boolean);
  expect(held.length).toBeGreaterThan(60);
  expect(held.length).toBeLessThan(140);
});

test('quantised rows are within half a step of what they were', () => {
  const values = Float32Array.of(0.5, -1, 0.25, 0, 0, 0);
  const { scales, vectors } = quantiseRows(values, 3);
  values.forEach((value, i) => {
    const scale = scales[Math.floor(i / 3)] ?? 0;
    expect(Math.abs(value - scale * (vectors[i] ?? 0))).toBeLessThanOrEqual(scale / 2 + 1e-9);
  });
});
