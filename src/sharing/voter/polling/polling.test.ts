import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA, PONDOK_KOPI } from '../../../../test/given/people.ts';
import { importCards } from '../../../cards/card/index.ts';
import { systemActor } from '../../../core/access/index.ts';
import { many, run, sql } from '../../../core/db/index.ts';
import { newId, type Nik } from '../../../core/id/index.ts';
import { asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { changeResidents } from '../../../register/resident/index.ts';
import { givenVoter } from '../given-voter.ts';
import { isNumber, judgeAtPoll, numberKey, TAG_BYTES, tagText } from './rules.ts';
import type { PollingFile } from './schema.ts';

const day = (text: string): CivilDate => asCivilDate(text);
const given = await givenVoter();
// Where entries wait for longer than ten seconds nothing more is disclosed.
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
let election: string;
let people: Record<'here' | 'elsewhere' | 'soldier' | 'child' | 'lost' | 'letter' | 'mission', Nik>;
const SERIAL = { here: 7000001, elsewhere: 7000002, soldier: 7000003, child: 7000004, lost: 7000005, mission: 7000006 };
const LETTER = '470/SKT/0A1B2C3D4E5F/2018';

beforeAll(async () => {
  election = await given.opened();
  const [here, elsewhere, soldier, child, lost, letter, mission] = await givenResidents(given, [
    { name: 'CONTOH DI SINI', villageCode: PONDOK_KELAPA },
    { name: 'CONTOH DI SANA', villageCode: PONDOK_KOPI },
    { name: 'CONTOH TENTARA', villageCode: PONDOK_KELAPA },
    { name: 'CONTOH ANAK', villageCode: PONDOK_KELAPA, birthDate: day('2003-01-01') },
    { name: 'CONTOH HILANG', villageCode: PONDOK_KELAPA },
    { name: 'CONTOH SURAT', villageCode: PONDOK_KELAPA },
    { name: 'CONTOH LUAR NEGERI', villageCode: PONDOK_KELAPA },
  ]);
  people = {
    here: here!,
    elsewhere: elsewhere!,
    soldier: soldier!,
    child: child!,
    lost: lost!,
    letter: letter!,
    mission: mission!,
  };
  const line = (who: keyof typeof SERIAL, state: string) => `${people[who]},${SERIAL[who]},,${state},2018-12-01,3175`;
  const cards = [
    'nik,serial,uid,state,printed_on,office',
    ...(['here', 'elsewhere', 'soldier', 'child', 'mission'] as const).map((who) => line(who, 'BERLAKU')),
    line('lost', 'HILANG'),
  ].join('\n');
  await importCards(given.house, { name: 'kartu.csv', bytes: Buffer.from(cards) }, { actor: systemActor('test') });
  await given.ok(given.list('service', ['nik,kesatuan,sejak', `${people.soldier},TNI,2010-01-01`]));
  await given.ok(given.list('mission', ['nik,perwakilan,sejak', `${people.mission},KBRI CONTOH,2010-01-01`]));
  await given.system((tx) =>
    run(
      tx,
      sql`insert into card.letter (nik, id, number, status, issued_on, valid_until, office_id, officer_id, document_id, entry_id)
          values (${people.letter}::bigint, ${newId()}::uuid, ${LETTER}, 8, '2018-11-20', '2019-05-20', ${newId()}::uuid, ${newId()}::uuid,
                  ${newId()}::uuid, ${newId()}::uuid)`,
    ),
  );
});

const asked = (nik: string, number: string | number, over: object = {}) => ({
  village: PONDOK_KELAPA,
  document: 'card',
  nik,
  number: String(number),
  ...over,
});
const check = (body: object) => given.operator.call('POST', `/v1/voters/elections/${election}/polling`, body);

describe('the document of somebody who stands in no list', () => {
  test.for([
    ['here', 'here', {}],
    ['elsewhere', 'elsewhere', { place: expect.stringMatching(/^Pondok Kopi, Duren Sawit, /) }],
    ['soldier', 'not_voter', { reasons: ['military'] }],
    ['child', 'not_voter', { reasons: ['under_age'] }],
    ['lost', 'document_void', { validUntil: null }],
    ['mission', 'at_mission', { mission: 'KBRI CONTOH' }],
  ] as const)('of %s says: %s', async ([who, outcome, rest]) => {
    expect(await given.ok(check(asked(people[who], SERIAL[who])))).toMatchObject({ outcome, ...rest });
  });

  test('may be a temporary letter, by its dates, whatever spaces and small letters it is typed with', async () => {
    const letter = asked(people.letter, ' 470/skt/0a1b 2c3d4e5f/2018', { document: 'letter' });
    expect(await given.ok(check(letter))).toMatchObject({ outcome: 'here' });
    const verdict = { reasons: [], toVerify: [], village: PONDOK_KELAPA, mission: null } as const;
    const ended = { kind: 'letter', issuedOn: day('2018-10-16'), validUntil: day('2019-04-16') } as const;
    const at = { village: PONDOK_KELAPA, votingDay: day('2019-04-17') };
    expect(judgeAtPoll(ended, verdict, at).outcome).toBe('document_void');
    expect(judgeAtPoll({ ...ended, validUntil: day('2019-04-17') }, verdict, at).outcome).toBe('here');
  });

  test('that is of another person or of nobody gets one answer, which tells neither', async () => {
    const answers = await Promise.all([
      check(asked(people.here, SERIAL.elsewhere)),
      check(asked('9901014101909001', SERIAL.here)),
      check(asked(people.here, LETTER, { document: 'letter' })),
    ]);
    const [first] = answers;
    expect(first!.body).toMatchObject({ outcome: 'document_unknown', place: null });
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 200, body: first!.body });
  });

  test('is refused with the field where a number can be none, and outside the officer’s region', async () => {
    const wrong = await check(asked(people.here, 'KTP 7'));
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'number']);
    expect((await check(asked('3,17507E+15', SERIAL.here))).body.errors[0].path).toBe('nik');
    expect((await check(asked(people.here, SERIAL.here, { village: BANDUNG }))).status).toBe(403);
    expect((await check(asked(people.here, SERIAL.here, { village: '3175079999' }))).body.code).toBe(
      'voter.village_unknown',
    );
    expect(numberKey('card', '000 700.0001')).toBe('7000001');
    expect(isNumber('letter', numberKey('letter', '470/skt/1 ​'))).toBe(true);
  });

  test('is a look that its holder can read', async () => {
    const looks = await given.system((tx) =>
      many(
        tx,
        sql<{
          n: number;
        }>`select 1 as n from ledger.access where nik = ${people.elsewhere}::bigint and detail = 'voter'`,
      ),
    );
    expect(looks).toHaveLength(1);
  });
});

