import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { DevServer } from '../../ingest/deploy/dev-server.ts';
import { FAULTS, RIGHT } from '../doubles/openai-scenarios.ts';
import { type OpenAiServer, openAiServer } from '../doubles/openai-server.ts';
import { eventsOf } from '../doubles/test-app.ts';
import { type WorkerSite, workerSite } from './worker-server.ts';

const QUESTION = 'nha o xa hoi Bac Giang den 2030 bao nhieu can';
const PLACES = 1;
const IDLE_MS = 700;

let provider: OpenAiServer;
let site: WorkerSite;
let server: DevServer;
beforeAll(async () => {
  provider = await openAiServer(RIGHT);
  site = await workerSite();
  server = await site.start({
    OPENAI_BASE_URL: provider.url,
    OPENAI_API_KEY: 'sk-only-for-this-test',
    OPENAI_CHAT_MODEL: 'scripted',
    OPENAI_MAX_CONCURRENT: `${PLACES}`,
    OPENAI_IDLE_MS: `${IDLE_MS}`,
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  });
}, 120_000);
afterAll(async () => {
  await site.remove();
  await provider.close();
}, 30_000);

function ask(accept: string, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(new URL('/api/ask', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ question: QUESTION }),
    signal,
  });
}

test('a model words the answer, with the prompts that come in the bundle', async () => {
  const answer = await (await ask('application/json')).json();
  expect(answer).toMatchObject({ status: 'answered', mode: 'llm' });
  expect(provider.authorizations).toContain('Bearer sk-only-for-this-test');
  expect(provider.chats[0]?.messages[0]?.content).toContain('Việt Nam');
});

test('a model that fails leaves the keyless answer', async () => {
  provider.play(FAULTS['500'] ?? RIGHT);
  expect(await (await ask('application/json')).json()).toMatchObject({ status: 'answered', mode: 'extractive' });
  provider.play(RIGHT);
});

test('readers who leave in the middle of an answer hold no place for longer than the model may be silent', async () => {
  provider.play(FAULTS['stall mid-stream'] ?? RIGHT);
  for (let i = 0; i <= PLACES; i++) {
    const leaving = new AbortController();
    const response = await ask('text/event-stream', leaving.signal);
    await response.body?.getReader().read();
    leaving.abort();
  }
  provider.play(RIGHT);
  await expect
    .poll(async () => modeOf(await (await ask('text/event-stream')).text()), { interval: IDLE_MS, timeout: 20_000 })
    .toBe('llm');
}, 60_000);

const Answered = z.object({ mode: z.string() });

function modeOf(stream: string): string {
  return Answered.parse(eventsOf(stream).at(-1)?.data).mode;
}
