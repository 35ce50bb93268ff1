import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { one, run, sql } from '../../../core/db/index.ts';
import { pdfPages } from '../../../core/document/given-pdf-text.ts';
import { whyNotNow } from '../grant/may-ask.ts';
import { givenMinistry, upload } from '../given-partner.ts';
import { openPartnerDocument } from '../ladder/document.ts';
import { watchReports } from './report.ts';
import { sendWarning } from './warning.ts';

const given = await givenMinistry('2018-03-01T02:00:00Z');
const { ok, dian, bagus, citra, eko, institutions, climbed, clock, approve, page } = given;
beforeEach(() => clock.moveTo(new Date('2018-03-01T02:00:00Z')));

async function connected(over: Parameters<typeof institutions>[1] = {}) {
  const [institution] = await institutions(1, over);
  const { passes } = await climbed([institution!], 'CONNECTED');
  return { institution: institution!, pass: passes[0]! };
}
const why = async (pass: string) => (await given.system((tx) => whyNotNow(tx, [pass]))).get(pass);
const propose = (pass: string, over: object = {}) =>
  dian.call('POST', '/v1/partners/suspensions', {
    cause: 'misuse',
    reason: 'permintaan di luar perjanjian',
    cut: [{ cooperationId: pass, substitute: null }],
    ...over,
  });
async function suspended() {
  const { institution, pass } = await connected();
  await ok(approve(bagus, (await ok(propose(pass))).proposalId));
  const [suspension] = (await page(institution)).passes[0].suspensions;
  return { institution, pass, suspension: suspension.id as string };
}

describe('a suspension', () => {
  test('takes two, has its own code, and says who decided why', async () => {
    const { institution, pass } = await connected();
    const { proposalId } = await ok(propose(pass));
    expect(await why(pass)).toBeNull();
    await ok(approve(bagus, proposalId));
    expect(await why(pass)).toBe('partner.suspended_misuse');
    expect((await propose(pass)).body.code).toBe('partner.cut_already');
    const other = await ok(propose(pass, { cause: 'quota_debt', reason: 'tagihan belum dibayar' }));
    await ok(approve(bagus, other.proposalId));
    const { suspensions } = (await page(institution)).passes[0];
    expect(suspensions).toHaveLength(2);
    expect(suspensions[0]).toMatchObject({
      inForce: true,
      askedBy: `Petugas ${dian.username}`,
      decidedBy: `Petugas ${bagus.username}`,
    });
    const alone = given.system((tx) =>
      run(
        tx,
        sql`update partner.suspension set lifted_at = now(), lifted_how = 'restored', lifted_by = gen_random_uuid()`,
      ),
    );
    await expect(alone).rejects.toThrow('suspension_lift_two');
  });

  test('of whoever is not connected is refused; elections go on only with a named substitute', async () => {
    const [institution] = await institutions(1);
    const { passes } = await climbed([institution!], 'AGREEMENT');
    expect((await propose(passes[0]!)).body.code).toBe('partner.cut_not_live');
    const { pass } = await connected({ sector: 'election' });
    expect((await propose(pass)).body.code).toBe('partner.substitute_missing');
    const named = { cut: [{ cooperationId: pass, substitute: 'KPU CONTOH PROVINSI' }] };
    await ok(approve(bagus, (await ok(propose(pass, named))).proposalId));
    expect(await why(pass)).toBe('partner.suspended_misuse');
  });

  test('one officer stops at once, for three days and not a second longer; what two decide takes its place', async () => {
    const { institution, pass } = await connected();
    const stop = () =>
      dian.call('POST', `/v1/partners/cooperations/${pass}/stop`, { cause: 'security', reason: 'kunci diduga bocor' });
    const { until } = await ok(stop());
    expect(until).toBe('2018-03-04T02:00:00.000Z');
    expect((await stop()).body.code).toBe('partner.cut_already');
    expect(await why(pass)).toBe('partner.suspended_security');
    clock.moveTo(new Date(Date.parse(until) - 1));
    expect(await why(pass)).toBe('partner.suspended_security');
    clock.moveTo(new Date(until));
    expect(await why(pass)).toBeNull();
    await ok(stop());
    await ok(approve(bagus, (await ok(propose(pass, { cause: 'security' }))).proposalId));
    clock.moveTo(new Date('2018-06-01T00:00:00Z'));
    expect(await why(pass)).toBe('partner.suspended_security');
    const how = (await page(institution)).passes[0].suspensions.map(
      ({ liftedHow }: { liftedHow: string | null }) => liftedHow,
    );
    expect(how.toSorted()).toEqual(['confirmed', 'ended', null]);
    const other = { cause: 'report_missing', reason: 'laporan tidak datang' };
    expect((await dian.call('POST', `/v1/partners/cooperations/${pass}/stop`, other)).status).toBe(422);
  });

  test('ends by two who agree; the proposal is stale when somebody else has ended it', async () => {
    const { pass, suspension } = await suspended();
    const restore = () =>
      citra.call('POST', '/v1/partners/restorations', { suspensions: [suspension], reason: 'sudah diperbaiki semua' });
    const [first, second] = [await ok(restore()), await ok(restore())];
    expect((await approve(citra, first.proposalId)).body.code).toBe('approval.own');
    await ok(approve(eko, first.proposalId));
    expect(await why(pass)).toBeNull();
    expect((await approve(eko, second.proposalId)).body.code).toBe('approval.stale');
    expect((await restore()).body.code).toBe('partner.suspension_not_found');
  });
});

