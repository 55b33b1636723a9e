import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/store/postgres/database.ts';
import { postgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { testServer } from '../../doubles/postgres.ts';
import { tcpProxy } from '../../doubles/tcp-proxy.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const SEEDS = join(PROJECT, 'seeds/documents');

const server = await testServer({ overTcp: true });
const url = server.url ?? '';
const folder = mkdtempSync(join(tmpdir(), 'processes-'));
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

let database: Database;
beforeEach(async () => {
  database = await server.empty();
});

/** A process of the command line program on the database. */
interface Ingestion {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

function ingest(options: readonly string[], address = url): Ingestion {
  const child = spawn(process.execPath, [join(PROJECT, 'ingest/main.ts'), ...options], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, DATABASE_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return { child, ended: new Promise((resolve) => child.once('exit', (code) => resolve({ code, said }))) };
}

const rows = (text: string) => database.readPrimary((sql) => sql.rows(text));
const generation = () => postgresStore(database).generation();
/** Waits until a file is read and others are not. */
const inTheMiddle = () =>
  expect
    .poll(() => rows('SELECT count(*)::integer AS n FROM ingestion_jobs WHERE ended_at IS NOT NULL'), {
      ...{ interval: 5, timeout: 60_000 },
    })
    .not.toEqual([{ n: 0 }]);
/** A minute later: what a dead worker held is free again. */
const leasesRunOut = () =>
  database.write((sql) =>
    sql.rows("UPDATE ingestion_jobs SET leased_until = now() - interval '1 second' WHERE leased_until IS NOT NULL"),
  );
const contents = async () => {
  const store = postgresStore(database);
  const documents = await store.documents();
  const whole = await Promise.all(documents.map(({ id }) => store.document(id)));
  return whole.map((document) => [document?.document.id, document?.passages.length, document?.targets.length]);
};

test('a worker that is killed in mid-ingestion leaves nothing half, and another one finishes its run', async () => {
  await ingest([SEEDS]).ended;
  const undisturbed = await contents();
  database = await server.empty();

  const killed = ingest([SEEDS]);
  await inTheMiddle();
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(await generation()).toBeNull();
  expect(await rows('SELECT count(*)::integer AS open FROM ingestion_runs WHERE ended_at IS NULL')).toEqual([
    { open: 1 },
  ]);

  await leasesRunOut();
  expect((await ingest(['--worker']).ended).code).toBe(0);
  expect(await contents()).toEqual(undisturbed);
  expect(undisturbed).toHaveLength(5);
}, 180_000);

test('two processes that ingest the same documents at once both end well, and each document is there once', async () => {
  const ended = await Promise.all([ingest([SEEDS]).ended, ingest([SEEDS]).ended]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(await rows('SELECT count(*)::integer AS n FROM documents WHERE since IS NOT NULL AND until IS NULL')).toEqual([
    { n: 5 },
  ]);
  expect(await rows('SELECT count(*)::integer AS unseen FROM documents WHERE since IS NULL')).toEqual([{ unseen: 0 }]);
}, 180_000);

test('an ingestion whose database goes away says so and ends with 1; the next one loses nothing', async () => {
  const proxy = await tcpProxy(url);
  const cut = ingest([SEEDS], proxy.url);
  await inTheMiddle();
  proxy.turn('cut');
  const { code, said } = await cut.ended;
  expect(code).toBe(1);
  expect(said).toMatch(/Không kết nối được cơ sở dữ liệu PostgreSQL/);
  expect(await generation()).toBeNull();
  await proxy.close();

  await leasesRunOut();
  expect((await ingest([SEEDS]).ended).code).toBe(0);
  expect(await contents()).toHaveLength(5);
}, 180_000);
