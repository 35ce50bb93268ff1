import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenResidents, BANDUNG, type SITI } from '../../../test/given/people.ts';
import { PASSWORD, type Caller } from '../../../test/given/serving.ts';
import { sourceFiles } from '../../../test/house/floors.ts';
import { systemActor } from '../../core/access/index.ts';
import { many, one, sql } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { getEntry, whoLooked } from '../../core/ledger/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { openHouse, type House } from '../../house.ts';
import { bodyOf, recordBody, twinOf } from '../../simulation/body/index.ts';
import { openBuiltInEngine } from '../biometric/index.ts';
import { statusOf } from '../enrolment/index.ts';
import { givenEnrolment } from '../enrolment/given-enrolment.ts';
import { givenRecording, searchIn } from './given-search.ts';
import { indicators } from './indicators.ts';
import { takeUpSearches } from './search/index.ts';

const given = await givenEnrolment();
const actor = systemActor('test');
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
const visit = (n: number, number = 1) => recordBody(bodyOf('uniqueness', n), { number, wear: 0.1 });
const purpose = { 'jatidiri-purpose': 'duplicate' };
let people: Nik[];
let next = 0;
/** Somebody who has not been recorded. */
const somebody = () => people[next++]!;

beforeAll(async () => {
  people = await givenResidents(
    given,
    Array.from({ length: 32 }, (_, n) => ({
      name: `CONTOH ${String.fromCharCode(65 + (n % 26))}${n} PERSONA`,
      birthDate: asCivilDate(`19${60 + n}-0${1 + (n % 9)}-1${n % 10}`),
    })),
  );
});

async function recorded(nik: Nik, templates = visit(next)): Promise<{ nik: Nik; packet: Uuid }> {
  return { nik, packet: await givenRecording(given, nik, templates) };
}
const search = (of: { nik: Nik; packet: Uuid }, house: House = given.house) => searchIn(house, actor, of);
async function statusOfPacket({ packet }: { packet: Uuid }): Promise<string> {
  const row = await given.system((tx) =>
    one(tx, sql<{ status: number }>`select status from enrolment.packet where id = ${packet}`),
  );
  return statusOf(row.status);
}
async function taken(of: { nik: Nik; packet: Uuid }) {
  await search(of);
  return statusOfPacket(of);
}
const searchOf = ({ packet }: { packet: Uuid }) =>
  given.system((tx) =>
    one(
      tx,
      sql<{ outcome: string; reason: string; gallery: number; engine: string }>`
        select outcome, reason, gallery_size as gallery, engine from uniqueness.search where packet_id = ${packet}`,
    ),
  );
const faultOf = ({ packet }: { packet: Uuid }) =>
  given.system((tx) =>
    one(
      tx,
      sql<{
        failures: number;
        fault: string;
      }>`select failures, fault from uniqueness.search where packet_id = ${packet}`,
    ),
  );
const pairOf = ({ packet }: { packet: Uuid }) =>
  given.system((tx) =>
    many(
      tx,
      sql<{
        id: string;
        reason: string;
      }>`select id, reason from uniqueness.adjudication where packet_id = ${packet} or other_packet_id = ${packet}`,
    ),
  );
/** Entries about this person's own search. */
async function searchEntries({ nik, packet }: { nik: Nik; packet: Uuid }) {
  const looks = await given.system((tx) => whoLooked(tx, nik));
  const texts: string[] = [];
  for (const { label, entryId } of looks) {
    if (label !== 'uniqueness.searched') continue;
    const entry = () => given.system((tx) => getEntry(tx, entryId as Uuid)).catch(() => null);
    await expect.poll(entry).toBeTruthy();
    texts.push((await entry())!.text);
  }
  return texts.filter((text) => text.includes(packet));
}

