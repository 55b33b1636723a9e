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
 * Asks the questions one after the other, `rounds` times, each round as of the day `dayOf` gives for it; latencies in
 * milliseconds. On another day than before a question is answered anew, not remembered.
 */
export async function measureLoad(
  asker: Asker,
  questions: readonly Question[],
  { rounds = 1, dayOf = (_: number): string | undefined => undefined } = {},
): Promise<Latencies> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const started = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const question of questions) {
      try {
        latencies.push((await asker.ask(question, dayOf(round))).latency);
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return latenciesOf(latencies, failures, performance.now() - started);
}

/** Percentiles and throughput of what a load took. */
export function latenciesOf(latencies: readonly number[], failures: readonly string[], elapsed: number): Latencies {
  return {
    asked: latencies.length,
    failures,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    perSecond: (1000 * latencies.length) / elapsed,
  };
}
