import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from './site.ts';

/** Opens a page, does something there, and fails the test on any complaint of the browser. */
export type Visit = (
  path: string,
  use: (page: Page) => Promise<void>,
  options?: BrowserContextOptions,
) => Promise<void>;

export interface VisitOptions {
  readonly site: Site;
  readonly path: string;
  readonly use: (page: Page) => Promise<void>;
  readonly options?: BrowserContextOptions | undefined;
}

/** Opens a page in a context of its own and fails the test on any script error, refused resource or foreign host. */
export async function visitPage(browser: Browser, { site, path, use, options = {} }: VisitOptions): Promise<void> {
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

/** Types a question and sends it. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Câu hỏi').fill(question);
  await page.getByRole('button', { name: 'Hỏi', exact: true }).click();
}
