/** What changes about one person: name and sex by ruling, citizenship by decree, biodata that were wrong. */
import { addDays, asCivilDate } from '../../../core/time/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { undoEvent } from '../../../register/civil-event/index.ts';
import { enterResident, getResident, type Biodata } from '../../../register/resident/index.ts';
import { ask, askOn, decide, recordAt } from './desk.ts';
import { childName } from './names.ts';
import type { Scene } from './scene.ts';
import { aged, atHome, childrenOf, type Household } from './troupe.ts';

const COURT = 'PENGADILAN NEGERI CONTOH';
const adultOf = (day: string) => (one: Household) =>
  one.members.find((member) => member.nationality === 'IDN' && aged(member, asCivilDate(day), 21, 70));

/** A new name by a court's ruling; in the `undone` scene it was a mistake, and another event takes it back. */
export function nameChangeScene(end: 'stands' | 'undone'): Scene {
  return ({ desk, troupe }, day) => {
    const family = troupe.claim((one) => atHome(one) && adultOf(day)(one) !== undefined);
    if (!family) return 0;
    const village = family.address.villageCode;
    const person = adultOf(day)(family)!;
    const newName = childName(desk.die, person.sex);
    const ruling = { court: COURT, rulingNumber: desk.number('Pdt.P'), rulingDate: addDays(day, -10) };
    desk.on(day, 'ganti nama', async () => {
      const details = { person: desk.ref(person.nik), newName, ...ruling };
      const { id } = await recordAt(desk, {
        kind: 'name_change',
        occurredOn: addDays(day, -10),
        villageCode: village,
        details,
      });
      if (end === 'stands') return;
      desk.on(addDays(day, 6), 'pembatalan peristiwa', async () => {
        const actor = desk.officer('section_head', village, 'correction');
        const why = { reason: 'salah orang: penetapan atas nama lain', legalBasis: 'PERPRES 96/2018 PASAL 60' };
        await desk.stage.act(actor, (tx) => undoEvent(tx, actor, { id, ...why }));
      });
    });
    return 1;
  };
}

export const sexChangeScene: Scene = ({ desk, troupe }, day) => {
  const family = troupe.claim((one) => atHome(one) && childrenOf(one).some((child) => aged(child, day, 18, 30)));
  if (!family) return 0;
  const person = childrenOf(family).find((child) => aged(child, day, 18, 30))!;
  askOn(desk, day, 'ganti jenis kelamin', {
    kind: 'sex_change',
    applicant: person.nik,
    village: family.address.villageCode,
    details: {
      occurredOn: addDays(day, -12),
      person: desk.ref(person.nik),
      newSex: 3 - person.sex,
      court: COURT,
      rulingNumber: desk.number('Pdt.P'),
      rulingDate: addDays(day, -12),
    },
  });
  return 1;
};

/** Becomes a citizen of another country: leaves the register and the card. */
export const citizenshipLostScene: Scene = ({ desk, troupe }, day) => {
  const family = troupe.claim(
    (one) => atHome(one) && childrenOf(one).some((child) => child.nationality === 'IDN' && aged(child, day, 20, 45)),
  );
  if (!family) return 0;
  const person = childrenOf(family).find((child) => child.nationality === 'IDN' && aged(child, day, 20, 45))!;
  const details = {
    person: desk.ref(person.nik),
    change: 'lost',
    decreeNumber: desk.number('AHU'),
    decreeDate: addDays(day, -30),
    nationality: 'AUS',
  };
  desk.on(day, 'kehilangan kewarganegaraan', () =>
    recordAt(desk, {
      kind: 'citizenship',
      occurredOn: addDays(day, -30),
      villageCode: family.address.villageCode,
      details,
    }),
  );
  return 1;
};

/** A foreigner with a permanent permit is entered and becomes a citizen years later. */
export function citizenshipGainedScene(foreigner: Biodata, years: number): Scene {
  return ({ desk }, day) => {
    const village = foreigner.villageCode;
    desk.on(day, 'penduduk asing baru', async () => {
      const actor = desk.officer('operator', village);
      const basis = {
        protected: { motherName: 'IBU CONTOH', fatherName: null, disability: null },
        legalBasis: 'ITAP',
        looked: [],
      };
      const { nik } = await desk.stage.act(actor, (tx) => enterResident(tx, actor, { biodata: foreigner, ...basis }));
      const person = nik as Nik;
      const later = addDays(day, years * 365);
      desk.on(later, 'pewarganegaraan', async () => {
        const decree = { change: 'gained', decreeNumber: desk.number('KEPPRES'), decreeDate: addDays(later, -20) };
        const details = { occurredOn: addDays(later, -20), person: desk.ref(person), ...decree };
        const id = await ask(desk, { kind: 'citizenship', applicant: person, village, details });
        await decide(desk, id, { kind: 'citizenship', village });
      });
    });
    return 1;
  };
}

/** Biodata that were wrong, put right on a diploma; asked for as a service. */
export const correctionScene: Scene = ({ desk, troupe }, day) => {
  const family = troupe.claim((one) => adultOf(day)(one) !== undefined);
  if (!family) return 0;
  const village = family.address.villageCode;
  const person = adultOf(day)(family)!;
  desk.on(day, 'perbaikan biodata', async () => {
    const clerk = desk.officer('operator', village, 'correction');
    const { version, bloodGroup, birthPlace } = await desk.stage.act(clerk, (tx) => getResident(tx, person.nik));
    const changes = birthPlace === 'BEKASI' ? { bloodGroup: (bloodGroup % 12) + 1 } : { birthPlace: 'BEKASI' };
    const details = {
      occurredOn: day,
      person: desk.ref(person.nik),
      seenVersion: version,
      changes,
      proofNumber: desk.number('IJAZAH'),
      reason: 'tertulis lain di ijazah',
    };
    const id = await ask(desk, { kind: 'biodata.correction', applicant: person.nik, village, details });
    await decide(desk, id, { kind: 'biodata.correction', village });
  });
  return 1;
};
