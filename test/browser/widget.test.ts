import { createServer, type Server } from 'node:http';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AskRequest } from '../../src/answering/ask.ts';
import { scriptedAsk } from '../doubles/scripted-ask.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { CITED, type Site, startSite } from './site.ts';

const chromium = findChromium();

/** A portal whose style sheet does its worst to anything it can reach. */
const HOSTILE_STYLES = `
  html { font-size: 7px; } body { color: #00ff00; background: #fff; letter-spacing: 9px; line-height: 3; }
  * { text-transform: uppercase; } div { padding: 77px !important; display: none !important; opacity: 0 !important; }
  textarea, button, label, p, a { display: none !important; font-size: 3px !important; }`;

describe.skipIf(chromium === null)('the widget on another site', () => {
  const asked: AskRequest[] = [];
  let browser: Browser;
  let portal: { readonly origin: string; readonly close: () => Promise<void> };
  let site: Site;

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
    portal = await startPortal(() => site.origin);
    site = await startSite({ corsOrigins: [portal.origin] }, null, (request, signal) => {
      asked.push(request);
      return scriptedAsk({ ...CITED, followUps: ['Cơ quan nào phối hợp?'] })(request, signal);
    });
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await site?.close();
  });

  async function visit(use: (page: Page) => Promise<void>, look: 'light' | 'dark' = 'light'): Promise<string[]> {
    const page = await browser.newPage({ colorScheme: look });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(`${portal.origin}/`);
      await use(page);
    } finally {
      await page.close();
    }
    return complaints;
  }

  async function ask(page: Page, question: string): Promise<void> {
    await page.getByLabel('Hỏi đáp chính sách: Bắc Giang').fill(question);
    await page.getByRole('button', { name: 'Hỏi', exact: true }).click();
  }

  test('asks for its province and shows the answer with sources that lead to the service', async () => {
    const complaints = await visit(async (page) => {
      await ask(page, 'Tỉ lệ thất nghiệp?');
      const source = page.getByRole('link', { name: '50/KH-UBND, dòng 9' });
      await source.waitFor();
      expect(await source.getAttribute('href')).toBe(`${site.origin}/van-ban/50-kh-ubnd-bac-giang-2024#L9`);
      await page.getByText('Đến năm 2030 dưới 2,35% [1].').waitFor();
      await page.getByRole('button', { name: 'Cơ quan nào phối hợp?' }).click();
      await page.getByText('Đến năm 2030').waitFor();
    });
    expect(complaints).toEqual([]);
    expect(asked.map(({ question, filters }) => [question, filters.province])).toEqual([
      ['Tỉ lệ thất nghiệp?', 'Bắc Giang'],
      ['Cơ quan nào phối hợp?', 'Bắc Giang'],
    ]);
  });

  test('markup in a source is shown as text', async () => {
    await visit(async (page) => {
      await ask(page, 'Tỉ lệ thất nghiệp?');
      await page.getByText('Tỉ lệ thất nghiệp <b>thành thị</b>').waitFor();
    });
  });

  test('neither takes on the styles of the page nor changes them', async () => {
    await visit(async (page) => {
      const box = page.getByLabel('Hỏi đáp chính sách: Bắc Giang');
      expect(await stylesOf(box, ['font-size', 'color', 'letter-spacing', 'text-transform'])).toEqual([
        '17px',
        'rgb(28, 26, 23)',
        'normal',
        'none',
      ]);
      expect(await stylesOf(page.locator('#here + div'), ['display', 'opacity', 'padding-top'])).toEqual([
        'block',
        '1',
        '0px',
      ]);
      expect(await stylesOf(page.getByText('Cổng thông tin'), ['color'])).toEqual(['rgb(0, 255, 0)']);
    });
  });

  test.each(['light', 'dark'] as const)('is accessible for a reader who prefers %s', async (look) => {
    await visit(async (page) => {
      await ask(page, 'Tỉ lệ thất nghiệp?');
      await page.getByRole('link', { name: '50/KH-UBND, dòng 9' }).waitFor();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>(
        'axe.run({ include: { fromShadowDom: ["#here + div", ".box"] } })',
      );
      expect(violations.map(({ id }) => id)).toEqual([]);
    }, look);
  });

  test('says so when the service cannot be reached, and keeps the question', async () => {
    await visit(async (page) => {
      await page.route('**/api/ask', (route) => route.abort());
      await ask(page, 'Tỉ lệ thất nghiệp?');
      await page.getByText('Không kết nối được với dịch vụ hỏi đáp.').waitFor();
      expect(await page.getByLabel('Hỏi đáp chính sách: Bắc Giang').inputValue()).toBe('Tỉ lệ thất nghiệp?');
    });
  });

  test('shows what the service says is wrong', async () => {
    await visit(async (page) => {
      await ask(page, '???');
      await page.getByText('Câu hỏi không có chữ hay số nào.').waitFor();
    });
  });
});

function stylesOf(element: Locator, names: readonly string[]): Promise<string[]> {
  return element.evaluate((node, wanted) => {
    const styles = node.ownerDocument.defaultView?.getComputedStyle(node);
    return wanted.map((name) => styles?.getPropertyValue(name) ?? '');
  }, names);
}

/** Another site, on a port of its own, that embeds the widget. */
async function startPortal(
  service: () => string,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const server: Server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=UTF-8');
    response.end(`<!doctype html><html lang="vi"><title>Cổng</title><style>${HOSTILE_STYLES}</style>
      <main><h1>Cổng thông tin</h1><script id="here" src="${service()}/widget.js" data-province="Bắc Giang"></script></main>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : '';
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