describe('without a network', () => {
  const file = (village = PONDOK_KELAPA): Promise<PollingFile> =>
    given.ok(given.operator.call('GET', `/v1/voters/elections/${election}/polling/${village}`));
  const holds = ({ salt, tags }: PollingFile, nik: string, document: 'card' | 'letter', number: string) => {
    const tag = createHash('sha256')
      .update(tagText(salt, nik, document, number))
      .digest()
      .subarray(0, TAG_BYTES);
    const all = Buffer.from(tags, 'base64');
    return Array.from({ length: all.length / TAG_BYTES }, (_, n) =>
      all.subarray(n * TAG_BYTES, (n + 1) * TAG_BYTES),
    ).some((each) => each.equals(tag));
  };

  test('the file of a village holds the documents with which one votes there, and no others', async () => {
    const kept = await file();
    expect(kept).toMatchObject({ n: 2, votingDay: '2019-04-17', village: { code: PONDOK_KELAPA } });
    expect(holds(kept, people.here, 'card', String(SERIAL.here))).toBe(true);
    expect(holds(kept, people.letter, 'letter', LETTER)).toBe(true);
    for (const who of ['elsewhere', 'soldier', 'child', 'lost', 'mission'] as const)
      expect(holds(kept, people[who], 'card', String(SERIAL[who]))).toBe(false);
    expect(holds(await file(PONDOK_KOPI), people.elsewhere, 'card', String(SERIAL.elsewhere))).toBe(true);
  });

  test('the file says nobody’s number: each is other in every file, and four bytes fit a thousand others', async () => {
    const [one, two] = await Promise.all([file(), file()]);
    expect(one.tags).not.toBe(two.tags);
    expect(JSON.stringify(one)).not.toContain(people.here);
    expect(Buffer.from(one.tags, 'base64')).toHaveLength(one.n * TAG_BYTES);
  });

  test('what was looked at is sent later, counted once, and says where the register knows otherwise', async () => {
    // Between the file and the sending he moved away.
    await given.system((tx) =>
      changeResidents(
        tx,
        givenActor({ region: '' }),
        { kind: 'test', label: 'resident.moved', occurredOn: day('2018-12-10') },
        [{ nik: people.letter, delta: { villageCode: BANDUNG } }],
      ),
    );
    const looked = [
      { ...asked(people.here, SERIAL.here), id: newId(), at: '2018-12-11T02:00:00.000Z', said: 'here' },
      {
        ...asked(people.letter, LETTER, { document: 'letter' }),
        id: newId(),
        at: '2018-12-11T02:05:00.000Z',
        said: 'here',
      },
    ];
    const send = () =>
      given.ok(given.operator.call('POST', `/v1/voters/elections/${election}/polling/checks`, { checks: looked }));
    const { verdicts } = await send();
    expect(verdicts.map(({ verdict }: { verdict: { outcome: string } }) => verdict.outcome)).toEqual([
      'here',
      'elsewhere',
    ]);
    expect(await send()).toEqual({ verdicts });
    const kept = await given.system((tx) =>
      many(
        tx,
        sql<{ n: number }>`select 1 as n from voter.polling_check where offline and election_id = ${election}::uuid`,
      ),
    );
    expect(kept).toHaveLength(2);
  });
});

