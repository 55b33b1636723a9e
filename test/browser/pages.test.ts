import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endlessAsk } from '../doubles/scripted-ask.ts';
import { scriptedJobs } from '../doubles/scripted-jobs.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { type Site, startSite } from './site.ts';
import { ask, type Visit, visitPage } from './visit.ts';

const chromium = findChromium();
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

  const visit: Visit = (path, use, options) => visitPage(browser, { site, path, use, options });

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

  test('on a phone the cited row is shown with all its values, and nothing has to be pushed aside', async () => {
    const options = { viewport: { width: 360, height: 740 } };
    const read = async (page: Page) => {
      await ask(page, 'Tỉ lệ thất nghiệp thành thị?');
      await page.getByRole('link', { name: 'Xem trong văn bản' }).first().click();
      const value = page.getByRole('dialog').locator('mark', { hasText: '< 2,35' });
      await value.waitFor();
      const box = await value.boundingBox();
      expect(box === null ? null : box.x + box.width).toBeLessThanOrEqual(360);
    };
    await visit('/', read, options);
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
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
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

  test('without JavaScript one gives feedback and filters too', async () => {
    await visit(
      '/',
      async (page) => {
        await ask(page, 'Sở nào?');
        await page.getByText('Không', { exact: true }).click();
        await page.getByLabel('Khó hiểu').check();
        await page.getByRole('button', { name: 'Gửi phản hồi' }).click();
        await page.getByRole('heading', { name: 'Đã nhận phản hồi' }).waitFor();
        await page.goto(`${site.origin}/chi-tieu`);
        await page.getByLabel('Tỉnh').selectOption('Đồng Nai');
        await page.getByRole('button', { name: 'Lọc' }).click();
        await page.getByText('2 trong 2 chỉ tiêu.').waitFor();
      },
      { javaScriptEnabled: false },
    );
  });

  test('the address of a question holds its province, and asks the same again', async () => {
    await visit('/', async (page) => {
      await page.getByLabel('Tỉnh').selectOption('Bắc Giang');
      await ask(page, 'Sở nào chủ trì?');
      await page.getByRole('heading', { name: 'Căn cứ' }).waitFor();
      const shared = page.url();
      expect(Object.fromEntries(new URL(shared).searchParams)).toEqual({ hoi: 'Sở nào chủ trì?', tinh: 'Bắc Giang' });
      await page.goto('about:blank');
      await page.goto(shared);
      await page.getByRole('heading', { name: 'Sở nào chủ trì?' }).waitFor();
      expect(await page.getByLabel('Tỉnh').inputValue()).toBe('Bắc Giang');
    });
  });

  test('an answer is copied with its sources and their addresses', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    await visit(
      '/',
      async (page) => {
        await ask(page, 'Sở nào chủ trì?');
        await page.getByRole('button', { name: 'Sao chép kèm căn cứ' }).click();
        await page.getByRole('button', { name: 'Đã sao chép' }).waitFor();
        const copied = await page.evaluate<string>('navigator.clipboard.readText()');
        expect(copied).toContain('Đến năm 2030 dưới 2,35%. [1]');
        expect(copied).toContain('[1] 50/KH-UBND, Ủy ban nhân dân tỉnh Bắc Giang');
        expect(copied).toContain(`${site.origin}/van-ban/50-kh-ubnd-bac-giang-2024?dong=9-15`);
      },
      options,
    );
  });

  test('a printed answer is the answer and its sources, without what is only for a screen', async () => {
    await visit('/?hoi=S%E1%BB%9F+n%C3%A0o', async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('Sở Nội vụ chủ trì khen thưởng.').first().isVisible()).toBe(true);
      expect(await page.locator('.citation').count()).toBe(2);
      const hidden = ['.site-header nav', '.question-form', '.feedback', '.answer-actions'];
      expect(await Promise.all(hidden.map((part) => page.locator(part).isVisible()))).toEqual(hidden.map(() => false));
    });
  });

  test('who asked for less motion gets none', async () => {
    await visit(
      '/',
      async (page) => {
        await ask(page, 'Chờ mãi');
        await page.getByText('Đang đọc câu hỏi …').waitFor();
        const animation = `getComputedStyle(document.querySelector('.progress'), '::before').animationName`;
        expect(await page.evaluate(animation)).toBe('none');
      },
      { reducedMotion: 'reduce' },
    );
  });

  test('a service that is gone is said, and the question stays in its box', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.origin}/`);
    await context.setOffline(true);
    await ask(page, 'Sở nào?');
    await page.getByText('Không kết nối được với máy chủ.').waitFor();
    expect(await page.getByLabel('Câu hỏi').inputValue()).toBe('Sở nào?');
    await context.close();
  });
});
