import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim } from '../../../src/answering/compose/draft.ts';
import { supportAt } from '../../../src/answering/compose/support.ts';
import { viewOf } from '../../../src/answering/evidence/document-view.ts';
import { checkRecordedRoles } from '../../../src/answering/llm/check-recorded-roles.ts';
import { openSeeds, seedData } from '../../doubles/seed-data.ts';

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

/** A claim on the task of plan 50 that Sở Kế hoạch và Đầu tư leads and Sở Ngoại vụ helps with. */
async function check(text: string): Promise<string | null> {
  const document = await seeds.library.store.document('50-kh-ubnd-bac-giang-2024');
  if (document === null) throw new Error('Plan 50 is not there.');
  const task = document.assignments.find(({ coordinate }) => coordinate.some(({ name }) => name === 'Sở Ngoại vụ'));
  if (task === undefined) throw new Error('No task names Sở Ngoại vụ.');
  return checkRecordedRoles(claim(text, supportAt(viewOf(document), task.span)));
}

test.each([
  'Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Ngoại vụ và Công an tỉnh.',
  'Cơ quan phối hợp: Sở Ngoại vụ; Công an tỉnh.',
  'Sở Kế hoạch và Đầu tư: “chủ trì, phối hợp với Sở Ngoại vụ, Công an tỉnh xem xét việc triển khai”.',
])('%s holds', async (text) => expect(await check(text)).toBeNull());

test.each([
  'Sở Ngoại vụ chủ trì việc tiếp nhận nguồn vốn viện trợ.',
  'Sở Ngoại vụ: “chủ trì, phối hợp với các sở, ngành có liên quan”.',
  'Sở Ngoại vụ chủ trì: Cơ quan phối hợp: Sở Ngoại vụ; Công an tỉnh.',
  'Cơ quan phối hợp: Sở Kế hoạch và Đầu tư.',
])('%s does not', async (text) => expect(await check(text)).not.toBeNull());
