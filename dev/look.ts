/**
 * Takes pictures of pages, wide and narrow, light and dark, into a temporary folder.
 *
 *     node dev/look.ts /gallery/ /masuk /            the web alone
 *     node dev/look.ts --origin http://127.0.0.1:3000 --session VALUE /petugas
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../test/browser/browser.ts';
import { givenWeb } from '../test/browser/given-web.ts';
import { axeFaults, openScreen, sidewaysOverflow } from '../test/browser/screen.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    origin: { type: 'string' },
    session: { type: 'string' },
    language: { type: 'string' },
    only: { type: 'string' },
  },
});
const web = values.origin ? null : await givenWeb();
const origin = values.origin ?? web!.origin;
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
  if (values.session)
    await screen.context.addCookies([{ name: 'jatidiri_session', value: values.session, url: origin }]);
  for (const path of positionals) {
    await screen.page.goto(origin + path, { waitUntil: 'networkidle' });
    const file = join(folder, `${path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'front'}-${kind}.png`);
    await screen.page.screenshot({ path: file, fullPage: true });
    console.log(file);
    for (const fault of [
      ...(await axeFaults(screen.page)),
      ...(await sidewaysOverflow(screen.page)),
      ...screen.offences.splice(0),
    ]) {
      console.log(`  ! ${fault}`);
    }
  }
  await screen.close();
}
await browser.close();
await web?.close();
