import { describe, expect, test } from 'vitest';
import type { AskRequest } from '../../src/answering/ask.ts';
import { askWithin } from '../../src/http/ask/ask-events.ts';
import { endlessAsk, SAMPLE_ANSWER, scriptedAsk } from '../doubles/scripted-ask.ts';
import { eventsOf, testApp } from '../doubles/test-app.ts';

const REQUEST: AskRequest = {
  question: 'Sở nào?',
  history: [],
  conversationId: null,
  filters: { province: null, documentIds: null },
  asOf: null,
};
const ANSWER_ID = /^[\da-f-]{36}$/;
const JSON_HEADERS = { 'Content-Type': 'application/json' };

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
}

describe('POST /api/ask', () => {
  test('answers with the whole answer as JSON', async () => {
    const response = await testApp().request('/api/ask', post({ question: 'Sở nào chủ trì?' }));
    expect(response.headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...SAMPLE_ANSWER, id: expect.stringMatching(ANSWER_ID) });
  });

  test('hands the trimmed question on, with null for what is absent', async () => {
    const seen: unknown[] = [];
    const app = testApp({
      ask: (request, signal) => {
        seen.push(request);
        return scriptedAsk()(request, signal);
      },
    });
    await app.request('/api/ask', post({ question: '  Sở nào?  ', filters: { province: 'Bắc Giang' } }));
    expect(seen).toEqual([
      {
        question: 'Sở nào?',
        history: [],
        conversationId: null,
        filters: { province: 'Bắc Giang', documentIds: null },
        asOf: null,
      },
    ]);
  });

  test('hands the question on without what nobody sees in it; what is null or empty is absent', async () => {
    const seen: unknown[] = [];
    const app = testApp({
      ask: (request, signal) => {
        seen.push(request);
        return scriptedAsk()(request, signal);
      },
    });
    const body = {
      question: '\uFEFFSở\u0000nào\u200B\nchủ trì?\uD800',
      history: null,
      filters: { province: '', documentIds: [] },
      asOf: null,
    };
    expect((await app.request('/api/ask', post(body))).status).toBe(200);
    expect(seen).toEqual([{ ...REQUEST, question: 'Sở nào\nchủ trì?\uFFFD' }]);
  });

  test('streams status, delta and citation, then exactly one answer', async () => {
    const response = await testApp().request(
      '/api/ask',
      post({ question: 'Sở nào chủ trì?' }, { Accept: 'text/event-stream' }),
    );
    expect(response.headers.get('Content-Type')).toContain('text/event-stream');
    const events = eventsOf(await response.text());
    expect(events.map(({ event }) => event)).toEqual([
      'status',
      'status',
      'status',
      'status',
      'delta',
      'citation',
      'answer',
    ]);
    expect(events.at(-1)?.data).toEqual({ ...SAMPLE_ANSWER, id: expect.stringMatching(ANSWER_ID) });
  });

  test('a fault in a stream is told as one error event without its inside', async () => {
    const app = testApp({
      ask: async function* () {
        yield { kind: 'status', step: 'understand' };
        throw new Error('disk on fire at /secret');
      },
    });
    const response = await app.request('/api/ask', post({ question: 'Sở nào?' }, { Accept: 'text/event-stream' }));
    const text = await response.text();
    expect(eventsOf(text).at(-1)).toMatchObject({ event: 'error', data: { status: 500 } });
    expect(text).not.toContain('secret');
  });

  test('a client that leaves the stream stops the work', async () => {
    const { ask, aborted } = endlessAsk();
    const response = await testApp({ ask }).request(
      '/api/ask',
      post({ question: 'Sở nào?' }, { Accept: 'text/event-stream' }),
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await aborted;
  });

  test('a client that leaves before a JSON answer stops the work', async () => {
    const { ask, aborted } = endlessAsk();
    const client = new AbortController();
    const response = testApp({ ask }).request('/api/ask', { ...post({ question: 'Sở nào?' }), signal: client.signal });
    setTimeout(() => client.abort(), 20);
    expect((await response).status).toBe(499);
    await aborted;
  });
});

