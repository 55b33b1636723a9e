import type { TokenUsage } from './chat-model.ts';
import type { FaultKind } from './provider-fault.ts';

/** One finished call of a model, for logs and metrics. Never its prompt or its answer. */
export interface ModelCall extends TokenUsage {
  readonly model: string;
  /** The prompt it was for: "answer", "rewrite"; "embedding" for questions. */
  readonly purpose: string;
  readonly outcome: 'completed' | 'abandoned' | FaultKind;
  readonly attempts: number;
  readonly ms: number;
  /** In the currency of the configured prices; null when none are. */
  readonly cost: number | null;
}

/** Prices per million tokens. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

/** cost = (input tokens · input price + output tokens · output price) / 1,000,000 */
export function costOf({ inputTokens, outputTokens }: TokenUsage, prices: TokenPrices | null): number | null {
  if (prices === null) return null;
  return (inputTokens * prices.input + outputTokens * prices.output) / 1_000_000;
}
