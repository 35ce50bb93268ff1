import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnsweredOtherwise } from '../../sharing/verification/index.ts';
import { PERSON_STATES, type Result } from '../../sharing/verification/schema.ts';
import { sentIn } from './fields.ts';
import { openFailures } from './gate/failures.ts';
import { openTurn } from './gate/turn.ts';
import { readQuestion } from './read.ts';
import { replyText } from './reply.ts';
import { wordOf } from './words.ts';

const NAMES: Record<string, string> = {
  '31': 'DKI Jakarta',
  '3175': 'Kota Administrasi Jakarta Timur',
  '317507': 'Duren Sawit',
  '3175071004': 'Pondok Kelapa',
};
const read = (body: Record<string, unknown>) =>
  readQuestion(sentIn(body), { regionName: (code) => NAMES[code], reference: 'ws-1' });
const NIK = '9901014101909001';
const LEAST = { NIK, NAMA_LGKP: 'SITI CONTOH', TGL_LHR: '05-08-1990' };

describe('a question of an existing client', () => {
  test('is read whatever the case of its names; blank fields are as if not sent', () => {
    const { item, asked, threshold } = read({
      nik: NIK,
      Nama_Lgkp: ' SITI CONTOH ',
      tgl_lhr: '05-08-1990',
      JENIS_KLMIN: 'Laki-Laki',
      TMPT_LHR: ' ',
      JENIS_PKRJN: '',
      NO_RT: '001',
      STATUS_KAWIN: 'BELUM KAWIN',
      TRESHOLD: '85',
      SOMETHING: 'else',
      AGAMA: null,
    });
    expect(item).toEqual({
      nik: NIK,
      reference: 'ws-1',
      attributes: { name: 'SITI CONTOH', birthDate: '1990-08-05', sex: 1, rt: 1, maritalStatus: 1 },
    });
    expect(asked.map(({ as }) => as)).toEqual(['Nama_Lgkp', 'tgl_lhr', 'JENIS_KLMIN', 'STATUS_KAWIN', 'NO_RT']);
    expect(threshold).toBe(90);
  });

  test.each([
    ['05-08-1990', '1990-08-05'],
    ['5/8/1990', '1990-08-05'],
    ['1990-08-05', '1990-08-05'],
    ['1990-08-05 00:00:00', '1990-08-05'],
    ['1990-08-05T17:00:00Z', '1990-08-05'],
  ])('tells the day %s', (given, day) => {
    expect(read({ ...LEAST, TGL_LHR: given, ALAMAT: 'JALAN CONTOH 1' }).item.attributes.birthDate).toBe(day);
  });

  test('what cannot be read matches nobody and refuses nothing', () => {
    const wrong = {
      TGL_LHR: '00-00-0000',
      JENIS_PKRJN: 'ASTRONAUT',
      NO_RT: 'lima',
      NO_KK: '123',
      KEL_NAME: `PONDOK​KELAPA`,
      ALAMAT: 'X'.repeat(300),
    };
    const { item, asked } = read({ NIK, NAMA_LGKP: 'SITI', JENIS_KLMIN: 'P', ...wrong });
    expect(Object.keys(item.attributes)).toEqual(['name', 'sex']);
    expect(asked.filter(({ wrong: never }) => never).map(({ as }) => as)).toEqual(
      expect.arrayContaining(Object.keys(wrong)),
    );
  });

  test('a region’s number and name are one question: a number that means another region is wrong', () => {
    const both = { PROP_NAME: 'DKI JAKARTA', NO_PROP: '31', KAB_NAME: 'JAKARTA TIMUR', NO_KAB: '75', NO_KEC: '7' };
    const { item, asked } = read({ ...LEAST, ...both, KEC_NAME: 'CAKUNG', NO_KEL: '1004' });
    expect(item.attributes).toMatchObject({
      province: 'DKI JAKARTA',
      regency: 'JAKARTA TIMUR',
      district: 'CAKUNG',
      village: '3175071004',
    });
    expect(Object.fromEntries(asked.map(({ as, wrong }) => [as, wrong]))).toMatchObject({
      NO_PROP: false,
      NO_KAB: false,
      NO_KEC: true,
      NO_KEL: false,
    });
    // A number without those above it says nothing.
    expect(read({ ...LEAST, NO_KAB: '75' }).asked.map(({ as }) => as)).not.toContain('NO_KAB');
  });

  test('without a NIK, with one that is none, or with too little it is refused by its own number', () => {
    const codes = (body: Record<string, unknown>) => {
      try {
        return read(body).item.nik;
      } catch (fault) {
        return wordOf((fault as { code: string }).code).code;
      }
    };
    expect(codes({ NAMA_LGKP: 'SITI', ALAMAT: 'JALAN' })).toBe('07');
    expect(codes({ ...LEAST, NIK: '123' })).toBe('15');
    expect(codes({ NIK, NAMA_LGKP: 'SITI' })).toBe('07');
    expect(codes({ NIK, TGL_LHR: '05-08-1990', JENIS_KLMIN: 'P' })).toBe('07');
  });

  test('its own number of the call is the reference, where the log may keep it', () => {
    expect(read({ ...LEAST, transactionId: 'LOS-77' }).item.reference).toBe('LOS-77');
    expect(read({ ...LEAST, transactionId: NIK }).item.reference).toBe('ws-1');
  });
});

