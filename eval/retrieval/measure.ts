import { seededRandom } from '../training/random.ts';
import { type Accents, withAccents } from './accents.ts';
import type { RetrievalSet } from './beir.ts';
import type { Method } from './method.ts';
import { ndcg } from './metrics/ndcg.ts';
import { recall } from './metrics/recall.ts';
import { reciprocalRank } from './metrics/reciprocal-rank.ts';

/** What one method reached on one set. Shares are 0 … 1, times are milliseconds. */
export interface Measurement {
  readonly set: string;
  readonly method: string;
  readonly accents: Accents;
  readonly n: number;
  readonly recall: Readonly<Record<'1' | '5' | '10' | '20', number>>;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly p50ms: number;
  readonly p95ms: number;
}

const DEPTH = 20;
/** Questions asked before the clock counts, for the compiler to settle. */
const WARM_UP = 50;

/**
 * Asks the questions of a set with every kind of accents: all of them, or as many as fit into `seconds` for each kind.
 * The order is drawn once for all methods, so that those a slow one is asked are a fair sample; `n` says how many.
 */
export async function measure(
  set: RetrievalSet,
  method: Method,
  kinds: readonly Accents[],
  seconds = Number.POSITIVE_INFINITY,
): Promise<readonly Measurement[]> {
  const search = await method.open(set.corpus);
  const warm = performance.now() + seconds * 1000;
  const queries = seededRandom(1).shuffle([...set.queries]);
  for (const { text } of queries.slice(0, WARM_UP)) if (performance.now() < warm) await search(text, DEPTH);
  const measured: Measurement[] = [];
  for (const accents of kinds) {
    const times: number[] = [];
    const rankings: Ranked[] = [];
    const deadline = performance.now() + seconds * 1000;
    for (const { id, text } of queries) {
      if (rankings.length > 0 && performance.now() > deadline) break;
      const question = withAccents(text, accents);
      const started = performance.now();
      const ids = await search(question, DEPTH);
      times.push(performance.now() - started);
      rankings.push({ ids, relevant: set.relevant.get(id) ?? new Map() });
    }
    measured.push({ set: set.name, method: method.name, accents, n: rankings.length, ...scores(rankings, times) });
  }
  return measured;
}

interface Ranked {
  readonly ids: readonly string[];
  readonly relevant: ReadonlyMap<string, number>;
}

function scores(rankings: readonly Ranked[], times: number[]) {
  const mean = (score: (ranked: Ranked) => number) =>
    rankings.reduce((sum, ranked) => sum + score(ranked), 0) / Math.max(1, rankings.length);
  const recallAt = (k: number) => mean(({ ids, relevant }) => recall(ids, relevant, k));
  times.sort((a, b) => a - b);
  return {
    recall: { '1': recallAt(1), '5': recallAt(5), '10': recallAt(10), '20': recallAt(20) },
    mrr10: mean(({ ids, relevant }) => reciprocalRank(ids, relevant, 10)),
    ndcg10: mean(({ ids, relevant }) => ndcg(ids, relevant, 10)),
    p50ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p95ms: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}
