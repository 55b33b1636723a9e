import { cp, readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DevServer } from '../../ingest/deploy/dev-server.ts';
import { eventsOf } from '../doubles/test-app.ts';
import { parityWithNode } from './parity.ts';
import { type WorkerSite, workerSite } from './worker-server.ts';

const TOKEN = 'ma-quan-tri';
const QUESTION = 'Sở nào ở Bắc Giang chủ trì khen thưởng thực hiện Nghị quyết 42?';

let site: WorkerSite;
let server: DevServer;
beforeAll(async () => {
  site = await workerSite();
  server = await site.start({ ADMIN_TOKEN: TOKEN, RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'error' });
}, 120_000);
afterAll(() => site.remove(), 30_000);

const at = (path: string, base = server.url) => new URL(path, base);
const post = (path: string, body: unknown, headers: Record<string, string> = {}, base = server.url) =>
  fetch(at(path, base), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const Asked = z.object({ id: z.string(), status: z.string() });
const Problem = z.object({ detail: z.string() });

describe('the worker over a snapshot', () => {
  test('answers a question with cited passages', async () => {
    const response = await post('/api/ask', { question: QUESTION });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'answered',
      text: expect.stringContaining('Sở Nội vụ'),
      citations: expect.arrayContaining([expect.objectContaining({ documentId: '50-kh-ubnd-bac-giang-2024' })]),
      mode: 'extractive',
    });
  });

  test('streams an answer as events', async () => {
    const response = await post('/api/ask', { question: QUESTION }, { accept: 'text/event-stream' });
    const events = eventsOf(await response.text());
    expect(events.at(-1)).toMatchObject({ event: 'answer', data: { status: 'answered' } });
    expect(events.map(({ event }) => event)).toContain('citation');
  });

  test.each([
    ['/', 'text/html', 'Hỏi đáp chính sách'],
    ['/van-ban', 'text/html', '50/KH-UBND'],
    ['/van-ban/50-kh-ubnd-bac-giang-2024', 'text/html', 'Sở Nội vụ'],
    ['/chi-tieu', 'text/html', 'bảo hiểm y tế'],
    ['/nhiem-vu', 'text/html', 'Sở Nội vụ'],
    ['/assets/style.css', 'text/css', 'body'],
    ['/widget.js', 'javascript', '/api/ask'],
    ['/api/documents', 'application/json', '50-kh-ubnd-bac-giang-2024'],
    ['/api/documents/50-kh-ubnd-bac-giang-2024', 'application/json', 'outline'],
    ['/api/targets?q=bao%20hiem%20y%20te&year=2030', 'application/json', '2030'],
    ['/api/assignments?agency=So%20Noi%20vu&role=lead&format=ics', 'text/calendar', 'BEGIN:VCALENDAR'],
    ['/api/search?q=khen%20thuong', 'application/json', 'khen thưởng'],
    ['/openapi.json', 'application/json', '/api/ask'],
  ])('serves %s', async (path, type, content) => {
    const response = await fetch(at(path));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect((await response.text()).toLowerCase()).toContain(content.toLowerCase());
  });

  test('says that it is ready, and of what', async () => {
    expect(await (await fetch(at('/readyz'))).json()).toMatchObject({ status: 'ready', counts: { documents: 5 } });
  });

  test('keeps the files of the snapshot to itself', async () => {
    const response = await fetch(at('/snapshot/manifest.json'));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('keeps feedback and unanswered questions in D1, for administrators alone', async () => {
    const { id: answerId } = Asked.parse(await (await post('/api/ask', { question: QUESTION })).json());
    const feedback = { answerId, rating: 'down', reason: 'incomplete', comment: 'Thiếu cơ quan phối hợp' };
    expect((await post('/api/feedback', feedback)).status).toBe(204);
    expect((await post('/api/ask', { question: 'Giá vàng hôm nay bao nhiêu một lượng?' })).status).toBe(200);
    const headers = { Authorization: `Bearer ${TOKEN}` };
    expect(await (await fetch(at('/api/admin/feedback'), { headers })).json()).toMatchObject({ items: [feedback] });
    expect((await fetch(at('/api/admin/unanswered'))).status).toBe(401);
    expect((await fetch(at('/api/admin/unanswered'), { headers })).status).toBe(200);
  });

  test('takes no feedback on an answer that was not given', async () => {
    const { id } = Asked.parse(await (await post('/api/ask', { question: QUESTION })).json());
    const other = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
    for (const answerId of ['a1', crypto.randomUUID(), other]) {
      expect((await post('/api/feedback', { answerId, rating: 'up' })).status).toBe(404);
    }
  });

  test('answers many at once as it answers one', async () => {
    const questions = Array.from({ length: 20 }, (_, i) => `${QUESTION}${' '.repeat(i % 3)}${i}`);
    const answers = await Promise.all(
      questions.map(async (question) => Asked.parse(await (await post('/api/ask', { question })).json())),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['answered']));
  });
});

