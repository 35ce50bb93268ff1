/** "Permohonan saya": what a person has asked of an office, and how far it is. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/index.ts';
import { listApplications } from '../data/sql.ts';
import { citizenOf, noteOwnLook } from '../sign-in/session.ts';
import type { ApplicationsPage } from './schema.ts';

export const applicationPage = publicPage<ApplicationsPage>({
  path: '/warga/permohonan',
  component: 'citizen-applications',
  visitor: 'citizen',
  load: loadApplications,
});

async function loadApplications(tx: Tx, { actor, language }: PublicRequest): Promise<ApplicationsPage> {
  const { nik } = await citizenOf(tx, actor);
  await noteOwnLook(tx, actor, nik, 'applications');
  const rows = await elevated(tx, () => listApplications(tx, nik));
  const say = (key: string) => tx.ground.speaker.say(language, key);
  return {
    applications: rows.map(({ number, kind, state, office, submittedAt, dueOn }) => ({
      number,
      what: say(`service.${kind}`),
      state,
      office,
      submittedAt: submittedAt?.toISOString() ?? null,
      dueOn,
    })),
  };
}
