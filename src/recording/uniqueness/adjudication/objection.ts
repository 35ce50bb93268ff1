/** The citizen objects; another officer than those who decided answers. Granted, the pair is judged anew. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, maybeOne, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type PersonRef, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, today, type CivilDate } from '../../../core/time/index.ts';
import { getResident, nikOf } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import * as statements from '../sql.ts';
import { reopenPair } from './reopen.ts';

export interface ObjectionRow {
  readonly id: Uuid;
  readonly adjudication: Uuid;
  readonly nik: Nik;
  readonly receivedOn: CivilDate;
  readonly words: Buffer;
  readonly state: 'open' | 'granted' | 'refused';
  readonly answer: string | null;
}

const columns = sql`b.id, b.adjudication_id as adjudication, ${nikText('b.nik')} as nik, b.received_on as "receivedOn", b.words, b.state, b.answer`;
const KEY = 'uniqueness.objection';
const placeOf = (id: string) => ({ table: 'uniqueness.objection', row: id, column: 'words' });

export function wordsOf(tx: Tx, { id, words }: ObjectionRow): string {
  return tx.ground.vault.unseal(KEY, placeOf(id), words).toString();
}

export function listObjectionsOf(tx: Tx, adjudications: readonly string[]): Promise<ObjectionRow[]> {
  return many(
    tx,
    sql<ObjectionRow>`select ${columns} from uniqueness.objection b where b.adjudication_id = any(${[...adjudications]}::uuid[])
          order by b.received_at, b.id`,
  );
}

export interface ObjectionGiven {
  readonly id: string;
  readonly person: PersonRef;
  readonly receivedOn: CivilDate;
  readonly words: string;
}

/** Received at the counter, for somebody of the officer's region who stands on one of the sides. */
export async function receiveObjection(tx: Tx, actor: Actor, given: ObjectionGiven): Promise<{ id: string }> {
  const { nik } = await getResident(tx, nikOf(tx, given.person));
  const pair = await statements.findAdjudication(tx, given.id);
  if (!pair || (pair.nik !== nik && pair.otherNik !== nik)) throw refuse('uniqueness.not_a_side');
  if (pair.state !== 'decided') throw refuse('uniqueness.not_decided');
  mustBeAfter(tx, actor, pair, given.receivedOn);
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'uniqueness.objection_received',
    subjects: [{ nik, detail: 'recording' }],
    facts: { adjudication: pair.id, objection: id },
  });
  const words = tx.ground.vault.seal(KEY, placeOf(id), given.words);
  await run(
    tx,
    sql`insert into uniqueness.objection (id, adjudication_id, nik, received_on, words, received_by, received_at, entry_id)
        values (${id}, ${pair.id}, ${nik}::bigint, ${given.receivedOn}, ${words}, ${actor.id}, ${tx.ground.clock.now()}, ${entryId})`,
  );
  return { id };
}

/** Nobody objects tomorrow, nor to what was not decided yet. */
function mustBeAfter(tx: Tx, actor: Actor, { decidedAt }: statements.AdjudicationRow, day: CivilDate): void {
  const code =
    day > today(tx.ground.clock, actor.zone)
      ? 'uniqueness.field.day_ahead'
      : decidedAt && day < dayIn(actor.zone, decidedAt)
        ? 'uniqueness.field.day_before'
        : null;
  if (code) throw refuse('uniqueness.objection_day', { faults: [{ path: 'receivedOn', code }] });
}

export interface AnswerGiven {
  readonly id: string;
  readonly granted: boolean;
  readonly answer: string;
}

/** @throws Refusal `uniqueness.judged_it` for whoever gave an opinion on the pair */
export async function answerObjection(tx: Tx, actor: Actor, given: AnswerGiven): Promise<void> {
  const objection = await maybeOne<ObjectionRow>(
    tx,
    sql`select ${columns} from uniqueness.objection b where b.id = ${given.id} for update`,
  );
  if (!objection) throw refuse('uniqueness.objection_not_found');
  if (objection.state !== 'open') throw refuse('uniqueness.objection_answered');
  const pair = await statements.findAdjudicationForUpdate(tx, objection.adjudication);
  if (!pair) throw refuse('uniqueness.objection_not_found');
  const own = await statements.listOpinions(tx, pair.id);
  if (own.some(({ officerId }) => officerId === actor.id)) throw refuse('uniqueness.judged_it');
  const state = given.granted ? 'granted' : 'refused';
  await record(tx, actor, {
    label: 'uniqueness.objection_answered',
    subjects: [{ nik: objection.nik, detail: 'recording' }],
    facts: { adjudication: pair.id, objection: objection.id, state },
  });
  await elevated(tx, () =>
    run(
      tx,
      sql`update uniqueness.objection set state = ${state}, answer = ${given.answer}, answered_at = ${tx.ground.clock.now()}, answered_by = ${actor.id}
           where id = ${objection.id}`,
    ),
  );
  // Another objection to the same decision may have opened it already.
  if (given.granted && pair.state === 'decided') await reopenPair(tx, actor, pair, given.answer);
}
