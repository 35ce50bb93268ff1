/** Who is who: twice in the register and merged, merged by mistake, set inactive, one NIK for two people. */
import { addDays, type CivilDate } from '../../../core/time/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import {
  announceDeactivation,
  appealDeactivation,
  applyDeactivations,
  decideCase,
  endDeactivation,
  enterResident,
  findLikelyDuplicates,
  getResident,
  listCases,
  refuseAppeal,
  unmergeResidents,
  type Biodata,
} from '../../../register/resident/index.ts';
import { systemActor } from '../../../core/access/index.ts';
import { personAt } from '../../person/index.ts';
import { nationOf } from '../arrival.ts';
import { proposeAndApprove, type Desk } from './desk.ts';
import type { Scene } from './scene.ts';
import { aged, atHome } from './troupe.ts';

/** A name of two words or more without short forms: who is entered anew bears a new name. */
const MAY_BE_NEW = /^[A-Z]{5,}( [A-Z]{5,})+$/;

/**
 * Somebody who has lost his papers is entered anew; the officer has looked at the likeness that the register showed. Months
 * later the two records are merged by two officers; in the `parted` scene that was wrong and is taken back.
 */
export function twiceScene(end: 'merged' | 'parted' | 'open'): Scene {
  return ({ desk, troupe }, day) => {
    const family = troupe.claim(
      (one) => atHome(one) && aged(one.members[0]!, day, 30, 60) && MAY_BE_NEW.test(one.members[0]!.name),
    );
    if (!family) return 0;
    const known = family.members[0]!.nik;
    desk.on(day, 'penduduk baru, mirip yang ada', async () => {
      const absorbed = await enterAgain(desk, known);
      if (end !== 'open') desk.on(addDays(day, 40), 'penggabungan', () => mergeInto(desk, known, absorbed));
      if (end === 'parted')
        desk.on(addDays(day, 90), 'pemisahan', async () => {
          const actor = desk.officer('section_head', undefined, 'duplicate');
          const undo = { ref: desk.ref(absorbed), reason: 'ternyata saudara kembar' };
          await desk.stage.act(actor, (tx) => unmergeResidents(tx, actor, undo));
        });
    });
    return 2;
  };
}

async function enterAgain(desk: Desk, known: Nik): Promise<Nik> {
  const actor = desk.officer('operator', undefined, 'identity_check');
  const entered = await desk.stage.act(actor, async (tx) => {
    const {
      nik: _,
      version: _v,
      state: _s,
      stateSince: _c,
      registeredOn: _r,
      ...biodata
    } = await getResident(tx, known);
    const again: Biodata = {
      ...biodata,
      maritalStatus: 1,
      maritalRegistered: null,
      marriageCertificate: null,
      marriageDate: null,
    };
    const looked = await findLikelyDuplicates(tx, actor, { ...again, motherName: null });
    return enterResident(tx, actor, {
      biodata: again,
      protected: { motherName: null, fatherName: null, disability: null },
      legalBasis: 'SPTJM',
      looked: looked.map(({ ref }) => ref),
    });
  });
  return entered.nik as Nik;
}

export function mergeInto(desk: Desk, survivor: Nik, absorbed: Nik): Promise<void> {
  return proposeAndApprove(desk, 'resident.merge', {
    survivor: desk.ref(survivor),
    absorbed: desk.ref(absorbed),
    legalBasis: 'PERMENDAGRI 109/2019',
    reason: 'satu orang dengan dua NIK, dibuktikan ijazah dan akta',
  });
}

export const NOTICE = { reason: 'tidak dikenal lagi di alamatnya', legalBasis: 'PERMENDAGRI 109/2019' };

/** Announced, appealed against, refused, in force, and ended after some months. */
export const inactiveScene: Scene = ({ desk, troupe }, day) => {
  const family = troupe.claim((one) => atHome(one) && one.members.length > 1 && aged(one.members[0]!, day, 25, 70));
  if (!family) return 0;
  deactivate(desk, family.members[0]!.nik, { on: day, appealed: true, endsOn: addDays(day, 120) });
  return 1;
};

export interface Deactivation {
  readonly on: CivilDate;
  readonly appealed: boolean;
  readonly endsOn: CivilDate | null;
}

export function deactivate(desk: Desk, nik: Nik, { on, appealed, endsOn }: Deactivation): void {
  const { stage } = desk;
  const ref = desk.ref(nik);
  const head = desk.officer('section_head', undefined, 'correction');
  const clerk = desk.officer('operator', undefined, 'complaint');
  const effectiveOn = addDays(on, 20);
  desk.on(on, 'penonaktifan diumumkan', () =>
    stage.act(head, (tx) => announceDeactivation(tx, head, { ref, ...NOTICE, effectiveOn })),
  );
  if (appealed) {
    const appeal = 'bekerja di luar kota, alamat tetap';
    desk.on(addDays(on, 5), 'keberatan', () =>
      stage.act(clerk, (tx) => appealDeactivation(tx, clerk, { ref, appeal })),
    );
    const reason = 'tidak ada bukti tinggal';
    desk.on(addDays(on, 15), 'keberatan ditolak', () =>
      stage.act(head, (tx) => refuseAppeal(tx, head, { ref, reason })),
    );
  }
  desk.on(effectiveOn, 'penonaktifan berlaku', () => applyDue(desk));
  if (endsOn)
    desk.on(endsOn, 'diaktifkan kembali', () =>
      stage.act(head, (tx) => endDeactivation(tx, head, { ref, reason: 'datang membawa bukti tinggal' })),
    );
}

/** The job of each morning. */
export function applyDue({ stage }: Desk): Promise<unknown> {
  return stage.database.transact('system', systemActor('deactivation'), applyDeactivations);
}

/** The sick sheet of 2018 gave one NIK to two people; the office decides that they are two. */
export const caseScene: Scene = ({ desk }, day) => {
  const village = personAt(nationOf(desk.stage), 0).villageCode.replaceAll('.', '');
  desk.on(day, 'kasus identitas', async () => {
    const actor = desk.officer('verifier', village, 'identity_check');
    const { cases } = await desk.stage.act(actor, (tx) => listCases(tx, actor));
    const [open] = cases;
    if (!open) return desk.stage.fault('the sick sheet opened no case');
    const decision = { id: open.id, decision: 'different_person', reason: 'nama dan tanggal lahir berbeda' } as const;
    await desk.stage.act(actor, (tx) => decideCase(tx, actor, decision));
  });
  return 1;
};
