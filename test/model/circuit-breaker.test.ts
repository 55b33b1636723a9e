import { expect, test } from 'vitest';
import { circuitBreaker } from '../../src/model/circuit-breaker.ts';
import { ProviderFault } from '../../src/model/provider-fault.ts';

test('after the pause one call is let through, and a trial that never ended makes room for another', () => {
  let now = 0;
  const breaker = circuitBreaker({ threshold: 1, pauseMs: 1_000, now: () => now });
  breaker.failed(new ProviderFault('unavailable'));
  expect(breaker.allows()).toBe(false);
  now = 1_500;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  now = 62_000;
  expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
  breaker.succeeded();
  expect([breaker.allows(), breaker.allows()]).toEqual([true, true]);
});
