/** Prints that wait for a check: at the actor's office, and at the small offices of his region for which he checks from afar. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, nikText, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { rolesWith } from '../../../register/officer/index.ts';
import { refuse } from '../refusals.ts';
import type { RequestKind } from '../request/rules.ts';
import { CARD_STATES } from '../rules.ts';
import { drawn, faultySince } from './sample.ts';
import { officeWithin } from './within.ts';

const PRINTED = CARD_STATES.PRINTED.code;

interface OfficeLine {
  readonly id: Uuid;
  readonly name: string;
  readonly waiting: number;
  readonly own: number;
  readonly checkers: number;
}

interface PrintRow {
  readonly nik: Nik;
  readonly id: Uuid;
  readonly name: string;
  readonly serial: string | null;
  readonly kind: RequestKind;
  readonly since: Date;
  readonly own: boolean;
}

/** The offices where prints wait; of the one that is named its prints too, in the order in which they are drawn. */
export async function viewPrints(tx: Tx, actor: Actor, input: { office?: string | undefined }) {
  const officeId = input.office ?? null;
  const { offices, rows, faulty } = await elevated(tx, async () => {
    const here = officeId === null || officeId === actor.officeId;
    if (!here && !(await officeWithin(tx, actor, officeId))) throw refuse('card.elsewhere');
    const prints = officeId === null ? [] : drawn(tx, await listPrints(tx, actor, officeId));
    const oldest = new Date(Math.min(...prints.map(({ since }) => since.getTime())));
    return {
      offices: await listOffices(tx, actor),
      rows: prints,
      faulty: prints.length > 0 && (await faultySince(tx, officeId, oldest)),
    };
  });
  const subjects = rows.map(({ nik }) => ({ nik, detail: 'card' }));
  await record(tx, actor, { label: 'card.prints_listed', subjects, facts: { n: rows.length } });
  return {
    offices: offices.map(({ checkers, own, ...line }) => ({
      ...line,
      here: line.id === actor.officeId,
      mine: own,
      // Where nobody but the printer could check, somebody from afar must.
      alone: checkers < 2,
    })),
    faulty,
    prints: rows.map(({ nik, since, ...row }) => ({
      ...row,
      ref: tx.ground.personRefs.of(nik),
      nik,
      since: since.toISOString(),
    })),
  };
}

function listOffices(tx: Tx, actor: Actor): Promise<OfficeLine[]> {
  const day = today(tx.ground.clock, actor.zone);
  return many<OfficeLine>(
    tx,
    sql`select o.id, o.name, count(*)::int as waiting, count(*) filter (where s.officer_id = ${actor.id}::uuid)::int as own,
               (select count(distinct p.officer_id)::int from officer_read.post p join officer_read.officer f on f.id = p.officer_id
                 where p.office_id = o.id and p.role = any(${[...rolesWith('card.check')]}::text[]) and f.state = 'active'
                   and p.from_on <= ${day}::date and (p.until_on is null or p.until_on >= ${day}::date)) as checkers
          from office_read.office o
          join card.card c on c.office_id = o.id and c.state in (1, 2, 3, 4) and c.state = ${PRINTED}
          join card.step s on s.nik = c.nik and s.card_id = c.id and s.state = ${PRINTED}
         where o.id = ${actor.officeId}::uuid or coalesce(o.region_code, '') like ${`${actor.jurisdiction?.code ?? 'x'}%`}
         group by o.id, o.name order by o.id <> ${actor.officeId}::uuid, o.name limit 200`,
  );
}

function listPrints(tx: Tx, actor: Actor, officeId: string): Promise<PrintRow[]> {
  return many<PrintRow>(
    tx,
    sql`select ${nikText('c.nik')} as nik, c.id, r.name, c.serial::text as serial, c.kind, c.since,
               s.officer_id is not distinct from ${actor.id}::uuid as own
          from card.card c join resident_read.resident r on r.nik = c.nik
          join card.step s on s.nik = c.nik and s.card_id = c.id and s.state = ${PRINTED}
         where c.office_id = ${officeId}::uuid and c.state in (1, 2, 3, 4) and c.state = ${PRINTED} order by c.since, c.id limit 200`,
  );
}
