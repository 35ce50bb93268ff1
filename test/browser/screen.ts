import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface ScreenGiven {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly javaScript?: boolean;
  readonly language?: 'id' | 'en';
}

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page did that none of ours may: requests to another host, errors on the console, scripts that broke. */
  readonly offences: string[];
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A window onto the web, cut off from every host but loopback; `offences` must be empty at the end of a test. */
export async function openScreen(browser: Browser, given: ScreenGiven = {}): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: given.width ?? 1280, height: given.height ?? 900 },
    colorScheme: given.dark ? 'dark' : 'light',
    javaScriptEnabled: given.javaScript ?? true,
    locale: given.language === 'en' ? 'en-GB' : 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  });
  const offences: string[] = [];
  await context.route(
    (url) => !LOOPBACK.has(url.hostname) && url.protocol.startsWith('http'),
    (route) => {
      offences.push(`asked ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => offences.push(`broke: ${error.message}`));
  page.on('console', (message) => {
    // A refusal of the API is not an offence; the browser says so on the console all the same.
    const refusal = /Failed to load resource: the server responded with a status of (4\d\d|503)/.test(message.text());
    if (message.type() === 'error' && !refusal) offences.push(`console: ${message.text()}`);
  });
  return { page, context, offences, close: () => context.close() };
}

/** What axe finds on the page, one line a fault: empty when all is well. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The best practices beyond WCAG are asked too; a faultless page is the house rule.
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`,
    ),
  );
}

/** Whether something sticks out of the window sideways, and what. */
export async function sidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !element.closest('.scrolls'))
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}
