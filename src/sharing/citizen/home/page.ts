/** "Kartu saya": how the card stands, who looked last, and what waits for the person. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/index.ts';
import { standingOf } from '../../../cards/card/index.ts';
import { ownCase } from '../dispute/page.ts';
import { DISPUTE_STATES } from '../dispute/rules.ts';
import { listOwnCases } from '../dispute/sql.ts';
import { listLooks } from '../look/list.ts';
import { wayOf } from '../sign-in/choose.ts';
import { citizenOf, noteOwnLook } from '../sign-in/session.ts';
import type { HomePage } from './schema.ts';

const LATEST = 5;

export const homePage = publicPage<HomePage>({
  path: '/warga',
  component: 'citizen-home',
  visitor: 'citizen',
  load: loadHome,
});

async function loadHome(tx: Tx, { actor, language }: PublicRequest): Promise<HomePage> {
  const session = await citizenOf(tx, actor);
  const { nik } = session;
  await noteOwnLook(tx, actor, nik, 'home');
  const filter = { kind: 'all', by: null, since: null } as const;
  const { looks } = await listLooks(tx, { nik, filter, language, most: LATEST });
  const cases = await elevated(tx, () => listOwnCases(tx, nik));
  return {
    standing: await standingOf(tx, nik),
    looks,
    waiting: cases.filter(({ state }) => DISPUTE_STATES[state].waitsFor === 'citizen').map((row) => ownCase(tx, row)),
    cases: cases.length,
    chooses: (await wayOf(tx, session)).way === null,
  };
}
