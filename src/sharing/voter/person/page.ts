/** "Data pemilih": whether the person votes in the next election, where, or why not and what to do. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { Download, type PublicRequest } from '../../../core/http/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { getResident } from '../../../register/resident/index.ts';
import { concerning, noteLook, personPage, type Whose } from '../../citizen/index.ts';
import { ABROAD, partOf } from '../extract/layout.ts';
import { findReleased, type ExtractRow } from '../extract/sql.ts';
import { proveVoter, standingIn } from '../proof/prove.ts';
import type { VoterPage } from './schema.ts';
import { electionFor, verdictOf, viewOf } from './verdict.ts';

export const voterPage = personPage<VoterPage>({ path: '/warga/pemilih', component: 'citizen-voter', load: loadVoter });

/** The address of the proof: `/warga/pemilih?berkas=bukti`. */
const PROOF = 'bukti';

async function loadVoter(tx: Tx, { actor, query }: PublicRequest, whose: Whose): Promise<VoterPage | Download> {
  const election = await electionFor(tx);
  const extract = election && (await findReleased(tx, election.id));
  if (extract && query['berkas'] === PROOF) return takeProof(tx, actor, whose, extract);
  await noteLook(tx, actor, whose, 'voter');
  if (!election) return { verdict: null, frozen: false, list: null };
  return elevated(tx, async () => {
    const resident = await getResident(tx, whose.nik);
    const { verdict } = await verdictOf(tx, resident, election);
    return {
      verdict: await viewOf(tx, resident, election, verdict),
      frozen: election.state === 'FROZEN' || election.state === 'HELD',
      list: extract ? await listOf(tx, extract, whose.nik, election.cutoff) : null,
    };
  });
}

async function listOf(tx: Tx, extract: ExtractRow, nik: Nik, cutoff: CivilDate): Promise<VoterPage['list']> {
  const { eligible, knownAt, root, entryId } = extract;
  if (eligible === null || !knownAt || !root || !entryId) return null;
  const standing = await standingIn(tx, extract, nik);
  return {
    eligible,
    knownAt: knownAt.toISOString(),
    root,
    entry: entryId,
    standing: standing && { place: placeName(tx, standing.place, cutoff), size: standing.size },
  };
}

/** A village in words, up to its province; a mission is its own name. */
function placeName(tx: Tx, place: string, cutoff: CivilDate): string {
  if (partOf(place, 'village') === ABROAD) return place;
  const path = tx.ground.regions.pathAt(place, cutoff).map(({ name }) => name);
  return path.toReversed().join(', ') || place;
}

/** His row, his salt and the way up to the root, for the verifier that everybody has. */
async function takeProof(tx: Tx, actor: Actor, { nik, hand }: Whose, extract: ExtractRow): Promise<Download> {
  await record(tx, actor, { label: 'citizen.proof_taken', subjects: concerning(nik, hand) });
  const proof = await proveVoter(tx, extract, nik);
  const bytes = Buffer.from(`${JSON.stringify(proof, null, 2)}\n`);
  return new Download({ mediaType: 'application/json', fileName: 'bukti-pemilih.json', bytes });
}
