import { resume } from './run/job.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { DITJEN_ID } from '../../register/office/index.ts';
import { systemActor } from '../../core/access/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { suspendAtOnce } from '../partner/index.ts';
import { liftLock, setLock } from '../verification/index.ts';
import { about, ORIGIN, WHY } from '../verification/given-partner.ts';
import { givenSignature } from '../verification/token/given-keys.ts';
import { digest, givenMatching, nameOf, type GivenMatching } from './given-matching.ts';
import { matchingJob } from './run/job.ts';
import { deleteDue } from './sweep.ts';

type Partner = Awaited<ReturnType<GivenMatching['partner']>>;

let given: GivenMatching;
let partner: Partner;
let other: Partner;
let people: { nik: string; name: string; birthDate: string }[];

const HEAD = 'NO REF;NIK;NAMA LENGKAP;TGL LAHIR;JK;AGAMA;NAMA IBU\n';
const rowOf = (
  n: number,
  { nik, name, birthDate }: { nik: string; name: string; birthDate: string },
  over: object = {},
) => {
  const row = { ref: `R-${n}`, nik, name, birthDate, sex: 'P', religion: 'ISLAM', mother: 'IBU CONTOH', ...over };
  return `${row.ref};${row.nik};${row.name};${row.birthDate};${row.sex};${row.religion};${row.mother}\n`;
};
const stateOf = async (id: string) => (await given.call(partner, 'GET', `/v1/matchings/${id}`)).body;

beforeAll(async () => {
  given = await givenMatching();
  people = await given.people(200);
  partner = await given.partner({ packageRows: 20_000 });
  other = await given.partner({ packageRows: 20_000 });
});

test('each row gets what a single question would get, refused rows are told cell by cell, and everybody sees that he was asked about', async () => {
  const planted = [
    rowOf(9001, people[0]!, { nik: '9901014101909001' }),
    rowOf(9002, people[1]!, { name: 'ORANG LAIN SEKALI' }),
    rowOf(9003, people[2]!, { name: people[2]!.name.replace('CONTOH', 'CONTO') }),
    rowOf(9004, people[3]!, { birthDate: '1950-05-05', sex: 'LAKI-LAKI' }),
  ];
  const spoilt = [
    rowOf(9101, people[4]!, { nik: '3,17507E+15' }),
    rowOf(9102, people[5]!, { name: 'SI\u200bTI' }),
    rowOf(9103, people[6]!, { name: '', mother: '' }),
    rowOf(9001, people[7]!),
    `R-9104;${people[8]!.nik};KURANG KOLOM\n`,
  ];
  const good = Array.from({ length: 3000 }, (_, n) => rowOf(n, people[n % people.length]!));
  const { body: handed } = await given.handedIn(partner, HEAD + [...planted, ...spoilt, ...good].join(''));
  expect(handed).toMatchObject({
    state: 'running',
    columns: { name: 'NAMA LENGKAP', birthDate: 'TGL LAHIR', sex: 'JK' },
  });
  expect((await given.call(partner, 'GET', `/v1/matchings/${handed.id}/result`)).body.code).toBe('matching.not_done');
  await given.work(handed.id, { batchRows: 300 });

  const done = await stateOf(handed.id);
  expect(done).toMatchObject({
    state: 'done',
    counts: { rows: 3004, refused: 5, matched: 3001, partial: 2, mismatched: 1 },
  });
  const { head, lines } = await given.result(partner, handed.id);
  expect(head).toBe('reference,name,birthDate,sex,religion,motherName');
  expect(lines.size).toBe(3004);
  expect([lines.get('R-17'), lines.get('R-9001')]).toEqual([
    ['100', 'match', 'match', 'not_granted', 'match'],
    ['no_match', 'no_match', 'no_match', 'not_granted', 'no_match'],
  ]);
  for (const ref of ['R-9001', 'R-9002', 'R-9003', 'R-9004', 'R-0']) expect(lines.get(ref)).toEqual(await alone(ref));

  const report = (await given.call(partner, 'GET', `/v1/matchings/${handed.id}/report`)).text.trimEnd().split('\r\n');
  expect(report.map((line) => line.split(',').slice(0, 4).join('|'))).toEqual([
    'BARIS|KOLOM|HURUF|KODE',
    '6|NIK|B|nik_rounded',
    '7|NAMA LENGKAP|C|invisible',
    '8|||no_anchor',
    '9|NO REF|A|reference_twice',
    '10|||ragged',
  ]);

  // One entry about all, an access row for each; the absent number is a subject too.
  const { rows } = await given.system((tx) =>
    tx.client.query<{ n: string; niks: string }>(
      'select count(*) as n, count(distinct nik) as niks from ledger.access where entry = $1',
      [done.entry],
    ),
  );
  expect(rows[0]).toEqual({ n: '201', niks: '201' });
  const billed = await given.system((tx) =>
    tx.client.query('select rows, complete, entry, institution_id from matching_read.package where matching_id = $1', [
      handed.id,
    ]),
  );
  expect(billed.rows).toEqual([{ rows: 3004, complete: true, entry: done.entry, institution_id: partner.id }]);

  async function alone(ref: string): Promise<string[]> {
    const line = [...planted, ...good].find((each) => each.startsWith(`${ref};`))!;
    const [, nik, name, birthDate, sex, religion, motherName] = line.trimEnd().split(';') as string[] as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const { body } = await partner.ask(about(nik, { name, birthDate, sex, religion, motherName }));
    return ['name', 'birthDate', 'sex', 'religion', 'motherName'].map((each) => {
      const one = body.answer.results[each];
      return one.result === 'score' ? String(one.score) : one.result;
    });
  }
});