describe('a reply', () => {
  const question = read({ ...LEAST, ALAMAT: 'JALAN CONTOH 1', NO_RT: '1', NO_PROP: '31', AGAMA: 'ASTRONAUT' });
  const leave = (over: Partial<AnsweredOtherwise['leave']> = {}): AnsweredOtherwise['leave'] => ({
    elements: new Map([
      ['name', 'score'],
      ['birthDate', 'check'],
      ['address', 'check'],
      ['province', 'check'],
      ['religion', 'check'],
    ]),
    threshold: 80,
    tells: new Set(),
    ...over,
  });
  const content = (results: Record<string, Result>, over = {}, state: AnsweredOtherwise['state'] = null) =>
    JSON.parse(replyText(question, { results, state, leave: leave(over) })).content[0];

  test('says of each granted field whether it agrees, of names and addresses how much; what is not granted is not there', () => {
    const results = {
      name: { result: 'score', score: 90 },
      birthDate: { result: 'no_match' },
      address: { result: 'match' },
      province: { result: 'match' },
    } as const;
    expect(content(results)).toEqual({
      NIK: 'Sesuai',
      NAMA_LGKP: 'Sesuai (90)',
      TGL_LHR: 'Tidak Sesuai',
      ALAMAT: 'Sesuai (80)',
      NO_PROP: 'Sesuai',
      AGAMA: 'Tidak Sesuai',
    });
  });

  test('never says by the NIK that somebody exists: where nothing agrees it does not either', () => {
    const nothing = content({ name: { result: 'no_match' }, birthDate: { result: 'no_match' } });
    expect(new Set(Object.values(nothing))).toEqual(new Set(['Tidak Sesuai', 'Tidak Sesuai (0)']));
  });

  test('tells what became of a record in the words that clients know, where the agreement lets it', () => {
    const tells = new Set(['absent', 'deceased'] as const);
    expect(content({}, { tells }, 'deceased')).toMatchObject({
      RESPONSE_CODE: '11',
      RESPON: 'Data Ditemukan, Meninggal Dunia',
    });
    expect(content({}, { tells }, 'absent')).toMatchObject({ RESPONSE_CODE: '13', RESPON: 'Data Tidak Ditemukan' });
  });

  test('to one question under one agreement has one size', () => {
    const results = fc.record({
      name: fc.constantFrom({ result: 'no_match' }, { result: 'score', score: 100 }, { result: 'score', score: 80 }),
      birthDate: fc.constantFrom({ result: 'match' }, { result: 'no_match' }),
      address: fc.constantFrom({ result: 'match' }, { result: 'no_match' }),
    });
    const told = ['absent', 'deceased', 'duplicate', 'inactive'] as const;
    fc.assert(
      fc.property(results, fc.constantFrom(null, ...PERSON_STATES), fc.subarray([...told]), (given, state, tells) => {
        const under = leave({ tells: new Set(tells) });
        const told_ = state !== null && under.tells.has(state) ? state : null;
        const size = replyText(question, { results: given as never, state: told_, leave: under }).length;
        expect(size).toBe(replyText(question, { results: {}, state: null, leave: under }).length);
      }),
    );
  });
});

describe('the gate', () => {
  test('makes who fails too often wait, by user id and address and by address; others do not wait for him', () => {
    let now = 0;
    const failures = openFailures(() => now);
    const fail = (user: string, address: string) => failures.count(user, address);
    const may = (user: string, address: string) => {
      try {
        failures.mustHaveLeft(user, address);
        return true;
      } catch {
        return false;
      }
    };
    for (let i = 0; i < 10; i++) fail('WS1', '192.0.2.1');
    expect([may('WS1', '192.0.2.1'), may('WS2', '192.0.2.1'), may('WS1', '192.0.2.2')]).toEqual([false, true, true]);
    for (let i = 0; i < 60; i++) fail(`WS${i}`, '192.0.2.1');
    expect(may('WS-anybody', '192.0.2.1')).toBe(false);
    now = 10 * 60_000;
    expect(may('WS1', '192.0.2.1')).toBe(true);
  });

  test('checks few passwords at a time, and refuses at once where too many wait', async () => {
    const inTurn = openTurn({ atOnce: 2, mostWaiting: 3 });
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setImmediate(done));
      running -= 1;
    };
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => inTurn(work)));
    expect(all.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), ...Array(3).fill('rejected')]);
    expect(most).toBe(2);
    await inTurn(work);
  });
});
