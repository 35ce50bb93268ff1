import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BANDUNG } from '../../../test/given/people.ts';
import { PASSWORD, type Caller } from '../../../test/given/serving.ts';
import { one, sql } from '../../core/db/index.ts';
import { getResident } from '../../register/resident/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { statusOf } from '../enrolment/index.ts';
import { givenEnrolment } from '../enrolment/given-enrolment.ts';
import { forgetEnded } from './court/court-search.ts';
import { givenOwnDiffers, givenPair, type GivenPair, type OfPair } from './given-pair.ts';

const given = await givenEnrolment();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
const purpose = { 'jatidiri-purpose': 'duplicate' };
let officers: Caller[];
let bodies = 900;

beforeAll(async () => {
  officers = [
    given.verifier,
    given.head,
    await given.officer({ role: 'office_head', officeId: given.officeId }),
    await given.officer({ role: 'verifier', officeId: given.officeId }),
  ];
});

const names = ['SATU', 'DUA', 'TIGA', 'EMPAT', 'LIMA', 'ENAM', 'TUJUH', 'DELAPAN', 'SEMBILAN', 'SEPULUH'];
function pair(later: Parameters<typeof givenPair>[3] = {}): Promise<GivenPair> {
  const n = bodies++;
  const birthDate = asCivilDate(`19${60 + (n % 10)}-03-1${n % 10}`);
  const name = `CONTOH ${names[n % 10]}`;
  return givenPair(given, n, { name: `${name} AWAL`, birthDate }, { name: `${name} AKHIR`, birthDate, ...later });
}
const say = (who: Caller, id: string, verdict: string) =>
  who.call('POST', `/v1/adjudications/${id}/opinions`, { verdict, reasons: ['fingers_same'] });
const open = (who: Caller, id: string) => who.call('GET', `/v1/adjudications/${id}`, undefined, purpose);
async function decided(verdict: string, later: Parameters<typeof givenPair>[3] = {}): Promise<GivenPair> {
  const made = await pair(later);
  await say(officers[0]!, made.id, verdict);
  await say(officers[1]!, made.id, verdict);
  return made;
}
const merge = (id: string, keep: string) =>
  officers[1]!.call('POST', `/v1/adjudications/${id}/way`, {
    way: 'merge',
    keep,
    legalBasis: 'UU 24/2013 pasal 63',
    note: 'satu orang dengan dua NIK',
  });
const approve = (proposalId: string) =>
  officers[2]!.call('POST', `/v1/proposals/${proposalId}/approve`, {
    assertion: { method: 'password', password: PASSWORD },
  });
const reopen = (id: string) =>
  officers[2]!.call('POST', `/v1/adjudications/${id}/reopening`, { reason: 'temuan pengawas' });
async function statusOfPacket({ packet }: OfPair): Promise<string> {
  const row = await given.system((tx) =>
    one(tx, sql<{ status: number }>`select status from enrolment.packet where id = ${packet}`),
  );
  return statusOf(row.status);
}
const stateOf = async ({ nik }: OfPair): Promise<string> => (await given.system((tx) => getResident(tx, nik))).state;

