/** The check on the voting day: online, with a file taken along, and what was looked at without a network. */
import { randomBytes } from 'node:crypto';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { findResident } from '../../../register/resident/index.ts';
import { judge, type Ballot } from '../eligibility/rules.ts';
import { getElection } from '../election/election.ts';
import type { ElectionRow } from '../election/sql.ts';
import { electionFor } from '../person/verdict.ts';
import { refuse } from '../refusals.ts';
import { listSources } from '../source/sql.ts';
import { isNumber, judgeAtPoll, numberKey, type PollingOutcome } from './rules.ts';
import type { OfflineCheck, PollingAsked, PollingFile, PollingVerdict } from './schema.ts';
import { findDocument, findEarlier, insertCheck, listSent, tagsOf } from './sql.ts';

type Election = Ballot & ElectionRow;

/** The election that an officer checks for: the next one that is open or whose list is made. */
export async function pollingStanding(tx: Tx, actor: Actor) {
  const election = await electionFor(tx);
  if (!election || election.state === 'HELD') return { election: null };
  const { id, nameId, nameEn, votingDay } = election;
  return {
    election: { id, nameId, nameEn, votingDay, isToday: dayIn(actor.zone, tx.ground.clock.now()) === votingDay },
  };
}

async function pollOf(tx: Tx, actor: Actor, id: string, village: string): Promise<Election> {
  mustStandIn(tx, actor, village);
  const election = await getElection(tx, id);
  if (election.state !== 'OPEN' && election.state !== 'FROZEN') throw refuse('voter.election_state');
  return election;
}

function mustStandIn(tx: Tx, actor: Actor, village: string): void {
  mustCover(actor, village);
  if (!tx.ground.regions.at(village, dayIn(ZONES.WIB, tx.ground.clock.now())))
    throw refuse('voter.village_unknown', { faults: [{ path: 'village', code: 'voter.village_unknown' }] });
}

interface Look extends PollingAsked {
  readonly id: string;
  readonly at: Date;
  readonly offline: boolean;
  /** A device that had no answer sends again: told once more, and kept once. */
  readonly again?: boolean;
}

/** Refuses a number that cannot be one of such a document. */
function withNumber<Asked extends PollingAsked>(asked: Asked, path = 'number'): Asked {
  const number = numberKey(asked.document, asked.number);
  if (!isNumber(asked.document, number))
    throw refuse('voter.polling_number', { faults: [{ path, code: 'voter.polling_number' }] });
  return { ...asked, number };
}

/** An officer looks at a document before him. */
export async function checkAtPoll(
  tx: Tx,
  actor: Actor,
  { id, ...asked }: PollingAsked & { id: string },
): Promise<PollingVerdict> {
  const election = await pollOf(tx, actor, id, asked.village);
  const look = { ...withNumber(asked), id: newId(), at: tx.ground.clock.now(), offline: false };
  return elevated(tx, () => lookAt(tx, actor, election, look));
}

/**
 * What was looked at without a network, one by one as it was done there; what came before is not counted twice. Also when the vote was noted as
 * held meanwhile: a device may find its network only the next morning.
 */
export async function sendPollingChecks(
  tx: Tx,
  actor: Actor,
  { id, checks }: { id: string; checks: readonly OfflineCheck[] },
): Promise<{ verdicts: { id: string; said: OfflineCheck['said']; verdict: PollingVerdict }[] }> {
  const now = tx.ground.clock.now();
  return elevated(tx, async () => {
    const election = await getElection(tx, id);
    if (election.state === 'PLANNED') throw refuse('voter.election_state');
    const sent = await listSent(tx, checks);
    const verdicts = [];
    for (const [n, { id: checkId, at, said, ...asked }] of checks.entries()) {
      mustStandIn(tx, actor, asked.village);
      // A device whose clock is ahead does not date a look into days to come.
      const when = new Date(Math.min(Date.parse(at), now.getTime()));
      const look = { ...withNumber(asked, `checks.${n}.number`), id: checkId, at: when, offline: true };
      verdicts.push({
        id: checkId,
        said,
        verdict: await lookAt(tx, actor, election, { ...look, again: sent.has(checkId) }),
      });
    }
    return { verdicts };
  });
}

async function lookAt(tx: Tx, actor: Actor, election: Election, look: Look): Promise<PollingVerdict> {
  const { verdict, known } = await judged(tx, election, look);
  const { entryId } = await record(tx, actor, {
    label: 'voter.polling_checked',
    facts: { election: election.id, document: look.document, outcome: verdict.outcome, offline: look.offline },
    subjects: known ? [{ nik: look.nik as Nik, detail: 'voter' }] : [],
  });
  if (known && !look.again)
    await insertCheck(tx, {
      ...look,
      nik: look.nik as Nik,
      electionId: election.id,
      receivedAt: tx.ground.clock.now(),
      outcome: verdict.outcome,
      officeId: actor.officeId,
      officerId: actor.id,
      entryId,
    });
  return verdict;
}

/** `known`: there is such a person, so that the look is his; the answer does not tell it. */
async function judged(tx: Tx, election: Election, look: Look): Promise<{ verdict: PollingVerdict; known: boolean }> {
  const nik = look.nik as Nik;
  const resident = await findResident(tx, nik);
  if (!resident) return { verdict: told('document_unknown'), known: false };
  const document = await findDocument(tx, { ...look, nik });
  // The address of the card is where he votes, whenever he moved there.
  const verdict = judge({ ...resident, villageAtCutoff: resident.villageCode }, await listSources(tx, [nik]), election);
  const { outcome, reasons } = judgeAtPoll(document, verdict, { village: look.village, votingDay: election.votingDay });
  const before =
    outcome === 'here' && (await findEarlier(tx, { ...election, electionId: election.id, nik, but: look.id }));
  return {
    known: true,
    verdict: told(outcome, {
      reasons: [...reasons],
      place: outcome === 'elsewhere' ? placeOf(tx, resident.villageCode) : null,
      mission: outcome === 'at_mission' ? verdict.mission : null,
      validUntil: outcome === 'document_void' && document?.kind === 'letter' ? document.validUntil : null,
      earlier: before ? { at: before.at.toISOString(), place: placeOf(tx, before.villageCode) } : null,
    }),
  };
}

const NOTHING = { reasons: [], place: null, mission: null, validUntil: null, earlier: null };
const told = (outcome: PollingOutcome, over: Partial<PollingVerdict> = {}): PollingVerdict => ({
  ...NOTHING,
  ...over,
  outcome,
});

function placeOf(tx: Tx, village: string): string {
  const day = dayIn(ZONES.WIB, tx.ground.clock.now()) as CivilDate;
  const path = tx.ground.regions.pathAt(village, day).map(({ name }) => name);
  return path.toReversed().join(', ');
}

/** The file of a village for a device that may lose its network: no number can be read from it (`TAG_BYTES`). */
export async function openPollingFile(
  tx: Tx,
  actor: Actor,
  { id, village }: { id: string; village: string },
): Promise<PollingFile> {
  const election = await pollOf(tx, actor, id, village);
  const salt = randomBytes(16).toString('hex');
  const { n, tags } = await elevated(tx, () => tagsOf(tx, election, { village, salt }));
  await record(tx, actor, {
    label: 'voter.polling_file_opened',
    facts: { election: election.id, village, documents: n },
  });
  const { nameId, nameEn, votingDay } = election;
  return {
    electionId: election.id,
    nameId,
    nameEn,
    votingDay,
    village: { code: village, place: placeOf(tx, village) },
    madeAt: tx.ground.clock.now().toISOString(),
    salt,
    n,
    tags: tags.toString('base64'),
  };
}
