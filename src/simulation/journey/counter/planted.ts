/** The planted cases: people of fixed names whom testers and later wings find. docs/demo.md lists them. */
import { addDays, asCivilDate } from '../../../core/time/index.ts';
import { importResidents } from '../../../register/resident/import/index.ts';
import {
  appealDeactivation,
  announceDeactivation,
  enterResident,
  getResident,
  type Biodata,
} from '../../../register/resident/index.ts';
import { formFamily, listMembersOf } from '../../../register/family/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { FamilyCardNumber } from '../../../core/id/index.ts';
import { importer } from '../arrival.ts';
import { wed } from './birth.ts';
import { ask, decide, print, recordAt, type Desk } from './desk.ts';
import { deactivate, mergeInto, NOTICE } from './identity.ts';
import { undoEvent } from '../../../register/civil-event/index.ts';
import { archiveSheet, PLANTED, PONDOK_KELAPA, type PlantedName } from './planted-people.ts';
import type { Play } from './scene.ts';

const day = asCivilDate;
const PONDOK_KOPI = '3175071007';
const BANDUNG = '3273011001';
const at = (villageCode: string, address: string) => ({
  villageCode,
  address,
  rt: 4,
  rw: 9,
  hamlet: null,
  postalCode: null,
});

const MARIA: Biodata = {
  name: 'MARIA CONTOH FERNANDEZ',
  sex: 2,
  birthPlace: 'MANILA',
  birthDate: day('1983-05-30'),
  bloodGroup: 13,
  religion: 3,
  maritalStatus: 1,
  maritalRegistered: null,
  education: 8,
  occupation: 15,
  nationality: 'PHL',
  permit: 2,
  permitNumber: 'ITAP-CONTOH-1',
  permitUntil: day('2021-03-31'),
  passport: 'P0000001',
  motherNik: null,
  fatherNik: null,
  villageCode: PONDOK_KELAPA,
  address: 'JALAN CONTOH 1',
  rt: 3,
  rw: 7,
  hamlet: null,
  previousAddress: null,
  birthCertificate: null,
  marriageCertificate: null,
  marriageDate: null,
  divorceCertificate: null,
  divorceDate: null,
};
/** Enters like Maria, but becomes a citizen. */
export const ANTON: Biodata = {
  ...MARIA,
  name: 'ANTON CONTOH DE VRIES',
  sex: 1,
  birthDate: day('1974-02-17'),
  nationality: 'NLD',
  permitNumber: 'ITAP-CONTOH-2',
};

/** The archive's people enter the register at once; call it after the first wave. */
export async function plantPeople({ stage }: Desk): Promise<void> {
  await importResidents(stage, { name: 'arsip-contoh.csv', bytes: archiveSheet() }, { actor: importer });
}

/** Enters what happens to them. */
export function plantCases(play: Play): void {
  const { desk } = play;
  family(desk);
  headless(desk);
  corrected(desk);
  underway(desk);
  foreigner(desk);
  merged(desk);
  inactive(desk);
  abroad(desk);
  overdue(desk);
  undone(desk);
  desk.on(day('2018-09-17'), 'perkawinan', () =>
    wed(play, {
      husband: member('yosef', 1),
      wife: member('theresia', 2),
      on: day('2018-09-15'),
      village: PONDOK_KELAPA,
    }),
  );
}

const member = (name: PlantedName, sex: number) => ({
  ...PLANTED[name],
  sex,
  relation: 1,
  religion: 3,
  maritalStatus: 1,
  nationality: 'IDN',
  birthDate: day('1986-06-08'),
});

/** SITI and her husband: twins in 2015, a new address on 11 February 2016, the card printed before and after. */
function family(desk: Desk): void {
  const { budi, siti } = PLANTED;
  const printed = () => print(desk, siti.card, PONDOK_KELAPA);
  const parents = { bond: 'married', mother: desk.ref(siti.nik), father: desk.ref(budi.nik) };
  desk.on(day('2013-05-20'), 'cetak kartu keluarga', printed);
  const born = day('2015-04-21');
  desk.on(addDays(born, 14), 'kelahiran kembar', async () => {
    for (const [name, sex, order] of [
      ['RAKA CONTOH PRATAMA', 1, 1],
      ['KIRANA CONTOH MAHARANI', 2, 2],
    ] as const) {
      const details = { ...parents, name, sex, birthPlace: 'JAKARTA', childOrder: order };
      await recordAt(desk, { kind: 'birth', occurredOn: born, villageCode: PONDOK_KELAPA, details });
    }
    await printed();
  });
  const moved = day('2016-02-11');
  desk.on(moved, 'pindah alamat', async () => {
    const actor = desk.officer('operator');
    const [raka, kirana] = await desk.stage.act(actor, async (tx) => childrenIn(tx, siti.card));
    const movers = [
      { person: desk.ref(budi.nik), relation: 1 },
      { person: desk.ref(siti.nik), relation: 3 },
      ...[raka!, kirana!].map((nik) => ({ person: desk.ref(nik), relation: 4 })),
    ];
    const details = { movers, address: at(PONDOK_KOPI, 'JALAN CONTOH 22'), reason: 'PERUMAHAN' };
    await recordAt(desk, { kind: 'address_change', occurredOn: moved, villageCode: PONDOK_KELAPA, details });
    await print(desk, siti.card, PONDOK_KOPI);
  });
}

async function childrenIn(tx: Tx, card: FamilyCardNumber) {
  return (await listMembersOf(tx, [card])).filter(({ relation }) => relation === 4).map(({ nik }) => nik);
}

