import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const START = join(import.meta.dirname, '../../src/start.js');

const dataDir = mkdtempSync(join(tmpdir(), 'no-database-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('the service starts without its database, says so, and tells no password', async () => {
  const database = `127.0.0.1:${await freePort()}/kho`;
  const env = {
    ...{ PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' },
    DATABASE_URL: `postgres://hdcs:bi-mat@${database}`,
  };
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
        if (url !== undefined) resolve(url);
      });
    }
  });
  const url = await address;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, ready.headers.get('Retry-After')]).toEqual([503, '5']);
  const problem = await ready.text();
  expect(problem).toContain('Cơ sở dữ liệu tạm thời không trả lời');
  expect(problem).not.toContain(database);
  const question = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question: 'Sở nào chủ trì?' }),
  });
  expect(question.status).toBe(503);
  child.kill('SIGTERM');
  await ended;
  expect(said).toContain(`Không kết nối được cơ sở dữ liệu PostgreSQL (${database}, ECONNREFUSED)`);
  expect(said).toContain('chưa trả lời được cho đến khi cơ sở dữ liệu trả lời');
  expect(said).not.toContain('bi-mat');
}, 60_000);
