import { beforeAll, describe, expect, test } from 'vitest';
import { asCivilDate } from '../../../core/time/index.ts';
import { systemActor } from '../../../core/access/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { whoLooked } from '../../../core/ledger/index.ts';
import { keepContact } from '../../../cards/card/index.ts';
import { textsTo } from '../../../cards/card/holder/given-holder.ts';
import { givenFamily, givenResident } from '../../../../test/given/people.ts';
import type { Caller } from '../../../../test/given/serving.ts';
import { upload } from '../../partner/given-partner.ts';
import { about } from '../../verification/given-partner.ts';
import { givenCitizens } from '../given-citizen.ts';

const given = await givenCitizens();
type Citizen = Awaited<ReturnType<typeof given.citizen>>;

let bank: Awaited<ReturnType<typeof given.partner>>;
let verifier: Caller;
let dewi: Citizen;
beforeAll(async () => {
  bank = await given.partner({}, { institution: { name: 'BADAN CONTOH SEJAHTERA', sector: 'finance' } });
  verifier = await given.officer({ role: 'verifier', officeId: await given.office('3175') });
  dewi = await given.citizen({ name: 'DEWI CONTOH', maritalStatus: 2 });
});

const WHY = { 'jatidiri-purpose': 'service' };
const BORN = asCivilDate('2010-03-04');
const childOf = (over: object = {}, kin: object = {}) =>
  givenResident(given, { name: 'ANI CONTOH', birthDate: BORN, motherNik: dewi.nik, ...over }, kin);
const turnTo = async (by: Citizen, nik: Nik) => by.visit('/warga/mewakili', { siapa: given.ref(nik) });
const back = (by: Citizen) => by.visit('/warga/mewakili', { aksi: 'kembali' });
const mayOpen = async (by: Citizen) =>
  (await by.visit('/warga/mewakili')).data.represented.map(({ ref, as, ground }: Record<string, string>) => [
    ref,
    as,
    ground,
  ]);
const labelled = (looks: readonly { label: string }[], label: string) => looks.find((look) => look.label === label);
/** How each entry of a label marks a person. */
const marks = async (nik: Nik, label: string) =>
  (await given.system((tx) => whoLooked(tx, nik, { limit: 500 })))
    .filter((look) => look.label === label)
    .map(({ detail }) => detail);