test('whose data are locked is nobody in a file', async () => {
  const bank = await given.partner({ packageRows: 20_000 }, { institution: { sector: 'finance' } });
  const [open, locked] = [people[0]!, people[1]!];
  const nik = locked.nik as Nik;
  await given.system((tx) => setLock(tx, systemActor('test'), nik, { lock: 'finance', until: null, subjects: [] }));
  const { body: handed } = await given.handedIn(bank, HEAD + [open, locked].map((each, n) => rowOf(n, each)).join(''));
  await given.work(handed.id);
  const { lines } = await given.result(bank, handed.id);
  expect([lines.get('R-0')![1], lines.get('R-1')]).toEqual([
    'match',
    ['no_match', 'no_match', 'no_match', 'not_granted', 'no_match'],
  ]);
  await given.system((tx) => liftLock(tx, systemActor('test'), nik, { lock: 'finance', subjects: [] }));
});

test('a file comes in parts: a cut one is sent again from where it stood, one that came is heard once, and only its own partner sees it', async () => {
  const bytes = Buffer.from(HEAD + people.map((each, n) => rowOf(n, each)).join(''));
  const { body: opened } = await given.create(partner, 200);
  const [first, rest] = [bytes.subarray(0, 3000), bytes.subarray(3000)];
  expect((await given.send(partner, opened.id, 0, first)).body.received).toBe(3000);
  // Half of what was meant came through.
  const cut = await given.send(partner, opened.id, 3000, rest.subarray(0, 100), digest(rest));
  expect([cut.status, cut.body.code]).toEqual([422, 'matching.part_differs']);
  expect((await given.send(partner, opened.id, 0, first)).body.received).toBe(3000);
  const ahead = await given.send(partner, opened.id, 4000, rest);
  expect([ahead.status, ahead.body.code, ahead.body.title]).toEqual([
    409,
    'matching.offset',
    expect.stringContaining('3.000'),
  ]);
  for (const path of ['', '/result', '/report'])
    expect((await given.call(other, 'GET', `/v1/matchings/${opened.id}${path}`)).status).toBe(404);
  expect((await given.send(other, opened.id, 3000, rest)).status).toBe(404);
  expect((await given.call(other, 'GET', '/v1/matchings')).body.matchings).toEqual([]);
  await given.send(partner, opened.id, 3000, rest);
  expect((await given.call(partner, 'POST', `/v1/matchings/${opened.id}/handing-in`, {})).body.state).toBe('running');
  expect((await given.send(partner, opened.id, bytes.length, rest)).body.code).toBe('matching.not_uploading');
  await given.work(opened.id);
  expect((await stateOf(opened.id)).counts.matched).toBe(200);
});

test('where an agreement demands signed requests each part is signed too, and other bytes than those are not kept', async () => {
  const signing = await given.partner({ packageRows: 100, signed: true });
  const file = HEAD + rowOf(1, people[0]!);
  const authorization = `Bearer ${await signing.bearer()}`;
  const sign = (method: 'POST' | 'PUT', path: string, body: string) =>
    givenSignature(signing.key, { method, url: ORIGIN + path, authorization, body });
  const opening = JSON.stringify({ ...WHY, reference: 'BERKAS-BERTANDA', expectedRows: 1 });
  const json = { authorization, 'content-type': 'application/json' };
  const unsigned = await given.call(signing, 'POST', '/v1/matchings', JSON.parse(opening), json);
  expect(unsigned.body.code).toBe('verification.signature_demanded');
  const path = '/v1/matchings';
  const opened = await given.call(signing, 'POST', path, Buffer.from(opening), {
    ...json,
    ...sign('POST', path, opening),
  });
  expect(opened.status).toBe(200);
  const parts = `/v1/matchings/${opened.body.id}/parts?offset=0&sha256=${digest(Buffer.from(file))}`;
  const part = (sent: string, signed: string) =>
    given.call(signing, 'PUT', parts, Buffer.from(sent), { authorization, ...sign('PUT', parts, signed) });
  expect((await part(file, file.replace('SITI', 'BUDI').concat(' '))).body.code).toBe('http.body_cut');
  expect((await part(file, file)).body.received).toBe(Buffer.byteLength(file));
  expect((await given.send(signing, opened.body.id, 0, Buffer.from(file))).body.code).toBe(
    'verification.signature_demanded',
  );
});

