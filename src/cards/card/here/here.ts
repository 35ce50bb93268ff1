/**
 * The cards that lie at an office: to be checked, waiting for their holders, or to be taken in as they ended before anybody got them; of
 * those also what is still on its way here.
 */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, nikText, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { uidText } from '../../blank/index.ts';
import type { RequestKind } from '../request/rules.ts';
import type { HereCard } from '../schema.ts';
import { CARD_STATES, cardStateOf } from '../rules.ts';
import { RELEASED_HOURS } from '../handover/rules.ts';

interface HereRow {
  readonly nik: Nik;
  readonly id: Uuid;
  readonly name: string;
  readonly serial: string | null;
  readonly uid: string | null;
  readonly kind: RequestKind;
  readonly state: number;
  readonly cause: string | null;
  readonly since: Date;
  readonly requestId: Uuid | null;
  readonly own: boolean;
  readonly old: boolean;
  readonly released: 'other' | 'own' | null;
}

const { PRINTED, CHECKED, AT_COUNTER, VALID, SUSPENDED, LOST, INVALID } = CARD_STATES;
const MAKING = [PRINTED.code, CHECKED.code, AT_COUNTER.code];
const IN_HANDS = [VALID.code, SUSPENDED.code, LOST.code, INVALID.code];

/** The oldest first; one of them where its id is given. Each of their holders can read that he was listed. */
export async function viewHere(tx: Tx, actor: Actor, input: { card?: string | undefined }) {
  const rows = await elevated(tx, () => listHere(tx, actor, input.card ?? null));
  const subjects = rows.map(({ nik }) => ({ nik, detail: 'card' }));
  await record(tx, actor, { label: 'card.here_listed', subjects, facts: { n: rows.length } });
  return {
    cards: rows.map(({ nik, uid, state, since, ...row }) => ({
      ...row,
      ref: tx.ground.personRefs.of(nik),
      nik,
      uid: uid === null ? null : uidText(BigInt(uid)),
      state: cardStateOf(state) as HereCard['state'],
      since: since.toISOString(),
    })),
  };
}

/** Where an office has no stock nobody is made to wait for a list: 300 cards are more than one counter hands over in a day. */
function listHere(tx: Tx, actor: Actor, card: string | null): Promise<HereRow[]> {
  const since = new Date(tx.ground.clock.now().getTime() - RELEASED_HOURS * 3_600_000);
  const one = card === null ? sql`` : sql`and c.id = ${card}::uuid`;
  return many<HereRow>(
    tx,
    sql`select ${nikText('c.nik')} as nik, c.id, r.name, c.serial::text as serial, c.uid::text as uid, c.kind, c.state, c.since,
               case when c.state = ${INVALID.code} then (select s.cause from card.step s where s.nik = c.nik and s.card_id = c.id
                                                            order by s.recorded_at desc, s.id desc limit 1) end as cause,
               c.request_id as "requestId",
               exists (select 1 from card.step s where s.nik = c.nik and s.card_id = c.id and s.state = ${PRINTED.code}
                          and s.officer_id = ${actor.id}::uuid) as own,
               exists (select 1 from card.card o where o.nik = c.nik and o.id <> c.id
                          and not o.stranded and o.state = any(${IN_HANDS}::smallint[])) as old,
               (select case when bool_or(l.officer_id <> ${actor.id}::uuid) then 'other' when count(*) > 0 then 'own' end
                  from card.release l where l.nik = c.nik and l.card_id = c.id and l.at >= ${since}) as released
          from card.card c join resident_read.resident r on r.nik = c.nik
         where (c.office_id = ${actor.officeId}::uuid and c.state in (1, 2, 3, 4) and c.state = any(${MAKING}::smallint[])
                or coalesce(c.bound_for, c.office_id) = ${actor.officeId}::uuid and c.stranded and c.state = 8) ${one}
         order by c.since, c.id limit 300`,
  );
}
