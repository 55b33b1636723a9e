import { describe, expect, test } from 'vitest';
import { boundedChat } from '../../src/model/bounded-chat.ts';
import type { ChatModel, ChatPiece, ChatRequest } from '../../src/model/chat-model.ts';
import { circuitBreaker } from '../../src/model/circuit-breaker.ts';
import type { ModelCall } from '../../src/model/model-call.ts';
import { ProviderFault } from '../../src/model/provider-fault.ts';

const REQUEST: ChatRequest = { prompt: { name: 'answer', system: '', user: '' }, values: {}, schema: {} };
const never = new AbortController().signal;
const text = (words: string): ChatPiece => ({ kind: 'text', text: words });

/** A model that does, call after call, what the list says: gives pieces, or fails after them. */
function scripted(...calls: readonly (readonly (ChatPiece | ProviderFault | 'hang')[])[]) {
  const seen = { calls: 0, open: 0, most: 0 };
  const model: ChatModel = {
    name: 'scripted',
    stream: async function* (_, signal) {
      const steps = calls[Math.min(seen.calls, calls.length - 1)] ?? [];
      seen.calls += 1;
      seen.open += 1;
      seen.most = Math.max(seen.most, seen.open);
      try {
        for (const step of steps) {
          if (step instanceof ProviderFault) throw step;
          if (step === 'hang')
            await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
          else yield step;
        }
      } finally {
        seen.open -= 1;
      }
    },
  };
  return { model, seen };
}

async function textOf(model: ChatModel, signal = never): Promise<string> {
  let all = '';
  for await (const piece of model.stream(REQUEST, signal)) if (piece.kind === 'text') all += piece.text;
  return all;
}

const down = new ProviderFault('unavailable');

describe('retry', () => {
  test('a call that fails before its first word is made once more', async () => {
    const { model, seen } = scripted([down], [text('có')]);
    expect(await textOf(boundedChat(model, { retryWaitMs: 4 }))).toBe('có');
    expect(seen.calls).toBe(2);
  });

  test('never twice', async () => {
    const { model, seen } = scripted([down]);
    await expect(textOf(boundedChat(model, { retryWaitMs: 4 }))).rejects.toThrow(ProviderFault);
    expect(seen.calls).toBe(2);
  });

  test('not once a word was given', async () => {
    const { model, seen } = scripted([text('nửa'), down]);
    await expect(textOf(boundedChat(model, { retryWaitMs: 4 }))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(seen.calls).toBe(1);
  });

  test.each([
    ['a wrong key', new ProviderFault('unauthorised')],
    ['an empty account', new ProviderFault('quota')],
    ['a request that is refused', new ProviderFault('rejected')],
    ['a limit that lasts longer than one waits', new ProviderFault('rate_limited', { retryAfterMs: 60_000 })],
  ])('not after %s', async (_, fault) => {
    const { model, seen } = scripted([fault]);
    await expect(textOf(boundedChat(model, { retryWaitMs: 4 }))).rejects.toBe(fault);
    expect(seen.calls).toBe(1);
  });
});

describe('time', () => {
  test('a stream that falls silent is left', async () => {
    const { model, seen } = scripted([text('một'), 'hang']);
    await expect(textOf(boundedChat(model, { idleMs: 20 }))).rejects.toMatchObject({ kind: 'stalled' });
    await expect.poll(() => seen.open).toBe(0);
  });

  test('a deadline is a fault of the provider, a reader who leaves is none', async () => {
    const calls: ModelCall[] = [];
    const { model } = scripted(['hang']);
    const bounded = boundedChat(model, { onCall: (call) => calls.push(call) });
    await expect(textOf(bounded, AbortSignal.timeout(20))).rejects.toMatchObject({ kind: 'timeout' });
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(new Error('gone')), 20);
    await expect(textOf(bounded, leaving.signal)).rejects.toThrow('gone');
    expect(calls.map(({ outcome }) => outcome)).toEqual(['timeout', 'abandoned']);
  });

  test('an answer without end is cut', async () => {
    const { model } = scripted(Array.from({ length: 100 }, () => text('x'.repeat(1_000))));
    await expect(textOf(boundedChat(model))).rejects.toMatchObject({ kind: 'broken' });
  });
});

