import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface ScreenGiven {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly javaScript?: boolean;
  readonly language?: 'id' | 'en';
  /** With the service worker, which takes the whole app along for work without a network: three hundred files a visitor. */
  readonly takenAlong?: boolean;
}

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page did that none of ours may: requests to another host, errors on the console, scripts that broke. */
  readonly offences: string[];
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * A window onto the web; `offences` must be empty at the end of a test. The browser resolves no host but loopback
 * (`browser.ts`), so what a page asks elsewhere is told here and goes nowhere.
 */
export async function openScreen(browser: Browser, given: ScreenGiven = {}): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: given.width ?? 1280, height: given.height ?? 900 },
    colorScheme: given.dark ? 'dark' : 'light',
    javaScriptEnabled: given.javaScript ?? true,
    locale: given.language === 'en' ? 'en-GB' : 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    serviceWorkers: given.takenAlong ? 'allow' : 'block',
  });
  const offences: string[] = [];
  // Told, not routed: a route would switch off the cache that a visitor has.
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !LOOPBACK.has(hostname)) offences.push(`asked ${request.url()}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  page.on('pageerror', (error) => offences.push(`broke: ${error.message}`));
  page.on('console', (message) => {
    // A refusal of the API is not an offence; the browser says so on the console all the same.
    const refusal = /Failed to load resource: the server responded with a status of (4\d\d|503)/.test(message.text());
    if (message.type() === 'error' && !refusal) offences.push(`console: ${message.text()}`);
  });
  return { page, context, offences, close: () => context.close() };
}

declare global {
  interface Window {
    readonly axe?: { run(options: RunOptions): Promise<AxeResults> };
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page, by `rules` or by all of its own, one line a fault: empty when all is well. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(AXE);
  // The best practices beyond WCAG are asked too; a faultless page is the house rule.
  const violations = await page.evaluate(
    async (only) =>
      (
        await window.axe!.run({
          resultTypes: ['violations'],
          ...(only ? { runOnly: { type: 'rule', values: [...only] } } : {}),
        })
      ).violations,
    rules,
  );
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

/** What differs between wide and light and narrow and dark: colours, and what no longer fits. */
const NARROW_AND_DARK = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
/** Where pictures go when somebody wants to look: `PICTURES=/tmp/x`. */
const pictures = process.env['PICTURES'];
let taken = 0;

/** Nothing for axe in the window as it is, nothing that sticks out sideways. */
export async function faultlessHere(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toEqual([]);
}

/** Nothing for axe, wide in the light and narrow in the dark, and nothing that sticks out sideways. `name` is that of the pictures. */
export async function faultless(page: Page, name = 'layar'): Promise<void> {
  const picture = (how: string) => `${pictures}/${String(++taken).padStart(2, '0')}-${name}-${how}.png`;
  await faultlessHere(page);
  if (pictures) await page.screenshot({ path: picture('wide'), fullPage: true });
  await page.setViewportSize({ width: 390, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await axeFaults(page, NARROW_AND_DARK)).toEqual([]);
  expect(await sidewaysOverflow(page)).toEqual([]);
  if (pictures) await page.screenshot({ path: picture('narrow'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
}
