import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { SEEDS } from './source-of.ts';

const SEED_FOLDER = fileURLToPath(new URL('../../seeds/documents/', import.meta.url));

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'van-ban-'));
  dataDir = join(folder, 'data');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: 'main' | 'inspect', ...args: readonly string[]): Promise<Outcome> {
  const path = fileURLToPath(new URL(`../../ingest/${program}.ts`, import.meta.url));
  const env = { ...process.env, DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...args], { env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });
}

async function publishedIds(): Promise<string[]> {
  const store = openSqliteStore(join(dataDir, 'corpus.sqlite'));
  const documents = await store.documents();
  await store.close();
  return documents.map(({ id }) => id);
}

test('bad files are named with the reason, the rest is ingested, the exit code is 1', { timeout: 30_000 }, async () => {
  await copyFile(join(SEED_FOLDER, SEEDS.dongNai2024), join(folder, 'tot.txt'));
  await writeFile(join(folder, 'rong.txt'), '');
  await writeFile(join(folder, 'khong-co-dau.txt'), 'Hôm nay trời đẹp. Tôi đi chợ.\n');
  const { code, stdout } = await run('main', folder, join(folder, 'khong-co'), '--json');
  const report = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(report.documents).toMatchObject([
    { file: 'tot.txt', status: 'added', counts: { provisions: 19, passages: 39 } },
  ]);
  expect(report.failures.map(({ file, reason }: { file: string; reason: string }) => [file, reason])).toEqual([
    [join(folder, 'khong-co'), 'missing'],
    ['khong-co-dau.txt', 'no-header'],
    ['rong.txt', 'empty'],
  ]);
  expect(await publishedIds()).toEqual(['230-kh-ubnd-dong-nai-2024']);
});

test('when no file is usable the published index stays as it is', { timeout: 30_000 }, async () => {
  await run('main', join(SEED_FOLDER, SEEDS.dongNai2024));
  await writeFile(join(folder, 'rong.txt'), '');
  const { code, stdout } = await run('main', join(folder, 'rong.txt'), '--replace');
  expect(code).toBe(1);
  expect(stdout).toContain('✗ rong.txt: Tệp rỗng.');
  expect(stdout).toContain('Chỉ mục đang dùng giữ nguyên.');
  expect(await publishedIds()).toEqual(['230-kh-ubnd-dong-nai-2024']);
});

test('unchanged files are not read again; --replace leaves only the given ones', { timeout: 30_000 }, async () => {
  const [first, second] = [join(SEED_FOLDER, SEEDS.dongNai2024), join(SEED_FOLDER, SEEDS.dakLak)];
  await run('main', first, second);
  const again = JSON.parse((await run('main', first, '--json')).stdout);
  expect(again.documents).toMatchObject([{ id: '230-kh-ubnd-dong-nai-2024', status: 'unchanged', counts: null }]);
  expect(await publishedIds()).toHaveLength(2);
  await run('main', second, '--replace');
  expect(await publishedIds()).toEqual(['08-ct-tu-dak-lak-2021']);
});

test('a file read by an earlier version of the readers is read again', { timeout: 30_000 }, async () => {
  const file = join(SEED_FOLDER, SEEDS.dongNai2024);
  await run('main', file);
  const database = new DatabaseSync(join(dataDir, 'corpus.sqlite'));
  database.exec(`UPDATE documents SET metadata = json_set(metadata, '$.source.reader', 'earlier')`);
  database.close();
  const statusAfter = async () => JSON.parse((await run('main', file, '--json')).stdout).documents[0].status;
  expect(await statusAfter()).toBe('updated');
  expect(await statusAfter()).toBe('unchanged');
});

test('inspection prints one JSON object in the shapes of the API and touches no index', {
  timeout: 30_000,
}, async () => {
  const { code, stdout } = await run('inspect', join(SEED_FOLDER, SEEDS.bacGiang), '--json');
  const seen = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(Object.keys(seen)).toEqual([
    'document',
    'outline',
    'targets',
    'assignments',
    'entitlements',
    'references',
    'passages',
    'warnings',
  ]);
  expect(seen.document).toMatchObject({
    number: '50/KH-UBND',
    replaces: ['30/KH-UBND'],
    source: { file: SEEDS.bacGiang },
  });
  expect(seen.outline.at(-1)).toMatchObject({ path: ['Phụ lục'], label: 'PHỤ LỤC', startLine: 546 });
  expect(existsSync(dataDir)).toBe(false);
});

test('a text without a recognisable head can still be inspected', { timeout: 30_000 }, async () => {
  await writeFile(join(folder, 'ghi-chu.txt'), '1. Đi chợ.\n\n2. Nấu cơm.\n');
  const { code, stdout } = await run('inspect', join(folder, 'ghi-chu.txt'));
  expect(code).toBe(0);
  expect(stdout).toContain('Số hiệu: (không có)');
  expect(stdout).toContain('dòng 1: Không nhận ra phần đầu của văn bản');
});

test('an unknown option is answered with where to look', { timeout: 30_000 }, async () => {
  const { code, stderr } = await run('main', '--foo');
  expect([code, stderr.trim()]).toEqual([1, 'Không hiểu tùy chọn --foo. Xem các tùy chọn bằng --help.']);
});
