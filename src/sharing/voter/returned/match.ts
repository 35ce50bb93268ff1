/** A list that was read is matched with the register: in one transaction, so that there is all of it or nothing. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { formMaker, nameComparer, type NameForm } from '../../../recording/linkage/index.ts';
import { ballotOf } from '../election/election.ts';
import { findElection } from '../election/sql.ts';
import { refuse } from '../refusals.ts';
import {
  dropCandidates,
  endMatching,
  enterAbsent,
  enterCounts,
  enterVerdicts,
  gather,
  keepAlike,
  listCandidates,
  listUnlike,
  meantByNumber,
  meantOtherwise,
  settle,
  type PairRow,
} from './match-sql.ts';
import { listCounts, type ReturnedRow } from './sql.ts';

/** So many pairs are looked at together. */
const PAIRS = 20_000;

/** As the system, on a list that the caller holds. */
export async function matchReturned(tx: Tx, actor: Actor, list: ReturnedRow): Promise<void> {
  const election = await findElection(tx, list.electionId);
  if (!election) throw refuse('voter.election_not_found');
  await gather(tx, list.id, ballotOf(tx, election));
  await meantByNumber(tx);
  const names = namesOf();
  await eachPage(
    (after) => listUnlike(tx, after, PAIRS),
    (pairs) =>
      keepAlike(
        tx,
        pairs.filter((pair) => names.onePerson(pair)).map(({ row }) => row),
      ),
  );
  await meantOtherwise(tx);
  await eachPage(
    (after) => listCandidates(tx, after, PAIRS),
    (pairs) =>
      dropCandidates(
        tx,
        pairs.filter((pair) => names.elsewhere(pair)),
      ),
  );
  await settle(tx);
  await enterVerdicts(tx, list.id);
  await enterAbsent(tx, list.id, list.datedOn);
  await enterCounts(tx, list.id);
  const sums = Object.entries(
    Object.groupBy(await listCounts(tx, list.id), ({ side, reason }) => `${side}.${reason}`),
  ).map(([name, rows]) => [name, rows!.reduce((sum, { n }) => sum + n, 0)]);
  const { entryId } = await record(tx, actor, {
    label: 'voter.returned_matched',
    facts: { list: list.id, file: list.sha256, ...Object.fromEntries(sums) },
  });
  await endMatching(tx, list.id, entryId);
}

/** Pages end with their last row. */
async function eachPage(
  next: (after: number) => Promise<PairRow[]>,
  work: (pairs: readonly PairRow[]) => Promise<void>,
): Promise<void> {
  let after = 0;
  for (;;) {
    const pairs = await next(after);
    if (pairs.length === 0) return;
    await work(pairs);
    after = pairs.at(-1)!.row;
  }
}

/** What linkage makes of names and places. */
function namesOf() {
  const forms = formMaker();
  const compare = nameComparer();
  const level = (a: NameForm | null, b: NameForm | null) => (a && b ? compare.level(a, b) : 'other');
  return {
    /** Two that bear one number: one person written otherwise, or two? */
    onePerson({ name, born, registerName, registerBorn }: PairRow): boolean {
      switch (level(forms.name(name), forms.name(registerName))) {
        case 'same':
        case 'sounds':
        case 'slip':
          return true;
        case 'part':
          return born === null || born === registerBorn;
        case 'some':
          return born === registerBorn;
        case 'other':
          return false;
      }
    },
    /** Born on one day under one name, and in another place: two people of that name. */
    elsewhere({ place, registerPlace }: PairRow): boolean {
      if (place === null) return false;
      const [here, there] = [forms.name(place), forms.name(registerPlace)];
      return here !== null && there !== null && level(here, there) === 'other';
    },
  };
}
