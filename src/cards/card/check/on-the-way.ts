/** Cards between two offices: what comes here and is to be counted in, and what was sent from here and has not arrived. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, nikText, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { uidText } from '../../blank/index.ts';
import type { RequestKind } from '../request/rules.ts';

interface OnTheWayRow {
  readonly nik: Nik;
  readonly id: Uuid;
  readonly name: string;
  readonly serial: string | null;
  readonly uid: string | null;
  readonly kind: RequestKind;
  readonly since: Date;
  readonly ended: boolean;
  readonly coming: boolean;
  readonly from: string;
  readonly to: string;
}

/** The oldest first; so many as an office can count in a day. */
export async function viewOnTheWay(tx: Tx, actor: Actor) {
  const rows = await elevated(tx, () => listOnTheWay(tx, actor.officeId ?? ''));
  const subjects = rows.map(({ nik }) => ({ nik, detail: 'card' }));
  await record(tx, actor, { label: 'card.on_the_way_listed', subjects, facts: { n: rows.length } });
  const cards = rows.map(({ nik, uid, since, ...row }) => ({
    ...row,
    ref: tx.ground.personRefs.of(nik),
    nik,
    uid: uid === null ? null : uidText(BigInt(uid)),
    since: since.toISOString(),
  }));
  return { coming: cards.filter(({ coming }) => coming), going: cards.filter(({ coming }) => !coming) };
}

function listOnTheWay(tx: Tx, officeId: string): Promise<OnTheWayRow[]> {
  return many<OnTheWayRow>(
    tx,
    sql`select ${nikText('c.nik')} as nik, c.id, r.name, c.serial::text as serial, c.uid::text as uid, c.kind, c.since, c.stranded as ended,
               c.bound_for = ${officeId}::uuid as coming, f.name as "from", t.name as "to"
          from card.card c join resident_read.resident r on r.nik = c.nik
          join office_read.office f on f.id = c.office_id join office_read.office t on t.id = c.bound_for
         where c.bound_for is not null and (c.bound_for = ${officeId}::uuid or c.office_id = ${officeId}::uuid)
         order by c.since, c.id limit 1000`,
  );
}