describe('a parent', () => {
  test('sees the children that the register names him in, opens one, and both find it in their lists', async () => {
    const ani = await childOf();
    expect(await mayOpen(dewi)).toContainEqual([given.ref(ani), 'mother', 'birth']);
    expect((await turnTo(dewi, ani)).to).toBe('/warga');
    const home = (await dewi.visit('/warga')).data;
    expect(home).toMatchObject({ acting: { name: 'ANI CONTOH', as: 'mother' }, standing: null, chooses: false });
    const { data } = await dewi.visit('/warga/data');
    expect(data.sections.map(({ key }: { key: string }) => key)).not.toContain('cards');
    expect(data.sections[0].rows).toContainEqual(expect.objectContaining({ value: 'ANI CONTOH' }));
    // Among the rest the mother is not told of herself; asked for, she is there.
    expect((await dewi.visit('/warga/siapa-melihat')).data.looks.some(({ hand }: { hand: string }) => hand)).toBe(
      false,
    );
    const own = (await dewi.visit('/warga/siapa-melihat?jenis=wakil')).data.looks;
    expect(labelled(own, 'citizen.acting_begun')).toMatchObject({ who: { is: 'mother' }, hand: 'mother' });
    await back(dewi);
    const mine = (await dewi.visit('/warga/siapa-melihat?jenis=saya')).data.looks;
    expect(labelled(mine, 'citizen.acting_begun')).toBeDefined();
  });

  test('locks, says "not me" and asks for rights in the child’s name, and never for herself by mistake', async () => {
    const ani = await childOf();
    const entry = (await bank.ask(about(ani, { name: 'ANI CONTOH', birthDate: BORN, sex: 'P' }))).body.answer.entry;
    await turnTo(dewi, ani);
    const untuk = given.ref(ani);
    const locking = { jenis: 'finance', aksi: 'kunci', sampai: '' };
    expect((await dewi.visit('/warga/kunci', { ...locking, untuk })).to).toBe('/warga/kunci?tersimpan=ya');
    expect((await dewi.visit(`/warga/siapa-melihat/${entry}`, { uraian: '', untuk })).to).toContain(
      '/warga/bukan-saya/',
    );
    const asking = { hak: 'correction', uraian: 'tempat lahir anak saya BANDUNG', untuk };
    expect((await dewi.visit('/warga/hak', asking)).to).toContain('nomor=HP');
    expect((await dewi.visit('/warga/permohonan')).data.acting.name).toBe('ANI CONTOH');
    expect(await marks(ani, 'verification.lock_set')).toEqual(['mother']);
    expect(await marks(ani, 'citizen.dispute_opened')).toEqual(['mother']);
    // A page that was open before: what it sends is done for nobody.
    await back(dewi);
    expect((await dewi.visit('/warga/kunci', { ...locking, untuk })).to).toBe('/warga/mewakili?kabar=beralih');
    const locks = (await dewi.visit('/warga/kunci')).data.locks;
    expect(locks.every(({ set }: { set: unknown }) => set === null)).toBe(true);
    // Ways in and sessions are nobody's but one's own.
    await turnTo(dewi, ani);
    for (const path of ['/warga/masuk/pilih', '/warga/sesi'])
      expect((await dewi.visit(path)).to).toBe('/warga/mewakili?kabar=sendiri');
    await back(dewi);
  });

  test('is not who merely stands on the card, and is who is named there and in the child’s record', async () => {
    const [rina, andi] = [
      await given.citizen({ name: 'RINA CONTOH' }),
      await given.holder({ name: 'ANDI CONTOH', sex: 1 }),
    ];
    const step = await childOf({ motherNik: null }, { motherName: 'DEWI CONTOH', fatherName: 'ANDI CONTOH' });
    const own = await childOf({ name: 'ADI CONTOH', motherNik: null }, { motherName: 'Rina Contoh', fatherName: null });
    await givenFamily(given, [
      { nik: andi.nik, relation: 1 },
      { nik: rina.nik, relation: 3 },
      { nik: step, relation: 4 },
      { nik: own, relation: 4 },
    ]);
    expect(await mayOpen(rina)).toEqual([[given.ref(own), 'mother', 'family_card']]);
    expect((await turnTo(rina, step)).to).toBe('/warga/mewakili?kabar=berakhir');
    expect((await turnTo(rina, dewi.nik)).to).toBe('/warga/mewakili?kabar=berakhir');
  });

  test('hears of the answer to what she asked for a child that has no contact of its own', async () => {
    const rina = await given.citizen({ name: 'RINA CONTOH' });
    const phone = '081300007045';
    await given.system((tx) => keepContact(tx, systemActor('test'), rina.nik, { text: phone, language: 'id' }));
    const ani = await childOf({ motherNik: rina.nik });
    await turnTo(rina, ani);
    const asking = { hak: 'access', uraian: 'ingin salinan data anak saya', untuk: given.ref(ani) };
    await rina.visit('/warga/hak', asking);
    const [asked] = (await rina.visit('/warga/hak')).data.requests;
    const answer = { decision: 'granted', exception: null, words: 'salinan tersedia di loket' };
    expect((await verifier.call('POST', `/v1/citizen/rights/${asked.id}/answer`, answer)).status).toBe(200);
    const workers = await given.house.startWorkers();
    await expect.poll(() => textsTo(given, phone).filter((text) => text.includes(asked.number)).length).toBe(1);
    await workers.stop();
  });

  test('is shut out a second after an officer entered it; nothing is done, and a protected child’s place is not told', async () => {
    const ani = await childOf();
    await turnTo(dewi, ani);
    const untuk = given.ref(ani);
    const shut = {
      ref: untuk,
      by: given.ref(dewi.nik),
      ground: 'protection_order',
      issuer: 'PN CONTOH',
      number: '7/Pen/2018',
      decidedOn: '2018-12-10',
    };
    expect((await given.operator.call('POST', '/v1/citizen/exclusions', shut, WHY)).status).toBe(403);
    expect((await verifier.call('POST', '/v1/citizen/exclusions', shut, WHY)).status).toBe(200);
    const locking = { jenis: 'finance', aksi: 'kunci', sampai: '', untuk };
    expect((await dewi.visit('/warga/kunci', locking)).to).toBe('/warga/mewakili?kabar=berakhir');
    expect((await dewi.visit('/warga/mewakili?kabar=berakhir')).data).toMatchObject({ acting: null, news: 'ended' });
    expect((await dewi.visit('/warga')).data.acting).toBeNull();
    expect(await marks(ani, 'verification.lock_set')).toEqual([]);
    expect(await marks(ani, 'citizen.exclusion_entered')).toEqual(['representation']);
    expect(await marks(dewi.nik, 'citizen.exclusion_entered')).toEqual([]);
    expect((await verifier.call('POST', '/v1/citizen/exclusions', shut, WHY)).body.code).toBe(
      'citizen.excluded_already',
    );
  });
});

