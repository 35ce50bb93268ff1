/**
 * Takes pictures of pages, wide and narrow, light and dark, into a temporary folder, and says what axe finds.
 *
 *     npm start                                                    in another window
 *     node dev/look.ts --user NAME --password WORDS / /petugas     with the officer signed in
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/browser/browser.ts';
import { axeFaults, openScreen, sidewaysOverflow } from '../test/browser/screen.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    origin: { type: 'string', default: 'http://127.0.0.1:8080' },
    user: { type: 'string' },
    password: { type: 'string' },
    language: { type: 'string', default: 'id' },
    only: { type: 'string' },
  },
});
const { origin } = values;
const folder = await mkdtemp(join(tmpdir(), 'look-'));
const browser = await openBrowser();
for (const [width, dark] of [
  [1280, false],
  [1280, true],
  [390, false],
  [390, true],
] as const) {
  const kind = `${width}-${dark ? 'dark' : 'light'}`;
  if (values.only && values.only !== kind) continue;
  const screen = await openScreen(browser, { width, dark, language: values.language === 'en' ? 'en' : 'id' });
  await signIn(screen.page);
  for (const path of positionals) {
    await screen.page.goto(origin + path, { waitUntil: 'networkidle' });
    const file = join(folder, `${path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'front'}-${kind}.png`);
    await screen.page.screenshot({ path: file, fullPage: true });
    console.log(file);
    const faults = [
      ...(await axeFaults(screen.page)),
      ...(await sidewaysOverflow(screen.page)),
      ...screen.offences.splice(0),
    ];
    for (const fault of faults) console.log(`  ! ${fault}`);
  }
  await screen.close();
}
await browser.close();

async function signIn(page: Page): Promise<void> {
  if (!values.user) return;
  await page.goto(`${origin}/masuk`);
  await page.locator('input[name=username]').fill(values.user);
  await page.locator('input[name=password]').fill(values.password ?? '');
  await page.locator('button[type=submit]').click();
  await page.waitForURL('**/petugas');
}