/** HARUN died in October 2018; MARYAM and DIMAS have no head yet. */
function headless(desk: Desk): void {
  const details = { deceased: desk.ref(PLANTED.harun.nik), deathPlace: 'JAKARTA', proofNumber: 'SKM/1/CONTOH' };
  desk.on(day('2018-10-08'), 'kematian', () =>
    recordAt(desk, { kind: 'death', occurredOn: day('2018-10-02'), villageCode: PONDOK_KELAPA, details }),
  );
}

/** JOKO was born in 1978: the register says so since 2014, his NIK stays. */
function corrected(desk: Desk): void {
  const { joko } = PLANTED;
  const on = day('2014-09-09');
  desk.on(on, 'perbaikan biodata', async () => {
    const actor = desk.officer('operator', undefined, 'correction');
    const { version } = await desk.stage.act(actor, (tx) => getResident(tx, joko.nik));
    const proof = { proofNumber: 'IJAZAH/1/CONTOH', reason: 'tahun lahir menurut ijazah 1978' };
    const details = {
      occurredOn: on,
      person: desk.ref(joko.nik),
      seenVersion: version,
      changes: { birthDate: '1978-04-01' },
      ...proof,
    };
    const asked = { kind: 'biodata.correction', applicant: joko.nik, village: PONDOK_KELAPA, details } as const;
    await decide(desk, await ask(desk, asked), asked);
  });
}

/** DEWI left for Bandung on 5 December 2018 and has not arrived. */
function underway(desk: Desk): void {
  const on = day('2018-12-05');
  const movers = [{ person: desk.ref(PLANTED.dewi.nik), relation: 1 }];
  const details = { movers, address: at(BANDUNG, 'JALAN CONTOH 8'), reason: 'PEKERJAAN' };
  desk.on(on, 'pindah', () => recordAt(desk, { kind: 'move', occurredOn: on, villageCode: PONDOK_KELAPA, details }));
}

/** MARIA holds a permanent permit: obliged to have a card, no citizen. */
function foreigner(desk: Desk): void {
  desk.on(day('2016-04-11'), 'penduduk asing baru', async () => {
    const actor = desk.officer('operator');
    const kin = { motherName: 'IBU CONTOH', fatherName: null, disability: null };
    await desk.stage.act(actor, async (tx) => {
      const { ref } = await enterResident(tx, actor, {
        biodata: MARIA,
        protected: kin,
        legalBasis: 'ITAP-CONTOH-1',
        looked: [],
      });
      const address = at(PONDOK_KELAPA, 'JALAN CONTOH 1');
      await formFamily(tx, actor, { address, members: [{ ref, relation: 1 }], reason: 'penduduk asing baru' });
    });
  });
}

/** RUDI was twice in the archive: merged in 2017. */
function merged(desk: Desk): void {
  desk.on(day('2017-03-14'), 'penggabungan', () => mergeInto(desk, PLANTED.rudi.nik, PLANTED.rudiTwice.nik));
}

/** TONO is NONAKTIF; LINA's deactivation is announced, and she has appealed. */
function inactive(desk: Desk): void {
  deactivate(desk, PLANTED.tono.nik, { on: day('2018-11-01'), appealed: false, endsOn: null });
  const ref = desk.ref(PLANTED.lina.nik);
  desk.on(day('2018-11-26'), 'penonaktifan diumumkan', async () => {
    const head = desk.officer('section_head', undefined, 'correction');
    await desk.stage.act(head, (tx) =>
      announceDeactivation(tx, head, { ref, ...NOTICE, effectiveOn: day('2018-12-31') }),
    );
  });
  desk.on(day('2018-12-04'), 'keberatan', async () => {
    const clerk = desk.officer('operator', undefined, 'complaint');
    await desk.stage.act(clerk, (tx) => appealDeactivation(tx, clerk, { ref, appeal: 'saya tinggal di alamat itu' }));
  });
}

/** YANTI works in Malaysia since 2017. */
function abroad(desk: Desk): void {
  const on = day('2017-08-21');
  const details = { movers: [desk.ref(PLANTED.yanti.nik)], country: 'MYS', reason: 'BEKERJA' };
  desk.on(on, 'pindah ke luar negeri', () =>
    recordAt(desk, { kind: 'move_abroad', occurredOn: on, villageCode: PONDOK_KELAPA, details }),
  );
}

/** WAWAN asks for a lost card since 3 December 2018, and nobody has taken it. */
function overdue(desk: Desk): void {
  desk.on(day('2018-12-03'), 'kartu keluarga hilang', () =>
    ask(desk, {
      kind: 'family_card.lost',
      applicant: PLANTED.wawan.nik,
      village: PONDOK_KELAPA,
      details: { note: 'hilang di angkutan umum' },
    }),
  );
}

/** ANDINI's name was changed on a ruling about somebody else, and back. */
function undone(desk: Desk): void {
  const on = day('2017-05-15');
  const ruling = {
    court: 'PENGADILAN NEGERI CONTOH',
    rulingNumber: '17/Pdt.P/2017/CONTOH',
    rulingDate: day('2017-05-02'),
  };
  desk.on(on, 'ganti nama', async () => {
    const details = { person: desk.ref(PLANTED.andini.nik), newName: 'ANDINI CONTOH LARASATI', ...ruling };
    const { id } = await recordAt(desk, {
      kind: 'name_change',
      occurredOn: day('2017-05-02'),
      villageCode: PONDOK_KELAPA,
      details,
    });
    desk.on(day('2017-06-02'), 'pembatalan peristiwa', async () => {
      const actor = desk.officer('section_head', undefined, 'correction');
      const why = { reason: 'penetapan itu tentang orang lain', legalBasis: 'PERPRES 96/2018 PASAL 60' };
      await desk.stage.act(actor, (tx) => undoEvent(tx, actor, { id, ...why }));
    });
  });
}