test('on the voting day a second look says that he was told already that he votes, when and where', async () => {
  given.clock.moveTo(new Date('2019-04-17T03:00:00Z'));
  const operator = await given.officer({ role: 'operator', officeId: await given.office('3175') });
  const look = () =>
    given.ok(operator.call('POST', `/v1/voters/elections/${election}/polling`, asked(people.here, SERIAL.here)));
  expect(await look()).toMatchObject({ outcome: 'here', earlier: null });
  given.clock.moveTo(new Date('2019-04-17T03:30:00Z'));
  expect(await look()).toMatchObject({
    outcome: 'here',
    earlier: { at: '2019-04-17T03:00:00.000Z', place: expect.stringMatching(/^Pondok Kelapa, /) },
  });
  // In the evening the vote is noted as held; a device that was without a network until then still sends what it has.
  await given.system((tx) =>
    run(
      tx,
      sql`update voter.election set state = 'HELD', held_at = now(), held_by = opened_by where id = ${election}::uuid`,
    ),
  );
  const late = { ...asked(people.here, SERIAL.here), id: newId(), at: '2019-04-17T05:00:00.000Z', said: 'here' };
  const path = `/v1/voters/elections/${election}/polling`;
  const { verdicts } = await given.ok(operator.call('POST', `${path}/checks`, { checks: [late] }));
  expect(verdicts[0].verdict).toMatchObject({ outcome: 'here', earlier: { at: '2019-04-17T03:00:00.000Z' } });
  expect((await operator.call('POST', path, asked(people.here, SERIAL.here))).body.code).toBe('voter.election_state');
});