describe('an appeal', () => {
  test('is decided by two who had no part in the suspension, nor entered it; granted it restores at once', async () => {
    const { institution, pass, suspension } = await suspended();
    const file = () =>
      dian.call('POST', `/v1/partners/suspensions/${suspension}/appeals`, {
        words: 'permintaan itu uji coba',
        receivedOn: '2018-03-01',
      });
    const { id } = await ok(file());
    expect((await file()).body.code).toBe('partner.appeal_open');
    const decide = (by: typeof dian, granted = true) =>
      by.call('POST', `/v1/partners/appeals/${id}/decision`, { granted, why: 'terbukti uji coba' });
    expect((await decide(dian)).body.code).toBe('partner.appeal_party');
    expect((await decide(bagus)).body.code).toBe('partner.appeal_party');
    const { proposalId } = await ok(decide(citra));
    expect((await approve(bagus, proposalId)).body.code).toBe('partner.appeal_party');
    expect(await why(pass)).toBe('partner.suspended_misuse');
    await ok(approve(eko, proposalId));
    expect(await why(pass)).toBeNull();
    const [row] = (await page(institution)).passes[0].suspensions;
    expect(row).toMatchObject({
      liftedHow: 'appeal',
      appeals: [{ outcome: 'granted', decidedBy: `Petugas ${eko.username}` }],
    });
    expect((await decide(citra)).body.code).toBe('partner.appeal_not_found');
  });

  test('refused it leaves the suspension; another one may follow', async () => {
    const { pass, suspension } = await suspended();
    const file = (receivedOn: string) =>
      citra.call('POST', `/v1/partners/suspensions/${suspension}/appeals`, {
        words: 'kami keberatan sekali',
        receivedOn,
      });
    expect((await file('2018-02-28')).body.code).toBe('partner.appeal_ahead');
    const { id } = await ok(file('2018-03-01'));
    const third = await given.officer({ role: 'ministry_officer' });
    const { proposalId } = await ok(
      eko.call('POST', `/v1/partners/appeals/${id}/decision`, { granted: false, why: 'tidak ada bukti baru' }),
    );
    await ok(approve(third, proposalId));
    expect(await why(pass)).toBe('partner.suspended_misuse');
    await ok(file('2018-03-01'));
  });
});

