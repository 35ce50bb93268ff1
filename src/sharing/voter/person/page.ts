/** "Data pemilih": whether the person votes in the next election, where, or why not and what to do. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { PublicRequest } from '../../../core/http/index.ts';
import { getResident } from '../../../register/resident/index.ts';
import { noteLook, personPage, type Whose } from '../../citizen/index.ts';
import type { VoterPage } from './schema.ts';
import { electionFor, verdictOf, viewOf } from './verdict.ts';

export const voterPage = personPage<VoterPage>({ path: '/warga/pemilih', component: 'citizen-voter', load: loadVoter });

async function loadVoter(tx: Tx, { actor }: PublicRequest, whose: Whose): Promise<VoterPage> {
  await noteLook(tx, actor, whose, 'voter');
  const election = await electionFor(tx);
  if (!election) return { verdict: null, frozen: false };
  return elevated(tx, async () => {
    const resident = await getResident(tx, whose.nik);
    const { verdict } = await verdictOf(tx, resident, election);
    return {
      verdict: await viewOf(tx, resident, election, verdict),
      frozen: election.state === 'FROZEN' || election.state === 'HELD',
    };
  });
}
