/**
 * What changes about one person: name and sex by ruling (UU 23/2006 art. 52, 56), citizenship by decree (art. 53-55),
 * biodata that were wrong. The NIK stays whatever changes (PP 40/2019 art. 30).
 */
import { correctResident } from '../../resident/index.ts';
import { named, type EventKind } from '../kind.ts';
import { citizenshipFaults, type Warning } from '../rules.ts';
import { mustHold, refuse } from '../refusals.ts';
import { mustBeRegistrable } from '../registrable.ts';
import type { DetailsOf } from '../schema.ts';
import { HEAD, homesOf } from '../seats.ts';

const roles = ({ person }: { person: string }) =>
  [{ role: 'person', ref: person, path: 'person', reach: 'here' }] as const;

export const nameChange: EventKind<DetailsOf<'name_change'>> = {
  kind: 'name_change',
  roles,
  async plan(tx, _actor, given) {
    const person = given.one('person');
    const { newName, court, rulingNumber } = given.details;
    if (newName === person.name)
      throw refuse('civil_event.nothing_changes', {
        faults: [{ path: 'details.newName', code: 'civil_event.nothing_changes' }],
      });
    mustBeRegistrable(tx, { ...person, name: newName }, given.day, 'newName');
    return {
      participants: named(given, ['person']),
      changes: [{ nik: person.nik, delta: { name: newName } }],
      legalBasis: `${court} ${rulingNumber}`,
    };
  },
};

export const sexChange: EventKind<DetailsOf<'sex_change'>> = {
  kind: 'sex_change',
  roles,
  async plan(_tx, _actor, given) {
    const person = given.one('person');
    const { newSex, court, rulingNumber } = given.details;
    if (newSex === person.sex)
      throw refuse('civil_event.nothing_changes', {
        faults: [{ path: 'details.newSex', code: 'civil_event.nothing_changes' }],
      });
    return {
      participants: named(given, ['person']),
      changes: [{ nik: person.nik, delta: { sex: newSex } }],
      warnings: [{ code: 'civil_event.warning.nik_out_of_line' }],
      legalBasis: `${court} ${rulingNumber}`,
    };
  },
};

export const citizenship: EventKind<DetailsOf<'citizenship'>> = {
  kind: 'citizenship',
  roles: ({ person }) => [
    { role: 'person', ref: person, path: 'person', reach: 'here', states: ['HIDUP', 'NONAKTIF', 'PINDAH_LUAR_NEGERI'] },
  ],
  async plan(tx, _actor, given) {
    const person = given.one('person');
    const { details } = given;
    mustHold(citizenshipFaults(person, details));
    const basis = { participants: named(given, ['person']), legalBasis: details.decreeNumber };
    if (details.change === 'gained') {
      const delta = { nationality: 'IDN', permit: null, permitNumber: null, permitUntil: null };
      return { ...basis, changes: [{ nik: person.nik, delta }] };
    }
    const home = (await homesOf(tx, [person.nik])).get(person.nik);
    const warnings: Warning[] =
      home?.relation === HEAD && home.members.length > 1 ? [{ code: 'civil_event.warning.headless' }] : [];
    return {
      ...basis,
      changes: [{ nik: person.nik, delta: { state: 'LEPAS_WNI', nationality: details.nationality! } }],
      seats: () => (home ? { leave: [person.nik] } : {}),
      warnings,
    };
  },
};

export const biodataCorrection: EventKind<DetailsOf<'biodata_correction'>> = {
  kind: 'biodata_correction',
  roles,
  kept: ({ protected: sealed, ...details }) => ({ ...details, ...(sealed ? { protected: Object.keys(sealed) } : {}) }),
  async plan(tx, actor, given) {
    const { person, proofNumber, ...correction } = given.details;
    return {
      participants: named(given, ['person']),
      delegated: {
        nik: given.one('person').nik,
        elements: Object.keys(correction.changes).length + Object.keys(correction.protected ?? {}).length,
        act: () => correctResident(tx, actor, { ...correction, ref: person, legalBasis: proofNumber }),
      },
      legalBasis: proofNumber,
    };
  },
};
