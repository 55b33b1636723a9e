import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../ingest/readers/limits.ts';
import { isReadable, readPath, readSource } from '../../../ingest/readers/read.ts';
import { readAs } from '../../fixtures/read.ts';

describe('limits', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readers-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a file of 200 MB is refused without being read', async () => {
    const path = join(folder, 'lon.txt');
    await writeFile(path, 'a');
    await truncate(path, 200 * 1024 * 1024);
    const started = performance.now();
    expect(await readPath(path)).toMatchObject({
      kind: 'failure',
      reason: 'too-large',
      message: 'Tệp lớn 200 MB, vượt giới hạn 50 MB.',
    });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('a missing file and a folder are failures', async () => {
    expect(await readPath(join(folder, 'khong-co.txt'))).toMatchObject({ kind: 'failure', reason: 'unreadable' });
    expect(await readPath(folder)).toMatchObject({ kind: 'failure', reason: 'unreadable' });
  });

  it.each(['a.txt', 'a.md', 'a.html'])('a line of a megabyte in %s is refused with its number', async (name) => {
    const reading = await readAs(name, `một\n${'x '.repeat(524_288)}`);
    expect(reading).toMatchObject({ kind: 'failure', reason: 'too-large' });
    expect(reading.kind === 'failure' && reading.message).toMatch(/^Dòng \d dài/);
  });

  it('a reader that takes too long is stopped', async () => {
    const bytes = new TextEncoder().encode(`<p>${'<b>x'.repeat(200_000)}`);
    const limits = { ...defaultLimits, milliseconds: 30 };
    expect(await readSource({ name: 'a.html', bytes }, limits)).toMatchObject({ kind: 'failure', reason: 'too-large' });
  });

  it('names outside the known formats are refused', async () => {
    expect(isReadable('a.PDF')).toBe(true);
    expect(isReadable('a.exe')).toBe(false);
    expect(await readAs('a.exe', 'x')).toMatchObject({ kind: 'failure', reason: 'unsupported' });
    expect(await readAs('constructor', 'x')).toMatchObject({ kind: 'failure', reason: 'unsupported' });
  });
});
