import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type OpenAiServer, openAiServer } from '../doubles/openai-server.ts';
import { seedData } from '../doubles/seed-data.ts';
import { eventsOf } from '../doubles/test-app.ts';

const START = join(import.meta.dirname, '../../src/start.js');

let data: Awaited<ReturnType<typeof seedData>>;
let model: OpenAiServer;
beforeAll(async () => {
  data = await seedData();
  model = await openAiServer(() => answerOf([], { headMs: 1_500 }));
}, 60_000);
afterAll(async () => {
  await model.close();
  await data.remove();
});

function started() {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: data.dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    OPENAI_API_KEY: 'none',
    OPENAI_BASE_URL: model.url,
    OPENAI_CHAT_MODEL: 'scripted',
  };
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [url] = /http:\/\/\S+/.exec(text) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, address, ended };
}

function ask(url: string, accept: string): Promise<Response> {
  return fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ question: 'Tỉ lệ thất nghiệp khu vực thành thị năm 2030 của Bắc Giang?' }),
  });
}

test('told to stop, the service finishes the answers under way and takes no new question', async () => {
  const { child, address, ended } = started();
  const url = await address;
  const whole = ask(url, 'application/json');
  const streamed = ask(url, 'text/event-stream');
  while (model.underWay() < 2) await new Promise((wake) => setTimeout(wake, 20));
  child.kill('SIGTERM');
  const answered = await whole;
  expect(answered.headers.get('Connection')).toBe('close');
  expect(await answered.json()).toMatchObject({ status: 'answered' });
  expect(eventsOf(await (await streamed).text()).at(-1)).toMatchObject({
    event: 'answer',
    data: { status: 'answered' },
  });
  await expect(ask(url, 'application/json')).rejects.toThrow();
  expect(await ended).toBe(0);
}, 30_000);
