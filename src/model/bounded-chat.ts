import { setTimeout as wait } from 'node:timers/promises';
import type { ChatModel, ChatPiece, ChatRequest, TokenUsage } from './chat-model.ts';
import { type CircuitBreaker, circuitBreaker } from './circuit-breaker.ts';
import { concurrencyLimit } from './concurrency-limit.ts';
import { costOf, type ModelCall, type TokenPrices } from './model-call.ts';
import { type FaultKind, faultOf, ProviderFault } from './provider-fault.ts';
import { watched } from './watched-stream.ts';

export interface ChatBounds {
  /** How long nothing may come before a stream counts as stalled. */
  readonly idleMs?: number;
  readonly concurrent?: number;
  /** How long a call waits for its turn. */
  readonly turnMs?: number;
  /** The longest pause before the one retry; a provider that asks for more is not tried again. */
  readonly retryWaitMs?: number;
  readonly breaker?: CircuitBreaker;
  readonly prices?: TokenPrices | null;
  readonly onCall?: (call: ModelCall) => void;
}

/** Characters after which an answer is no answer: nobody asks for that much. */
const LONGEST_ANSWER = 40_000;

/** Faults that pass by themselves, and fast. */
const PASSING: ReadonlySet<FaultKind> = new Set<FaultKind>(['unavailable', 'rate_limited']);

/**
 * A chat model within bounds: a limit of calls at a time, an idle watchdog, at most one retry and only before the
 * first word, and a circuit breaker. Whatever goes wrong is thrown as `ProviderFault`; an abort is passed on as it is,
 * except that a deadline (`TimeoutError`) counts as the provider's fault.
 */
export function boundedChat(model: ChatModel, bounds: ChatBounds = {}): ChatModel {
  const { idleMs = 8_000, concurrent = 8, turnMs = 2_000, retryWaitMs = 1_000, prices = null } = bounds;
  const { breaker = circuitBreaker(), onCall = () => {} } = bounds;
  const limit = concurrencyLimit(concurrent, turnMs);

  async function* tryOnce(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPiece> {
    const stop = new AbortController();
    try {
      const both = AbortSignal.any([signal, stop.signal]);
      let length = 0;
      for await (const piece of watched(model.stream(request, both), idleMs, signal)) {
        if (piece.kind === 'text') length += piece.text.length;
        if (length > LONGEST_ANSWER) throw new ProviderFault('broken');
        yield piece;
      }
    } finally {
      stop.abort();
    }
  }

  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPiece> {
    const started = performance.now();
    let usage: TokenUsage = { inputTokens: 0, outputTokens: 0 };
    let attempts = 0;
    let outcome: ModelCall['outcome'] = 'abandoned';
    let leave = () => {};
    try {
      if (!breaker.allows()) throw new ProviderFault('suspended');
      leave = await limit.enter(signal);
      for (let begun = false; ; ) {
        attempts += 1;
        try {
          for await (const piece of tryOnce(request, signal)) {
            begun = true;
            if (piece.kind === 'usage') usage = piece;
            yield piece;
          }
          break;
        } catch (error) {
          if (signal.aborted) throw error;
          const fault = faultOf(error);
          const pause = fault.retryAfterMs ?? retryWaitMs / 4;
          if (begun || attempts > 1 || !PASSING.has(fault.kind) || pause > retryWaitMs) throw fault;
          await wait(pause, undefined, { signal });
        }
      }
      outcome = 'completed';
      breaker.succeeded();
    } catch (error) {
      if (signal.aborted && !isTimeout(signal.reason)) throw signal.reason;
      const fault = signal.aborted ? new ProviderFault('timeout', { cause: error }) : faultOf(error);
      outcome = fault.kind;
      breaker.failed(fault);
      throw fault;
    } finally {
      leave();
      if (outcome === 'abandoned') breaker.abandoned();
      const ms = Math.round(performance.now() - started);
      const { inputTokens, outputTokens } = usage;
      const cost = costOf(usage, prices);
      onCall({
        model: model.name,
        purpose: request.prompt.name,
        outcome,
        attempts,
        ms,
        inputTokens,
        outputTokens,
        cost,
      });
    }
  }

  return { name: model.name, stream };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}
