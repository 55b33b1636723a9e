import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_PLAN } from '../doubles/sample-documents.ts';
import { endlessAsk } from '../doubles/scripted-ask.ts';
import { scriptedJobs } from '../doubles/scripted-jobs.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { type Site, startSite } from './site.ts';

const chromium = findChromium();
const DOCUMENT = `/van-ban/${SAMPLE_PLAN.document.id}`;
const TOKEN = 'ma-quan-tri';

describe.skipIf(chromium === null)('in a real browser', () => {
  const waiting = endlessAsk();
  const uploaded: string[] = [];
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
    site = await startSite({ adminToken: TOKEN, jobs: scriptedJobs(uploaded) }, waiting.ask);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page in a context of its own and fails the test on any script error, refused resource or foreign host. */
  async function visit(path: string, use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    try {
      await page.goto(site.origin + path);
      await use(page);
    } finally {
      await context.close();
    }
    expect(complaints).toEqual([]);
  }

  async function ask(page: Page, question: string) {
    await page.getByLabel('Câu hỏi').fill(question);
    await page.getByRole('button', { name: 'Hỏi', exact: true }).click();
  }

  test('a question is answered, and a citation opens its highlighted lines beside it', async () => {
    await visit('/', async (page) => {
      await ask(page, 'Tỉ lệ thất nghiệp thành thị?');
      await page.getByRole('link', { name: 'Căn cứ 1: 50/KH-UBND' }).click();
      const panel = page.getByRole('dialog', { name: 'Đoạn nguyên văn' });
      await panel.getByText('dòng 9–15').waitFor();
      expect(await panel.locator('mark').allTextContents()).toEqual([
        'Tỉ lệ thất nghiệp <b>thành thị</b>',
        '%',
        '< 4',
        '< 2,35',
      ]);
      await panel.getByRole('button', { name: 'Căn cứ sau' }).click();
      await panel.getByText('dòng 6–7').waitFor();
      await page.goBack();
      await panel.waitFor({ state: 'hidden' });
    });
  });

  test('a link to an open passage opens it again', async () => {
    await visit('/', async (page) => {
      await ask(page, 'Tỉ lệ thất nghiệp thành thị?');
      await page.getByRole('link', { name: 'Xem trong văn bản' }).first().click();
      await page.getByText('dòng 9–15').last().waitFor();
      const shared = page.url();
      await page.goto('about:blank');
      await page.goto(shared);
      await page.getByRole('dialog').getByText('dòng 9–15').waitFor();
    });
  });

  test('an answer under way can be stopped, and the service stops too', async () => {
    await visit('/', async (page) => {
      await ask(page, 'Chờ mãi');
      await page.getByText('Đang đọc câu hỏi …').waitFor();
      await page.getByRole('button', { name: 'Dừng' }).click();
      await page.getByText('Đã dừng.').waitFor();
      await waiting.aborted;
    });
  });

  test('feedback with a reason is taken without leaving the page', async () => {
    await visit('/', async (page) => {
      await ask(page, 'Sở nào?');
      await page.getByText('Không', { exact: true }).click();
      await page.getByLabel('Thiếu ý').check();
      await page.getByRole('button', { name: 'Gửi phản hồi' }).click();
      await page.getByText('Cảm ơn phản hồi của anh/chị.').waitFor();
    });
  });

  test('a conversation is kept in the browser and can be taken up again', async () => {
    await visit('/', async (page) => {
      await ask(page, 'Sở nào chủ trì?');
      await page.getByRole('heading', { name: 'Căn cứ' }).waitFor();
      await page.goto(`${site.origin}/`);
      await page.getByText('Các cuộc trao đổi trước (1)').click();
      await page.getByRole('button', { name: 'Sở nào chủ trì?', exact: true }).click();
      await page.getByRole('heading', { name: 'Sở nào chủ trì?' }).waitFor();
    });
  });

  test('with the keyboard alone one asks, reads the source and comes back', async () => {
    await visit('/', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Đến nội dung chính');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Sở nào chủ trì?');
      await page.keyboard.press('Enter');
      const chip = page.getByRole('link', { name: 'Căn cứ 1: 50/KH-UBND' });
      await chip.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('dòng 9–15').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Căn cứ 1: 50/KH-UBND');
    });
  });

  test('filters apply at once and stand in the address', async () => {
    await visit('/chi-tieu', async (page) => {
      await page.getByLabel('Tỉnh').selectOption('Đồng Nai');
      await page.waitForURL(/tinh=%C4%90%E1%BB%93ng\+Nai/);
      await page.getByText('2 trong 2 chỉ tiêu.').waitFor();
    });
  });

  test('an indicator is compared as bars and as a table', async () => {
    await visit('/chi-tieu', async (page) => {
      await page.getByRole('link', { name: 'Tỉ lệ hộ nghèo' }).first().click();
      await page.getByRole('img', { name: /Biểu đồ: Tỉ lệ hộ nghèo/ }).waitFor();
      expect(await page.locator('.chart rect').count()).toBe(2);
      expect(await page.getByLabel('Bảng so sánh').getByRole('row').count()).toBe(3);
    });
  });

  test('an administrator uploads a plan and sees the report', async () => {
    await visit('/quan-tri', async (page) => {
      await page.getByLabel('Mã quản trị').fill(TOKEN);
      await page.getByRole('button', { name: 'Vào' }).click();
      await page
        .getByLabel('Tệp văn bản')
        .setInputFiles({ name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from('nội dung') });
      await page.getByRole('button', { name: 'Tải lên và nạp' }).click();
      await page.getByText('1/KH-UBND: 2 chỉ tiêu, 3 nhiệm vụ, 4 đoạn').waitFor();
      await page.getByText('Trong kho có 6 văn bản.').waitFor();
      expect(uploaded).toEqual(['ke-hoach.txt: nội dung']);
    });
  });

  test('without JavaScript one asks and reads the marked passage all the same', async () => {
    const options = { javaScriptEnabled: false };
    const read = async (page: Page) => {
      await ask(page, 'Tỉ lệ thất nghiệp thành thị?');
      await page.getByRole('link', { name: 'Xem trong văn bản' }).first().click();
      expect(await page.locator('.source-text mark').first().textContent()).toBe('Tỉ lệ thất nghiệp <b>thành thị</b>');
      expect(await page.locator('#L9').count()).toBe(1);
    };
    await visit('/', read, options);
  });

  const pages = [
    '/',
    '/?hoi=S%E1%BB%9F+n%C3%A0o',
    '/van-ban',
    DOCUMENT,
    `${DOCUMENT}?dong=9-15#L9`,
    `${DOCUMENT}?xem=theo-dong`,
    `${DOCUMENT}?xem=chi-tieu`,
    `${DOCUMENT}?xem=nhiem-vu`,
    `${DOCUMENT}?xem=quyen-loi`,
    '/chi-tieu',
    '/chi-tieu?so-sanh=T%E1%BB%89+l%E1%BB%87+h%E1%BB%99+ngh%C3%A8o',
    '/nhiem-vu',
    '/nhiem-vu?co-quan=S%E1%BB%9F+N%E1%BB%99i+v%E1%BB%A5&vai-tro=bao-cao',
    '/huong-dan',
    '/quan-tri',
    '/docs',
  ];
  const looks = [
    { name: 'wide and light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
    { name: 'narrow and dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  ] as const;

  test.each(looks.flatMap(({ name, ...look }) => pages.map((path) => ({ path, name, look }))))(
    '$path, $name, is accessible and fits its screen',
    async ({ path, look }) => {
      const check = async (page: Page) => {
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
      };
      await visit(path, check, look);
    },
  );
});
