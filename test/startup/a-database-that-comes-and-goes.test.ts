import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../doubles/postgres.ts';
import { seedData } from '../doubles/seed-data.ts';
import { type TcpProxy, tcpProxy } from '../doubles/tcp-proxy.ts';

const START = join(import.meta.dirname, '../../src/start.js');

let postgres: TestServer;
let proxy: TcpProxy;
let data: Awaited<ReturnType<typeof seedData>>;
let service: Awaited<ReturnType<typeof start>>;

beforeAll(async () => {
  postgres = await testServer({ overTcp: true });
  await postgres.empty();
  const url = postgres.url ?? '';
  data = await seedData({ environment: { DATABASE_URL: url } });
  proxy = await tcpProxy(url);
  proxy.turn('cut');
  service = await start(proxy.url);
}, 180_000);
afterAll(async () => {
  await service.stop();
  await proxy.close();
  await postgres.close();
  await data.remove();
}, 60_000);

/** The service, as soon as it listens; statements of a question may take a second. */
async function start(database: string) {
  const child = spawn(process.execPath, [START], {
    env: {
      ...{ PATH: process.env.PATH, DATA_DIR: data.dataDir, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT_PER_MINUTE: '0' },
      ...{ DATABASE_URL: database, DATABASE_TIMEOUT_MS: '1000' },
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

let asked = 0;
/** Statuses of readiness and of a question that was not asked before. */
async function statuses(): Promise<readonly number[]> {
  asked += 1;
  const answer = await fetch(`${service.url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question: `Sở nào ở Bắc Giang chủ trì khen thưởng thực hiện Nghị quyết 42? (${asked})` }),
  });
  await answer.text();
  return [(await fetch(`${service.url}/readyz`)).status, answer.status];
}
const becomes = (expected: readonly number[]) =>
  expect.poll(statuses, { interval: 500, timeout: 60_000 }).toEqual(expected);

test('a service goes on by itself whenever its database answers again, and says 503 while it does not', async () => {
  expect(await statuses()).toEqual([503, 503]);
  proxy.turn('open');
  await becomes([200, 200]);
  proxy.turn('cut');
  expect(await statuses()).toEqual([503, 503]);
  proxy.turn('open');
  await becomes([200, 200]);
  // Nothing is closed, and nothing comes: what the network does when it loses packets.
  proxy.turn('silent');
  await becomes([503, 503]);
  proxy.turn('open');
  await becomes([200, 200]);
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
}, 240_000);
