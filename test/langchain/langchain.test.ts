import { readFile } from 'node:fs/promises';
import { BaseRetriever } from '@langchain/core/retrievers';
import { Runnable } from '@langchain/core/runnables';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PolicyAssistant } from '../../src/langchain/policy-assistant.ts';
import { PolicyRetriever } from '../../src/langchain/policy-retriever.ts';
import { openSeeds, receive, requestOf, seedData } from '../doubles/seed-data.ts';
import { footnotes } from './footnotes.ts';
import { reply } from './reply.ts';

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

test.each(['footnotes.ts', 'reply.ts'])('the README shows the example that is run here: %s', async (file) => {
  const page = await readFile(new URL('../../src/langchain/README.md', import.meta.url), 'utf8');
  expect(page).toContain(await readFile(new URL(file, import.meta.url), 'utf8'));
});

test('retrieval is a BaseRetriever whose documents can be cited', async () => {
  const retriever = new PolicyRetriever({ library: seeds.library, k: 2 });
  expect(retriever).toBeInstanceOf(BaseRetriever);
  const [first, ...rest] = await retriever.invoke('Tỉ lệ thất nghiệp khu vực thành thị Bắc Giang');
  expect(rest).toHaveLength(1);
  expect(first?.pageContent).toContain('Tỉ lệ thất nghiệp khu vực thành thị');
  expect(first?.metadata).toMatchObject({
    documentNumber: '50/KH-UBND',
    issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
    issuedOn: '2024-08-16',
    columns: expect.arrayContaining(['Chỉ tiêu']),
    source: { startLine: expect.any(Number) },
  });
});

test('retrieval drops into a chain', async () => {
  const [first] = await footnotes(seeds.library).invoke('Tỉ lệ thất nghiệp khu vực thành thị Bắc Giang');
  expect(first).toMatch(/^\[1\] 50\/KH-UBND, dòng \d+: .*thất nghiệp khu vực thành thị/);
});

test('the flow is a Runnable that gives the answer of the service', async () => {
  const question = 'Sở nào chủ trì lĩnh vực giáo dục và đào tạo của Bắc Giang?';
  const assistant = new PolicyAssistant(seeds.ask);
  expect(assistant).toBeInstanceOf(Runnable);
  const { answer } = await receive(seeds.ask, requestOf(question));
  expect(await assistant.invoke({ question, asOf: '2026-11-23' })).toEqual({ ...answer, id: expect.any(String) });
});

test('the flow drops into a chain, with the history of a conversation', async () => {
  const history = [{ role: 'user' as const, content: 'Tỉ lệ thất nghiệp thành thị của Bắc Giang năm 2030?' }];
  const { status, text } = await reply(seeds.library).invoke({ question: 'Thế còn năm 2025?', history });
  expect(status).toBe('answered');
  expect(text).toContain('4%');
});

test('an abort stops the flow', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(new PolicyAssistant(seeds.ask).invoke('Sở nào chủ trì?', { signal })).rejects.toThrow();
});
