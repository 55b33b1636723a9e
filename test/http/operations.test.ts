import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSqliteOperationsBook } from '../../src/http/operations/sqlite-operations-book.ts';
import { ProblemError } from '../../src/http/problem.ts';
import { PROBLEM_TEXTS } from '../../src/http/problem-texts.ts';
import { SAMPLE_ANSWER, scriptedAsk } from '../doubles/scripted-ask.ts';
import { scriptedJobs } from '../doubles/scripted-jobs.ts';
import { eventsOf, testApp } from '../doubles/test-app.ts';

const NOW = () => Date.parse('2026-11-23T08:00:00Z');
const TOKEN = 'ma-quan-tri';
const AUTHORISED = { Authorization: `Bearer ${TOKEN}` };

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** The id of an answer just given. */
async function askedIn(app: ReturnType<typeof testApp>): Promise<string> {
  const response = await app.request('/api/ask', post({ question: 'Sở nào?' }));
  return z.object({ id: z.string() }).parse(await response.json()).id;
}

describe('POST /api/feedback', () => {
  test('on an answer given before a restart is kept, for the book keeps the key', async () => {
    const book = openSqliteOperationsBook(':memory:', NOW);
    const answerId = await askedIn(testApp({ book }));
    expect((await testApp({ book }).request('/api/feedback', post({ answerId, rating: 'up' }))).status).toBe(204);
  });

  test('is not taken while the key cannot be read, but answers are given', async () => {
    const faults: unknown[] = [];
    const answerKey = () => Promise.reject(new ProblemError(503, PROBLEM_TEXTS.bookUnavailable));
    const app = testApp({ faults, book: { ...openSqliteOperationsBook(':memory:', NOW), answerKey } });
    const unsealed = await askedIn(app);
    expect(faults).toHaveLength(1);
    const sealed = await askedIn(testApp());
    const statuses = [unsealed, sealed].map(
      async (answerId) => (await app.request('/api/feedback', post({ answerId, rating: 'up' }))).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 503]);
  });

  test.each(['a1', '0b90182e-71fe-43ae-9a9b-47deae8aba0a', '0b90182e-71fe-83ae-9a9b-47deae8aba0a'])(
    'on %s, which no answer had, is a 404 problem that says what to send',
    async (answerId) => {
      const response = await testApp().request('/api/feedback', post({ answerId, rating: 'up' }));
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining('trường "id"') });
    },
  );

  test('is kept and shown to the administrator, newest first', async () => {
    const book = openSqliteOperationsBook(':memory:', NOW);
    const app = testApp({ book, adminToken: TOKEN });
    const [a1, a2] = [await askedIn(app), await askedIn(app)];
    expect((await app.request('/api/feedback', post({ answerId: a1, rating: 'up' }))).status).toBe(204);
    await app.request('/api/feedback', post({ answerId: a2, rating: 'down', reason: 'incomplete', comment: 'Thiếu' }));
    const shown = await app.request('/api/admin/feedback', { headers: AUTHORISED });
    expect(await shown.json()).toEqual({
      items: [
        { at: '2026-11-23T08:00:00.000Z', answerId: a2, rating: 'down', reason: 'incomplete', comment: 'Thiếu' },
        { at: '2026-11-23T08:00:00.000Z', answerId: a1, rating: 'up', reason: null, comment: null },
      ],
    });
  });

  test.each([
    [{ answerId: 'a1', rating: 'meh' }, 'Đánh giá'],
    [{ rating: 'up' }, 'answerId'],
    [{ answerId: 'a1', rating: 'up', comment: 'x'.repeat(1_001) }, 'quá 1000'],
  ])('%o is a 400 problem', async (body, detail) => {
    const response = await testApp().request('/api/feedback', post(body));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining(detail) });
  });
});

describe('the administrator', () => {
  test('without a token set there is no such path', async () => {
    for (const path of ['/api/admin/feedback', '/api/admin/unanswered', '/api/admin/jobs/x', '/quan-tri']) {
      expect((await testApp().request(path, { headers: AUTHORISED })).status).toBe(404);
    }
  });

  test.each([{}, { Authorization: 'Bearer wrong' }, { Authorization: TOKEN }])('%o is refused', async (headers) => {
    const response = await testApp({ adminToken: TOKEN }).request('/api/admin/feedback', { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
  });

  test('sees the questions that got no full answer', async () => {
    const app = testApp({
      adminToken: TOKEN,
      ask: scriptedAsk({ ...SAMPLE_ANSWER, status: 'not_found', citations: [], statements: [] }),
    });
    await app.request('/api/ask', post({ question: 'Giá vàng hôm nay?' }));
    const shown = await app.request('/api/admin/unanswered', { headers: AUTHORISED });
    expect(await shown.json()).toMatchObject({ items: [{ question: 'Giá vàng hôm nay?', status: 'not_found' }] });
  });

  test('uploads files, follows the job to its end and gets the report', async () => {
    const seen: string[] = [];
    const app = testApp({ adminToken: TOKEN, jobs: scriptedJobs(seen) });
    const form = new FormData();
    form.append('files', new File(['nội dung'], 'ke-hoach.txt'));
    const accepted = await app.request('/api/admin/documents', { method: 'POST', headers: AUTHORISED, body: form });
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('Location')).toBe('/api/admin/jobs/j1');
    expect(seen).toEqual(['ke-hoach.txt: nội dung']);
    const followed = await app.request('/api/admin/jobs/j1', {
      headers: { ...AUTHORISED, Accept: 'text/event-stream' },
    });
    expect(eventsOf(await followed.text())).toMatchObject([
      { event: 'progress', data: { state: 'running' } },
      { event: 'done', data: { state: 'done', report: { total: 6 } } },
    ]);
  });

  test('an upload without a file, or that is no form, is refused with the reason', async () => {
    const app = testApp({ adminToken: TOKEN });
    const empty = await app.request('/api/admin/documents', {
      method: 'POST',
      headers: AUTHORISED,
      body: new FormData(),
    });
    expect(empty.status).toBe(400);
    const text = await app.request('/api/admin/documents', { method: 'POST', headers: AUTHORISED, body: 'x' });
    expect(text.status).toBe(415);
  });
});

test('GET /metrics counts requests by route and answers by status', async () => {
  const app = testApp();
  await app.request('/api/ask', post({ question: 'Sở nào?' }));
  const text = await (await app.request('/metrics')).text();
  expect(text).toContain('answers_total{status="answered"} 1');
  expect(text).toMatch(/http_request_duration_seconds_count\{method="POST",route="\/api\/ask",status="200"\} 1/);
});
