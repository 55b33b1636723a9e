import { afterEach, describe, expect, test } from 'vitest';
import { inOrder } from '../../../ingest/threads/in-order.ts';
import { workHere } from '../../../ingest/threads/ingestion-work.ts';
import { threadPool } from '../../../ingest/threads/thread-pool.ts';
import { workInThreads } from '../../../ingest/threads/work-in-threads.ts';
import { testEmbedder } from '../../doubles/test-embedder.ts';

const pool = () => threadPool(new URL('./answering-thread.ts', import.meta.url), 2);

describe('a pool of threads', () => {
  let threads = pool();
  afterEach(() => threads.close());

  test('does more pieces of work than it has threads, and each gets its own answer', async () => {
    const pieces = [30, 1, 20, 2, 10, 3];
    expect(await Promise.all(pieces.map((piece) => threads.run<number>(piece)))).toEqual([60, 2, 40, 4, 20, 6]);
  });

  test('tells of a thread that died, and goes on with another', async () => {
    threads = pool();
    const pieces = ['deadly', 1, 'deadly', 2, 'deadly', 3].map((piece) => threads.run<number>(piece));
    const results = await Promise.allSettled(pieces);
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)))).toEqual([
      'ThreadDiedError: Một luồng xử lý dừng giữa chừng (not a number).',
      2,
      'ThreadDiedError: Một luồng xử lý dừng giữa chừng (not a number).',
      4,
      'ThreadDiedError: Một luồng xử lý dừng giữa chừng (not a number).',
      6,
    ]);
  });

  test('gives no work to a thread that has ended', async () => {
    threads = pool();
    expect(await threads.run<number>(-1)).toBe(-2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await threads.run<number>(1)).toBe(2);
  });

  test('a file that ends its thread is a failure of that file; anything else ends the run', async () => {
    threads = pool();
    const here = workHere(testEmbedder, () => {
      throw new Error('no cache is needed');
    });
    const work = workInThreads(threads, testEmbedder, here);
    expect(await work.read('a.txt')).toMatchObject({ kind: 'failure', reason: 'crashed' });
    const search = { rows: new Uint8Array(16), centroids: new Uint8Array(16), dimensions: 16 };
    await expect(work.nearest(search)).rejects.toThrow(/giữ nguyên.*--threads 1/);
  });
});

describe('work in order', () => {
  const collect = async (pieces: AsyncIterable<number>) => {
    const all: number[] = [];
    for await (const piece of pieces) all.push(piece);
    return all;
  };

  test('yields results in the order of the items, and never has more under way than it may', async () => {
    let going = 0;
    let most = 0;
    const work = async (milliseconds: number) => {
      going += 1;
      most = Math.max(most, going);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      going -= 1;
      return milliseconds;
    };
    const items = [30, 1, 20, 2, 10, 3, 5];
    expect(await collect(inOrder(items, 3, work))).toEqual(items);
    expect(most).toBe(3);
  });

  test('ends with the first piece that fails, and no other failure goes unhandled', async () => {
    const work = async (item: number) => {
      if (item > 1) throw new Error(`broken ${item}`);
      return item;
    };
    await expect(collect(inOrder([1, 2, 3, 4], 3, work))).rejects.toThrow('broken 2');
  });
});
