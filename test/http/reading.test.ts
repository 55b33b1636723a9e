import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
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

async function get(path: string): Promise<unknown> {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return response.json();
}

describe('GET /api/documents', () => {
  test('lists documents by day of issue with their metadata', async () => {
    expect(await get('/api/documents')).toMatchObject({
      total: 2,
      cursor: null,
      items: [{ id: '9491-kh-ubnd-dong-nai-2021' }, { id: '50-kh-ubnd-bac-giang-2024', flags: ['ocr'] }],
    });
  });

  test('filters, whatever the accents', async () => {
    expect(await get('/api/documents?province=bac+giang&year=2024&type=&q=')).toMatchObject({ total: 1 });
  });

  test('pages on with the cursor of the page before', async () => {
    const { cursor, ...first } = z.looseObject({ cursor: z.string() }).parse(await get('/api/documents?limit=1'));
    expect(first).toMatchObject({ total: 2, items: [{ province: 'Đồng Nai' }] });
    expect(await get(`/api/documents?limit=1&cursor=${encodeURIComponent(cursor)}`)).toMatchObject({
      items: [{ province: 'Bắc Giang' }],
      cursor: null,
    });
  });

  test.each([
    ['limit=0', 'từ 1 đến 500'],
    ['limit=abc', 'từ 1 đến 500'],
    ['year=24', 'bốn chữ số'],
    ['cursor=zzz', 'không hợp lệ'],
  ])('%s is a 400 problem', async (query, detail) => {
    const response = await app.request(`/api/documents?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining(detail) });
  });

  test('one document comes with outline, records and warnings', async () => {
    expect(await get('/api/documents/50-kh-ubnd-bac-giang-2024')).toMatchObject({
      signer: { name: 'Mai Sơn', position: 'Phó Chủ tịch' },
      outline: [{ path: ['I'], label: 'I.', title: 'MỤC TIÊU', startLine: 3, endLine: 4, children: [] }, {}, {}],
      targets: [{ indicator: 'Tỉ lệ hộ nghèo' }, { values: [{}, { value: '< 2,35', number: 2.35 }] }],
      assignments: [{ lead: [{ name: 'Sở Nội vụ' }], reporting: { when: 'trước ngày 10/12 hằng năm' } }],
      entitlements: [{ who: 'Hộ nghèo' }],
      warnings: [{ line: 7 }],
    });
  });

  test('an unknown document is a 404 problem that names it', async () => {
    const response = await app.request('/api/documents/nope');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('"nope"') });
  });

  test('the source is given line by line as it was', async () => {
    expect(await get('/api/documents/50-kh-ubnd-bac-giang-2024/source?from=9&to=10')).toMatchObject({
      startLine: 9,
      endLine: 10,
      totalLines: 16,
      lines: [
        { n: 9, text: 'Tỉ lệ thất nghiệp <b>thành thị</b>' },
        { n: 10, text: '|' },
      ],
    });
  });
});

describe('GET /api/targets', () => {
  test('every target carries its document, values and source lines', async () => {
    expect(await get('/api/targets?province=Bắc Giang&q=that nghiep')).toEqual({
      total: 1,
      cursor: null,
      items: [
        {
          id: '50-kh-ubnd-bac-giang-2024:t1',
          documentId: '50-kh-ubnd-bac-giang-2024',
          documentNumber: '50/KH-UBND',
          province: 'Bắc Giang',
          provisionPath: ['Phụ lục'],
          indicator: 'Tỉ lệ thất nghiệp <b>thành thị</b>',
          parent: null,
          group: 'Lao động, việc làm',
          unit: '%',
          scope: 'thành thị',
          monitor: ['Sở Nội vụ'],
          kind: 'target',
          values: [
            { period: '2025', comparator: '<', value: '< 4', number: 4 },
            { period: '2030', comparator: '<', value: '< 2,35', number: 2.35 },
          ],
          quote: 'Tỉ lệ thất nghiệp <b>thành thị</b> | % | < 4 | < 2,35',
          source: { file: '002_sample.txt', startLine: 9, endLine: 15 },
        },
      ],
    });
  });

  test('as CSV there is one row per value', async () => {
    const response = await app.request('/api/targets?format=csv&province=Bắc Giang&q=that nghiep');
    expect(response.headers.get('Content-Type')).toContain('text/csv');
    const rows: unknown = parse(Buffer.from(await response.arrayBuffer()), { columns: true, bom: true });
    expect(rows).toMatchObject([
      { 'Văn bản': '50/KH-UBND', Kỳ: '2025', 'Giá trị': '< 4', Số: '4' },
      { 'Văn bản': '50/KH-UBND', Kỳ: '2030', 'Giá trị': '< 2,35', Số: '2.35' },
    ]);
  });

  test('an unknown format is a 400 problem', async () => {
    expect((await app.request('/api/targets?format=xlsx')).status).toBe(400);
  });
});

describe('GET /api/assignments', () => {
  test('filters by agency and role', async () => {
    expect(await get('/api/assignments?agency=so noi vu&role=lead')).toMatchObject({ total: 2 });
    expect(await get('/api/assignments?agency=so noi vu&role=coordinate')).toMatchObject({ total: 0 });
  });

  test('as CSV a list mark is never run as a formula', async () => {
    const response = await app.request('/api/assignments?format=csv');
    expect(parse(await response.text(), { columns: true, bom: true })).toMatchObject([
      { 'Cơ quan chủ trì': 'Sở Nội vụ', 'Cơ quan phối hợp': 'Sở Tài chính' },
      {},
    ]);
  });

  test('as a calendar every reporting deadline is a yearly all-day event', async () => {
    const response = await app.request('/api/assignments?format=ics&province=Bắc Giang');
    expect(response.headers.get('Content-Type')).toContain('text/calendar');
    const text = await response.text();
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [event, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    expect(event?.getFirstPropertyValue('summary')).toBe('Báo cáo Ủy ban nhân dân tỉnh: Chủ trì khen thưởng');
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2026-12-10');
    expect(String(event?.getFirstPropertyValue('rrule'))).toBe('FREQ=YEARLY');
  });
});
