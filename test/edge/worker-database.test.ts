import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type DevServer, startDevServer } from '../../ingest/deploy/dev-server.ts';
import { exportModel } from '../../ingest/deploy/export-model.ts';
import { type TestServer, testServer } from '../doubles/postgres.ts';
import { seedData } from '../doubles/seed-data.ts';
import { type TcpProxy, tcpProxy } from '../doubles/tcp-proxy.ts';
import { parityWithNode } from './parity.ts';

const INGEST = join(import.meta.dirname, '../../ingest/main.ts');
const QUESTION = 'Sở nào ở Bắc Giang chủ trì khen thưởng thực hiện Nghị quyết 42?';
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
Số: 7/KH-UBND
Bắc Giang, ngày 16 tháng 8 năm 2025
KẾ HOẠCH
Về việc hỗ trợ nuôi ong
I. MỤC TIÊU
1. Hỗ trợ nuôi ong cho hộ nghèo trên địa bàn tỉnh.
`;

let folder: string;
let postgres: TestServer;
let proxy: TcpProxy;
let data: Awaited<ReturnType<typeof seedData>>;
const servers: DevServer[] = [];
let worker: DevServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-dap-hyperdrive-'));
  postgres = await testServer({ overTcp: true });
  await postgres.empty();
  data = await seedData({ environment: { DATABASE_URL: urlOf(postgres) } });
  proxy = await tcpProxy(urlOf(postgres));
  await exportModel(join(folder, 'assets'));
  proxy.turn('cut');
  worker = await start(join(folder, 'assets'));
}, 180_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await proxy.close();
  await postgres.close();
  await data.remove();
  await rm(folder, { recursive: true });
}, 60_000);

function urlOf({ url }: TestServer): string {
  if (url === null) throw new Error('This server has no address.');
  return url;
}

async function start(assets: string): Promise<DevServer> {
  const variables = { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'silent' };
  const server = await startDevServer({ assets, state: join(folder, 'state'), database: proxy.url, variables });
  servers.push(server);
  return server;
}

const at = (path: string, { url }: DevServer = worker) => fetch(new URL(path, url));
const ask = (question: string, { url }: DevServer = worker) =>
  fetch(new URL('/api/ask', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  });
/** What /readyz says, asked until it says it with this status: what a look found stands for five seconds. */
async function readyz(status: number): Promise<unknown> {
  await expect.poll(async () => (await at('/readyz')).status, { interval: 1_000, timeout: 60_000 }).toBe(status);
  return (await at('/readyz')).json();
}
const Problem = z.object({ detail: z.string() });

test('a database that is down at the start is a 503 without its address, and the isolate lives', async () => {
  for (const response of [await ask(QUESTION), await at('/readyz')]) {
    expect(response.status).toBe(503);
    const { detail } = Problem.parse(await response.json());
    expect(detail).toMatch(/cơ sở dữ liệu/i);
    expect(detail).not.toContain('127.0.0.1');
  }
  expect((await at('/healthz')).status).toBe(200);
}, 60_000);

test('it answers from PostgreSQL as soon as the database is there', async () => {
  proxy.turn('open');
  expect(await readyz(200)).toMatchObject({ status: 'ready', counts: { documents: 5 } });
  expect(await (await ask(QUESTION)).json()).toMatchObject({
    status: 'answered',
    text: expect.stringContaining('Sở Nội vụ'),
    citations: expect.arrayContaining([expect.objectContaining({ documentId: '50-kh-ubnd-bac-giang-2024' })]),
  });
  expect((await at('/van-ban/50-kh-ubnd-bac-giang-2024')).status).toBe(200);
}, 90_000);

test('it gives the status, text and citations that Node gives over the same database', async () => {
  const environment = { DATABASE_URL: urlOf(postgres) };
  const { asked, different } = await parityWithNode(data.dataDir, worker.url, { environment, every: 6 });
  expect(asked).toBeGreaterThan(60);
  expect(different).toEqual([]);
}, 300_000);

test('many questions at once are answered as one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, i) => (await ask(`${QUESTION} (${i})`)).status),
  );
  expect(answers).toEqual(answers.map(() => 200));
}, 60_000);

test('a database that goes away later is a 503, and no half answer', async () => {
  proxy.turn('cut');
  const response = await ask('Chỉ tiêu bảo hiểm y tế năm 2030 của Bắc Giang là bao nhiêu phần trăm?');
  expect(response.status).toBe(503);
  expect((await at('/readyz')).status).toBe(503);
  proxy.turn('open');
  expect(await readyz(200)).toMatchObject({ status: 'ready' });
}, 90_000);

test('a new generation is taken up without a deployment', async () => {
  const file = join(folder, 'nuoi-ong.txt');
  await writeFile(file, PLAN);
  await promisify(execFile)(process.execPath, [INGEST, file], {
    env: { PATH: process.env.PATH, DATA_DIR: data.dataDir, DATABASE_URL: urlOf(postgres) },
  });
  await expect
    .poll(async () => (await at('/readyz')).json(), { interval: 1_000, timeout: 60_000 })
    .toMatchObject({ counts: { documents: 6 } });
  expect(await (await ask('Kế hoạch 7/KH-UBND của Bắc Giang về việc gì?')).json()).toMatchObject({
    citations: expect.arrayContaining([expect.objectContaining({ documentId: '7-kh-ubnd-bac-giang-2025' })]),
  });
}, 120_000);

test('without the embedding model it is a 503 that names the remedy', async () => {
  const bare = join(folder, 'bare');
  await exportModel(bare);
  await rm(join(bare, 'snapshot'), { recursive: true });
  const response = await ask(QUESTION, await start(bare));
  expect(response.status).toBe(503);
  expect(Problem.parse(await response.json()).detail).toMatch(/static-vi\.bin.*deploy:worker/);
}, 90_000);
