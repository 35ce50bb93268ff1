import { beforeAll, describe, expect, test } from 'vitest';
import { givenServer, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import {
  BANDUNG,
  givenActor,
  givenFamily,
  givenResident,
  givenResidents,
  givenSigningOffice,
  PONDOK_KELAPA,
} from '../../../test/given/people.ts';
import { givenPdf } from '../../core/file/given-content.ts';
import type { Nik } from '../../core/id/index.ts';
import { whoLooked } from '../../core/ledger/index.ts';
import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { allRooms } from '../../house.ts';
import { changeResidents } from '../resident/index.ts';
import { acceptApplication, assignApplication, submitApplication } from './carry.ts';
import { draftApplication } from './draft.ts';
import { applicationsAccepted, applicationsSubmitted, type ApplicationNotice } from './notices.ts';
import { refuse } from './refusals.ts';

/** A room above that carries out what was accepted, and refuses what it could not. */
const spoken: { accepted: ApplicationNotice[] } = { accepted: [] };
const upstairs: Room = {
  name: 'upstairs',
  listening: [
    inTransaction(applicationsSubmitted, 'upstairs.check', async (_tx, _actor, items) => {
      if (items.some((item) => item.details['impossible'])) throw refuse('application.not_now');
    }),
    inTransaction(applicationsAccepted, 'upstairs.carry_out', async (_tx, _actor, items) => {
      spoken.accepted.push(...items);
    }),
  ],
};

let given: GivenServer;
let clerk: Caller;
let checker: Caller;
let officeId: string;
let nik: Nik;

beforeAll(async () => {
  given = await givenServer({ rooms: [...allRooms, upstairs] });
  officeId = await givenSigningOffice(given);
  clerk = await given.officer({ role: 'operator', officeId });
  checker = await given.officer({ role: 'verifier', officeId });
  nik = await givenResident(given, { name: 'SITI PEMOHON CONTOH', birthDate: asCivilDate('1990-08-05') });
  await givenFamily(given, [{ nik, relation: 1 }]);
});
// On a busy machine entries that nobody numbers would stop disclosures after ten seconds.
beforeAll(() => {
  const sequencer = given.house.startSequencer(() => {});
  return () => sequencer.stop();
});

const refOf = (person: Nik) => given.house.ground.personRefs.of(person);
const draft = async (over: Record<string, unknown> = {}) => {
  const body = { kind: 'family_card.lost', applicant: refOf(nik), contact: '0812-0000-0000', ...over };
  const answer = await clerk.call('POST', '/v1/applications', body);
  expect([answer.status, answer.body.state]).toEqual([200, 'draft']);
  return answer.body as { id: string; number: string };
};

const LINE = 'batas-contoh';
function handIn(id: string, code: string, file: { name: string; type: string; bytes: Buffer }) {
  const head = `--${LINE}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${LINE}--\r\n`)]);
  const type = { 'content-type': `multipart/form-data; boundary=${LINE}` };
  return clerk.call('POST', `/v1/applications/${id}/documents/${code}`, payload, type);
}
const pdf = (name = 'surat.pdf') => ({ name, type: 'application/pdf', bytes: givenPdf() });
const handInAll = async (id: string) => {
  for (const code of ['police_letter', 'identity_card']) expect((await handIn(id, code, pdf())).status).toBe(200);
};
const act = (who: Caller, id: string, name: string, body?: unknown) =>
  who.call('POST', `/v1/applications/${id}/${name}`, body);
const met = (...codes: string[]) => ({ verdicts: codes.map((code) => ({ code, verdict: 'met' })) });

/** Submitted, with both documents found in order, and taken by the checker. */
async function givenReady() {
  const application = await draft();
  await handInAll(application.id);
  await act(clerk, application.id, 'submission');
  await act(checker, application.id, 'check', met('police_letter', 'identity_card'));
  expect((await act(checker, application.id, 'assignment', {})).body.state).toBe('assigned');
  return application;
}