test('only so many calls run at a time, and whoever waits too long is turned away', async () => {
  const { model, seen } = scripted(['hang']);
  const bounded = boundedChat(model, { concurrent: 2, turnMs: 20, idleMs: 200 });
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => textOf(bounded)));
  expect(seen.most).toBe(2);
  const kinds = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.kind : 'answered'));
  expect(kinds).toEqual(['stalled', 'stalled', 'busy']);
});

test('a place is given back by whoever stops reading', async () => {
  const { model, seen } = scripted([text('một'), text('hai')]);
  const bounded = boundedChat(model, { concurrent: 1, turnMs: 20 });
  for (let i = 0; i < 3; i += 1) for await (const _ of bounded.stream(REQUEST, never)) break;
  expect(seen).toMatchObject({ calls: 3, open: 0 });
});

describe('circuit breaker', () => {
  const open = () => {
    let now = 0;
    const breaker = circuitBreaker({ threshold: 2, pauseMs: 1_000, now: () => now });
    return { breaker, pass: (ms: number) => (now += ms) };
  };

  test('opens after faults in a row, tries one call after the pause, and closes when that succeeds', () => {
    const { breaker, pass } = open();
    breaker.failed(down);
    expect(breaker.allows()).toBe(true);
    breaker.failed(down);
    expect(breaker.allows()).toBe(false);
    pass(1_000);
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
    breaker.succeeded();
    expect([breaker.allows(), breaker.allows()]).toEqual([true, true]);
  });

  test('opens again when the trial fails', () => {
    const { breaker, pass } = open();
    breaker.failed(down);
    breaker.failed(down);
    pass(1_000);
    expect(breaker.allows()).toBe(true);
    breaker.failed(down);
    expect(breaker.allows()).toBe(false);
  });

  test('a trial that is given up lets the next one in', () => {
    const { breaker, pass } = open();
    breaker.failed(down);
    breaker.failed(down);
    pass(1_000);
    breaker.allows();
    breaker.failed(new ProviderFault('suspended'));
    expect(breaker.allows()).toBe(false);
    breaker.abandoned();
    expect(breaker.allows()).toBe(true);
  });

  test('a wrong key opens it at once, and a provider that names a time is left alone for it', () => {
    const { breaker, pass } = open();
    breaker.failed(new ProviderFault('unauthorised'));
    expect(breaker.allows()).toBe(false);
    pass(1_000);
    expect(breaker.allows()).toBe(true);
    breaker.failed(new ProviderFault('rate_limited', { retryAfterMs: 20_000 }));
    pass(19_000);
    expect(breaker.allows()).toBe(false);
    pass(1_000);
    expect(breaker.allows()).toBe(true);
  });

  test('while it is open the provider is not called', async () => {
    const { model, seen } = scripted([down]);
    const bounded = boundedChat(model, { retryWaitMs: 4, breaker: circuitBreaker({ threshold: 1 }) });
    await expect(textOf(bounded)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(textOf(bounded)).rejects.toMatchObject({ kind: 'suspended' });
    expect(seen.calls).toBe(2);
  });
});

test('tokens and cost are reported once per call', async () => {
  const calls: ModelCall[] = [];
  const { model } = scripted([text('có'), { kind: 'usage', inputTokens: 1_000, outputTokens: 500 }]);
  await textOf(boundedChat(model, { prices: { input: 1, output: 4 }, onCall: (call) => calls.push(call) }));
  expect(calls).toEqual([
    {
      ...{ model: 'scripted', purpose: 'answer', outcome: 'completed', attempts: 1, ms: expect.any(Number) },
      ...{ inputTokens: 1_000, outputTokens: 500, cost: 0.003 },
    },
  ]);
});
