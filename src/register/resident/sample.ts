/** A few hundred residents from here and there in a region, without their numbers: how people there are called and where they live. */
import { many, sql, type Tx } from '../../core/db/index.ts';
import type { CivilDate } from '../../core/time/index.ts';

export interface SampledPerson {
  readonly name: string;
  readonly sex: number;
  readonly birthPlace: string;
  readonly birthDate: CivilDate;
  readonly bloodGroup: number;
  readonly religion: number;
  readonly maritalStatus: number;
  readonly education: number;
  readonly occupation: number;
  readonly villageCode: string;
  readonly address: string;
  readonly rt: number | null;
  readonly rw: number | null;
}

/** Those who live from each of these villages on, `each` at most, within the region (`''` for the nation). */
export function sampleResidents(
  tx: Tx,
  { from, region, each }: { from: readonly string[]; region: string; each: number },
): Promise<SampledPerson[]> {
  return many(
    tx,
    sql<SampledPerson>`
      select distinct on (r.nik) r.name, r.sex, r.birth_place as "birthPlace", r.birth_date as "birthDate", r.blood_group as "bloodGroup",
             r.religion, r.marital_status as "maritalStatus", r.education, r.occupation, lpad(r.village_code::text, 10, '0') as "villageCode",
             r.address, r.rt, r.rw
        from unnest(${[...from]}::bigint[]) as s (village)
       cross join lateral (select * from resident.resident v
                            where v.village_code >= s.village and v.village_code <= ${region.padEnd(10, '9')}::bigint and v.state = 1
                            order by v.village_code limit ${each}) r`,
  );
}
