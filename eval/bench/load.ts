import type { Asker } from '../asker.ts';
import { percentile } from '../metrics/mean.ts';
import type { Question } from '../question.ts';

export interface Latencies {
  readonly asked: number;
  /** What went wrong, once per question that failed. */
  readonly failures: readonly string[];
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly perSecond: number;
}

/**
 * Asks the questions round and round, `clients` at a time, until `rounds` are done or the time is up; latencies in
 * milliseconds.
 */
export async function measureLoad(
  asker: Asker,
  questions: readonly Question[],
  { clients = 1, rounds = 1, seconds = Number.POSITIVE_INFINITY } = {},
): Promise<Latencies> {
  const latencies: number[] = [];
  const failures: string[] = [];
  let next = 0;
  const started = performance.now();
  const last = questions.length * rounds;
  const work = async () => {
    while (next < last && performance.now() - started < seconds * 1000) {
      const question = questions[next++ % questions.length];
      if (question === undefined) return;
      try {
        latencies.push((await asker.ask(question)).latency);
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  const elapsed = (performance.now() - started) / 1000;
  return {
    asked: latencies.length,
    failures,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    perSecond: latencies.length / elapsed,
  };
}
