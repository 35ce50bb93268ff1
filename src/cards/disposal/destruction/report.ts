/** What offices tell the ministry, and who has not. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, many, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today, type CivilDate } from '../../../core/time/index.ts';
import { officeOf } from '../intake/take-in.ts';
import { refuse } from '../refusals.ts';
import { regimeOn } from '../regime.ts';
import { holdOwnPlan } from './plan.ts';

/** Reports a destruction with its minutes to the ministry. */
export async function reportDestruction(tx: Tx, actor: Actor, input: { id: string }): Promise<{ id: Uuid }> {
  const plan = await holdOwnPlan(tx, actor, input.id);
  if (plan.state !== 'done' || plan.documentId === null) throw refuse('disposal.no_minutes');
  if (plan.reported) throw refuse('disposal.reported_already');
  return enter(tx, actor, {
    planId: plan.id,
    officeId: plan.officeId,
    regionCode: plan.regionCode,
    pieces: plan.n,
    note: null,
  });
}

/** Reports that there was nothing to destroy: silence is no report. */
export async function reportNothing(tx: Tx, actor: Actor, input: { note: string }): Promise<{ id: Uuid }> {
  const office = await officeOf(tx, actor);
  const { id: officeId, regionCode } = office;
  return enter(tx, actor, { planId: null, officeId, regionCode, pieces: 0, note: input.note });
}

async function enter(
  tx: Tx,
  actor: Actor,
  given: { planId: string | null; officeId: string; regionCode: string; pieces: number; note: string | null },
): Promise<{ id: Uuid }> {
  const id = newId();
  const { planId, officeId, regionCode, pieces, note } = given;
  const facts = { report: id, plan: planId, office: officeId, pieces };
  const { entryId } = await record(tx, actor, { label: 'disposal.reported', facts });
  await run(
    tx,
    sql`insert into disposal.report (id, plan_id, office_id, region_code, pieces, reported_on, recorded_at, reported_by, note, entry_id)
        values (${id}, ${planId}, ${officeId}, ${regionCode}, ${pieces}, ${today(tx.ground.clock, actor.zone)}::date, ${tx.ground.clock.now()},
                ${actor.id}, ${note}, ${entryId})`,
  );
  return { id };
}

export interface ReportLine {
  readonly region: string;
  readonly name: string;
  readonly destructions: number;
  readonly pieces: number;
  readonly lastOn: string | null;
}

/** Every regency and city of a day with what it has reported since the circular; those that are silent first. */
export function reportsByRegency(
  tx: Tx,
  at: { asOf: CivilDate; knownAt: Date; region: string },
): Promise<ReportLine[]> {
  const from = tx.ground.config.localDestructionFrom;
  return many<ReportLine>(
    tx,
    sql`select v.code as region, v.name, count(r.plan_id)::int as destructions, coalesce(sum(r.pieces), 0)::float8 as pieces, max(r.reported_on) as "lastOn"
          from region_read.version v
          left join disposal.report r on left(r.region_code, 4) = v.code and r.recorded_at <= ${at.knownAt}
                                     and r.reported_on between ${from}::date and ${at.asOf}::date
         where v.level = 2 and v.valid_from <= ${at.asOf}::date and (v.valid_to is null or v.valid_to > ${at.asOf}::date)
           and v.code like ${`${at.region}%`}
         group by v.code, v.name order by max(r.reported_on) is not null, v.code`,
  );
}

export async function viewReports(
  tx: Tx,
  actor: Actor,
  input: { region?: string | undefined; asOf?: CivilDate | undefined },
) {
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const asOf = input.asOf ?? today(tx.ground.clock, actor.zone);
  const due = regimeOn(asOf, tx.ground.config.localDestructionFrom).reports;
  const lines = await elevated(tx, () => reportsByRegency(tx, { asOf, knownAt: tx.ground.clock.now(), region }));
  const reported = lines.filter(({ lastOn }) => lastOn !== null).length;
  return { asOf, due, regencies: lines.length, reported, silent: due ? lines.length - reported : 0, lines };
}