describe('the way of an application', () => {
  test('from draft to decision, each step with who and when, and the service is carried out in the acceptance', async () => {
    const { id, number } = await draft({ details: { note: 'hilang di pasar' } });
    expect(number).toMatch(/^3175-20181211-\d{4}$/);
    await handInAll(id);
    expect((await act(clerk, id, 'submission')).body).toMatchObject({ state: 'submitted' });
    expect((await act(checker, id, 'check', met('police_letter', 'identity_card'))).body).toEqual({ unmet: [] });
    await act(checker, id, 'assignment', {});
    expect((await act(checker, id, 'acceptance')).body).toMatchObject({ state: 'accepted' });
    expect(spoken.accepted.at(-1)).toMatchObject({ id, kind: 'family_card.lost', applicantNik: nik });
    const { body } = await checker.call('GET', `/v1/applications/${id}`);
    expect(body).toMatchObject({ number, applicantName: 'SITI PEMOHON CONTOH', dueOn: '2018-12-12', mayNext: [] });
    expect(body.steps.map((step: { state: string; officerId: string }) => [step.state, step.officerId])).toEqual([
      ['draft', clerk.officerId],
      ['submitted', clerk.officerId],
      ['assigned', checker.officerId],
      ['accepted', checker.officerId],
    ]);
    const looks = await given.system((tx) => whoLooked(tx, nik));
    expect(looks.map((look) => look.label)).toEqual(
      expect.arrayContaining(['application.drafted', 'application.document_handed_in', 'application.opened']),
    );
  });

  test('a document is what its content says: PDF is taken and given back as it came, HTML is refused', async () => {
    const { id } = await draft();
    const html = { name: 'surat.pdf', type: 'application/pdf', bytes: Buffer.from('<html><script>1</script></html>') };
    expect(await handIn(id, 'police_letter', html)).toMatchObject({
      status: 415,
      body: { code: 'file.kind_not_accepted' },
    });
    expect((await handIn(id, 'police_letter', pdf('Surat kehilangan.pdf'))).status).toBe(200);
    const opened = await checker.call('GET', `/v1/applications/${id}/documents/police_letter`);
    expect([opened.status, opened.headers['content-type'], opened.body]).toEqual([
      200,
      'application/pdf',
      givenPdf().toString(),
    ]);
    expect((await handIn(id, 'passport', pdf())).body.code).toBe('application.no_such_requirement');
    expect((await checker.call('GET', `/v1/applications/${id}/documents/identity_card`)).status).toBe(404);
  });

  test('is not submitted while a needed document is missing, and says which', async () => {
    const { id } = await draft();
    await handIn(id, 'police_letter', pdf());
    const answer = await act(clerk, id, 'submission');
    expect(answer).toMatchObject({ status: 422, body: { code: 'application.documents_missing' } });
    expect(JSON.stringify(answer.body)).toContain('documents.identity_card');
  });

  test('is returned with a reason, completed, and submitted again; a new file wants a new check', async () => {
    const { id } = await givenReady();
    expect((await act(checker, id, 'return', { reason: 'KTP tidak terbaca' })).body.state).toBe('incomplete');
    expect((await act(checker, id, 'acceptance')).body.code).toBe('application.not_now');
    await handIn(id, 'identity_card', pdf());
    expect((await act(clerk, id, 'submission')).body.state).toBe('submitted');
    await act(checker, id, 'assignment', {});
    expect(await act(checker, id, 'acceptance')).toMatchObject({
      status: 409,
      body: { code: 'application.documents_unmet' },
    });
    await act(checker, id, 'check', { verdicts: [{ code: 'identity_card', verdict: 'not_met', note: 'masih kabur' }] });
    expect((await act(checker, id, 'acceptance')).body.code).toBe('application.documents_unmet');
    await act(checker, id, 'check', met('identity_card'));
    expect((await act(checker, id, 'acceptance')).body.state).toBe('accepted');
  });

  test('decided never moves again, whatever is asked', async () => {
    const { id } = await givenReady();
    expect((await act(checker, id, 'refusal', { reason: 'surat polisi palsu' })).body.state).toBe('refused');
    const again = [
      act(checker, id, 'acceptance'),
      act(checker, id, 'refusal', { reason: 'sekali lagi' }),
      act(checker, id, 'assignment', {}),
      act(checker, id, 'return', { reason: 'sekali lagi' }),
      act(clerk, id, 'withdrawal', { reason: 'sekali lagi' }),
      act(clerk, id, 'submission'),
      handIn(id, 'identity_card', pdf()),
      act(checker, id, 'check', met('identity_card')),
      clerk.call('PUT', `/v1/applications/${id}`, { details: {}, contact: null }),
    ];
    for (const answer of await Promise.all(again)) {
      expect([answer.status, answer.body.code]).toEqual([409, 'application.not_now']);
    }
  });

  test('who may create may not decide', async () => {
    const { id } = await givenReady();
    expect((await act(clerk, id, 'acceptance')).body.code).toBe('access.scope_missing');
  });

  test('what the room that carries it out refuses is not submitted', async () => {
    const { id } = await draft({ details: { impossible: true } });
    await handInAll(id);
    expect((await act(clerk, id, 'submission')).status).toBe(409);
    expect((await checker.call('GET', `/v1/applications/${id}`)).body.state).toBe('draft');
    await clerk.call('PUT', `/v1/applications/${id}`, { details: {}, contact: null });
    expect((await act(clerk, id, 'submission')).body.state).toBe('submitted');
  });

  test('of two officers who accept at once one does, and the service is carried out once', async () => {
    const { id } = await givenReady();
    const officers = [givenActor({ role: 'verifier', officeId }), givenActor({ role: 'section_head', officeId })];
    const results = await Promise.allSettled(
      officers.map((officer) => given.transact(officer, (tx) => acceptApplication(tx, officer, { id }))),
    );
    expect(results.map((r) => r.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'application.not_now' } });
    expect(spoken.accepted.filter((notice) => notice.id === id)).toHaveLength(1);
  });

  test('is given only to somebody who may decide there today', async () => {
    const { id } = await givenReady();
    for (const officerId of [clerk.officerId, '00000000-0000-7000-8000-00000000dead']) {
      const answer = await act(checker, id, 'assignment', { officerId });
      expect([answer.status, answer.body.code]).toEqual([422, 'application.assignee_unfit']);
    }
    const other = await given.officer({ role: 'section_head', officeId });
    expect((await act(checker, id, 'assignment', { officerId: other.officerId })).body.state).toBe('assigned');
  });
});

