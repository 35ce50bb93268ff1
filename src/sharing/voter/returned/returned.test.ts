import { writeFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../../../../test/given/scratch.ts';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA, PONDOK_KOPI } from '../../../../test/given/people.ts';
import { many, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { changeResidents, type Biodata } from '../../../register/resident/index.ts';
import { givenVoter } from '../given-voter.ts';
import { matchReturnedJob, readReturnedJob } from './job.ts';
import { importReturned } from './reading.ts';

const given = await givenVoter();
const day = asCivilDate;
const system = givenActor({ region: '' });
const folder = mkdtempSync(join(scratchFolder(), 'jatidiri-returned-'));
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
const PURPOSE = { 'jatidiri-purpose': 'audit' };

const NAMES =
  'ANI BUDI CICI DEDI EKA FANI GALIH HADI INDAH JOKO KIKI LILI MIRA NINA OKI PUTRI QORI RATIH SARI TONO UMI'.split(' ');
type Who = (typeof NAMES)[number];
let niks: Readonly<Record<Who, Nik>>;
let twins: readonly Nik[];
let election: string;
const nameOf = (who: Who) => `${who} CONTOH`;
/** Each on a day of its own. */
const bornOf = (who: Who) =>
  who === 'DEDI'
    ? '2005-05-05'
    : who === 'TONO'
      ? '2001-12-31'
      : `19${60 + NAMES.indexOf(who)}-03-${String(1 + NAMES.indexOf(who)).padStart(2, '0')}`;
const inList = (date: string) => date.split('-').toReversed().join('|');

beforeAll(async () => {
  const over = (who: Who): Partial<Biodata> => ({
    ...(who === 'HADI' ? { nationality: 'MYS', permit: null } : {}),
    ...(who === 'KIKI' ? { villageCode: BANDUNG } : {}),
  });
  const made = await givenResidents(
    given,
    NAMES.map((who) => ({ name: nameOf(who), birthDate: day(bornOf(who)), ...over(who) })),
  );
  niks = Object.fromEntries(NAMES.map((who, n) => [who, made[n]!]));
  twins = await givenResidents(given, [
    { name: 'YANTI CONTOH', birthDate: day('1990-01-01') },
    { name: 'YANTI CONTOH', birthDate: day('1990-01-01') },
  ]);
  const states = { CICI: 'MENINGGAL', INDAH: 'GANDA', JOKO: 'NONAKTIF', LILI: 'PINDAH_LUAR_NEGERI' } as const;
  for (const [who, state] of Object.entries(states))
    await given.system((tx) =>
      changeResidents(tx, system, { kind: 'test', label: 'resident.changed', occurredOn: day('2018-06-01') }, [
        { nik: niks[who]!, delta: { state } },
      ]),
    );
  await given.ok(
    given.list('service', [
      'nik,kesatuan,sejak,sampai',
      `${niks['EKA']},TNI,2010-01-01,`,
      `${niks['FANI']},POLRI,2010-01-01,`,
    ]),
  );
  await given.ok(
    given.list('deprivation', [
      'nik,pengadilan,nomor,tanggal,sejak,sampai',
      `${niks['GALIH']},PN CONTOH,1/2018,2018-02-01,2018-02-01,2028-02-01`,
    ]),
  );
  election = await given.opened({ kind: 'pilkada', area: ['3175'] });
});

const HEAD = 'NO,KODE KELURAHAN,NIK,NAMA,TEMPAT LAHIR,TANGGAL LAHIR';
interface Row {
  readonly nik: string;
  readonly name: string;
  readonly born: string;
  readonly village?: string;
}
const line = ({ nik, name, born, village = PONDOK_KELAPA }: Row, n: number) =>
  `${n + 1},${village},${nik},"${name}",JAKARTA,${born}`;
const row = (who: Who, over: Partial<Row> = {}): Row => ({
  nik: niks[who]!,
  name: nameOf(who),
  born: inList(bornOf(who)),
  ...over,
});
const file = (name: string, rows: readonly Row[], more: readonly string[] = []) => {
  const path = join(folder, name);
  writeFileSync(path, `${[HEAD, ...rows.map(line), ...more].join('\r\n')}\r\n`);
  return { name, path };
};
/** One of each kind of disagreement, and no more. */
const planted = (): Row[] => [
  row('ANI'),
  row('BUDI', { name: 'BUDY CONTOH, S.H.' }),
  ...'CICI DEDI EKA FANI GALIH HADI INDAH JOKO KIKI LILI'.split(' ').map((who) => row(who)),
  row('MIRA', { village: PONDOK_KOPI }),
  row('NINA', { nik: '9901010101019001' }),
  row('OKI', { name: 'ZAINUDDIN LAIN', born: '01|01|1951' }),
  row('PUTRI', { nik: `${niks['PUTRI']!.slice(0, 12)}****` }),
  row('QORI', { nik: `${niks['QORI']!.slice(0, 6)}**********`, born: '**|**|****' }),
  { nik: `${twins[0]!.slice(0, 12)}****`, name: 'YANTI CONTOH', born: '01|01|1990' },
  { nik: '9901010101019002', name: 'SIAPA CONTOH PULA', born: '02|02|1972' },
  row('ANI'),
  row('NINA'),
  row('RATIH', { nik: '9901010101019003' }),
];
const FAULTY = [
  `90,${PONDOK_KELAPA},"3,17507E+15",ANI,JAKARTA,01|01|1990`,
  `91,${PONDOK_KELAPA},3175070101909001,A\u200bNI,JAKARTA,01|01|1990`,
  `92,${PONDOK_KELAPA},3175070101909001,ANI,JAKARTA,31|02|1990`,
  `93,9999999999,3175070101909001,ANI,JAKARTA,01|01|1990`,
  `94,${PONDOK_KELAPA},3175`,
];
const LETTER = { kind: 'DPT' as const, nth: 0, number: '12/PL/2018', datedOn: day('2018-12-11') };

const sumsOf = (counts: readonly { side: string; reason: string; n: number }[]) =>
  Object.fromEntries(counts.map(({ side, reason, n }) => [`${side}.${reason}`, n]));
const view = (id: string) => given.ok(given.dian.call('GET', `/v1/voters/returned/${id}`));
const EXPECTED = {
  // NINA stands there under her own number and another: the other row is the one too many.
  'listed.in_order': 5,
  'listed.other_nik': 1,
  'listed.twice': 2,
  'listed.dead': 1,
  'listed.under_age': 1,
  'listed.military': 1,
  'listed.police': 1,
  'listed.deprived': 1,
  'listed.not_citizen': 1,
  'listed.duplicate': 1,
  'listed.inactive': 1,
  'listed.outside_area': 1,
  'listed.abroad': 1,
  'listed.moved': 1,
  'listed.another_person': 1,
  'listed.several': 1,
  'listed.not_found': 1,
  'absent.of_age_later': 1,
  // Among them OKI, whose number somebody else has, and the two whom a hidden number may mean.
  'absent.not_listed': 5,
};

let listId: string;
test('every planted disagreement is found under its own reason, in both directions, and stopped on the way it goes on', async () => {
  const source = file('dpt.csv', planted(), FAULTY);
  const letter = { ...LETTER, election };
  let batches = 0;
  const stopped = importReturned(given.house, source, letter, {
    actor: system,
    batchRows: 10,
    onBatch: () => {
      if (++batches === 2) throw new Error('killed');
    },
  });
  await expect(stopped).rejects.toThrow('killed');
  listId = await importReturned(given.house, source, letter, { actor: system, batchRows: 10 });
  const list = await view(listId);
  expect(list).toMatchObject({ state: 'done', read: planted().length + FAULTY.length, refused: 5, hidden: 3 });
  expect(sumsOf(list.counts)).toEqual(EXPECTED);
  expect(list.faults).toEqual([
    { code: 'day', n: 1 },
    { code: 'invisible', n: 1 },
    { code: 'nik_rounded', n: 1 },
    { code: 'ragged', n: 1 },
    { code: 'village', n: 1 },
  ]);
  const listed = list.counts.filter(({ side }: { side: string }) => side === 'listed');
  expect(listed.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(list.read - list.refused);
  expect(list.counts[0].regencies[0]).toMatchObject({ code: '3175', name: expect.stringMatching(/Jakarta Timur/i) });
});

test('the same file does not count twice, under whatever name and letter', async () => {
  const again = file('lain.csv', planted(), FAULTY);
  const refused = importReturned(given.house, again, { ...LETTER, election, number: '99' }, { actor: system });
  await expect(refused).rejects.toMatchObject({ code: 'voter.returned_known' });
});

const rows = (reason: string, over: object = {}) =>
  given.dian.call('POST', `/v1/voters/returned/${listId}/rows`, { side: 'listed', reason, ...over }, PURPOSE);

test('a count opens into its rows, for whoever has said why; of rows in order nothing of the list is kept', async () => {
  const other = await given.ok(rows('twice'));
  expect(other.lines.map(({ firstRow, row: at }: { firstRow: number; row: number }) => [at, firstRow])).toEqual([
    [15, 22],
    [21, 2],
  ]);
  const moved = await given.ok(rows('moved', { regency: '3175' }));
  expect(moved.lines[0]).toMatchObject({
    name: nameOf('MIRA'),
    person: { nik: niks['MIRA'], village: /Pondok Kelapa/i },
  });
  expect((await given.ok(rows('moved', { regency: '3273' }))).lines).toEqual([]);
  const [orderly] = (await given.ok(rows('in_order'))).lines;
  expect(orderly).toMatchObject({ name: null, shown: null, person: { name: nameOf('ANI') } });
  const absent = await given.ok(rows('of_age_later', { side: 'absent' }));
  expect(absent.lines.map(({ person }: { person: { name: string } }) => person.name)).toEqual([nameOf('TONO')]);
  const silent = await given.dian.call('POST', `/v1/voters/returned/${listId}/rows`, {
    side: 'listed',
    reason: 'dead',
  });
  expect(silent.body.code).toBe('access.purpose_missing');
  const elsewhere = await given.operator.call(
    'POST',
    `/v1/voters/returned/${listId}/rows`,
    { side: 'listed', reason: 'dead' },
    PURPOSE,
  );
  expect(elsewhere.status).toBe(403);
  const looked = await given.system((tx) =>
    many(
      tx,
      sql<{
        n: number;
      }>`select count(*)::int as n from ledger.access where nik = ${niks['TONO']}::bigint and detail = 'voter'`,
    ),
  );
  expect(looked[0]!.n).toBe(1);
});

test('rows leave as a table with everybody in one entry', async () => {
  const body = { side: 'listed', reason: 'dead' };
  const { body: csv } = await given.dian.call('POST', `/v1/voters/returned/${listId}/export`, body, PURPOSE);
  expect(String(csv)).toContain(nameOf('CICI'));
});

test('a sample is drawn by the log’s root and only grows; what was found gives a share and between which numbers it lies', async () => {
  const path = `/v1/voters/returned/${listId}/samples`;
  const which = { side: 'absent', reason: 'not_listed' };
  const opened = () => given.ok(given.dian.call('POST', `${path}/rows`, which, PURPOSE));
  const names = (sample: { lines: { line: { person: { nik: string } } }[] }) =>
    sample.lines.map(({ line }) => line.person.nik);
  await given.ok(given.dian.call('POST', path, { ...which, n: 2 }));
  const few = names(await opened());
  expect((await view(listId)).seed.size).toBeGreaterThan(1);
  await given.ok(given.bagus.call('POST', path, { ...which, n: 4 }));
  const more = names(await opened());
  expect([few.length, more.length, more.slice(0, 2)]).toEqual([2, 4, few]);
  const find = (place: number, finding: string, note = '') =>
    given.dian.call('POST', `${path}/findings`, { ...which, place, finding, note });
  expect((await find(1, 'wrong')).body.errors[0]).toMatchObject({ path: 'note' });
  expect((await find(5, 'right')).status).toBe(404);
  await given.ok(find(1, 'right'));
  await given.ok(find(2, 'right'));
  await given.ok(find(3, 'wrong', 'Ada di daftar dengan nama panggilan'));
  const sample = await given.ok(find(4, 'unclear', 'Rumahnya kosong pada dua kunjungan'));
  expect(sample).toMatchObject({ n: 4, of: 5, right: 2, wrong: 1, unclear: 1 });
  expect(sample.between.share).toBeCloseTo(2 / 3);
  expect((await given.ok(given.dian.call('POST', path, { side: 'listed', reason: 'moved', n: 1 }))).n).toBe(1);
  const none = await given.dian.call('POST', path, { side: 'absent', reason: 'at_mission', n: 3 });
  expect(none.body.code).toBe('voter.returned_nothing');
});

function upload(name: string, text: string) {
  const parts = [
    `--batas\r\ncontent-disposition: form-data; name="body"\r\n\r\n${JSON.stringify({ ...LETTER, election, nth: '0' })}\r\n`,
    `--batas\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`,
    `${text}\r\n--batas--\r\n`,
  ];
  return given.dian.call('POST', '/v1/voters/returned', Buffer.from(parts.join('')), {
    'content-type': 'multipart/form-data; boundary=batas',
  });
}
const work = async (listId: string) => {
  for (let n = 0; n < 3; n++) await given.system((tx) => readReturnedJob.run(tx, { listId } as never));
};

test('an uploaded list is read first and matched when an officer says so; pressing twice does no harm; discarded only its sums stay', async () => {
  const rows = [row('ANI'), row('CICI'), row('UMI')].map(line);
  const { id } = await given.ok(upload('dps.csv', [HEAD, ...rows].join('\n')));
  await work(id);
  const checked = await view(id);
  expect(checked).toMatchObject({ state: 'checked', read: 3, refused: 0, counts: [] });
  const ask = () => given.dian.call('POST', `/v1/voters/returned/${id}/matching`, {});
  await given.ok(ask());
  await given.ok(ask());
  for (let n = 0; n < 2; n++) await given.system((tx) => matchReturnedJob.run(tx, { listId: id } as never));
  const done = await view(id);
  expect(sumsOf(done.counts)).toMatchObject({ 'listed.in_order': 2, 'listed.dead': 1 });
  expect((await ask()).body.code).toBe('voter.returned_state');
  const { state, counts } = await given.ok(given.dian.call('POST', `/v1/voters/returned/${id}/discard`, {}));
  expect([state, counts]).toEqual(['discarded', done.counts]);
  const { lists } = await given.ok(given.dian.call('GET', `/v1/voters/elections/${election}/returned`));
  expect(lists.map((list: { fileName: string }) => list.fileName)).toEqual(['dps.csv', 'dpt.csv']);
});

test('a file that is cut in half or lacks its columns fails by name, keeps nothing, and may come again', async () => {
  const cut = await given.ok(upload('putus.csv', `${HEAD}\n${line(row('ANI'), 0)}\n2,${PONDOK_KELAPA},"317507`));
  await work(cut.id);
  expect(await view(cut.id)).toMatchObject({ state: 'failed', failure: expect.stringMatching(/^table\./), counts: [] });
  const bare = await given.ok(upload('kolom.csv', 'NO,NAMA\n1,ANI'));
  await work(bare.id);
  expect(await view(bare.id)).toMatchObject({ state: 'failed', failure: 'voter.import_columns' });
  expect((await given.ok(upload('lagi.csv', 'NO,NAMA\n1,ANI'))).state).toBe('reading');
});
