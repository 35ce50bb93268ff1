import { givenActor, givenFamily, givenResidents, PONDOK_KELAPA, SITI } from '../../../test/given/people.ts';
import type { GivenHouse } from '../../../test/given/house.ts';
import type { Actor } from '../../core/access/index.ts';
import { many, one, sql } from '../../core/db/index.ts';
import type { FamilyCardNumber, Nik } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { listMembershipsOf } from '../family/index.ts';
import { findResident, listHistory, type Biodata, type Resident } from '../resident/index.ts';
import { foldHistory } from '../resident/rules.ts';
import { recordEvent, type RecordGiven } from './record.ts';

export const day = asCivilDate;
/** The story's today. */
export const TODAY = day('2018-12-11');
export const RULING = { court: 'PENGADILAN NEGERI CONTOH', rulingNumber: '9/Pdt.P/2018', rulingDate: '2018-12-01' };

export const BUDI: Partial<Biodata> = {
  ...SITI,
  name: 'BUDI CONTOH SANTOSO',
  sex: 1,
  birthDate: day('1985-03-02'),
};
const MARRIED: Partial<Biodata> = {
  maritalStatus: 2,
  maritalRegistered: true,
  marriageCertificate: 'AK-1/2010',
  marriageDate: day('2010-06-01'),
};

export interface Couple {
  readonly husband: Nik;
  readonly wife: Nik;
  readonly card: FamilyCardNumber;
}

/** A married couple in one card: the husband heads it. `over` is for both. */
export async function givenCouple(
  given: GivenHouse,
  over: Partial<Biodata> = {},
  villageCode = PONDOK_KELAPA,
): Promise<Couple> {
  const [husband, wife] = (await givenResidents(given, [
    { ...BUDI, ...MARRIED, villageCode, ...over },
    { ...MARRIED, villageCode, ...over },
  ])) as [Nik, Nik];
  const card = await givenFamily(
    given,
    [
      { nik: husband, relation: 1 },
      { nik: wife, relation: 3 },
    ],
    villageCode,
  );
  return { husband, wife, card };
}

/** What tests ask again and again, said in one word each. */
export function asker(given: GivenHouse, officer: Actor = givenActor()) {
  const ref = (nik: Nik) => given.house.ground.personRefs.of(nik);
  return {
    officer,
    ref,
    record: (event: Omit<RecordGiven, 'villageCode'> & { villageCode?: string }, actor: Actor = officer) =>
      given.transact(actor, (tx) => recordEvent(tx, actor, { villageCode: PONDOK_KELAPA, ...event })),
    person: (nik: Nik): Promise<Resident> => given.system(async (tx) => (await findResident(tx, nik))!),
    /** The present seat: card and relation. */
    seat: (nik: Nik) =>
      given.system(async (tx) => {
        const [seat] = await listMembershipsOf(tx, [nik]);
        return seat ? { card: seat.familyCard, relation: seat.relation } : null;
      }),
    /** Folding the history must give the row. */
    fold: (nik: Nik): Promise<{ row: unknown; folded: unknown }> =>
      given.system(async (tx) => {
        const { nik: _nik, version: _version, ...row } = (await findResident(tx, nik))!;
        return { row, folded: foldHistory((await listHistory(tx, nik)).map((act) => act.delta)) };
      }),
    card: (number: string) =>
      given.system((tx) =>
        one(
          tx,
          sql<{ state: number; headNik: string | null; replacedBy: string | null; village: string; address: string }>`
            select state, head_nik::text as "headNik", replaced_by::text as "replacedBy", village_code::text as village, address
              from family_read.card where number = ${number}::bigint`,
        ),
      ),
    /** Residents counted in a region, as the figures count. */
    counted: (region: string) =>
      given.system(
        async (tx) =>
          (
            await one(
              tx,
              sql<{ n: number }>`select count(*)::int as n from resident_read.resident where state in (1, 6)
                and lpad(village_code::text, 10, '0') like ${`${region}%`}`,
            )
          ).n,
      ),
    events: () =>
      given.system((tx) =>
        many(tx, sql<{ kind: string; state: string }>`select kind, state from civil_event.event order by id`),
      ),
  };
}