describe('whose application', () => {
  test('nobody asks for the dead, and nobody opens what belongs to another regency', async () => {
    const [dead, far] = await givenResidents(given, [
      { birthDate: asCivilDate('1940-01-01') },
      { villageCode: BANDUNG, birthDate: asCivilDate('1941-01-01') },
    ]);
    await given.system((tx) =>
      changeResidents(
        tx,
        givenActor(),
        { kind: 'death', label: 'resident.died', occurredOn: asCivilDate('2018-12-01') },
        [{ nik: dead!, delta: { state: 'MENINGGAL' } }],
      ),
    );
    const asked = (applicant: Nik, over = {}) =>
      clerk.call('POST', '/v1/applications', { kind: 'family_card.lost', applicant: refOf(applicant), ...over });
    expect((await asked(dead!)).body.code).toBe('application.applicant_gone');
    expect((await asked(far!)).body.code).toBe('resident.not_found');
    expect((await asked(nik, { kind: 'death', subject: refOf(far!) })).body.code).toBe('resident.not_found');
    const bandung = givenActor({ region: '3273' });
    const theirs = await given.transact(bandung, (tx) =>
      draftApplication(tx, bandung, {
        kind: 'move',
        applicant: refOf(far!),
        subject: null,
        contact: null,
        details: {},
      }),
    );
    for (const path of ['', '/documents/move_form'])
      expect((await checker.call('GET', `/v1/applications/${theirs.id}${path}`)).status).toBe(404);
    expect((await act(clerk, theirs.id, 'submission')).status).toBe(404);
  });

  test('who moves in asks at the office to which he comes', async () => {
    const far = await givenResident(given, { villageCode: BANDUNG, birthDate: asCivilDate('1942-01-01') });
    const { id } = await draft({ kind: 'arrival', applicant: refOf(far), villageCode: PONDOK_KELAPA });
    expect((await checker.call('GET', `/v1/applications/${id}`)).body.place).toContain('Pondok Kelapa');
    const outside = { kind: 'arrival', applicant: refOf(far), villageCode: '3273021001' };
    expect((await clerk.call('POST', '/v1/applications', outside)).body.code).toBe('access.outside_jurisdiction');
  });
});

