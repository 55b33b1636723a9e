import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import type { AskRequest } from '../../src/answering/ask.ts';
import { openSeeds, receive, requestOf, seedData } from '../doubles/seed-data.ts';

let data: Awaited<ReturnType<typeof seedData>>;
let seeds: Awaited<ReturnType<typeof openSeeds>>;
beforeAll(async () => {
  data = await seedData();
  seeds = await openSeeds(data.dataDir);
}, 60_000);
afterAll(async () => {
  await seeds.close();
  await data.remove();
});

async function answerTo(question: string, filters: Partial<AskRequest['filters']> = {}): Promise<Answer> {
  const request = { ...requestOf(question), filters: { province: null, documentIds: null, ...filters } };
  return (await receive(seeds.ask, request)).answer;
}

describe('a filter that no document fits', () => {
  test.each([
    [{ documentIds: ['khong-co'] }, 'Không có văn bản mang mã khong-co trong các văn bản hiện có.'],
    [{ province: 'Huế' }, 'Không có văn bản của Huế trong các văn bản hiện có.'],
    [
      { province: 'Đồng Nai', documentIds: ['50-kh-ubnd-bac-giang-2024'] },
      'Không có văn bản mang mã 50-kh-ubnd-bac-giang-2024 của Đồng Nai trong các văn bản hiện có.',
    ],
  ])('%o is what the answer says is missing', async (filters, text) => {
    expect(await answerTo('Tỉ lệ thất nghiệp khu vực thành thị?', filters)).toMatchObject({
      status: 'not_found',
      text,
      citations: [],
    });
  });
});

test('a filter by document keeps the answer to it', async () => {
  const { status, citations } = await answerTo('Tỉ lệ thất nghiệp khu vực thành thị?', {
    documentIds: ['50-kh-ubnd-bac-giang-2024', 'khong-co'],
  });
  expect(status).toBe('answered');
  expect(new Set(citations.map(({ documentId }) => documentId))).toEqual(new Set(['50-kh-ubnd-bac-giang-2024']));
});

test('a cited row of a table stands under its appendix and its group', async () => {
  const { citations } = await answerTo('Tỉ lệ thất nghiệp khu vực thành thị năm 2030 của Bắc Giang?');
  expect(citations.map(({ headingTrail }) => headingTrail.map((heading) => heading.slice(0, 25)))).toEqual([
    ['PHỤ LỤC CÁC CHỈ TIÊU CHỦ ', '2. Lao động, việc làm, ph'],
  ]);
});
