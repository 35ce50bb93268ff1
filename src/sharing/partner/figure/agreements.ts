/** The public register of agreements, as it stood on a day. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import { HOLDS, standing, type At } from './sql.ts';
import type { Counter } from '../ladder/rules.ts';
import type { Kind } from '../rules.ts';
import type { Contents } from '../schema.ts';

export interface AgreementsWanted extends At {
  readonly counter: Counter;
  readonly search: string;
  readonly kind: Kind | null;
}

/** An institution once, by its latest pass that the counter counts. */
const counted = ({ counter, search, kind, ...at }: AgreementsWanted) => sql`
  with ${standing(at)}, counted as (
    select distinct on (s.institution_id) s.institution_id, s.cooperation_id, s.accepted and not s.suspended as connected, s.suspended
      from standing s where ${HOLDS[counter]} order by s.institution_id, s.since desc
  ), chosen as (
    select k.*, i.name, i.kind, i.region_code from counted k join partner.institution i on i.id = k.institution_id
     where (${search} = '' or position(lower(${search}) in lower(i.name)) > 0) and (${kind}::text is null or i.kind = ${kind})
  )`;

export async function countAgreements(tx: Tx, wanted: AgreementsWanted): Promise<number> {
  const { n } = await one<{ n: number }>(tx, sql`${counted(wanted)} select count(*)::int as n from chosen`);
  return n;
}

export interface AgreementRow {
  readonly institutionId: string;
  readonly institution: string;
  readonly kind: Kind;
  readonly regionCode: string | null;
  readonly connected: boolean;
  readonly suspended: boolean;
  readonly number: string;
  readonly version: number;
  readonly from: string;
  readonly until: string;
  readonly contents: Contents | null;
}

/** By name, each with the paper that carries it: its MoU where memoranda are counted, else its PKS, in the version that governed. */
export function listAgreements(
  tx: Tx,
  wanted: AgreementsWanted & { from: number; limit: number },
): Promise<AgreementRow[]> {
  const { asOf, knownAt, counter } = wanted;
  return many(
    tx,
    sql<AgreementRow>`
      ${counted(wanted)}
      select h.institution_id as "institutionId", h.name as institution, h.kind, h.region_code as "regionCode", h.connected, h.suspended, d.number, d.version, d.valid_from as "from",
             d.valid_until as until, d.contents
        from chosen h cross join lateral (
          select d.number, d.version, d.valid_from, d.valid_until, d.contents from partner.document d
           where d.cooperation_id = h.cooperation_id and d.kind = ${counter === 'mou' ? 'mou' : 'pks'} and d.recorded_at <= ${knownAt}
             and d.signed_on <= ${asOf}::date and d.valid_from <= ${asOf}::date order by d.version desc limit 1) d
       order by lower(h.name), h.institution_id limit ${wanted.limit} offset ${wanted.from}`,
  );
}
