/** The families with whom the story happens. Each is claimed once, so that no two happenings meet in one family. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { FamilyCardNumber, Nik } from '../../../core/id/index.ts';
import { ageOn, type CivilDate } from '../../../core/time/index.ts';
import type { Address } from '../../../register/family/index.ts';
import { mix } from '../../person/index.ts';
import { STORY_REGENCY } from '../cast.ts';

export const MARRIED = 2;
export const RELATION = { head: 1, wife: 3, child: 4 } as const;

export interface Member {
  readonly nik: Nik;
  readonly name: string;
  readonly sex: number;
  readonly birthDate: CivilDate;
  readonly religion: number;
  readonly maritalStatus: number;
  readonly nationality: string;
  readonly relation: number;
}

export interface Household {
  readonly card: FamilyCardNumber;
  readonly address: Address;
  readonly members: readonly Member[];
}

export interface Couple extends Household {
  readonly husband: Member;
  readonly wife: Member;
}

interface Row extends Member, Address {
  readonly card: FamilyCardNumber;
  /** Between two regencies, or one of the planted cases. */
  readonly busy: boolean;
}

/** Regencies beside the story's own from which people come and to which they go. */
const NEIGHBOURS = 3;

/** The families of the story's regency and of the most populous others, in an order that the seed decides. */
export async function castTroupe(tx: Tx, given: { seed: number; leftOut: ReadonlySet<string> }): Promise<Troupe> {
  const regencies = await many<{ code: string }>(
    tx,
    sql`select lpad((village_code / 1000000)::text, 4, '0') as code from resident_read.resident
         group by 1 order by (lpad((village_code / 1000000)::text, 4, '0') = ${STORY_REGENCY}) desc, count(*) desc, 1 limit ${NEIGHBOURS + 1}`,
  );
  const rows = await many<Row>(
    tx,
    sql`select lpad(m.nik::text, 16, '0') as nik, lpad(m.family_card::text, 16, '0') as card, m.relation, r.name, r.sex, r.birth_date as "birthDate",
               r.religion, r.marital_status as "maritalStatus", r.nationality, lpad(c.village_code::text, 10, '0') as "villageCode", c.address, c.rt, c.rw,
               c.hamlet, c.postal_code as "postalCode",
               r.name like '%CONTOH%' or exists (select from civil_event_read.underway u where u.nik = m.nik) as busy
          from family_read.membership m join resident_read.resident r using (nik) join family_read.card c on c.number = m.family_card
         where m.valid_to is null and c.village_code / 1000000 = any(${regencies.map(({ code }) => Number(code))}::bigint[])
         order by m.family_card, m.relation, r.birth_date, m.nik`,
  );
  const households = [...Map.groupBy(rows, (row) => row.card)]
    .filter(([card, members]) => !given.leftOut.has(card) && members.every(({ busy }) => !busy))
    .map(([card, members]) => ({
      card,
      members,
      order: mix(given.seed, Number(card.slice(4, 12)) + Number(card.slice(12))),
    }))
    .toSorted((a, b) => a.order - b.order || a.card.localeCompare(b.card))
    .map(({ card, members }): Household => {
      const { villageCode, address, rt, rw, hamlet, postalCode } = members[0]!;
      return { card, members, address: { villageCode, address, rt, rw, hamlet, postalCode } };
    });
  return troupeOf(households);
}

export interface Troupe {
  /** The first unclaimed family that fits, from now on claimed; `null` where none is left. */
  claim(fits: (household: Household) => boolean): Household | null;
  /** A family of husband and wife, both citizens. */
  claimCouple(fits: (couple: Couple) => boolean): Couple | null;
  /** An address where somebody lives, in a village that fits. */
  addressIn(fits: (villageCode: string) => boolean): Address | null;
}

export function troupeOf(households: readonly Household[]): Troupe {
  const free = new Set(households);
  let turn = 0;
  const claim: Troupe['claim'] = (fits) => {
    for (const household of free) {
      if (!fits(household)) continue;
      free.delete(household);
      return household;
    }
    return null;
  };
  return {
    claim,
    claimCouple(fits) {
      const household = claim((one) => {
        const couple = coupleOf(one);
        return couple !== null && fits(couple);
      });
      return household && coupleOf(household);
    },
    addressIn(fits) {
      const found = households.filter(({ address }) => fits(address.villageCode));
      return found[turn++ % found.length]?.address ?? null;
    },
  };
}

export function coupleOf(household: Household): Couple | null {
  const husband = household.members.find((one) => one.relation === RELATION.head && one.sex === 1);
  const wives = household.members.filter((one) => one.relation === RELATION.wife);
  const [wife] = wives;
  if (!husband || !wife || wives.length > 1) return null;
  const both = [husband, wife];
  if (!both.every((one) => one.maritalStatus === MARRIED && one.nationality === 'IDN')) return null;
  return { ...household, husband, wife };
}

export const childrenOf = ({ members }: Household): Member[] =>
  members.filter(({ relation }) => relation === RELATION.child);

export const aged = (member: Member, day: CivilDate, from: number, to: number): boolean => {
  if (member.birthDate > day) return false;
  const age = ageOn(member.birthDate, day);
  return from <= age && age <= to;
};

export const atHome = ({ address }: Household): boolean => address.villageCode.startsWith(STORY_REGENCY);
export const regencyOf = ({ address }: Pick<Household, 'address'>): string => address.villageCode.slice(0, 4);
