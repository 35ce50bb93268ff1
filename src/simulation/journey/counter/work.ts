/** What stays on the desks: applications refused, returned, withdrawn, late and open; leave; looks with other purposes. */
import { addDays, asCivilDate } from '../../../core/time/index.ts';
import {
  assignApplication,
  checkDocuments,
  draftApplication,
  refuseApplication,
  requirementsOf,
  returnApplication,
  submitApplication,
  withdrawApplication,
} from '../../../register/application/index.ts';
import {
  announceDeactivation,
  endDeactivation,
  openPerson,
  searchResidents,
} from '../../../register/resident/index.ts';
import { delegate, scopesOf } from '../../../register/officer/index.ts';
import { pick } from '../../person/index.ts';
import { ask, decide, handInNeeded, type Desk } from './desk.ts';
import type { Scene } from './scene.ts';
import { aged, atHome, type Household } from './troupe.ts';

/** How far an application for a lost family card gets. */
export type Fate = 'draft' | 'submitted' | 'assigned' | 'incomplete' | 'refused' | 'withdrawn' | 'completed';
const KIND = 'family_card.lost';

export function lostCardScene(fate: Fate): Scene {
  return ({ desk, troupe }, day) => {
    const family = troupe.claim((one) => atHome(one) && aged(one.members[0]!, day, 18, 80));
    if (!family) return 0;
    desk.on(day, 'kartu keluarga hilang', () => bring(desk, family, fate));
    return 1;
  };
}

async function bring(desk: Desk, family: Household, fate: Fate): Promise<void> {
  const village = family.address.villageCode;
  const applicant = family.members[0]!.nik;
  const clerk = desk.officer('operator', village);
  const checker = desk.officer('verifier', village, 'verification');
  if (fate === 'draft') {
    const draft = { kind: KIND, applicant: desk.ref(applicant), subject: null, contact: null, details: {} } as const;
    return void (await desk.stage.act(clerk, (tx) => draftApplication(tx, clerk, draft)));
  }
  const id = await ask(desk, { kind: KIND, applicant, village, details: { note: 'hilang di pasar' } });
  if (fate === 'submitted') return;
  if (fate === 'withdrawn') {
    const reason = 'kartu ditemukan kembali';
    return void (await desk.stage.act(clerk, (tx) => withdrawApplication(tx, clerk, { id, reason })));
  }
  await desk.stage.act(checker, (tx) => assignApplication(tx, checker, { id, officerId: null }));
  if (fate === 'assigned') return;
  const [first] = requirementsOf(KIND);
  const unmet = [{ code: first!.code, verdict: 'not_met' as const, note: 'tidak terbaca' }];
  await desk.stage.act(checker, (tx) => checkDocuments(tx, checker, { id, verdicts: unmet }));
  if (fate === 'refused') {
    const reason = 'surat kehilangan bukan atas nama pemohon';
    return void (await desk.stage.act(checker, (tx) => refuseApplication(tx, checker, { id, reason })));
  }
  await desk.stage.act(checker, (tx) =>
    returnApplication(tx, checker, { id, reason: 'surat kehilangan tidak terbaca' }),
  );
  if (fate === 'incomplete') return;
  await desk.stage.act(clerk, async (tx) => {
    await handInNeeded(tx, clerk, id, KIND);
    await submitApplication(tx, clerk, { id });
  });
  await decide(desk, id, { kind: KIND, village });
}

/** The head of section is on leave for two weeks; a verifier holds the role meanwhile and decides with it. */
export const leaveScene: Scene = ({ desk, troupe }, day) => {
  const head = desk.officer('section_head');
  const colleague = desk.officer('verifier');
  const family = troupe.claim((one) => atHome(one) && aged(one.members[0]!, day, 25, 70));
  if (!family) return 0;
  const ref = desk.ref(family.members[0]!.nik);
  desk.on(day, 'cuti dan pelimpahan', async () => {
    await desk.stage.act(head, (tx) =>
      delegate(tx, head, {
        toOfficerId: colleague.id,
        role: 'section_head',
        from: day,
        until: addDays(day, 14),
        reason: 'cuti tahunan',
      }),
    );
    const roles = [...colleague.roles, 'section_head'];
    const standIn = { ...colleague, roles, scopes: scopesOf(roles) };
    const notice = {
      reason: 'alamat tidak ditemukan',
      legalBasis: 'PERMENDAGRI 109/2019',
      effectiveOn: addDays(day, 30),
    };
    await desk.stage.act(standIn, (tx) => announceDeactivation(tx, standIn, { ref, ...notice }));
  });
  desk.on(addDays(day, 20), 'pengumuman dicabut', () =>
    desk.stage.act(head, (tx) => endDeactivation(tx, head, { ref, reason: 'datang melapor' })),
  );
  return 1;
};

const PURPOSES = ['service', 'verification', 'correction', 'complaint', 'audit', 'identity_check', 'law_enforcement'];

/** Somebody is looked up by name and opened, for a stated purpose. */
export const lookScene: Scene = ({ desk, troupe }, day) => {
  const family = troupe.claim(atHome);
  if (!family) return 0;
  const [person] = family.members;
  const purpose = pick(desk.die, PURPOSES);
  const role = purpose === 'audit' ? 'auditor' : purpose === 'law_enforcement' ? 'office_head' : 'operator';
  desk.on(day, 'pencarian', async () => {
    const actor = desk.officer(role, undefined, purpose);
    const birthDate = asCivilDate(person!.birthDate);
    await desk.stage.act(actor, (tx) => searchResidents(tx, actor, { name: person!.name, birthDate }));
    await desk.stage.act(actor, (tx) => openPerson(tx, actor, { ref: desk.ref(person!.nik) }));
  });
  return 1;
};