describe('what is entered by its paper', () => {
  const enter = (by: Caller, over: object) => {
    const body = {
      kind: 'guardian',
      paper: 'court_decision',
      issuer: 'PENGADILAN AGAMA CONTOH',
      number: '12/Pdt.P/2018',
      decidedOn: '2018-11-01',
      ...over,
    };
    const { payload, type } = upload(body);
    return by.call('POST', '/v1/citizen/authorities', payload, { ...WHY, ...type });
  };

  test('begins when a second officer has confirmed it, holds until its term, and ends with a reason', async () => {
    const guardian = await given.citizen({ name: 'WALI CONTOH' });
    const ani = await childOf({ motherNik: null });
    const pair = { ref: given.ref(ani), by: given.ref(guardian.nik) };
    const wrong = await enter(given.operator, { ...pair, paper: 'birth_certificate', decidedOn: '2018-12-31' });
    expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual(['decidedOn', 'paper']);
    const entered = await enter(verifier, { ...pair, until: '2018-12-20' });
    expect(entered.status).toBe(200);
    expect((await turnTo(guardian, ani)).to).toContain('berakhir');
    expect((await given.approve(verifier, entered.body.proposalId)).body.code).toBe('approval.own');
    const second = await given.officer({ role: 'verifier', officeId: await given.office('3175') });
    const page = (await second.call('GET', `/v1/citizen/representation/${pair.ref}`, undefined, WHY)).body;
    expect(page.representing[0].authorities[0]).toMatchObject({
      standing: 'waiting',
      proposalId: entered.body.proposalId,
    });
    const file = await second.call('GET', `/v1/citizen/authorities/${entered.body.id}/file`, undefined, WHY);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect((await given.approve(second, entered.body.proposalId)).status).toBe(200);
    expect(await mayOpen(guardian)).toEqual([[pair.ref, 'guardian', 'entered']]);
    expect((await turnTo(guardian, ani)).to).toBe('/warga');
    expect((await guardian.visit('/warga')).data.acting.as).toBe('guardian');
    const end = { ground: 'paper_wrong', words: 'penetapan dibatalkan di tingkat banding' };
    expect((await second.call('POST', `/v1/citizen/authorities/${entered.body.id}/end`, end, WHY)).status).toBe(200);
    expect((await guardian.visit('/warga')).to).toBe('/warga/mewakili?kabar=berakhir');
    const after = (await second.call('GET', `/v1/citizen/representation/${pair.ref}`, undefined, WHY)).body;
    expect(after.representing[0]).toMatchObject({
      as: null,
      authorities: [{ standing: 'ended', endGround: 'paper_wrong' }],
    });
  });

  test('gives a parent back whom a court had shut out, by a later decision only', async () => {
    const ani = await childOf();
    const pair = { ref: given.ref(ani), by: given.ref(dewi.nik) };
    const shut = { ...pair, ground: 'court_decision', issuer: 'PN CONTOH', number: '9/2018', decidedOn: '2018-12-01' };
    expect((await verifier.call('POST', '/v1/citizen/exclusions', shut, WHY)).status).toBe(200);
    const parent = { ...pair, kind: 'parent' };
    expect((await enter(given.operator, { ...parent, paper: 'birth_certificate' })).body.code).toBe(
      'citizen.authority_wrong',
    );
    const entered = await enter(given.operator, parent);
    expect((await given.approve(verifier, entered.body.proposalId)).status).toBe(200);
    expect(await mayOpen(dewi)).toContainEqual([pair.ref, 'mother', 'birth']);
  });

  test('is no other regency’s to enter, read or end', async () => {
    const far = await given.officer({ role: 'verifier', officeId: await given.office('3273') });
    const pair = { ref: given.ref(await childOf()), by: given.ref(dewi.nik) };
    expect((await enter(far, pair)).status).toBe(404);
    expect((await far.call('GET', `/v1/citizen/representation/${pair.ref}`, undefined, WHY)).status).toBe(404);
  });
});

