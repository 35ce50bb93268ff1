/** `/keterangan-pers`: the text for the press, for everybody, and as a paper. */
import type { Tx } from '../../../core/db/index.ts';
import { Download } from '../../../core/http/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { pressAsPaper, readPress } from './read.ts';
import type { PressPage } from './schema.ts';

const status = ({ fault }: PressPage) => (fault === null ? 200 : 422);

export const pressPage = publicPage<PressPage>({
  path: '/keterangan-pers',
  component: 'press',
  status,
  load: loadPress,
});

/** Under an address with a name in it, so that setting papers is counted by itself. */
export const pressPaperPage = publicPage<PressPage>({
  path: '/keterangan-pers/:file',
  component: 'press',
  rate: { perMinute: 20 },
  status,
  async load(tx, request) {
    if (request.params['file'] !== 'pdf') return null;
    const page = await loadPress(tx, request);
    return page.press ? new Download(await pressAsPaper(tx, page.press)) : page;
  },
});

export async function loadPress(tx: Tx, { query, language }: PublicRequest): Promise<PressPage> {
  const asked = query['tanggal']?.trim().slice(0, 40) || null;
  const page = { today: dayIn(ZONES.WIB, tx.ground.clock.now()), asked };
  try {
    return { ...page, fault: null, press: await readPress(tx, { asOf: asked ?? undefined, language }) };
  } catch (fault) {
    if (!(fault instanceof Refusal) || !fault.code.startsWith('statement.')) throw fault;
    return { ...page, fault: tx.ground.speaker.say(language, fault.code, fault.values), press: null };
  }
}
