import { afterAll, beforeAll, expect, test } from 'vitest';
import type { createApp } from '../../src/app.ts';
import { OTHER_PLAN, SAMPLE_PLAN } from '../doubles/sample-documents.ts';
import { sampleStore } from '../doubles/sample-store.ts';
import { testApp } from '../doubles/test-app.ts';

let app: ReturnType<typeof createApp>;
let remove: () => Promise<void>;

beforeAll(async () => {
  const sample = await sampleStore([SAMPLE_PLAN, OTHER_PLAN]);
  remove = sample.remove;
  app = testApp({ store: sample.store, now: () => Date.parse('2026-11-23T00:00:00Z') });
});
afterAll(() => remove());

const BROWSER = { Accept: 'text/html' };
const PLAN = `/van-ban/${SAMPLE_PLAN.document.id}`;

async function html(path: string, init: RequestInit = {}): Promise<string> {
  const response = await app.request(path, { headers: BROWSER, ...init });
  expect(response.headers.get('Content-Type')).toContain('text/html');
  return response.text();
}

function form(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

test.each([PLAN, `${PLAN}?xem=theo-dong`, `${PLAN}?xem=chi-tieu`, `${PLAN}/doan?dong=9-15`, '/chi-tieu'])(
  '%s shows markup in a document as text',
  async (path) => {
    const page = await html(path);
    expect(page).toContain('&lt;b&gt;thành thị&lt;/b&gt;');
    expect(page).not.toContain('<b>');
  },
);

test('a question posted by a plain form is answered on a full page', async () => {
  const page = await html('/', form({ 'cau-hoi': 'Sở nào chủ trì?' }));
  expect(page).toContain('Sở nào chủ trì?');
  expect(page).toContain('href="/van-ban/50-kh-ubnd-bac-giang-2024?dong=128-128');
  expect(page).toContain('name="lich-su"');
});

test('a question that is too long comes back in its box with what to do', async () => {
  const response = await app.request('/', form({ 'cau-hoi': 'x'.repeat(2_001) }));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('Câu hỏi dài quá 2.000 ký tự. Hãy rút gọn rồi gửi lại.');
});

test('what is typed into a filter is text, never markup', async () => {
  const page = await html(`/chi-tieu?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(page).not.toContain('<script>alert');
});

test('a plan whose period is over says so', async () => {
  expect(await html(`/van-ban/${OTHER_PLAN.document.id}`)).toContain('Giai đoạn của văn bản đã kết thúc năm 2025.');
});

test('an agency that was split is shown with who holds its fields now', async () => {
  const page = await html(`/nhiem-vu?co-quan=${encodeURIComponent('Sở Lao động - Thương binh và Xã hội')}`);
  expect(page).toContain('Tên cơ quan trước và sau sắp xếp năm 2025');
});

test('an unknown page is a 404 page for a person and a problem for a program', async () => {
  const page = await app.request('/khong-co', { headers: BROWSER });
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('Trang này không có');
  const problem = await app.request('/khong-co');
  expect(problem.headers.get('Content-Type')).toContain('application/problem+json');
});

test('while nothing is published the pages say so, with 503', async () => {
  const unready = testApp({ published: false });
  expect(await (await unready.request('/')).text()).toContain('đang đọc các văn bản lần đầu');
  expect((await unready.request('/van-ban', { headers: BROWSER })).status).toBe(503);
});