describe('assisted at the counter', () => {
  const call = (by: Caller, path: string, body: object) => by.call('POST', `/v1/citizen/assistances${path}`, body, WHY);

  test('asks for the card or how the person was known first, and is one officer’s for a quarter of an hour', async () => {
    const { nik, serial } = await given.holder();
    const who = { ref: given.ref(nik), reason: 'blind' };
    expect((await call(given.operator, '', who)).status).toBe(422);
    expect((await call(given.operator, '', { ...who, card: '12345' })).body.code).toBe('citizen.card_not_his');
    expect((await call(given.operator, '', { ...who, ref: given.ref(await childOf()), card: serial })).body.code).toBe(
      'citizen.assist_child',
    );
    const { id } = (await call(given.operator, '', { ...who, card: serial, companion: 'CONTOH PENDAMPING' })).body;
    const open = (by: Caller) => by.call('GET', `/v1/citizen/assistances/${id}`, undefined, WHY);
    expect((await open(given.operator)).body).toMatchObject({ companion: 'CONTOH PENDAMPING', knownBy: 'card' });
    expect((await open(verifier)).body.code).toBe('citizen.assistance_over');
    given.clock.moveTo(new Date(given.clock.now().getTime() + 15 * 60_000));
    expect((await open(given.operator)).body.code).toBe('citizen.assistance_over');
  });

  test('does what the person wishes; each act is in his list as an officer’s at his request, and he is written to', async () => {
    const own = await given.citizen();
    const phone = '081300007044';
    await given.system((tx) => keepContact(tx, systemActor('test'), own.nik, { text: phone, language: 'id' }));
    const entry = (await bank.ask(about(own.nik))).body.answer.entry;
    const known = { ref: given.ref(own.nik), reason: 'illiterate', known: 'tetangga kantor, dikenal petugas' };
    const { id } = (await call(given.operator, '', known)).body;
    const page = (await given.operator.call('GET', `/v1/citizen/assistances/${id}`, undefined, WHY)).body;
    expect(page.looks.find((look: { entryId: string }) => look.entryId === entry)).toMatchObject({ disputable: true });
    expect((await call(given.operator, `/${id}/disputes`, { entry })).status).toBe(200);
    expect(
      (await call(given.operator, `/${id}/locks`, { lock: 'trade', act: 'set', until: '2018-12-01' })).body.code,
    ).toBe('citizen.lock_past');
    expect((await call(given.operator, `/${id}/locks`, { lock: 'trade', act: 'set' })).status).toBe(200);
    const right = { right: 'access', words: 'ingin salinan data dalam huruf braille' };
    expect((await call(given.operator, `/${id}/rights`, right)).body.number).toContain('HP/');
    for (const paper of ['looks', 'data']) {
      const printed = await call(given.operator, `/${id}/papers`, { paper });
      expect(printed.headers['content-type']).toBe('application/pdf');
    }
    expect((await call(given.operator, `/${id}/end`, {})).status).toBe(200);
    expect((await call(given.operator, `/${id}/locks`, { lock: 'trade', act: 'lift' })).body.code).toBe(
      'citizen.assistance_over',
    );
    const seen = (await own.visit('/warga/siapa-melihat?jenis=petugas')).data.looks;
    for (const label of [
      'citizen.assistance_opened',
      'citizen.dispute_opened',
      'verification.lock_set',
      'citizen.data_taken',
    ])
      expect(labelled(seen, label)).toMatchObject({ hand: 'assisted', who: { is: 'office', name: 'Kantor 3175' } });
    const workers = await given.house.startWorkers();
    await expect.poll(() => textsTo(given, phone).filter((text) => text.includes('Kantor 3175')).length).toBe(4);
    await workers.stop();
  });
});

test('at 17 the child comes himself and reads who looked before; his mother may not any more', async () => {
  const ani = await given.citizen({ name: 'ANI CONTOH', birthDate: BORN, motherNik: dewi.nik });
  await turnTo(dewi, ani.nik);
  await dewi.visit('/warga/siapa-melihat');
  given.clock.moveTo(new Date('2027-03-04T02:00:00Z'));
  expect((await dewi.visit('/warga')).to).toBe('/warga/mewakili?kabar=berakhir');
  const seen = (await ani.visit('/warga/siapa-melihat')).data.looks;
  expect(labelled(seen, 'citizen.acting_begun')).toMatchObject({ who: { is: 'mother' }, hand: 'mother' });
});
