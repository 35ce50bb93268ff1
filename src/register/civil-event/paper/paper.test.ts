import { describe, expect, test } from 'vitest';
import {
  givenActor,
  givenResident,
  givenSigningOffice,
  BANDUNG,
  PONDOK_KELAPA,
} from '../../../../test/given/people.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import { publicActor } from '../../../core/access/index.ts';
import { checkDocument } from '../../../core/document/index.ts';
import { pdfPages } from '../../../core/document/given-pdf-text.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { whoLooked } from '../../../core/ledger/index.ts';
import { asker, BUDI, day, givenCouple, RULING, TODAY } from '../given-events.ts';
import { issueCertificates, openCertificate, recordAndIssue } from './issue.ts';
import type { RecordGiven } from '../record.ts';
import { listParticipants } from '../sql.ts';
import { undoEvent } from '../undo/undo.ts';

const given = await givenHouse();
const officer = givenActor({ officeId: await givenSigningOffice(given) });
const { ref } = asker(given, officer);

const recordWithPaper = (event: Omit<RecordGiven, 'villageCode'>, actor = officer) =>
  given.transact(actor, (tx) => recordAndIssue(tx, actor, { villageCode: PONDOK_KELAPA, ...event }));
const open = (id: string, holder?: string) =>
  given.transact(officer, (tx) => openCertificate(tx, officer, { id, holder }));
const textOf = async (id: string, holder?: string) => pdfPages((await open(id, holder)).bytes).join('\n');
const print = (id: string, holder?: string) =>
  given.transact(officer, (tx) => issueCertificates(tx, officer, { id, holder }));
const documentsOf = async (id: string) =>
  (await given.system((tx) => listParticipants(tx, id as Uuid))).flatMap(({ documentId }) => documentId ?? []);
const anybody = publicActor('id');
const check = (id: Uuid) =>
  given.transact(anybody, (tx) => checkDocument(tx, { id })).then(({ state, replacedBy }) => ({ state, replacedBy }));

const birthOf = (couple: Awaited<ReturnType<typeof givenCouple>>, name: string) => ({
  kind: 'birth' as const,
  occurredOn: day('2018-12-01'),
  details: {
    name,
    sex: 2,
    birthPlace: 'JAKARTA',
    childOrder: 2,
    bond: 'married',
    mother: ref(couple.wife),
    father: ref(couple.husband),
  },
});

