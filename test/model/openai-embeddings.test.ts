import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOpenAiEmbedder } from '../../src/model/openai-embeddings.ts';
import { type OpenAiServer, openAiServer } from '../doubles/openai-server.ts';
import { openSeeds, receive, requestOf, seedData } from '../doubles/seed-data.ts';

let server: OpenAiServer;
beforeEach(async () => {
  server = await openAiServer();
});
afterEach(() => server.close());

const open = (rest = {}) => openOpenAiEmbedder({ model: 'small', apiKey: 'sk-test', baseUrl: server.url, ...rest });
const refuse = (status: number) => ({ kind: 'error' as const, status, body: { error: { message: 'no', code: 'no' } } });

describe('passages', () => {
  test('are embedded in batches, as plain numbers', async () => {
    const embedder = await open();
    const vectors = await embedder.embedDocuments(Array.from({ length: 130 }, (_, i) => `đoạn ${i}`));
    expect(embedder).toMatchObject({ model: 'openai:small', dimensions: 8 });
    expect(vectors).toHaveLength(130);
    const [probe, ...batches] = server.embeddings;
    expect(probe?.input).toBe('văn bản');
    expect(batches.map(({ input }) => input.length)).toEqual([64, 64, 2]);
    expect(server.embeddings.every(({ encoding_format }) => encoding_format === 'float')).toBe(true);
  });

  test('must get their vectors: what fails twice is thrown', async () => {
    const embedder = await open();
    server.embed(() => refuse(500));
    await expect(embedder.embedDocuments(['một'])).rejects.toThrow();
    expect(server.embeddings).toHaveLength(3);
  }, 20_000);
});

describe('a question', () => {
  test('is embedded once', async () => {
    const embedder = await open();
    const first = await embedder.embedQuery('hộ nghèo');
    expect(await embedder.embedQuery('hộ nghèo')).toEqual(first);
    expect(server.embeddings).toHaveLength(2);
  });

  test.each([
    ['a provider at fault', () => refuse(500)],
    ['a limit', () => refuse(429)],
    ['a wrong key', () => refuse(401)],
    ['a vector of another length', () => [[1, 2]]],
    ['a connection that breaks', () => ({ kind: 'hang-up' as const })],
    ['garbage', () => ({ kind: 'raw' as const, contentType: 'application/json', body: '{"data": [' })],
  ])('is like nothing after %s, in time', async (_, script) => {
    const embedder = await open({ questionMs: 300 });
    server.embed(script);
    const started = performance.now();
    expect(await embedder.embedQuery('hộ nghèo')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('is not waited for when the provider is slow, nor asked for when it keeps failing', async () => {
    const embedder = await open({ questionMs: 200 });
    server.embed(() => ({ kind: 'stream', pieces: [], headMs: 5_000 }));
    for (const question of ['một', 'hai', 'ba']) await embedder.embedQuery(question);
    const asked = server.embeddings.length;
    const started = performance.now();
    await embedder.embedQuery('bốn');
    expect(performance.now() - started).toBeLessThan(50);
    expect(server.embeddings).toHaveLength(asked);
  });
});

test('an index that is at hand saves asking for the length of a vector', async () => {
  const embedder = await open({ known: { model: 'openai:small', dimensions: 8 } });
  expect(embedder.dimensions).toBe(8);
  expect(server.embeddings).toHaveLength(0);
});

describe('the corpus', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const environment = () => ({
    OPENAI_BASE_URL: server.url,
    OPENAI_API_KEY: 'sk-test',
    OPENAI_CHAT_MODEL: 'none',
    OPENAI_EMBEDDING_MODEL: 'small',
  });

  test('an ingestion that broke goes on where it stopped, and the index answers also while the provider is down', async () => {
    server.embed((texts, attempt) => (attempt > 6 ? refuse(500) : texts.map(() => [1, 0, 0, 0, 0, 0, 0, 0])));
    const ingest = () =>
      promisify(execFile)(process.execPath, ['ingest/main.ts'], {
        env: { PATH: process.env.PATH, DATA_DIR: folder, ...environment() },
      });
    await expect(ingest()).rejects.toThrow();
    const kept = server.embeddings.slice(1, 5).flatMap(({ input }) => input);
    const before = server.embeddings.length;
    server.embed((texts) => texts.map((text) => [1, text.length / 1000, 0, 0, 0, 0, 0, 0]));
    await ingest();
    const again = new Set(server.embeddings.slice(before).flatMap(({ input }) => input));
    expect(kept.length).toBe(256);
    expect(again.size).toBeGreaterThan(64);
    expect(kept.filter((text) => text !== 'văn bản' && again.has(text))).toEqual([]);

    server.embed(() => refuse(503));
    const seeds = await openSeeds(folder, environment());
    const { answer } = await receive(seeds.ask, requestOf('nha o xa hoi Bac Giang den 2030 bao nhieu can'));
    expect(answer.text).toContain('74.900');
    expect(seeds.calls.map(({ purpose, outcome }) => `${purpose} ${outcome}`)).toContain('embedding unavailable');
    await seeds.close();
  }, 60_000);

  test('an index of other embeddings stops the start with what to run', async () => {
    const data = await seedData();
    await expect(openSeeds(data.dataDir, environment())).rejects.toThrow(/openai:small.*npm run ingest/);
    await data.remove();
  }, 60_000);

  test('a provider that cannot be reached stops the start with what to check', async () => {
    await server.close();
    await expect(openSeeds(join(folder, 'none'), environment())).rejects.toThrow(
      /small không trả lời.*OPENAI_BASE_URL/,
    );
  });
});