describe('faults of a deployment', () => {
  const damaged = async (name: string, damage: (snapshot: string) => Promise<void>): Promise<string> => {
    const copy = `${site.assets}-${name}`;
    await cp(site.assets, copy, { recursive: true });
    const [folder = ''] = (await readdir(join(copy, 'snapshot'))).filter((entry) => entry !== 'manifest.json');
    await damage(join(copy, 'snapshot', folder));
    return copy;
  };
  const answersWith = async (variables: Record<string, string>, assets: string) => {
    const other = await site.start({ RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'silent', ...variables }, assets);
    const problems = [];
    for (const ask of [
      () => post('/api/ask', { question: QUESTION }, {}, other.url),
      () => fetch(at('/readyz', other.url)),
    ]) {
      const response = await ask();
      problems.push({ status: response.status, detail: Problem.parse(await response.json()).detail });
    }
    const health = (await fetch(at('/healthz', other.url))).status;
    await other.stop();
    return { problems, health };
  };

  test.each([
    [
      'a truncated part of the index',
      'cut',
      (snapshot: string) => truncate(join(snapshot, 'lexical-0.bin'), 1_000),
      /lexical-0\.bin bị thay đổi hoặc bị cắt.*export:snapshot/,
    ],
    [
      'a truncated document',
      'document',
      async (snapshot: string) => {
        for (const name of await readdir(join(snapshot, 'documents')))
          await truncate(join(snapshot, 'documents', name), 99);
      },
      /documents\/\d+-0\.json bị thay đổi hoặc bị cắt.*export:snapshot/,
    ],
  ])(
    '%s is a 503 that names the remedy, never half an answer',
    async (_, name, damage, detail) => {
      const { problems, health } = await answersWith({}, await damaged(name, damage));
      for (const problem of problems) expect(problem).toEqual({ status: 503, detail: expect.stringMatching(detail) });
      expect(health).toBe(200);
    },
    60_000,
  );

  test('no snapshot is a 503', async () => {
    const empty = await damaged('none', async (snapshot) => rm(join(snapshot, '..'), { recursive: true }));
    const { problems } = await answersWith({}, empty);
    expect(problems.map(({ status }) => status)).toEqual([503, 503]);
  }, 60_000);

  test('an index of another embedder is a 503 that names both', async () => {
    const other = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_EMBEDDING_MODEL: 'another-model' };
    const { problems } = await answersWith(other, site.assets);
    for (const problem of problems)
      expect(problem).toMatchObject({ status: 503, detail: expect.stringContaining('another-model') });
  }, 60_000);

  test('a variable that cannot be used is a 503 that names it', async () => {
    const { problems } = await answersWith({ OPENAI_BASE_URL: 'not an address' }, site.assets);
    expect(problems[0]).toMatchObject({ status: 503, detail: expect.stringContaining('OPENAI_BASE_URL') });
  }, 60_000);
});

// Vectors are scored in 32 bits on Node and in 8 bits here; no answer depends on the difference.
test('Node and the worker give the same status, text and citations to every evaluation question', async () => {
  const { asked, different } = await parityWithNode(site.dataDir, server.url);
  expect(asked).toBeGreaterThan(400);
  expect(different).toEqual([]);
}, 300_000);