describe('a certificate', () => {
  test('of a birth is printed with the event and names child, parents and number', async () => {
    const done = await recordWithPaper(birthOf(await givenCouple(given), 'KIRANA AYU LESTARI'));
    expect(done.papers).toEqual([{ ref: ref(done.registered[0]!), role: 'child', state: 'issued', mayPrint: true }]);
    const text = await textOf(done.id);
    for (const part of [
      'KIRANA AYU LESTARI',
      'BUDI CONTOH SANTOSO',
      'SITI CONTOH RAHAYU',
      done.certificateNumber!,
      done.registered[0]!,
      'KEDUA (2)',
      'RETNO CONTOH',
    ])
      expect(text).toContain(part);
  });

  test('of a marriage across regions, a divorce and a death says what the register knows', async () => {
    const groom = await givenResident(
      given,
      { ...BUDI, religion: 3, villageCode: BANDUNG },
      { fatherName: 'AYAH DI BANDUNG' },
    );
    const bride = await givenResident(given, { religion: 3 });
    const couple = { husband: ref(groom), wife: ref(bride) };
    const wed = await recordWithPaper({
      kind: 'marriage',
      occurredOn: day('2018-12-02'),
      details: { ...couple, marriagePlace: 'JAKARTA', celebrant: 'PASTOR CONTOH' },
    });
    expect(wed.papers).toEqual([
      { ref: couple.husband, role: 'husband', state: 'issued', mayPrint: true },
      { ref: couple.wife, role: 'wife', state: 'issued', mayPrint: true },
    ]);
    const [his, hers] = [await textOf(wed.id, couple.husband), await textOf(wed.id, couple.wife)];
    for (const part of ['PASTOR CONTOH', 'AYAH DI BANDUNG', 'KATHOLIK', '2 DESEMBER 2018', wed.certificateNumber!]) {
      expect(his).toContain(part);
      expect(hers).toContain(part);
    }
    expect(his).toMatch(/untuk suami:\s*BUDI CONTOH/);
    expect(hers).toMatch(/untuk istri:\s*SITI CONTOH/);
    expect((await open(wed.id, couple.wife)).fileName).toBe(`${wed.certificateNumber}-istri.pdf`);

    const parted = await recordWithPaper({ kind: 'divorce', occurredOn: TODAY, details: { ...couple, ...RULING } });
    expect(await textOf(parted.id)).toContain(wed.certificateNumber!);

    // She lost hers: his stands. Taken back, both are cancelled.
    const [ofHim, ofHer] = await documentsOf(parted.id);
    const [anew] = (await print(parted.id, couple.wife)).documents;
    expect([await check(ofHim!), await check(ofHer!)]).toMatchObject([
      { state: 'valid' },
      { state: 'replaced', replacedBy: anew },
    ]);
    await given.transact(officer, (tx) =>
      undoEvent(tx, officer, { id: parted.id, reason: 'rujuk', legalBasis: 'putusan 1/2018' }),
    );
    expect([await check(ofHim!), await check(anew as Uuid)]).toMatchObject([
      { state: 'cancelled' },
      { state: 'cancelled' },
    ]);
    await expect(print(wed.id, ref(await givenResident(given)))).rejects.toMatchObject({
      code: 'civil_event.no_certificate',
    });

    const died = await recordWithPaper({
      kind: 'death',
      occurredOn: TODAY,
      details: { deceased: ref(bride), deathPlace: 'DEPOK', proofNumber: 'RS/1' },
    });
    expect(await textOf(died.id)).toContain('DEPOK');
  });

  test('of a recognition lies with the child; the letter of a stillbirth with the mother, who is all that is registered', async () => {
    const mother = await givenResident(given, { name: 'MARTHA CONTOH', religion: 2 });
    const father = await givenResident(given, { ...BUDI, name: 'YOHANES CONTOH', religion: 2 });
    const born = await recordWithPaper({
      kind: 'birth',
      occurredOn: day('2018-12-01'),
      details: {
        name: 'GRACE CONTOH MARIA',
        sex: 2,
        birthPlace: 'JAKARTA',
        childOrder: 1,
        bond: 'mother',
        mother: ref(mother),
        address: { villageCode: PONDOK_KELAPA, address: 'JALAN CONTOH 3' },
      },
    });
    const child = ref(born.registered[0]!);
    const known = await recordWithPaper({
      kind: 'recognition',
      occurredOn: TODAY,
      details: { child, father: ref(father), mother: ref(mother), statementNumber: 'SP-9' },
    });
    expect(known.papers).toEqual([{ ref: child, role: 'child', state: 'issued', mayPrint: true }]);
    const text = await textOf(known.id);
    for (const part of ['GRACE CONTOH MARIA', 'YOHANES CONTOH', 'SP-9', known.certificateNumber!])
      expect(text).toContain(part);
    const stillborn = await recordWithPaper({
      kind: 'stillbirth',
      occurredOn: TODAY,
      details: { mother: ref(mother), sex: 1, birthPlace: 'JAKARTA', weeks: 31, proofNumber: 'RS/6' },
    });
    expect(stillborn.papers).toEqual([{ ref: ref(mother), role: 'mother', state: 'issued', mayPrint: true }]);
    expect(await textOf(stillborn.id)).toContain('SURAT KETERANGAN LAHIR MATI');
  });

  test('printed again replaces the one before, whose code says so; an event taken back cancels it', async () => {
    const done = await recordWithPaper(birthOf(await givenCouple(given), 'LARASATI DEWI PUTRI'));
    const [first] = await documentsOf(done.id);
    expect(await check(first!)).toEqual({ state: 'valid', replacedBy: null });
    const [again] = (await print(done.id)).documents;
    expect(await check(first!)).toEqual({ state: 'replaced', replacedBy: again });
    await given.transact(officer, (tx) =>
      undoEvent(tx, officer, { id: done.id, reason: 'tercatat dua kali', legalBasis: 'Perpres 96/2018 pasal 60' }),
    );
    expect(await check(again!)).toEqual({ state: 'cancelled', replacedBy: null });
    await expect(print(done.id)).rejects.toMatchObject({ code: 'civil_event.no_certificate' });
  });

  test('that cannot be set now waits: the event stands', async () => {
    const homeless = givenActor();
    const done = await recordWithPaper(birthOf(await givenCouple(given), 'MENUNGGU CETAK AKTA'), homeless);
    expect(done).toMatchObject({ papers: [{ role: 'child', state: 'waiting' }], state: 'recorded' });
    await expect(open(done.id)).rejects.toMatchObject({ code: 'civil_event.not_printed' });
    await print(done.id);
    expect(await textOf(done.id)).toContain('MENUNGGU CETAK AKTA');
  });

  test('is none for a notification of the KUA', async () => {
    const groom = await givenResident(given, { ...BUDI, birthDate: day('1986-01-01') });
    const bride = await givenResident(given, { birthDate: day('1992-01-01') });
    const done = await recordWithPaper({
      kind: 'marriage_notification',
      occurredOn: TODAY,
      details: {
        husband: ref(groom),
        wife: ref(bride),
        marriagePlace: 'JAKARTA',
        office: 'KUA DUREN SAWIT',
        bookNumber: '1/1/2018',
      },
    });
    expect(done.papers).toEqual([]);
    await expect(print(done.id)).rejects.toMatchObject({ code: 'civil_event.no_certificate' });
  });

  test('is seen in the ledger by whom it concerns', async () => {
    const couple = await givenCouple(given);
    const done = await recordWithPaper(birthOf(couple, 'TERCATAT DALAM BUKU'));
    await open(done.id);
    const looks = await given.system((tx) => whoLooked(tx, done.registered[0]!));
    const labels = looks.map(({ label }) => label);
    expect(labels).toEqual(
      expect.arrayContaining(['civil_event.birth', 'civil_event.recorded', 'civil_event.certificate_issued']),
    );
  });
});

test('a move letter names both places and all movers, and is cancelled with the move', async () => {
  const { husband, wife } = await givenCouple(given);
  const done = await recordWithPaper({
    kind: 'move',
    occurredOn: TODAY,
    details: {
      movers: [
        { person: ref(husband), relation: 1 },
        { person: ref(wife), relation: 3 },
      ],
      address: { villageCode: BANDUNG, address: 'JALAN BRAGA 1' },
      reason: 'pekerjaan',
    },
  });
  expect(done.papers).toEqual([{ ref: ref(husband), role: 'mover', state: 'issued', mayPrint: true }]);
  const text = await textOf(done.id);
  for (const part of [done.certificateNumber!, 'JALAN BRAGA 1', 'JALAN CONTOH 1', husband, wife])
    expect(text).toContain(part);
  const [document] = await documentsOf(done.id);
  await given.transact(officer, (tx) =>
    undoEvent(tx, officer, { id: done.id, reason: 'batal pindah', legalBasis: 'permohonan' }),
  );
  expect((await check(document!)).state).toBe('cancelled');
});
