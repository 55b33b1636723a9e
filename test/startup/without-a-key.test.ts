import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedData } from '../doubles/seed-data.ts';

/** Answers a question and prints which modules of LangChain and its provider were loaded on the way. */
const PROGRAM = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => {
  if (/node_modules\\/(?:@langchain|openai)\\//.test(url)) loaded.push(url);
  return next(url, context);
} });
const { wire } = await import('./src/wiring.ts');
const { readSettings } = await import('./src/settings.ts');
const wiring = wire(readSettings(process.env, '.'));
const library = await wiring.openLibrary();
const request = { question: 'Sở nào chủ trì lĩnh vực y tế của Bắc Giang?', history: [], conversationId: null,
  filters: { province: null, documentIds: null }, asOf: null };
let mode = null;
for await (const event of library.ask(request, new AbortController().signal)) if (event.kind === 'answer') mode = event.answer.mode;
await wiring.close();
console.log(JSON.stringify({ mode, loaded: loaded.length, example: loaded[0] ?? null }));
`;

let data: Awaited<ReturnType<typeof seedData>>;
beforeAll(async () => {
  data = await seedData();
}, 60_000);
afterAll(() => data.remove());

async function loadedWith(environment: Readonly<Record<string, string>>) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    env: { PATH: process.env.PATH, DATA_DIR: data.dataDir, ...environment },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

test('without a key no module of LangChain is loaded', async () => {
  expect(await loadedWith({})).toEqual({ mode: 'extractive', loaded: 0, example: null });
});

test('with an address it is', async () => {
  const { mode, loaded } = await loadedWith({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
  expect(mode).toBe('extractive');
  expect(loaded).toBeGreaterThan(50);
});
