import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../../..');
const BUNDLE = join(PROJECT, 'dist/bundle');

const bundle = () => promisify(execFile)(process.execPath, [join(PROJECT, 'ingest/deploy/bundle-worker.ts')]);

test('a bundle nothing of which has changed is not made again, and the PostgreSQL driver is a module of its own', async () => {
  await bundle();
  const made = (await stat(join(BUNDLE, 'worker.js'))).mtimeMs;
  await bundle();
  expect((await stat(join(BUNDLE, 'worker.js'))).mtimeMs).toBe(made);
  expect((await readdir(BUNDLE)).some((name) => /^open-postgres-corpus-.*\.js$/.test(name))).toBe(true);
}, 120_000);
