import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { epochBatches } from '../../../eval/training/batches.ts';
import { citizenQuestions, citizensSet } from '../../../eval/training/citizens.ts';
import { misspell } from '../../../eval/training/misspell.ts';
import { lexicalNeighbours } from '../../../eval/training/neighbours.ts';
import { isHeldOut, readPairs, tokenisePairs } from '../../../eval/training/pairs.ts';
import { quantiseRows } from '../../../eval/training/quantise.ts';
import { seededRandom } from '../../../eval/training/random.ts';
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

test('what BM25 takes for a text of a heading is its neighbour, and its own text is not', async () => {
  const few = tokenisePairs([
    { heading: 'Đăng ký kết hôn', text: 'Hai bên nộp tờ khai đăng ký kết hôn.', source: 'ho-tich.md' },
    { heading: 'Hồ sơ kết hôn', text: 'Đăng ký kết hôn cần giấy tờ tùy thân.', source: 'ho-tich.md' },
    { heading: 'Phí', text: 'Mức thu do tỉnh quy định.', source: 'ho-tich.md' },
    { heading: 'Kết hôn với người nước ngoài', text: 'Đăng ký kết hôn ở huyện.', source: 'khac.md' },
  ]);
  expect([...((await lexicalNeighbours(few, 2))[0] ?? [])]).toEqual([1]);
});

test('a mined run puts neighbours behind their pair, and every pair once', () => {
  const neighbours = pairs.map((_, i) => Int32Array.of((i + 1) % pairs.length));
  const all = { ...recipe, mined: 1, sameSource: 0, sameSourceRun: 2, batch: 24, commonHeading: 100 };
  const [batch = []] = epochBatches({ pairs, neighbours, recipe: all }, seededRandom(3));
  expect([...batch].sort((a, b) => a - b)).toEqual([...pairs.keys()]);
  const behind = batch.filter((pair, place) => batch[place + 1] === (pair + 1) % pairs.length);
  expect(behind.length).toBeGreaterThanOrEqual(8);
});

test.each([
  ['su', ['xu']],
  ['tran', ['chan', 'trang']],
  ['mat', ['mac']],
  ['o', ['o']],
])('%s is misspelt as a sound that is written for it', (term, slips) => {
  const random = seededRandom(5);
  const seen = new Set(Array.from({ length: 40 }, () => misspell([term], 1, random)[0]));
  expect([...seen].sort()).toEqual([...slips].sort());
  expect(misspell([term], 0, random)).toEqual([term]);
});

test('a heading that was run together with those of related articles is taken apart', () => {
  const text = 'Cá nhân, tổ chức không được lợi dụng hoạt động du lịch để làm phương hại đến trật tự, an toàn xã hội.';
  const headings = [
    'Hành vi bị cấm',
    'Phạm vi điều chỉnh)Điều 41.5.LQ.9. Hành vi bị cấm trong du lịch',
    'Nguyên tắc; Điều 26.2.TT.9.5. Sử dụng chữ ký số',
  ];
  const path = join(mkdtempSync(join(tmpdir(), 'pairs-')), 'pairs.jsonl.gz');
  writeFileSync(
    path,
    gzipSync(headings.map((heading) => JSON.stringify({ heading, text, source: 'a.md' })).join('\n')),
  );
  expect(readPairs(path).map(({ heading }) => heading)).toEqual(['Hành vi bị cấm', 'Hành vi bị cấm trong du lịch']);
  rmSync(path);
});

test('every part of an article answers the citizen who asks for it', () => {
  const part = (text: string) => ({ heading: 'Làm thêm giờ', source: 'lao-dong.md', text });
  const others = Array.from({ length: 5 }, (_, i) => ({ heading: 'Khác', source: 'khac.md', text: `Đoạn ${i}` }));
  const question = { question: 'Tăng ca được mấy tiếng?', source: 'lao-dong.md', heading: 'Làm thêm giờ' };
  const { corpus, queries, relevant } = citizensSet([...others, part('một'), part('hai')], [question]);
  expect(corpus).toHaveLength(7);
  expect(queries).toEqual([{ id: 'q0', text: 'Tăng ca được mấy tiếng?' }]);
  expect([...(relevant.get('q0')?.keys() ?? [])].map((id) => corpus.find((text) => text.id === id)?.text)).toEqual([
    'một',
    'hai',
  ]);
});

test('every citizen’s question names an article once', () => {
  const questions = citizenQuestions();
  expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
});