describe('following without signing in', () => {
  test('takes the number and the birth date; a wrong one looks like an absent application', async () => {
    const { id, number } = await draft();
    await handInAll(id);
    await act(clerk, id, 'submission');
    const follow = (body: unknown) => given.anybody.call('POST', '/v1/applications/follow', body);
    const found = await follow({ number, birthDate: '1990-08-05' });
    expect(found.status).toBe(200);
    expect(found.body).toEqual({
      number,
      kind: 'family_card.lost',
      state: 'submitted',
      submittedAt: '2018-12-11T09:00:00.000Z',
      dueOn: '2018-12-12',
      decidedAt: null,
      reason: null,
    });
    const wrong = await follow({ number, birthDate: '1990-08-06' });
    const absent = await follow({ number: '3175-20181211-9999', birthDate: '1990-08-05' });
    expect([wrong.status, wrong.body.code]).toEqual([404, 'application.not_found']);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
  });

  test('the rest of the application stays shut', async () => {
    const { id } = await draft();
    for (const path of [`/v1/applications/${id}`, '/v1/applications'])
      expect((await given.anybody.call('GET', path)).status).toBe(401);
  });
});

describe('the work list', () => {
  test('comes in pages, soonest due first, every application once', async () => {
    const officer = givenActor({ region: '3174' });
    const [person] = await givenResidents(given, [{ villageCode: '3174011001', birthDate: asCivilDate('1990-08-05') }]);
    await givenFamily(given, [{ nik: person!, relation: 1 }], '3174011001');
    const made: string[] = [];
    for (let i = 0; i < 120; i++) {
      if (i % 40 === 0) given.clock.moveTo(new Date(`2018-12-1${1 + i / 40}T09:00:00Z`));
      const one = await given.transact(officer, async (tx) => {
        const drafted = await draftApplication(tx, officer, {
          kind: 'family_card.lost',
          applicant: refOf(person!),
          subject: null,
          contact: null,
          details: {},
        });
        await tx.client.query(`update application.requirement set needed = false where application_id = $1`, [
          drafted.id,
        ]);
        await submitApplication(tx, officer, { id: drafted.id });
        return drafted;
      });
      made.push(one.id);
    }
    const someone = await given.officer({ role: 'verifier', officeId: await given.office('3174') });
    const seen: { id: string; dueOn: string }[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
      const { status, body } = await someone.call('GET', `/v1/applications${query}`);
      expect(status).toBe(200);
      expect(body.applications.length).toBeLessThanOrEqual(50);
      seen.push(...body.applications);
      cursor = body.next;
      // Due on 12, 13 and 14 December; it is the 13th.
      expect(body.counts).toEqual([{ state: 'submitted', n: 120, overdue: 40 }]);
    } while (cursor);
    expect(seen.map((line) => line.id).toSorted()).toEqual(made.toSorted());
    expect(seen.map((line) => line.dueOn)).toEqual(seen.map((line) => line.dueOn).toSorted());
    expect((await someone.call('GET', '/v1/applications?cursor=xxxx')).body.code).toBe('http.cursor_invalid');
  });

  test('shows one his own, and only states that were asked for', async () => {
    const someone = await given.officer({ role: 'verifier', officeId: await given.office('3174') });
    const all = (await someone.call('GET', '/v1/applications')).body.applications as { id: string }[];
    await act(someone, all[0]!.id, 'assignment', {});
    const mine = await someone.call('GET', '/v1/applications?mine=1');
    expect(mine.body.applications.map((line: { id: string }) => line.id)).toEqual([all[0]!.id]);
    const drafts = await someone.call('GET', '/v1/applications?states=draft,accepted');
    expect(drafts.body.applications).toEqual([]);
  });

  test('an officer takes work that is not his yet', async () => {
    const officer = givenActor({ region: '3174' });
    const someone = await given.officer({ role: 'verifier', officeId: await given.office('3174') });
    const [line] = (await someone.call('GET', '/v1/applications?states=submitted')).body.applications as {
      id: string;
    }[];
    await given.transact(officer, (tx) => assignApplication(tx, officer, { id: line!.id, officerId: null }));
    expect((await someone.call('GET', `/v1/applications/${line!.id}`)).body.assignedTo).toBe(officer.id);
  });
});
