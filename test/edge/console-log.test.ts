import { afterEach, expect, test, vi } from 'vitest';
import { consoleLog } from '../../src/edge/console-log.ts';

const REQUEST = { requestId: 'r1', method: 'GET', path: '/healthz', route: '/healthz', status: 200, ms: 1.5 };

afterEach(() => {
  vi.restoreAllMocks();
});

/** A log, what it wrote, and the work it asked the platform to wait for. */
function openLog(level: Parameters<typeof consoleLog>[0]) {
  const written: unknown[] = [];
  const kept: Promise<unknown>[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => written.push(JSON.parse(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => written.push(JSON.parse(line)));
  return { log: consoleLog(level, (work) => kept.push(work)), written, kept };
}

test('the line of a request follows its response, and the platform is asked to wait for it', async () => {
  const { log, written, kept } = openLog('info');
  log.request(REQUEST);
  await Promise.resolve();
  expect(written).toEqual([]);
  await Promise.all(kept);
  expect(written).toEqual([{ kind: 'request', ...REQUEST }]);
});

test('a fault is written at once, with its cause', () => {
  const { log, written } = openLog('error');
  log.fault(new Error('no answer', { cause: new Error('cut') }), 'r1');
  expect(written).toEqual([
    expect.objectContaining({ kind: 'fault', requestId: 'r1', message: 'no answer', cause: 'Error: cut' }),
  ]);
});

test('a quiet level keeps requests to itself and waits for nothing', () => {
  const { log, written, kept } = openLog('warn');
  log.request(REQUEST);
  expect([written, kept]).toEqual([[], []]);
});
