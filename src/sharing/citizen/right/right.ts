/** Requests about one's own data: handed in by the person, answered once by the office of his region or the ministry, with reasons. */
import { mustCover, villageRange, type Actor } from '../../../core/access/index.ts';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { KeyDestroyed } from '../../../core/vault/index.ts';
import { getResident, placeLine } from '../../../register/resident/index.ts';
import { nextNumber } from '../dispute/sql.ts';
import { refuse } from '../refusals.ts';
import { concerning, OWN, type Hand } from '../hand.ts';
import { tellOrRepresentatives } from '../representation/tell.ts';
import { dueOf, exceptionFault, RIGHTS, type Right } from './rules.ts';
import type { OpenedRight, OwnRequest, RightAnswer, RightLine } from './schema.ts';
import { findOpenRight, holdRight, insertRight, listRightsOf, listRightWork, setAnswer, type RightRow } from './sql.ts';

const placeOf = (id: string, column: 'sealed' | 'answer') => ({ table: 'citizen.right_request', row: id, column });

/** Said twice while the first waits it is the same request; gives its number. */
export async function askRight(
  tx: Tx,
  actor: Actor,
  nik: Nik,
  given: { right: Right; words: string; hand?: Hand },
): Promise<{ number: string }> {
  return elevated(tx, async () => {
    await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`citizen.right ${nik}`}, 0))`);
    const { right, words } = given;
    const before = await findOpenRight(tx, nik, right);
    if (before) return { number: before.number };
    const { villageCode } = await getResident(tx, nik);
    const id = newId();
    const now = tx.ground.clock.now();
    const number = await nextNumber(tx, `HP/${dayIn(ZONES.WIB, now).slice(0, 4)}`);
    const { entryId } = await record(tx, actor, {
      label: 'citizen.right_asked',
      subjects: concerning(nik, given.hand ?? OWN),
      facts: { request: id, right },
    });
    await insertRight(tx, {
      id,
      number,
      nik,
      villageCode,
      right,
      assignedTo: RIGHTS[right].to,
      sealed: tx.ground.vault.sealForPerson(nik, placeOf(id, 'sealed'), words),
      openedAt: now,
      dueAt: dueOf(right, now),
      entryId,
    });
    return { number };
  });
}

export async function listOwnRights(tx: Tx, nik: Nik): Promise<OwnRequest[]> {
  const rows = await elevated(tx, () => listRightsOf(tx, nik));
  return rows.map((row) => {
    const { assignedTo: _to, place: _place, ...line } = lineOf(tx, row);
    const { decision, exception, answeredAt } = row;
    const answer =
      decision === null || answeredAt === null
        ? null
        : { decision, exception, words: wordsOf(tx, row, 'answer'), at: answeredAt.toISOString() };
    return { ...line, words: wordsOf(tx, row, 'sealed'), answer };
  });
}

function wordsOf(tx: Tx, row: RightRow, column: 'sealed' | 'answer'): string {
  const sealed = row[column];
  if (sealed === null) return '';
  try {
    return tx.ground.vault.unsealForPerson(row.nik, placeOf(row.id, column), sealed).toString();
  } catch (fault) {
    if (fault instanceof KeyDestroyed) return '';
    throw fault;
  }
}

function lineOf(tx: Tx, row: RightRow): RightLine {
  return {
    id: row.id,
    number: row.number,
    right: row.right,
    assignedTo: row.assignedTo,
    place: placeLine(tx, row.villageCode),
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    overdue: row.answeredAt === null && row.dueAt <= tx.ground.clock.now(),
  };
}

/** Only the ministry answers what concerns the nation's own decisions. */
const isCentre = (actor: Actor): boolean => actor.roles.includes('ministry_officer');

export async function listRights(tx: Tx, actor: Actor): Promise<{ requests: RightLine[] }> {
  const { jurisdiction } = actor;
  if (jurisdiction === null) return { requests: [] };
  const rows = await elevated(tx, () => listRightWork(tx, villageRange(jurisdiction), isCentre(actor)));
  return { requests: rows.map((row) => lineOf(tx, row)) };
}

async function hold(tx: Tx, actor: Actor, id: string): Promise<RightRow> {
  const row = await holdRight(tx, id);
  if (!row || (row.assignedTo === 'ministry' && !isCentre(actor))) throw refuse('citizen.right_not_found');
  mustCover(actor, row.villageCode);
  return row;
}

export async function openRight(tx: Tx, actor: Actor, input: { id: string }): Promise<OpenedRight> {
  return elevated(tx, async () => {
    const row = await hold(tx, actor, input.id);
    const resident = await getResident(tx, row.nik);
    await record(tx, actor, {
      label: 'citizen.right_opened',
      subjects: [{ nik: row.nik, detail: 'right' }],
      facts: { request: row.id },
    });
    return {
      ...lineOf(tx, row),
      ref: tx.ground.personRefs.of(row.nik),
      name: resident.name,
      words: wordsOf(tx, row, 'sealed'),
      answered: row.answeredAt !== null,
    };
  });
}

/** @throws Refusal `citizen.right_answered`, `citizen.exception_wrong` */
export async function answerRight(tx: Tx, actor: Actor, input: RightAnswer & { id: string }): Promise<{ id: string }> {
  return elevated(tx, async () => {
    const row = await hold(tx, actor, input.id);
    if (row.answeredAt !== null) throw refuse('citizen.right_answered');
    if (exceptionFault(row.right, input.decision, input.exception)) throw refuse('citizen.exception_wrong');
    const { entryId } = await record(tx, actor, {
      label: 'citizen.right_answered',
      subjects: [{ nik: row.nik, detail: 'right' }],
      facts: { request: row.id, right: row.right, decision: input.decision, exception: input.exception },
    });
    const answer = tx.ground.vault.sealForPerson(row.nik, placeOf(row.id, 'answer'), input.words);
    const { decision, exception } = input;
    const at = tx.ground.clock.now();
    await setAnswer(tx, row.id, { decision, exception, answer, at, by: actor.id, officeId: actor.officeId, entryId });
    await tellOrRepresentatives(tx, row.nik, 'citizen.message.right_answered', {
      number: row.number,
      address: `${tx.ground.papers.host}/warga/hak`,
    });
    return { id: row.id };
  });
}