describe('a search', () => {
  test('finds a body that nobody has unique, once, with one entry and no scores in it', async () => {
    const first = await recorded(somebody(), visit(100));
    const of = await recorded(somebody(), visit(101));
    expect(await taken(first)).toBe('PRINT_READY_RECORD');
    expect(await taken(of)).toBe('PRINT_READY_RECORD');
    await search(of);
    expect(await searchOf(of)).toMatchObject({ outcome: 'unique', reason: 'no_candidate', gallery: 1 });
    const entries = await searchEntries(of);
    expect(entries).toHaveLength(1);
    expect(entries[0]).not.toMatch(/fused|llr|score/);
  });

  test('of one body under a second NIK is left to people, whatever the machine thinks', async () => {
    const [one_, two] = [somebody(), somebody()];
    const first = await recorded(one_, visit(102, 1));
    await search(first);
    const second = await recorded(two, visit(102, 2));
    expect(await taken(second)).toBe('ADJUDICATE_RECORD');
    expect(await searchOf(second)).toMatchObject({ outcome: 'human', reason: 'same_body' });
    expect(await statusOfPacket(first)).toBe('PRINT_READY_RECORD');
    expect(await pairOf(second)).toHaveLength(1);
  });

  test('of one NIK recorded twice sets the later recording aside, and the earlier stays', async () => {
    const nik = somebody();
    const first = await recorded(nik, visit(103, 1));
    await search(first);
    const second = await takenTwice(nik, visit(103, 2));
    expect(await taken(second)).toBe('DUPLICATE_RECORD');
    expect(await statusOfPacket(first)).toBe('PRINT_READY_RECORD');
    expect(await searchOf(second)).toMatchObject({ outcome: 'duplicate', reason: 'recorded_twice' });
  });

  test('of one NIK recorded with another body is left to people', async () => {
    const nik = somebody();
    await search(await recorded(nik, visit(104)));
    const second = await takenTwice(nik, visit(105));
    expect(await taken(second)).toBe('ADJUDICATE_RECORD');
    expect((await pairOf(second)).map(({ reason }) => reason)).toEqual(['own_differs']);
  });

  test('tells twins apart by their fingers', async () => {
    await search(await recorded(somebody(), visit(106)));
    const twin = await recorded(somebody(), recordBody(twinOf('uniqueness', 107, 106), { number: 1, wear: 0.1 }));
    expect(await taken(twin)).toBe('PRINT_READY_RECORD');
  });

  test('two at the same moment find one another, also in two processes, and make one pair', async () => {
    const other = await openHouse({
      connection: given.connection,
      clock: given.clock,
      folders: given.folders,
      maxConnections: 3,
      engine: () => openBuiltInEngine({ threads: 1 }),
    });
    try {
      for (const [body, houses] of [
        [110, [given.house, given.house]],
        [111, [given.house, other]],
      ] as const) {
        const both = await Promise.all([1, 2].map((number) => recorded(somebody(), visit(body, number))));
        await Promise.all(both.map((of, n) => search(of, houses[n]!)));
        const [left, right] = await Promise.all(both.map(pairOf));
        expect(left).toHaveLength(1);
        expect(right).toEqual(left);
        expect(await Promise.all(both.map(statusOfPacket))).toContain('ADJUDICATE_RECORD');
      }
      // Each follows what the other's acts changed.
      const third = await recorded(somebody(), visit(110, 3));
      await search(third, other);
      expect((await pairOf(third)).length).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });

  test('whose gallery is not the store’s, or whose engine fails, decides nothing and ends well when tried again', async () => {
    const of = await recorded(somebody(), visit(112));
    let lies = true;
    let fails = true;
    const house = await openHouse({
      connection: given.connection,
      clock: given.clock,
      folders: given.folders,
      maxConnections: 3,
      engine: () => {
        const engine = openBuiltInEngine({ threads: 1 });
        return {
          ...engine,
          refs: async () => (lies ? ['nobody'] : engine.refs()),
          identify: async (probe, options) => {
            if (!fails) return engine.identify(probe, options);
            await engine.close();
            return engine.compare(probe, probe) as never;
          },
        };
      },
    });
    try {
      await search(of, house);
      expect(await statusOfPacket(of)).toBe('SEARCH_FAILURE_AT_CENTRAL');
      expect(await faultOf(of)).toEqual({ failures: 1, fault: 'uniqueness.gallery_differs' });
      lies = false;
      await search(of, house);
      expect(await faultOf(of)).toEqual({ failures: 2, fault: 'biometric.engine_closed' });
      fails = false;
      await search(of);
      expect(await statusOfPacket(of)).toBe('PRINT_READY_RECORD');
      expect(await searchEntries(of)).toHaveLength(1);
    } finally {
      await house.close();
    }
  });

  test('of whom was lost with a process of the engine finds him once he is put back, and nobody is searched before', async () => {
    const engine = openBuiltInEngine({ processes: 2, threads: 2 });
    const house = await openHouse({
      connection: given.connection,
      clock: given.clock,
      folders: given.folders,
      maxConnections: 3,
      engine: () => engine,
    });
    try {
      await search(await recorded(somebody(), visit(114)), house);
      const all = await engine.size();
      for (const id of engine.processes()) process.kill(id, 'SIGKILL');
      await expect.poll(() => engine.size()).toBe(0);
      await expect(engine.identify(visit(114, 2))).rejects.toThrow('engine_failed');
      const again = await recorded(somebody(), visit(114, 2));
      await search(again, house);
      expect(await engine.size()).toBe(all + 1);
      expect(await pairOf(again)).toHaveLength(1);
    } finally {
      await house.close();
    }
  });

  test('whose worker is killed in it is taken up again, once', async () => {
    const of = await recorded(somebody(), visit(113));
    const file = fileURLToPath(new URL('./given-worker.ts', import.meta.url));
    const { connection, folders } = given;
    const child = spawn(process.execPath, [file, JSON.stringify({ connection, folders })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
    });
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(await statusOfPacket(of)).toBe('RECEIVED_AT_CENTRAL');
    const workers = await given.house.startWorkers();
    // Until the database has noticed that the worker is gone its search is still locked, and is left for the next minute.
    const takenUp = async () => {
      await given.system((tx) => takeUpSearches.run(tx, {}));
      return statusOfPacket(of);
    };
    await expect.poll(takenUp, { interval: 300 }).toBe('PRINT_READY_RECORD');
    await workers.stop();
    expect(await searchEntries(of)).toHaveLength(1);
  });
});

/** A second recording of somebody who is recorded waits in quarantine until a head of section takes it. */
async function takenTwice(nik: Nik, templates: ReturnType<typeof visit>) {
  given.clock.moveTo(new Date(given.clock.now().getTime() + 1000));
  const of = await recorded(nik, templates);
  const answer = await given.head.call(
    'POST',
    `/v1/packets/${of.packet}/decision`,
    { decision: 'take', reason: 'terlanjur direkam' },
    purpose,
  );
  expect(answer.status).toBe(200);
  return of;
}

describe('a pair', () => {
  let officers: Caller[];
  let far: Caller;
  beforeAll(async () => {
    officers = [
      given.verifier,
      given.head,
      await given.officer({ role: 'office_head', officeId: given.officeId }),
      await given.officer({ role: 'verifier', officeId: given.officeId }),
    ];
    far = await given.officer({ role: 'section_head', officeId: await given.office('3273') });
  });

  async function givenPair(body: number, other: Partial<typeof SITI> = {}) {
    const [nik] = (await givenResidents(given, [{ name: `LAIN CONTOH ${body}`, ...other }])) as [Nik];
    const first = await recorded(somebody(), visit(body, 1));
    await search(first);
    given.clock.moveTo(new Date(given.clock.now().getTime() + 1000));
    const second = await recorded(nik, visit(body, 2));
    await search(second);
    const [pair] = await pairOf(second);
    return { id: pair!.id, first, second };
  }
  const say = (who: Caller, id: string, verdict: string, reasons = ['fingers_same']) =>
    who.call('POST', `/v1/adjudications/${id}/opinions`, { verdict, reasons });
  const open = (who: Caller, id: string) => who.call('GET', `/v1/adjudications/${id}`, undefined, purpose);

  test('is seen by the regions of both sides, whole, and by no other', async () => {
    const { id } = await givenPair(200, { villageCode: BANDUNG });
    const elsewhere = await given.officer({ role: 'section_head', officeId: await given.office('3374') });
    for (const who of [officers[0]!, far]) {
      const { status, body } = await open(who, id);
      expect(status).toBe(200);
      expect(body.sides.map(({ side }: { side: string }) => side)).toEqual(['later', 'earlier']);
      expect(body.sides[0].items).toHaveLength(12);
      expect(['strong', 'certain']).toContain(body.likeness.strength);
      expect(body.items).toHaveLength(11);
      expect(body.biodata.text).toBeTruthy();
      expect(JSON.stringify(body)).not.toMatch(/"(fused|llr|score)"/);
    }
    expect((await open(elsewhere, id)).body.code).toBe('uniqueness.adjudication_not_found');
    const list = await officers[0]!.call('GET', '/v1/adjudications');
    expect(list.body.adjudications.map((each: { id: string }) => each.id)).toContain(id);
    const { sides, matched } = (await far.call('GET', `/v1/adjudications/${id}/minutiae/3`, undefined, purpose)).body;
    expect(sides.map(({ side }: { side: string }) => side)).toEqual(['later', 'earlier']);
    // Of one body: most are found again, each once.
    expect(matched.length).toBeGreaterThan(10);
    for (const [n, side] of (['later', 'earlier'] as const).entries()) {
      const places = matched.map((pair: Record<string, number>) => pair[side]!);
      expect(new Set(places).size).toBe(places.length);
      expect(Math.max(...places)).toBeLessThan(sides[n].minutiae.length);
    }
    const image = await far.call('GET', `/v1/adjudications/${id}/images/earlier/signature/0`, undefined, purpose);
    expect([image.status, image.headers['content-type']]).toEqual([200, 'image/png']);
  });

  test('is decided by two who agree without seeing one another; a way, a letter and all that followed come after', async () => {
    const { id, first, second } = await givenPair(201);
    expect((await say(officers[0]!, id, 'same_body')).body).toEqual({ state: 'open' });
    expect(await statusOfPacket(second)).toBe('ADJUDICATE_IN_PROCESS');
    expect((await say(officers[0]!, id, 'same_body')).body.code).toBe('uniqueness.spoken');
    expect((await open(officers[1]!, id)).body.opinions).toEqual([]);
    const seen = await given.house.database.transact(
      'app',
      { ...actor, id: officers[1]!.officerId, jurisdiction: { code: '3175' } },
      (tx) => many(tx, sql`select * from uniqueness.opinion where adjudication_id = ${id}`),
    );
    expect(seen).toEqual([]);
    expect((await say(officers[1]!, id, 'same_body')).body).toEqual({ state: 'decided' });
    expect(await statusOfPacket(second)).toBe('DUPLICATE_RECORD');
    expect(await statusOfPacket(first)).toBe('PRINT_READY_RECORD');
    expect((await open(officers[2]!, id)).body.opinions).toHaveLength(2);

    const letter = () => officers[1]!.call('POST', `/v1/adjudications/${id}/letters`, { side: 'later' });
    expect((await letter()).body.code).toBe('uniqueness.way_missing');
    const note = { legalBasis: 'UU 24/2013 pasal 63', note: 'satu orang dengan dua NIK' };
    const wrong = await officers[1]!.call('POST', `/v1/adjudications/${id}/way`, { way: 'none', ...note });
    expect(wrong.body.code).toBe('uniqueness.way_wrong');
    const way = await officers[1]!.call('POST', `/v1/adjudications/${id}/way`, {
      way: 'merge',
      keep: 'earlier',
      ...note,
    });
    expect(way.body.proposalId).toBeTruthy();
    const merged = await officers[2]!.call('POST', `/v1/proposals/${way.body.proposalId}/approve`, {
      assertion: { method: 'password', password: PASSWORD },
    });
    expect(merged.status).toBe(200);
    const printed = await letter();
    expect(printed.body).toMatchObject({ issued: true });
    const paper = await given.operator.call('GET', `/v1/adjudications/${id}/letters/later`, undefined, purpose);
    expect(String(paper.body).slice(0, 5)).toBe('%PDF-');
    const { body } = await open(officers[2]!, id);
    expect(body.followed.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['packet', 'decided', 'way', 'proposal', 'letter']),
    );

    const reopened = await officers[2]!.call('POST', `/v1/adjudications/${id}/reopening`, {
      reason: 'temuan pengawas',
    });
    expect(reopened.status).toBe(204);
    expect(await statusOfPacket(second)).toBe('ADJUDICATE_RECORD');
    const gone = await given.operator.call('GET', `/v1/adjudications/${id}/letters/later`, undefined, purpose);
    expect(gone.body.code).toBe('uniqueness.letter_not_found');
  });

  test('that the search itself decided, one NIK recorded twice, has a way, a letter and an objection as any other', async () => {
    const nik = somebody();
    await search(await recorded(nik, visit(205, 1)));
    const second = await takenTwice(nik, visit(205, 2));
    expect(await taken(second)).toBe('DUPLICATE_RECORD');
    const [{ id, reason }] = (await pairOf(second)) as [{ id: string; reason: string }];
    expect(reason).toBe('recorded_twice');
    const opened = await open(officers[0]!, id);
    expect(opened.body).toMatchObject({ state: 'decided', opinions: [] });
    expect(opened.body.followed.map(({ what }: { what: string }) => what)).toEqual(['decided', 'packet']);
    expect((await say(officers[0]!, id, 'same_body')).body.code).toBe('uniqueness.not_open');
    const note = 'rekaman pertama tetap berlaku';
    expect((await officers[0]!.call('POST', `/v1/adjudications/${id}/way`, { way: 'none', note })).status).toBe(200);
    const letter = await officers[2]!.call('POST', `/v1/adjudications/${id}/letters`, { side: 'later' });
    expect(letter.body).toMatchObject({ issued: true });
    const words = { person: given.ref(nik), receivedOn: '2018-12-11', words: 'itu bukan saya' };
    const objection = await given.operator.call('POST', `/v1/adjudications/${id}/objections`, words, purpose);
    const answer = { granted: true, answer: 'diputuskan orang' };
    const answered = await officers[2]!.call('POST', `/v1/objections/${objection.body.id}/answer`, answer, purpose);
    expect(answered.status).toBe(204);
    expect(await statusOfPacket(second)).toBe('ADJUDICATE_RECORD');
  });

  test('on which two differ goes to a third, whose word decides', async () => {
    const { id, second } = await givenPair(202);
    await say(officers[0]!, id, 'same_body');
    expect((await say(officers[1]!, id, 'two_bodies', ['twins'])).body).toEqual({ state: 'third' });
    expect((await open(officers[2]!, id)).body.opinions).toEqual([]);
    expect((await say(officers[2]!, id, 'two_bodies', ['other'])).body.code).toBe('uniqueness.note_missing');
    expect((await say(officers[2]!, id, 'two_bodies', ['fingers_differ'])).body).toEqual({ state: 'decided' });
    expect(await statusOfPacket(second)).toBe('PRINT_READY_RECORD');
  });

  test('is judged by two at the same moment as one after the other', async () => {
    const { id } = await givenPair(203);
    const answers = await Promise.all(officers.slice(0, 2).map((who) => say(who, id, 'two_bodies', ['face_differs'])));
    expect(answers.map(({ body }) => body.state as string).toSorted()).toEqual(['decided', 'open']);
  });

  test('the citizen may object; another officer answers, and granted it is judged anew by others', async () => {
    const { id, second } = await givenPair(204);
    await say(officers[0]!, id, 'same_body');
    await say(officers[1]!, id, 'same_body');
    const ref = given.ref(second.nik);
    const objection = { person: ref, receivedOn: '2018-12-11', words: 'Saya dan dia dua orang yang berbeda.' };
    const received = await given.operator.call('POST', `/v1/adjudications/${id}/objections`, objection);
    expect(received.status).toBe(200);
    const again = await given.operator.call('POST', `/v1/adjudications/${id}/objections`, objection);
    expect(again.body.code).toBe('uniqueness.objection_open');
    const standing = await given.operator.call('GET', `/v1/residents/${ref}/uniqueness`, undefined, purpose);
    expect(standing.body.decisions[0]).toMatchObject({
      outcome: { code: 'same_body' },
      objections: [{ state: 'open' }],
    });
    const stored = await given.system((tx) =>
      one(tx, sql<{ words: Buffer }>`select words from uniqueness.objection where id = ${received.body.id}`),
    );
    expect(stored.words.includes('berbeda')).toBe(false);
    const answer = (who: Caller) =>
      who.call('POST', `/v1/objections/${received.body.id}/answer`, {
        granted: true,
        answer: 'Diperiksa ulang oleh petugas lain.',
      });
    expect((await answer(officers[0]!)).body.code).toBe('uniqueness.judged_it');
    expect((await answer(officers[2]!)).status).toBe(204);
    expect(await statusOfPacket(second)).toBe('ADJUDICATE_RECORD');
    const own = await open(officers[2]!, id);
    expect(own.body).toMatchObject({ state: 'open', round: 2, opinions: [] });
    expect((await say(officers[0]!, id, 'same_body')).body.code).toBe('uniqueness.spoken');
    await say(officers[2]!, id, 'two_bodies', ['known_from_documents']);
    expect((await say(officers[3]!, id, 'two_bodies', ['fingers_differ'])).body).toEqual({ state: 'decided' });
    expect(await statusOfPacket(second)).toBe('PRINT_READY_RECORD');
    const { body } = await open(officers[1]!, id);
    expect(body.opinions).toHaveLength(4);
    expect(body.followed.filter(({ round }: { round: number }) => round === 1).length).toBeGreaterThan(1);
  });

  test('one who made a recording does not judge it', async () => {
    const { id } = await givenPair(205);
    await given.system((tx) =>
      tx.client.query(
        'update enrolment.packet set officer_id = $1 where id in (select packet_id from uniqueness.adjudication where id = $2)',
        [officers[0]!.officerId, id],
      ),
    );
    expect((await say(officers[0]!, id, 'same_body')).body.code).toBe('uniqueness.own_recording');
  });
});