describe('semester reports', () => {
  test('a warning becomes a letter among the papers and a mail, once, however often its job runs', async () => {
    const { institution } = await connected({ mail: 'arsip@lembaga.example' });
    clock.moveTo(new Date('2018-07-25T02:00:00Z'));
    const { opened, warned } = await given.system(watchReports);
    expect(opened).toBe(warned);
    const mine = await given.system((tx) =>
      one<{ id: string }>(
        tx,
        sql`select w.id from partner.warning w join partner.report r on r.id = w.report_id join partner.cooperation c on c.id = r.cooperation_id
             where c.institution_id = ${institution}::uuid`,
      ),
    );
    for (let times = 0; times < 2; times++) await given.system((tx) => sendWarning.run(tx, { warningId: mine.id }));
    const { documents, reports } = (await page(institution)).passes[0];
    const letters = documents.filter(({ kind }: { kind: string }) => kind === 'warning');
    expect(letters).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      semester: '2018-1',
      dueOn: '2018-07-10',
      warnings: [{ level: 1, documentId: letters[0].id }],
    });
    const { bytes } = await given.act((tx) => openPartnerDocument(tx, given.actor, { id: letters[0].id }));
    const text = pdfPages(bytes).join(' ').replace(/\s+/g, ' ');
    for (const said of [
      'PERINGATAN TERTULIS PERTAMA',
      'LEMBAGA CONTOH',
      'Semester I 2018',
      '10 Juli 2018',
      '8 Oktober 2018',
      'SPESIMEN',
    ])
      expect(text).toContain(said);
    const workers = await given.house.startWorkers();
    const folder = () => {
      try {
        return readdirSync(given.folders.messages).map((name) =>
          readFileSync(join(given.folders.messages, name), 'utf8'),
        );
      } catch {
        return [];
      }
    };
    await expect.poll(() => folder().filter((mail) => mail.includes('arsip@lembaga.example')).length).toBe(1);
    await workers.stop();
  });

  test('one that comes in is entered with its file, once; no warning follows it', async () => {
    const { institution } = await connected();
    clock.moveTo(new Date('2018-07-05T02:00:00Z'));
    await given.system(watchReports);
    const [report] = (await page(institution)).passes[0].reports;
    const file = (receivedOn: string) => {
      const form = upload({ number: 'LAP/1', signedOn: '2018-07-04', receivedOn, signatories: [] });
      return dian.call('POST', `/v1/partners/reports/${report.id}/filing`, form.payload, form.type);
    };
    expect((await file('2018-06-29')).body.code).toBe('partner.report_ahead');
    expect((await file('2018-07-06')).body.code).toBe('partner.report_ahead');
    await ok(file('2018-07-05'));
    expect((await file('2018-07-05')).body.code).toBe('partner.report_filed');
    clock.moveTo(new Date('2018-08-25T02:00:00Z'));
    await given.system(watchReports);
    expect((await page(institution)).passes[0].reports[0]).toMatchObject({
      filedOn: '2018-07-05',
      warnings: [],
      cutDue: false,
    });
  });

  test('an officer spares a partner that the clock proposes to cut, with his reason; nothing more is written', async () => {
    const { institution } = await connected();
    for (const day of ['2018-07-05', '2018-07-24', '2018-08-09', '2018-09-08', '2018-10-08']) {
      clock.moveTo(new Date(`${day}T02:00:00Z`));
      await given.system(watchReports);
    }
    const [report] = (await page(institution)).passes[0].reports;
    expect(report).toMatchObject({ cutDue: true });
    const spare = () =>
      dian.call('POST', `/v1/partners/reports/${report.id}/sparing`, { reason: 'laporan terhambat bencana' });
    await ok(spare());
    expect((await spare()).body.code).toBe('partner.spare_not');
    expect((await page(institution)).passes[0].reports[0]).toMatchObject({
      cutDue: false,
      sparedWhy: 'laporan terhambat bencana',
    });
  });
});
