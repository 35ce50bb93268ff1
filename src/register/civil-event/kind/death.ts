/** Death (UU 23/2006 art. 44): the person is MENINGGAL and leaves the card; husband or wife becomes widowed. Reported by anybody. */
import { listResidents, type ResidentChange } from '../../resident/index.ts';
import { named, type EventKind } from '../kind.ts';
import { DEEDS } from '../deed.ts';
import { beforeBirthFaults, MARRIED, PRESENT, WIDOWED, type Warning } from '../rules.ts';
import { mustHold } from '../refusals.ts';
import type { DetailsOf } from '../schema.ts';
import { HEAD, homesOf, spousesIn } from '../seats.ts';
import { listUnderway } from '../sql.ts';

export const death: EventKind<DetailsOf<'death'>> = {
  kind: 'death',
  deed: () => DEEDS.death,
  roles: ({ deceased, spouse }) => [
    { role: 'deceased', ref: deceased, path: 'deceased', reach: 'here', states: [...PRESENT, 'PINDAH_LUAR_NEGERI'] },
    ...(spouse ? [{ role: 'spouse', ref: spouse, path: 'spouse', reach: 'anywhere' } as const] : []),
  ],
  async plan(tx, _actor, given) {
    const deceased = given.one('deceased');
    mustHold(beforeBirthFaults([{ path: 'deceased', birthDate: deceased.birthDate }], given.occurredOn));
    const told = given.maybe('spouse');
    const home = (await homesOf(tx, [deceased.nik])).get(deceased.nik);
    const spouses = told ? [told] : await listResidents(tx, spousesIn(home, deceased.nik));
    const homes = await homesOf(
      tx,
      spouses.map((one) => one.nik),
    );
    // A man with another living wife stays married.
    const widowed = spouses.filter(
      (one) =>
        one.maritalStatus === MARRIED &&
        spousesIn(homes.get(one.nik), one.nik).every((other) => other === deceased.nik),
    );
    const warnings: Warning[] = [];
    if (deceased.maritalStatus === MARRIED && spouses.length === 0)
      warnings.push({ code: 'civil_event.warning.spouse_unknown' });
    if ((await listUnderway(tx, [deceased.nik])).length > 0)
      warnings.push({ code: 'civil_event.warning.move_underway' });
    if (home?.relation === HEAD && home.members.length > 1) warnings.push({ code: 'civil_event.warning.headless' });
    return {
      participants: [...named(given, ['deceased']), ...spouses.map(({ nik }) => ({ nik, role: 'spouse' }))],
      changes: [
        { nik: deceased.nik, delta: { state: 'MENINGGAL' } },
        ...widowed.map((one): ResidentChange => ({ nik: one.nik, delta: { maritalStatus: WIDOWED } })),
      ],
      seats: () => (home ? { leave: [deceased.nik] } : {}),
      people: spouses,
      warnings,
      legalBasis: given.details.proofNumber,
    };
  },
};
