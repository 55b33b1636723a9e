import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedData } from '../doubles/seed-data.ts';

const START = join(import.meta.dirname, '../../src/start.js');

let data: Awaited<ReturnType<typeof seedData>>;
beforeAll(async () => {
  data = await seedData();
}, 60_000);
afterAll(() => data.remove());

interface Said {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts the service, stops it as soon as it says an address, and tells what it said. */
function start(): Promise<Said> {
  const env = { PATH: process.env.PATH, DATA_DIR: data.dataDir, PORT: '0', LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (/http:\/\/\S+\n/.test(output)) child.kill('SIGTERM');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output, errors })));
}

test('with a good index the address is said once the service can answer', async () => {
  const { code, output } = await start();
  expect(output).toMatch(/^Hỏi đáp chính sách, sẵn sàng trả lời: http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(code).toBe(0);
}, 30_000);

test('with a damaged index no address is said, only what to do, and the program ends with 1', async () => {
  const [generation = ''] = await readdir(join(data.dataDir, 'index'));
  await writeFile(join(data.dataDir, 'index', generation, 'lexical.bin'), 'not an index');
  const { code, output, errors } = await start();
  expect(output).toBe('');
  expect(errors).toContain('npm run ingest');
  expect(code).toBe(1);
}, 30_000);
