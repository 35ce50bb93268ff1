/** "Kartu saya": how the card stands, who looked last, and what waits for the person. The card is nobody's but its holder's. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { PublicRequest } from '../../../core/http/index.ts';
import { standingOf } from '../../../cards/card/index.ts';
import { ownCase } from '../dispute/page.ts';
import { DISPUTE_STATES } from '../dispute/rules.ts';
import { listOwnCases } from '../dispute/sql.ts';
import { listLooks } from '../look/list.ts';
import { wayOf } from '../sign-in/choose.ts';
import { noteLook, personPage, type Whose } from '../representation/whose.ts';
import type { HomePage } from './schema.ts';

const LATEST = 5;

export const homePage = personPage<HomePage>({ path: '/warga', component: 'citizen-home', load: loadHome });

async function loadHome(tx: Tx, { actor, language }: PublicRequest, whose: Whose): Promise<HomePage> {
  const { nik, session, acting } = whose;
  await noteLook(tx, actor, whose, 'home');
  const filter = { kind: 'all', by: null, since: null } as const;
  const { looks } = await listLooks(tx, { nik, filter, language, most: LATEST, apart: acting !== null });
  const cases = await elevated(tx, () => listOwnCases(tx, nik));
  return {
    standing: acting ? null : await standingOf(tx, nik),
    looks,
    waiting: cases.filter(({ state }) => DISPUTE_STATES[state].waitsFor === 'citizen').map((row) => ownCase(tx, row)),
    cases: cases.length,
    chooses: acting === null && (await wayOf(tx, session)).way === null,
  };
}