test('what is wrong with a file as a whole is said before any row is read', async () => {
  const refusedFor = async (file: string, over: object = {}) => (await given.handedIn(partner, file, over)).body;
  expect(await refusedFor('NAMA;JK\nA;P\n')).toMatchObject({
    code: 'matching.columns_missing',
    title: expect.stringContaining('NIK, REFERENSI'),
  });
  expect((await refusedFor('REF;NIK;JK;AGAMA\n1;2;P;1\n')).code).toBe('matching.no_anchor_column');
  expect((await refusedFor('REF;NIK;NAMA;AGAMA\n1;2;P;1\n')).code).toBe('matching.too_few_granted');
  expect((await refusedFor(`${HEAD}1\n`, { columns: { name: 'NAMA KTP' } })).code).toBe('matching.columns_absent');
  expect((await refusedFor('PK\u0003\u0004x\n1\n')).code).toBe('matching.not_csv');
  const { body: many } = await given.create(partner, 1, { reference: 'LAGI' });
  expect(many.code).toBe(undefined);
  const open = (await given.call(partner, 'GET', '/v1/matchings')).body.matchings.filter(
    (each: { state: string }) => each.state === 'uploading',
  );
  for (const { id } of open)
    expect((await given.call(partner, 'POST', `/v1/matchings/${id}/cancellation`, {})).body.state).toBe('cancelled');
  expect((await given.create(partner, 1, { reference: 'LAGI' })).body.code).toBe('matching.reference_known');
});

