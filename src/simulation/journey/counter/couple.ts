/** Marriages, divorces and adoptions. */
import { addDays } from '../../../core/time/index.ts';
import { marriageAge } from '../../../register/civil-event/rules.ts';
import { recordAt, askOn } from './desk.ts';
import { wed } from './birth.ts';
import type { Scene } from './scene.ts';
import { aged, childrenOf, regencyOf, RELATION, type Household, type Member } from './troupe.ts';

const ISLAM = 1;
const SINGLE = 1;
const COURT = 'PENGADILAN NEGERI CONTOH';

/** Two who live with their parents marry, of one religion and one regency; of an age that the law of the day allows. */
export function marriageScene(kind: 'any' | 'certificate' = 'any'): Scene {
  return (play, day) => {
    const { desk, troupe } = play;
    const least = marriageAge(day);
    const fits = (one: Member, sex: number) =>
      one.relation === RELATION.child &&
      one.maritalStatus === SINGLE &&
      one.nationality === 'IDN' &&
      one.sex === sex &&
      (kind === 'any' || one.religion !== ISLAM) &&
      aged(one, day, sex === 1 ? least.husband : least.wife, 33);
    const groomOf = ({ members }: Household) => members.find((one) => fits(one, 1));
    const his = troupe.claim((one) => groomOf(one) !== undefined);
    const groom = his && groomOf(his)!;
    const brideOf = ({ members }: Household) => members.find((one) => fits(one, 2) && one.religion === groom?.religion);
    const hers = groom && troupe.claim((one) => regencyOf(one) === regencyOf(his) && brideOf(one) !== undefined);
    if (!his || !groom || !hers) return 0;
    const on = { husband: groom, wife: brideOf(hers)!, on: day, village: his.address.villageCode };
    desk.on(addDays(day, desk.days(2, 25)), 'perkawinan', () => wed(play, on));
    return 2;
  };
}

export function divorceScene(by: 'civil_office' | 'religious_office'): Scene {
  return ({ desk, troupe }, day) => {
    const family = troupe.claimCouple(
      ({ husband, wife }) =>
        (by === 'religious_office') === (husband.religion === ISLAM) &&
        (husband.religion === ISLAM) === (wife.religion === ISLAM) &&
        aged(wife, day, 24, 60),
    );
    if (!family) return 0;
    const village = family.address.villageCode;
    const children = childrenOf(family)
      .filter((child) => aged(child, day, 0, 11))
      .map(({ nik }) => desk.ref(nik));
    const parting = {
      husband: desk.ref(family.husband.nik),
      wife: desk.ref(family.wife.nik),
      children,
      rulingNumber: desk.number('Pdt.G'),
      rulingDate: addDays(day, -20),
    };
    desk.on(addDays(day, desk.days(3, 30)), 'perceraian', () =>
      recordAt(desk, {
        kind: by === 'civil_office' ? 'divorce' : 'divorce_notification',
        occurredOn: day,
        villageCode: village,
        details:
          by === 'civil_office'
            ? { ...parting, court: COURT, marriageDeedNumber: desk.number('KW'), marriageDate: addDays(day, -3000) }
            : { ...parting, court: 'PENGADILAN AGAMA CONTOH', deedNumber: desk.number('AC') },
      }),
    );
    return 2 + children.length;
  };
}

export const adoptionScene: Scene = ({ desk, troupe }, day) => {
  const smallOf = (one: Household) => childrenOf(one).find((child) => aged(child, day, 0, 9));
  const from = troupe.claim((one) => smallOf(one) !== undefined);
  const to = from && troupe.claimCouple((one) => regencyOf(one) === regencyOf(from) && aged(one.wife, day, 30, 50));
  if (!from || !to) return 0;
  const child = smallOf(from)!;
  askOn(desk, addDays(day, 14), 'pengangkatan anak', {
    kind: 'adoption',
    applicant: to.husband.nik,
    subject: child.nik,
    village: to.address.villageCode,
    details: {
      occurredOn: day,
      child: desk.ref(child.nik),
      father: desk.ref(to.husband.nik),
      mother: desk.ref(to.wife.nik),
      court: COURT,
      rulingNumber: desk.number('Pdt.P'),
      rulingDate: addDays(day, -7),
    },
  });
  return 3;
};
