/** Births: by application with papers or at the counter, in time and late, of one child or two, and children of unmarried mothers. */
import type { Nik } from '../../../core/id/index.ts';
import { addDays, type CivilDate } from '../../../core/time/index.ts';
import { nikPrefix } from '../../../register/resident/index.ts';
import { below, roll } from '../../person/index.ts';
import { ask, askOn, decide, print, recordAt } from './desk.ts';
import { childName } from './names.ts';
import type { Play, Scene } from './scene.ts';
import { aged, atHome, childrenOf, RELATION, type Couple, type Household, type Member } from './troupe.ts';

const LATE = 0.15;
const BY_APPLICATION = 0.5;
const ISLAM = 1;

const fertile = (day: CivilDate) => (one: Member) => one.sex === 2 && aged(one, day, 19, 41);
/** The next day from `day` on whose NIKs are free. */
function freeDay({ takenPrefixes }: Play, village: string, day: CivilDate): CivilDate {
  let on = day;
  while ([1, 2].some((sex) => takenPrefixes.has(nikPrefix(village.slice(0, 6), on, sex)))) on = addDays(on, 1);
  return on;
}

function birthOf({ desk }: Play, family: Couple, on: { born: CivilDate; sex: number; order: number }) {
  return {
    occurredOn: on.born,
    villageCode: family.address.villageCode,
    name: childName(desk.die, on.sex),
    sex: on.sex,
    birthPlace: 'JAKARTA',
    childOrder: on.order,
    bond: 'married',
    mother: desk.ref(family.wife.nik),
    father: desk.ref(family.husband.nik),
  };
}

/** A child of a married couple; every seventh is reported late, half of them by an application. */
export const birthScene: Scene = (play, day) => {
  const { desk, troupe } = play;
  const family = troupe.claimCouple(({ wife }) => fertile(day)(wife));
  if (!family) return 0;
  const village = family.address.villageCode;
  const born = freeDay(play, village, day);
  const reported = addDays(born, roll(desk.die) < LATE ? desk.days(61, 300) : desk.days(2, 50));
  const details = birthOf(play, family, { born, sex: desk.days(1, 2), order: childrenOf(family).length + 1 });
  const printed = () => print(desk, family.card, village);
  if (roll(desk.die) < BY_APPLICATION) {
    askOn(desk, reported, 'kelahiran', { kind: 'birth', applicant: family.husband.nik, village, details }, printed);
  } else {
    const { occurredOn, villageCode, ...rest } = details;
    desk.on(reported, 'kelahiran', async () => {
      await recordAt(desk, { kind: 'birth', occurredOn, villageCode, details: rest });
      if (below(desk.die, 3) === 0) await printed();
    });
  }
  return 3;
};

export const twinScene: Scene = (play, day) => {
  const { desk, troupe } = play;
  const family = troupe.claimCouple((one) => atHome(one) && fertile(day)(one.wife));
  if (!family) return 0;
  const born = freeDay(play, family.address.villageCode, day);
  desk.on(addDays(born, 12), 'kelahiran kembar', async () => {
    for (const sex of [1, 2]) {
      const { occurredOn, villageCode, ...details } = birthOf(play, family, { born, sex, order: sex });
      await recordAt(desk, { kind: 'birth', occurredOn, villageCode, details });
    }
  });
  return 4;
};

/** A stillborn child is noted, with a letter; nobody is registered. */
export const stillbirthScene: Scene = ({ desk, troupe }, day) => {
  const family = troupe.claimCouple(({ wife }) => fertile(day)(wife));
  if (!family) return 0;
  const village = family.address.villageCode;
  askOn(desk, addDays(day, 5), 'lahir mati', {
    kind: 'stillbirth',
    applicant: family.husband.nik,
    village,
    details: {
      occurredOn: day,
      mother: desk.ref(family.wife.nik),
      father: desk.ref(family.husband.nik),
      sex: 1,
      birthPlace: 'JAKARTA',
      weeks: 34,
      proofNumber: desk.number('RS'),
    },
  });
  return 2;
};

/** A daughter's child without a father on record: months later he recognises it, or marries her and it is legitimated. */
export function kinScene(way: 'recognition' | 'legitimation'): Scene {
  return (play, day) => {
    const { desk, troupe } = play;
    const single = (one: Member, sex: number) =>
      one.sex === sex &&
      one.relation === RELATION.child &&
      one.maritalStatus === 1 &&
      one.nationality === 'IDN' &&
      aged(one, day, 20, 40);
    const daughterOf = (one: Household) => one.members.find((member) => single(member, 2));
    const hers = troupe.claim((one) => atHome(one) && daughterOf(one) !== undefined);
    const mother = hers && daughterOf(hers)!;
    const sonOf = (one: Household) =>
      one.members.find((member) => single(member, 1) && member.religion === mother?.religion);
    const his = mother && troupe.claim((one) => atHome(one) && sonOf(one) !== undefined);
    if (!hers || !mother || !his) return 0;
    const father = sonOf(his)!;
    const village = hers.address.villageCode;
    const born = freeDay(play, village, day);
    const muslim = father.religion === ISLAM;
    const ruling = muslim ? { rulingNumber: desk.number('PA') } : {};
    let child: Nik | undefined;

    desk.on(addDays(born, 20), 'kelahiran', async () => {
      const sex = desk.days(1, 2);
      const details = {
        name: childName(desk.die, sex),
        sex,
        birthPlace: 'JAKARTA',
        childOrder: 1,
        bond: 'mother',
        mother: desk.ref(mother.nik),
      };
      const done = await recordAt(desk, { kind: 'birth', occurredOn: born, villageCode: village, details });
      child = done.registered[0]!;
    });
    const parents = { father: desk.ref(father.nik), mother: desk.ref(mother.nik), ...ruling };
    const wedding = addDays(born, 150);
    if (way === 'legitimation') {
      desk.on(addDays(wedding, 3), 'perkawinan', () =>
        wed(play, { husband: father, wife: mother, on: wedding, village }),
      );
    }
    const day2 = addDays(born, 200);
    desk.on(day2, way === 'recognition' ? 'pengakuan anak' : 'pengesahan anak', async () => {
      const proof =
        way === 'recognition' ? { statementNumber: desk.number('SP') } : { marriageDeedNumber: desk.number('KW') };
      const details = { occurredOn: addDays(day2, -4), child: desk.ref(child!), ...parents, ...proof };
      const id = await ask(desk, { kind: way, applicant: mother.nik, subject: child!, village, details });
      await decide(desk, id, { kind: way, village });
    });
    return 3;
  };
}

export interface Wedding {
  readonly husband: Member;
  readonly wife: Member;
  readonly on: CivilDate;
  readonly village: string;
}

/** Records a marriage as the law has it: Muslims by the notice of the KUA, all others with a certificate. */
export function wed({ desk }: Play, { husband, wife, on, village }: Wedding) {
  const couple = { husband: desk.ref(husband.nik), wife: desk.ref(wife.nik), marriagePlace: 'JAKARTA' };
  const muslim = husband.religion === ISLAM;
  return recordAt(desk, {
    kind: muslim ? 'marriage_notification' : 'marriage',
    occurredOn: on,
    villageCode: village,
    details: muslim
      ? { ...couple, office: 'KUA CONTOH', bookNumber: desk.number('KUA') }
      : { ...couple, celebrant: 'PEMUKA AGAMA CONTOH' },
  });
}