test('stopped in the middle it goes on behind the last batch that was committed, and every row is counted once', async () => {
  const file =
    HEAD + Array.from({ length: 900 }, (_, n) => rowOf(n, people[n % people.length]!)).join('') + rowOf(5, people[0]!);
  const { body: handed } = await given.handedIn(partner, file);
  await given.work(handed.id, { batchRows: 50, batches: 2 });
  expect(await stateOf(handed.id)).toMatchObject({ state: 'running', progress: { rows: 400, refused: 0 } });
  // A batch whose transaction did not commit has written its part of the result already.
  await expect(
    given.system(async (tx) => {
      await matchingJob(50).run(tx, { matchingId: handed.id });
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  await given.work(handed.id, { batchRows: 90 });
  expect(await stateOf(handed.id)).toMatchObject({ state: 'done', counts: { rows: 900, refused: 1, matched: 900 } });
  const { lines } = await given.result(partner, handed.id);
  expect([...lines.keys()]).toEqual(Array.from({ length: 900 }, (_, n) => `R-${n}`));
});

test('a file whose job was given up goes on within the hour; one whose job lives is left alone', async () => {
  const { rows } = await given.system((tx) =>
    tx.client.query<{ id: Uuid }>(
      `insert into matching.matching select (json_populate_record(m, json_build_object('id', gen_random_uuid(), 'state', 'running', 'reference', 'BERKAS-DITINGGAL'))).*
         from matching.matching m where m.state = 'done' limit 1 returning id`,
    ),
  );
  const { id } = rows[0]!;
  const jobs = () =>
    given.system((tx) =>
      tx.client.query('select attempts from graphile_worker.jobs where key = $1', [`matching:${id}`]),
    );
  expect(await given.system((tx) => resume(tx, [id]))).toBe(1);
  expect(await given.system((tx) => resume(tx, [id]))).toBe(0);
  await given.system((tx) => tx.client.query('update graphile_worker._private_jobs set attempts = max_attempts'));
  expect(await given.system((tx) => resume(tx, [id]))).toBe(1);
  expect((await jobs()).rows).toEqual([{ attempts: 0 }]);
  await given.system((tx) => tx.client.query("update matching.matching set state = 'cancelled' where id = $1", [id]));
});

test('a file that looks like guessing is held: nothing of how it came out is told until an officer lets it go', async () => {
  const guesses = Array.from({ length: 150 }, (_, n) =>
    rowOf(n, { nik: `990101410190${9001 + n}`, name: nameOf(n), birthDate: '1990-01-01' }),
  );
  const ids = [];
  for (let n = 0; n < 2; n++) {
    const { body } = await given.handedIn(other, HEAD + guesses.join(''));
    await given.work(body.id);
    ids.push(body.id as string);
  }
  const held = (await given.call(other, 'GET', `/v1/matchings/${ids[0]}`)).body;
  expect(held).toMatchObject({ state: 'held', counts: null, entry: null, why: { code: 'held' } });
  expect((await given.call(other, 'GET', `/v1/matchings/${ids[0]}/result`)).body.code).toBe('matching.not_done');
  const { body: list } = await given.dian.call('GET', '/v1/partners/matchings?waiting=yes');
  expect(list.matchings.map((each: { id: string }) => each.id).toSorted()).toEqual(ids.toSorted());
  expect(list.matchings[0]).toMatchObject({
    signals: ['mismatch', 'sequence'],
    counts: { rows: 150, mismatched: 150 },
  });

  const decide = (id: string, decision: string) =>
    given.dian.call('POST', `/v1/partners/matchings/${id}/decision`, {
      decision,
      reason: 'sudah diperiksa dengan lembaganya',
    });
  expect((await decide(ids[0]!, 'approve')).body).toMatchObject({ state: 'done', decision: { decision: 'approve' } });
  expect((await given.result(other, ids[0]!)).lines.size).toBe(150);
  expect((await decide(ids[1]!, 'stop')).body.state).toBe('stopped');
  expect((await given.call(other, 'GET', `/v1/matchings/${ids[1]}`)).body).toMatchObject({
    why: { code: 'stopped' },
    counts: null,
  });
  expect((await decide(ids[1]!, 'approve')).body.code).toBe('matching.nothing_to_decide');
  const auditor = await given.officer({ role: 'auditor', officeId: DITJEN_ID });
  expect((await auditor.call('POST', `/v1/partners/matchings/${ids[0]}/decision`, {})).status).toBe(403);
});

test('beyond the package an officer decides first, and what was agreed is counted over all files', async () => {
  const small = await given.partner({ packageRows: 250 });
  const file = HEAD + people.map((each, n) => rowOf(n, each)).join('');
  const first = (await given.handedIn(small, file)).body;
  expect(first.state).toBe('running');
  const second = (await given.handedIn(small, file)).body;
  expect(second).toMatchObject({ state: 'approval', why: { code: 'approval' } });
  const path = `/v1/partners/matchings/${second.id}`;
  expect((await given.dian.call('GET', path)).body).toMatchObject({ packageRows: 250, packageUsed: 200 });
  const why = { decision: 'approve', reason: 'tambahan paket sudah dibayar' };
  expect((await given.dian.call('POST', `${path}/decision`, why)).body.state).toBe('running');
  await given.work(second.id);
  expect((await given.call(small, 'GET', `/v1/matchings/${second.id}`)).body.state).toBe('done');
  // Another file in which there is more than was said.
  const more = (await given.create(small, 10)).body;
  await given.send(small, more.id, 0, Buffer.from(file));
  await given.call(small, 'POST', `/v1/matchings/${more.id}/handing-in`, {});
  await given.work(more.id);
  expect((await given.call(small, 'GET', `/v1/matchings/${more.id}`)).body).toMatchObject({
    state: 'failed',
    why: { code: 'more_rows' },
  });
  // Who is cut off gets no further with what was begun.
  await given.act((tx) =>
    suspendAtOnce(tx, given.actor, {
      id: small.cooperationId,
      cause: 'security',
      reason: 'percobaan penghentian',
      substitute: null,
    }),
  );
  await given.book.refresh();
  await given.work(first.id);
  const { body } = await given.dian.call('GET', `/v1/partners/matchings/${first.id}`);
  expect(body).toMatchObject({ state: 'failed', why: 'cut_off', counts: { rows: 0 } });
  expect((await given.call(small, 'GET', `/v1/matchings/${second.id}/result`)).status).toBe(403);
});

test('after seven days nothing of it is left, and an upload that nobody goes on with ends after two', async () => {
  const { body: handed } = await given.handedIn(partner, HEAD + people.map((each, n) => rowOf(n, each)).join(''));
  await given.work(handed.id);
  const folder = join(given.folders.files, 'matchings', handed.id);
  expect(existsSync(folder)).toBe(true);
  const { body: left } = await given.create(partner, 5);
  const began = given.clock.now().getTime();
  const days = (n: number) => given.clock.moveTo(new Date(began + n * 86_400_000));
  days(6);
  await given.system(deleteDue);
  expect([(await stateOf(handed.id)).state, (await stateOf(left.id)).state]).toEqual(['done', 'cancelled']);
  days(7);
  expect((await given.call(partner, 'GET', `/v1/matchings/${handed.id}/result`)).body.code).toBe(
    'matching.result_deleted',
  );
  await given.system(deleteDue);
  expect((await stateOf(handed.id)).state).toBe('deleted');
  await expect.poll(() => existsSync(folder)).toBe(false);
  days(0);
});
