import { beforeAll, describe, expect, test } from 'vitest';
import { givenServer, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { BANDUNG, givenFamily, givenResident, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { givenPdf } from '../../core/file/given-content.ts';
import type { Nik } from '../../core/id/index.ts';
import { findResident } from '../resident/index.ts';
import { day, givenCouple } from './given-events.ts';

let given: GivenServer;
let clerk: Caller;
let checker: Caller;
let bandung: Caller;

beforeAll(async () => {
  given = await givenServer();
  const officeId = await given.office('3175');
  clerk = await given.officer({ role: 'operator', officeId });
  checker = await given.officer({ role: 'verifier', officeId });
  bandung = await given.officer({ role: 'operator', officeId: await given.office('3273') });
  // Entries that nobody numbers would stop disclosures after ten seconds.
  const sequencer = given.house.startSequencer((fault) => {
    throw fault;
  });
  return () => sequencer.stop();
});

const why = { 'jatidiri-purpose': 'civil_registration' };
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);
const stateOf = (nik: Nik) => given.system(async (tx) => (await findResident(tx, nik))!.state);
const dying = (nik: Nik) => ({
  kind: 'death',
  occurredOn: '2018-12-10',
  villageCode: PONDOK_KELAPA,
  details: { deceased: refOf(nik), deathPlace: 'JAKARTA', proofNumber: 'RS/1' },
});

describe('over HTTP', () => {
  test('preview, record, open, list, undo: a death and its taking back', async () => {
    const { husband, wife } = await givenCouple(given);
    const preview = await clerk.call('POST', '/v1/events/preview', dying(husband), why);
    expect(preview.body.effects.map((one: { text: string }) => one.text)).toContain('BUDI CONTOH SANTOSO: meninggal');
    const done = await clerk.call('POST', '/v1/events', dying(husband), why);
    expect([done.status, done.body.state]).toEqual([200, 'recorded']);
    expect(done.body.papers).toEqual([{ ref: refOf(husband), role: 'deceased', state: 'waiting', mayPrint: true }]);
    expect(done.body.certificateNumber).toMatch(/^3175-KM-/);
    expect(await stateOf(husband)).toBe('MENINGGAL');

    const { id } = done.body;
    const opened = await checker.call('GET', `/v1/events/${id}`, undefined, why);
    expect(opened.body).toMatchObject({
      kind: 'death',
      mayUndo: true,
      participants: [
        { role: 'deceased', name: 'BUDI CONTOH SANTOSO', masked: false },
        { role: 'spouse', name: 'SITI CONTOH RAHAYU', masked: false },
      ],
    });
    const list = await clerk.call('GET', '/v1/events?kind=death&from=2018-12-11&to=2018-12-11');
    expect(list.body.events.map((one: { id: string }) => one.id)).toContain(id);
    expect((await clerk.call('GET', '/v1/events?to=2018-12-10')).body.events).toEqual([]);
    for (const of of ['office', 'region'])
      expect((await bandung.call('GET', `/v1/events?of=${of}`)).body.events).toEqual([]);
    const hers = await clerk.call('GET', `/v1/residents/${refOf(wife)}/events`, undefined, why);
    expect(hers.body.events).toMatchObject([{ id, personName: 'BUDI CONTOH SANTOSO' }]);

    const body = { reason: 'salah orang', legalBasis: 'Perpres 96/2018 pasal 60' };
    const tooSoon = await clerk.call('POST', `/v1/events/${id}/undo`, body, why);
    expect([tooSoon.status, tooSoon.body.code]).toEqual([403, 'access.scope_missing']);
    const undone = await checker.call('POST', `/v1/events/${id}/undo`, body, why);
    expect([undone.status, undone.body.kind]).toEqual([200, 'undo']);
    expect(await stateOf(husband)).toBe('HIDUP');
  });

  test('the same button twice with one key is one death', async () => {
    const nik = await givenResident(given, { birthDate: day('1950-01-01') });
    const key = { ...why, 'idempotency-key': '0190a5c0-0000-7000-8000-000000000001' };
    const [first, second] = [
      await clerk.call('POST', '/v1/events', dying(nik), key),
      await clerk.call('POST', '/v1/events', dying(nik), key),
    ];
    expect(second.body).toEqual(first.body);
    const third = await clerk.call('POST', '/v1/events', dying(nik), why);
    expect([third.status, third.body.code]).toEqual([409, 'civil_event.not_present']);
    expect(third.body.detail ?? third.body.title).toContain('meninggal');
  });

  test('without a purpose nothing is recorded; another region’s officer sees nothing of it', async () => {
    const nik = await givenResident(given, { birthDate: day('1951-01-01') });
    const none = await clerk.call('POST', '/v1/events', dying(nik));
    expect([none.status, none.body.code]).toEqual([422, 'access.purpose_missing']);
    const done = await clerk.call('POST', '/v1/events', dying(nik), why);
    expect((await bandung.call('GET', `/v1/events/${done.body.id}`, undefined, why)).status).toBe(404);
    const there = await bandung.call('POST', '/v1/events', dying(nik), why);
    expect([there.status, there.body.code]).toEqual([403, 'access.outside_jurisdiction']);
  });

  test('a move is taken in by the other office', async () => {
    const nik = await givenResident(given, { birthDate: day('1981-01-01') });
    await givenFamily(given, [{ nik, relation: 1 }]);
    const left = await clerk.call(
      'POST',
      '/v1/events',
      {
        kind: 'move',
        occurredOn: '2018-12-10',
        villageCode: PONDOK_KELAPA,
        details: {
          movers: [{ person: refOf(nik), relation: 1 }],
          address: { villageCode: BANDUNG, address: 'JALAN BRAGA 2' },
          reason: 'pekerjaan',
        },
      },
      why,
    );
    expect(left.body).toMatchObject({ state: 'pending', kind: 'move' });
    const moves = await bandung.call('GET', '/v1/moves');
    expect(moves.body.moves).toMatchObject([{ id: left.body.id, direction: 'in' }]);
    const wrong = await clerk.call('POST', `/v1/moves/${left.body.id}/arrival`, { occurredOn: '2018-12-11' }, why);
    expect([wrong.status, wrong.body.code]).toEqual([403, 'civil_event.not_the_destination']);
    const arrived = await bandung.call('POST', `/v1/moves/${left.body.id}/arrival`, { occurredOn: '2018-12-11' }, why);
    expect([arrived.status, arrived.body.kind]).toEqual([200, 'arrival']);
    const person = await bandung.call('GET', `/v1/residents/${refOf(nik)}`, undefined, why);
    expect(person.body.villageCode).toBe(BANDUNG);
    const cancelled = await clerk.call(
      'POST',
      `/v1/moves/${left.body.id}/cancellation`,
      { reason: 'batal', legalBasis: 'permohonan' },
      why,
    );
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'civil_event.move_not_underway']);
  });
});