describe('by order of a court', () => {
  test('two persons search once, before the order ends, and the public count has it', async () => {
    const ministry = await given.officer({ role: 'ministry_officer' });
    const second = await given.officer({ role: 'ministry_officer' });
    const sought = await recorded(somebody(), visit(300, 1));
    await search(sought);
    const templates = visit(300, 2).map(({ modality, position, format, bytes }) => ({
      modality,
      position,
      format,
      bytes: Buffer.from(bytes).toString('base64'),
    }));
    const order = {
      court: 'PN Contoh',
      orderNo: '1/Pen/2018',
      orderedOn: '2018-12-10',
      endsOn: '2018-12-31',
      templates,
    };
    const ended = await ministry.call('POST', '/v1/court-searches', { ...order, endsOn: '2018-12-10' });
    expect(ended.body.code).toBe('uniqueness.court_order_ended');
    expect((await given.head.call('POST', '/v1/court-searches', order)).status).toBe(403);
    const proposed = await ministry.call('POST', '/v1/court-searches', order);
    expect(proposed.status).toBe(200);
    const approve = (who: Caller) =>
      who.call('POST', `/v1/proposals/${proposed.body.proposalId}/approve`, {
        assertion: { method: 'password', password: PASSWORD },
      });
    expect((await approve(ministry)).body.code).toBe('approval.own');
    expect((await approve(second)).status).toBe(200);
    const workers = await given.house.startWorkers();
    const line = async () => (await ministry.call('GET', '/v1/court-searches')).body.searches[0];
    await expect.poll(async () => (await line()).state).toBe('searched');
    await workers.stop();
    const { id, found } = await line();
    expect(found).toBe(1);
    const result = await ministry.call('GET', `/v1/court-searches/${id}`, undefined, {
      'jatidiri-purpose': 'law_enforcement',
    });
    expect(result.body.found.map(({ nik }: { nik: string }) => nik)).toEqual([sought.nik]);
    expect((await ministry.call('POST', '/v1/court-searches', order)).body.code).toBe('uniqueness.court_order_known');
    const left = await given.system((tx) =>
      one(tx, sql<{ probe: Buffer | null }>`select probe from uniqueness.court_search`),
    );
    expect(left.probe).toBe(null);
    const statement = await given.anybody.call('GET', '/v1/statement');
    const figure = statement.body.indicators.find(({ code }: { code: string }) => code === 'uniqueness.court_searches');
    expect(figure.numerator).toBe(1);
  });

  test('and for uniqueness bodies are searched for, from nowhere else', () => {
    const callers = (what: RegExp) =>
      sourceFiles().filter(
        (file) =>
          !file.startsWith('src/recording/biometric/') &&
          what.test(readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8')),
      );
    expect(callers(/\.identify\(/)).toEqual(['src/recording/uniqueness/search/identify.ts']);
    expect(callers(/\bawait identify\(/).toSorted()).toEqual([
      'src/recording/uniqueness/court/court-search.ts',
      'src/recording/uniqueness/search/search.ts',
    ]);
    expect(callers(/(?<!function )(?<!await )\bidentify\(/)).toEqual(['src/recording/uniqueness/search/identify.ts']);
  });
});

test('the figure of duplicates comes out the same when each packet is followed step by step', async () => {
  const at = { asOf: asCivilDate('2018-12-31'), knownAt: given.clock.now() };
  for (const indicator of indicators) {
    const [measured, recounted] = await given.system(async (tx) => [
      await indicator.measure(tx, at),
      await indicator.recount(tx, at),
    ]);
    expect(recounted).toEqual(measured);
    expect(measured!.numerator).toBeGreaterThan(0);
  }
});