describe('a decision taken up again', () => {
  test('ends the proposal to merge that came of it, so that nobody approves it afterwards', async () => {
    const { id } = await decided('same_body');
    const { proposalId } = (await merge(id, 'earlier')).body;
    expect((await open(officers[2]!, id)).body.takesBack).toContain(
      'Usul penggabungan: ditarik, tidak dapat lagi disetujui.',
    );
    expect((await reopen(id)).status).toBe(204);
    expect((await approve(proposalId)).body.code).toBe('approval.decided');
  });

  test('takes back a merge that was carried out: both NIKs stand again, and everything is listed', async () => {
    const { id, earlier, later } = await decided('same_body');
    await approve((await merge(id, 'earlier')).body.proposalId);
    expect(await stateOf(later)).toBe('GANDA');
    await officers[1]!.call('POST', `/v1/adjudications/${id}/letters`, { side: 'earlier' });
    const before = (await open(officers[2]!, id)).body;
    expect(before.letters).toEqual(['earlier']);
    expect(before.takesBack).toHaveLength(5);
    await reopen(id);
    expect([await stateOf(earlier), await stateOf(later)]).toEqual(['HIDUP', 'HIDUP']);
    expect(await statusOfPacket(later)).toBe('ADJUDICATE_RECORD');
    // Whoever judges it now does not see what was said and done before.
    const during = (await open(officers[3]!, id)).body;
    expect([during.followed, during.opinions, during.outcome]).toEqual([[], [], null]);
    await say(officers[2]!, id, 'two_bodies');
    await say(officers[3]!, id, 'two_bodies');
    const { followed } = (await open(officers[0]!, id)).body;
    const what = followed.map((each: { what: string }) => each.what);
    expect(what).toEqual(expect.arrayContaining(['merged', 'unmerged', 'letter', 'letter_withdrawn', 'reopened']));
    expect(JSON.stringify(followed)).not.toContain('resident.merge');
  });
});

describe('no way out is a dead end', () => {
  test('where the later NIK stays its recording stays too, and turns back with the merge', async () => {
    const { id, earlier, later } = await decided('same_body');
    await approve((await merge(id, 'later')).body.proposalId);
    expect([await statusOfPacket(later), await statusOfPacket(earlier)]).toEqual([
      'PRINT_READY_RECORD',
      'DUPLICATE_RECORD',
    ]);
    await reopen(id);
    expect([await statusOfPacket(later), await statusOfPacket(earlier)]).toEqual([
      'ADJUDICATE_RECORD',
      'PRINT_READY_RECORD',
    ]);
  });

  test('whose NIK bears another’s body is recorded again, and the other is told that he need do nothing', async () => {
    const { id, later, earlier } = await decided('same_body');
    const way = { way: 'again', note: 'rekaman tertukar di lapangan' };
    expect((await officers[0]!.call('POST', `/v1/adjudications/${id}/way`, way)).status).toBe(200);
    expect(await statusOfPacket(later)).toBe('ENROLL_FAILURE_AT_CENTRAL');
    const standing = (of: OfPair) =>
      given.operator.call('GET', `/v1/residents/${given.ref(of.nik)}/uniqueness`, undefined, purpose);
    const [mine, other] = [(await standing(later)).body.decisions[0], (await standing(earlier)).body.decisions[0]];
    expect([mine.side, mine.steps[0]]).toEqual(['later', 'Datang untuk direkam ulang di kantor Dukcapil mana pun.']);
    expect([other.side, other.steps[0]]).toEqual(['earlier', 'Anda tidak perlu melakukan apa-apa.']);
    const may = await given.operator.call('GET', `/v1/residents/${given.ref(later.nik)}/recording`, undefined, purpose);
    expect(may.body.standing.may).toBe(true);
  });

  test('one NIK with two bodies: the earlier one stays, or both end and the owner may be recorded again', async () => {
    for (const [way, ends] of [
      ['none', ['PRINT_READY_RECORD', 'ENROLL_FAILURE_AT_CENTRAL']],
      ['again', ['ENROLL_FAILURE_AT_CENTRAL', 'ENROLL_FAILURE_AT_CENTRAL']],
    ] as const) {
      const { id, earlier, later } = await givenOwnDiffers(given, bodies++);
      await say(officers[0]!, id, 'two_bodies');
      await say(officers[1]!, id, 'two_bodies');
      const set = { way, note: 'menurut berkas di kantor' };
      expect((await officers[0]!.call('POST', `/v1/adjudications/${id}/way`, set)).status).toBe(200);
      expect([await statusOfPacket(earlier), await statusOfPacket(later)]).toEqual(ends);
      const ref = given.ref(later.nik);
      const may = await given.operator.call('GET', `/v1/residents/${ref}/recording`, undefined, purpose);
      expect(may.body.standing.may).toBe(way === 'again');
      const letter = await officers[0]!.call('POST', `/v1/adjudications/${id}/letters`, { side: 'later' });
      expect(letter.body).toMatchObject({ issued: true });
    }
  });

  test('a merge without the NIK that stays and its legal basis is refused by field', async () => {
    const { id } = await decided('same_body');
    const answer = await officers[0]!.call('POST', `/v1/adjudications/${id}/way`, {
      way: 'merge',
      note: 'satu orang dengan dua NIK',
    });
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(['keep', 'legalBasis']);
  });
});