describe('an application', () => {
  const LINE = 'batas-contoh';
  const handIn = (id: string, code: string) => {
    const head = `--${LINE}\r\ncontent-disposition: form-data; name="file"; filename="surat.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), givenPdf(), Buffer.from(`\r\n--${LINE}--\r\n`)]);
    return clerk.call('POST', `/v1/applications/${id}/documents/${code}`, payload, {
      'content-type': `multipart/form-data; boundary=${LINE}`,
    });
  };
  const documents = ['death_letter', 'family_card'];

  async function givenApplication(applicant: Nik, details: unknown) {
    const draft = await clerk.call('POST', '/v1/applications', {
      kind: 'death',
      applicant: refOf(applicant),
      contact: '0812-0000-0000',
      details,
    });
    for (const code of documents) expect((await handIn(draft.body.id, code)).status).toBe(200);
    const submitted = await clerk.call('POST', `/v1/applications/${draft.body.id}/submission`);
    return { id: draft.body.id as string, submitted };
  }

  test('that is accepted is the event, with its outcome; what could not be carried out is refused at submission', async () => {
    const { husband, wife } = await givenCouple(given);
    const { villageCode: _, kind: _k, ...common } = dying(husband);
    const details = { occurredOn: common.occurredOn, ...common.details };
    const { deceased: _d, ...nobody } = details;
    const wrong = await givenApplication(wife, nobody);
    expect([wrong.submitted.status, wrong.submitted.body.code]).toEqual([422, 'civil_event.details_invalid']);

    const { id, submitted } = await givenApplication(wife, details);
    expect(submitted.body.state).toBe('submitted');
    const verdicts = documents.map((code) => ({ code, verdict: 'met' }));
    await checker.call('POST', `/v1/applications/${id}/check`, { verdicts });
    await checker.call('POST', `/v1/applications/${id}/assignment`, {});
    const accepted = await checker.call('POST', `/v1/applications/${id}/acceptance`);
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
    expect(await stateOf(husband)).toBe('MENINGGAL');
    const { body } = await checker.call('GET', `/v1/applications/${id}`);
    const event = await checker.call('GET', `/v1/events/${body.outcomeId}`, undefined, why);
    expect(event.body).toMatchObject({ kind: 'death', applicationId: id });
  });
});
