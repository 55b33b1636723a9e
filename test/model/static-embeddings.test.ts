import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openShippedModel } from '../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';

const embeddings = new StaticEmbeddings(await openShippedModel());
const golden: { readonly model: string; readonly vectors: readonly { text: string; first: number[]; sum: number }[] } =
  JSON.parse(readFileSync(new URL('golden-vectors.json', import.meta.url), 'utf8'));

test('the shipped model names itself', () => {
  expect(embeddings.model).toMatch(/^static-vi@\d+-[0-9a-f]{8}$/);
  expect(embeddings.dimensions).toBe(512);
});

test.each(golden.vectors)('the vector of "$text" is the golden one bit for bit', async ({ text, first, sum }) => {
  const vector = await embeddings.embedQuery(text);
  expect(embeddings.model).toBe(golden.model);
  expect(vector.slice(0, first.length)).toEqual(first);
  expect(vector.reduce((total, value) => total + value, 0)).toBe(sum);
});

test('questions and documents are embedded alike', async () => {
  const [text] = ['Hỗ trợ nhà ở cho hộ nghèo'];
  expect(await embeddings.embedDocuments([text ?? '', ''])).toEqual([
    await embeddings.embedQuery(text ?? ''),
    Array.from({ length: 512 }, () => 0),
  ]);
});

test.each([
  ['làm sổ đỏ', 'Cấp giấy chứng nhận quyền sử dụng đất', 'Trợ cấp thất nghiệp'],
  ['bị đuổi việc', 'Đơn phương chấm dứt hợp đồng lao động', 'Đăng ký khai sinh'],
  ['đi lính', 'Tạm hoãn gọi nhập ngũ', 'Đăng ký khai sinh'],
  ['tien ma chay', 'Hỗ trợ chi phí mai táng', 'Giấy phép xây dựng'],
])('"%s" is nearer to "%s" than to "%s"', (asked, meant, other) => {
  const question = embeddings.embed(asked);
  const likeness = (text: string) =>
    embeddings.embed(text).reduce((sum, value, d) => sum + value * (question[d] ?? 0), 0);
  expect(likeness(meant)).toBeGreaterThan(likeness(other));
});
