import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { withIngestionLock } from '../../ingest/lock.ts';

const PROJECT = join(import.meta.dirname, '../..');
const SEEDS = join(PROJECT, 'seeds/documents');
const [FIRST, SECOND] = ['002_01950292f54b1c02.txt', '003_9a9075a511bddb73.txt'];
const Answer = z.looseObject({ id: z.string(), status: z.string(), text: z.string(), citations: z.array(z.unknown()) });
const Ready = z.object({ generation: z.string() });

const BAC_GIANG = 'Ở Bắc Giang, sở nào chủ trì chuyển đổi số và áp dụng mã số an sinh xã hội?';
const DONG_NAI = 'Kế hoạch 9491/KH-UBND của Đồng Nai do ai ký?';

let folder: string;
let servers: Awaited<ReturnType<typeof startServer>>[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'several-processes-'));
  await ingest(FIRST);
  servers = await Promise.all([startServer(), startServer()]);
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
  await rm(folder, { recursive: true, force: true });
});

const environment = () => ({ PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' });

/** Adds a seed document to what is published. */
async function ingest(file: string): Promise<void> {
  await copyFile(join(SEEDS, file), join(folder, file));
  await promisify(execFile)(process.execPath, [join(PROJECT, 'ingest/main.ts'), join(folder, file)], {
    env: environment(),
  });
}

async function startServer() {
  const child = spawn(process.execPath, [join(PROJECT, 'src/start.js')], {
    env: { ...environment(), PORT: '0', ADMIN_TOKEN: 'secret', RATE_LIMIT_PER_MINUTE: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [address] = /http:\/\/\S+/.exec(text) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  await until(async () => (await fetch(`${url}/readyz`)).ok);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((wake) => setTimeout(wake, 50));
}

/** The answer without its id, which is new every time. */
async function ask(url: string, question: string) {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question }),
  });
  expect(response.status).toBe(200);
  const { id, ...answer } = Answer.parse(await response.json());
  return { id, answer };
}

async function generationOf(url: string): Promise<string> {
  return Ready.parse(await (await fetch(`${url}/readyz`)).json()).generation;
}

test('two services over one folder give one answer, and take up a new generation while they answer', async () => {
  const [one, other] = servers.map(({ url }) => url);
  if (one === undefined || other === undefined) throw new Error('The services did not start.');
  const before = await generationOf(one);
  expect(await generationOf(other)).toBe(before);
  const first = (await ask(one, BAC_GIANG)).answer;
  expect(first.status).toBe('answered');
  expect((await ask(other, BAC_GIANG)).answer).toEqual(first);
  expect((await ask(one, DONG_NAI)).answer.status).toBe('not_found');

  let publishing = true;
  const publication = ingest(SECOND).finally(() => {
    publishing = false;
  });
  let asked = 0;
  while (publishing) {
    const url = asked++ % 2 === 0 ? one : other;
    const { answer } = await ask(url, BAC_GIANG);
    expect([answer.status, answer.text]).toEqual([first.status, first.text]);
  }
  await publication;
  expect(asked).toBeGreaterThan(1);

  await until(async () => (await generationOf(one)) !== before && (await generationOf(other)) !== before);
  expect(await generationOf(one)).toBe(await generationOf(other));
  const [here, there] = [await ask(one, DONG_NAI), await ask(other, DONG_NAI)];
  expect(here.answer.status).toBe('answered');
  expect(there.answer).toEqual(here.answer);
  expect(here.answer.citations.length).toBeGreaterThan(0);
}, 120_000);

test('feedback on an answer of one service is taken by the other, and both show it', async () => {
  const [one, other] = servers.map(({ url }) => url);
  const { id } = await ask(one ?? '', BAC_GIANG);
  const sent = await fetch(`${other}/api/feedback`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ answerId: id, rating: 'up' }),
  });
  expect(sent.status).toBe(204);
  for (const url of [one, other]) {
    const response = await fetch(`${url}/api/admin/feedback`, { headers: { Authorization: 'Bearer secret' } });
    expect(JSON.stringify(await response.json())).toContain(id);
  }
});

test('a second ingestion is told that one is under way, and the services go on', async () => {
  const dataDir = join(folder, 'data');
  await withIngestionLock(dataDir, async () => {
    await expect(ingest(FIRST)).rejects.toThrow(/Một lượt nạp văn bản khác đang chạy/);
  });
  for (const { url } of servers) expect((await ask(url, BAC_GIANG)).answer.status).toBe('answered');
});
