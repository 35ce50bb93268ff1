/** "Permohonan saya": what a person has asked of an office, and how far it is. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { PublicRequest } from '../../../core/http/index.ts';
import { listApplications } from '../data/sql.ts';
import { noteLook, personPage, type Whose } from '../representation/whose.ts';
import type { ApplicationsPage } from './schema.ts';

export const applicationPage = personPage<ApplicationsPage>({
  path: '/warga/permohonan',
  component: 'citizen-applications',
  load: loadApplications,
});

async function loadApplications(tx: Tx, { actor, language }: PublicRequest, whose: Whose): Promise<ApplicationsPage> {
  const { nik } = whose;
  await noteLook(tx, actor, whose, 'applications');
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