describe('who may', () => {
  test('the list says whether this officer may speak, and of others no more than that they have not all spoken', async () => {
    const { id, later } = await pair();
    const line = async (who: Caller, state = 'open') =>
      (await who.call('GET', `/v1/adjudications?state=${state}`)).body.adjudications.find(
        (each: { id: string }) => each.id === id,
      );
    const unseen = await line(officers[1]!);
    await say(officers[0]!, id, 'same_body');
    expect(await line(officers[1]!)).toEqual(unseen);
    expect(await line(officers[0]!)).toMatchObject({ spoken: true, mayJudge: false });
    await say(officers[1]!, id, 'same_body');
    const objection = { person: given.ref(later.nik), words: 'Saya bukan dia.' };
    const object = (receivedOn: string) =>
      given.operator.call('POST', `/v1/adjudications/${id}/objections`, { ...objection, receivedOn });
    for (const day of ['2018-12-12', '2018-12-10']) {
      const refused = await object(day);
      expect([refused.body.code, refused.body.errors[0].path]).toEqual(['uniqueness.objection_day', 'receivedOn']);
    }
    expect((await object('2018-12-11')).status).toBe(200);
    expect((await line(officers[0]!, 'objection')).mayAnswer).toBe(false);
    expect((await line(officers[2]!, 'objection')).mayAnswer).toBe(true);
    expect((await open(officers[0]!, id)).body.objections[0].mayAnswer).toBe(false);
  });

  test('a counter opens the letter of its own resident and not that of the other side elsewhere', async () => {
    const { id } = await decided('two_bodies', { villageCode: BANDUNG });
    const letter = (side: string) => officers[0]!.call('POST', `/v1/adjudications/${id}/letters`, { side });
    expect([(await letter('earlier')).status, (await letter('later')).status]).toEqual([200, 200]);
    const opened = (who: Caller, side: string) =>
      who.call('GET', `/v1/adjudications/${id}/letters/${side}`, undefined, purpose);
    expect((await opened(given.operator, 'earlier')).status).toBe(200);
    expect((await opened(given.operator, 'later')).body.code).toBe('resident.not_found');
    expect((await opened(officers[0]!, 'later')).status).toBe(200);
  });
});

test('the result of a court’s order is not opened once the order has ended, and goes', async () => {
  const ministry = await given.officer({ role: 'ministry_officer' });
  const id = '01940000-0000-7000-8000-000000009001';
  await given.system((tx) =>
    tx.client.query(
      `insert into uniqueness.court_search (id, court, order_no, ordered_on, ends_on, approved_at, approved_by, searched_at, searched_on, found, result, entry_id)
       values ($1, 'PN Contoh', '9/Pen/2018', '2018-11-01', '2018-12-10', now(), $2, now(), '2018-11-02', 0, '\\x00', $1)`,
      [id, ministry.officerId],
    ),
  );
  const [line] = (await ministry.call('GET', '/v1/court-searches')).body.searches;
  expect(line.state).toBe('ended');
  const opened = await ministry.call('GET', `/v1/court-searches/${id}`, undefined, {
    'jatidiri-purpose': 'law_enforcement',
  });
  expect(opened.body.code).toBe('uniqueness.court_result_closed');
  await given.system((tx) => forgetEnded.run(tx, {}));
  const left = await given.system((tx) =>
    one(
      tx,
      sql<{ result: Buffer | null; found: number }>`select result, found from uniqueness.court_search where id = ${id}`,
    ),
  );
  expect(left).toEqual({ result: null, found: 0 });
});
