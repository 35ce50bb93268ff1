/** What is under way about a person's record: an announced deactivation, an appeal, merges that can be taken back. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, many, maybeOne, nikText, sql, type Tx } from '../../core/db/index.ts';
import { asNik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { getResident, nikOf } from './person.ts';
import type { Standing } from './schema.ts';
import { listResidents } from './sql.ts';

/** The open deactivation and the living merges of a person, on either side. Refuses as opening him does. */
export async function openStanding(tx: Tx, actor: Actor, input: { ref: string }): Promise<Standing> {
  const { nik } = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'resident.standing_opened', subjects: [{ nik, detail: 'standing' }] });
  const deactivation = await maybeOne<NonNullable<Standing['deactivation']>>(
    tx,
    sql`select d.reason, d.legal_basis as "legalBasis", d.noticed_on as "noticedOn", d.effective_on as "effectiveOn",
               d.effective_act is not null as "inForce", d.appealed_on as "appealedOn", d.appeal, d.appeal_state as "appealState",
               d.appeal_reason as "appealReason"
          from resident.deactivation d where d.nik = ${nik}::bigint and d.ended_on is null`,
  );
  const merges = await many<{ survivor: string; absorbed: string; mergedAt: Date }>(
    tx,
    sql`select ${nikText('m.survivor_nik')} as survivor, ${nikText('m.absorbed_nik')} as absorbed, m.merged_at as "mergedAt"
          from resident.merge m where ${nik}::bigint in (m.absorbed_nik, m.survivor_nik) and m.undone_at is null
         order by m.merged_at desc`,
  );
  // The other record may live in another region; only its name is said, as the proposal said it.
  const others = merges.map(({ survivor, absorbed }) => asNik(survivor === nik ? absorbed : survivor));
  const people = new Map((await elevated(tx, () => listResidents(tx, others))).map((each) => [each.nik, each.name]));
  const other = (as: 'survivor' | 'absorbed') =>
    merges.flatMap((merge, at) => {
      const name = merge[as] === nik ? undefined : people.get(others[at]!);
      return name === undefined
        ? []
        : [{ ref: tx.ground.personRefs.of(others[at]!), name, mergedAt: merge.mergedAt.toISOString() }];
    });
  return { deactivation: deactivation ?? null, mergedInto: other('survivor')[0] ?? null, absorbed: other('absorbed') };
}
