import { describe, expect, test } from 'vitest';
import { testApp } from '../doubles/test-app.ts';

const ASK = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ question: 'Sở nào?' }),
};

describe('every response', () => {
  test.each(['/', '/api/documents', '/nope', '/assets/style.css'])(
    '%s forbids inline script and framing',
    async (path) => {
      const { headers } = await testApp().request(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    },
  );

  test('carries a request id, the client’s own when it is harmless', async () => {
    expect((await testApp().request('/healthz')).headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/);
    const own = await testApp().request('/healthz', { headers: { 'X-Request-Id': 'abc-1' } });
    expect(own.headers.get('X-Request-Id')).toBe('abc-1');
    const forged = await testApp().request('/healthz', { headers: { 'X-Request-Id': 'a b<c>' } });
    expect(forged.headers.get('X-Request-Id')).not.toBe('a b<c>');
  });

  test('names no other site unless one is configured', async () => {
    const headers = { Origin: 'https://tinh.gov.vn' };
    const closed = await testApp().request('/api/documents', { headers });
    expect(closed.headers.get('Access-Control-Allow-Origin')).toBeNull();
    const open = await testApp({ corsOrigins: ['https://tinh.gov.vn'] }).request('/api/documents', { headers });
    expect(open.headers.get('Access-Control-Allow-Origin')).toBe('https://tinh.gov.vn');
  });

  test('a fault of ours shows nothing of its inside, and is reported', async () => {
    const faults: unknown[] = [];
    const app = testApp({
      faults,
      // biome-ignore lint/correctness/useYield: it fails before it yields
      ask: async function* () {
        throw new Error('no such table: secret');
      },
    });
    const response = await app.request('/api/ask', ASK);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(String(faults[0])).toContain('secret');
  });
});

describe('the rate limit', () => {
  test('lets a minute’s worth through, then answers 429 with the time to wait', async () => {
    const app = testApp({ rateLimitPerMinute: 2, now: () => 0 });
    expect((await app.request('/api/ask', ASK)).status).toBe(200);
    expect((await app.request('/api/ask', ASK)).status).toBe(200);
    const refused = await app.request('/api/ask', ASK);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('30');
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('30 giây') });
  });

  test('counts clients apart and refills evenly', async () => {
    let time = 0;
    const app = testApp({ rateLimitPerMinute: 1, now: () => time });
    const as = (client: string) => ({ ...ASK, headers: { ...ASK.headers, 'X-Test-Client': client } });
    expect((await app.request('/api/ask', as('a'))).status).toBe(200);
    expect((await app.request('/api/ask', as('a'))).status).toBe(429);
    expect((await app.request('/api/ask', as('b'))).status).toBe(200);
    time = 60_000;
    expect((await app.request('/api/ask', as('a'))).status).toBe(200);
  });

  test.each([
    ['a question in the address', '/?hoi=S%E1%BB%9F+n%C3%A0o', {}],
    ['a question from a plain form', '/', { method: 'POST', body: new URLSearchParams({ 'cau-hoi': 'Sở nào?' }) }],
  ])('counts %s too, and tells a person on a page', async (_, path, init) => {
    const app = testApp({ rateLimitPerMinute: 1, now: () => 0 });
    expect((await app.request(path, init)).status).toBe(200);
    const refused = await app.request(path, { ...init, headers: { Accept: 'text/html' } });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect(await refused.text()).toContain('Hãy thử lại sau 60 giây.');
  });

  test('lets other sites call the interface, never the pages', async () => {
    const headers = { Origin: 'https://tinh.gov.vn' };
    const app = testApp({ corsOrigins: ['https://tinh.gov.vn'] });
    expect((await app.request('/', { headers })).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('leaves health checks alone', async () => {
    const app = testApp({ rateLimitPerMinute: 1, now: () => 0 });
    for (let i = 0; i < 5; i++) expect((await app.request('/healthz')).status).toBe(200);
  });
});