describe('a malformed request', () => {
  const cases: readonly [name: string, init: RequestInit, status: number, detail: string][] = [
    ['no question', post({}), 400, '"question" phải là một chuỗi'],
    ['an empty question', post({ question: '   ' }), 400, 'để trống'],
    ['control characters alone', post({ question: '\u0000\u0001\u0007' }), 400, 'để trống'],
    ['marks nobody sees', post({ question: '\u200B\uFEFF\u2060' }), 400, 'để trống'],
    ['punctuation alone', post({ question: '?!…' }), 400, 'không có chữ'],
    ['2,001 characters', post({ question: 'ở'.repeat(2_001) }), 400, 'dài quá 2.000 ký tự'],
    ['a question that is a number', post({ question: 42 }), 400, '"question" phải là một chuỗi'],
    ['a question that is null', post({ question: null }), 400, '"question" phải là một chuỗi'],
    ['an array', post([]), 400, 'đối tượng JSON'],
    ['JSON null', post(null), 400, 'đối tượng JSON'],
    ['21 turns', post({ question: 'a', history: Array(21).fill({ role: 'user', content: 'b' }) }), 400, '20 lượt'],
    ['a history that is text', post({ question: 'a', history: 'b' }), 400, 'Trường "history" cần là một danh sách'],
    [
      'a turn without content',
      post({ question: 'a', history: [{ role: 'user' }] }),
      400,
      'Nội dung phải là một chuỗi ký tự',
    ],
    ['a role that is not known', post({ question: 'a', history: [{ role: 'system', content: 'b' }] }), 400, 'Vai'],
    ['a day that does not exist', post({ question: 'a', asOf: '2026-02-30' }), 400, 'YYYY-MM-DD'],
    ['half a JSON', { method: 'POST', headers: JSON_HEADERS, body: '{"question": "a' }, 400, 'JSON hợp lệ'],
    ['an empty body', { method: 'POST', headers: JSON_HEADERS, body: '' }, 400, 'JSON hợp lệ'],
    [
      'bytes that are not UTF-8',
      { method: 'POST', headers: JSON_HEADERS, body: Buffer.from('{"question":"\xff\xfe"}', 'latin1') },
      400,
      'UTF-8',
    ],
    ['plain text', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'a' }, 415, 'application/json'],
    ['no content type', { method: 'POST', body: Buffer.from('{"question":"a"}') }, 415, 'application/json'],
    ['a body of a megabyte', post({ question: 'a', more: 'x'.repeat(1024 * 1024) }), 413, '512 KB'],
    ['GET', { method: 'GET' }, 405, 'POST'],
    ['PUT', { ...post({ question: 'a' }), method: 'PUT' }, 405, 'POST'],
  ];

  test.each(cases)('%s is a problem with its reason', async (_, init, status, detail) => {
    const response = await testApp().request('/api/ask', init);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      status,
      type: expect.stringContaining('problem'),
      title: expect.any(String),
      detail: expect.stringContaining(detail),
    });
  });

  test('2,000 characters typed with separate marks are not too long', async () => {
    const question = 'ở'.normalize('NFD').repeat(2_000);
    expect((await testApp().request('/api/ask', post({ question }))).status).toBe(200);
  });

  test('a wrong method is told which one is right', async () => {
    const response = await testApp().request('/api/ask', { method: 'DELETE' });
    expect(response.headers.get('Allow')).toBe('POST');
  });

  test('an unknown path is a 404 problem', async () => {
    const response = await testApp().request('/api/nope');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('/docs') });
  });

  test('while no index is published every question is a 503 problem', async () => {
    const response = await testApp({ published: false }).request('/api/ask', post({ question: 'Sở nào?' }));
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('npm run ingest') });
  });
});

test('a question that takes longer than the deadline ends as a 504 problem', async () => {
  const { ask, aborted } = endlessAsk();
  const events = askWithin({ deadlineMs: 10 })(ask, REQUEST, new AbortController().signal);
  await expect(Array.fromAsync(events)).rejects.toMatchObject({ status: 504 });
  await aborted;
});
