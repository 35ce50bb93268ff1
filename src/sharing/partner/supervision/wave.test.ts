/** The wave of April 2021: 153 partners suspended for reports three months late, 34 restored later (art. 45 of Permendagri 102/2019). */
import { describe, expect, test } from 'vitest';
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { countLadder } from '../figure/sql.ts';
import { whyNotNow } from '../grant/may-ask.ts';
import { givenMinistry, hashOnly } from '../given-partner.ts';
import { fileReports, watchReports } from './report.ts';
import { proposeRestoration, proposeSuspension } from './suspension.ts';

const ALL = 200;
const LATE = 153;
const BACK = 34;

const given = await givenMinistry('2018-03-01T02:00:00Z');
const { ok, dian, bagus, act, actor, institutions, climbed, clock, approve } = given;
const to = (instant: string) => clock.moveTo(new Date(`${instant}T03:00:00+07:00`));
const watch = () => given.system(watchReports);

const banks = await institutions(ALL - 2);
const hospitals = await institutions(2, { sector: 'health' });
const { passes } = await climbed([...banks, ...hospitals], 'CONNECTED');
/** The last of all are two hospitals. */
const late = passes.slice(-LATE);

const reports = () =>
  given.system((tx) =>
    many<{ id: string; cooperation: string }>(
      tx,
      sql`select id, cooperation_id as cooperation from partner.report where semester = '2020-2' order by id`,
    ),
  );
const letters = async () => {
  const rows = await given.system((tx) =>
    many<{ level: number; n: number }>(
      tx,
      sql`select level, count(*)::int as n from partner.warning group by level order by level`,
    ),
  );
  return rows.map(({ level, n }) => [level, n]);
};

/** How many statements a piece of work takes. */
async function counted(tx: Tx, work: () => Promise<unknown>): Promise<number> {
  const query = tx.client.query.bind(tx.client);
  let statements = 0;
  tx.client.query = ((...args: Parameters<typeof query>) => {
    statements++;
    return query(...args);
  }) as typeof tx.client.query;
  try {
    await work();
  } finally {
    tx.client.query = query;
  }
  return statements;
}

async function filed(cooperations: readonly string[], receivedOn: string): Promise<void> {
  const owed = (await reports()).filter(({ cooperation }) => cooperations.includes(cooperation));
  const day = asCivilDate(receivedOn);
  await act((tx) =>
    fileReports(
      tx,
      actor,
      owed.map(({ id }, n) => ({
        id,
        number: `LAP/${receivedOn}/${n}`,
        signedOn: day,
        receivedOn: day,
        signatories: [],
        copy: hashOnly(),
      })),
    ),
  );
}

const cutList = (ids: readonly string[], substitute: string | null = null) =>
  ids.map((cooperationId) => ({ cooperationId, substitute }));

describe('the wave', () => {
  test('each connected partner owes a report when the semester has ended; the clock opens it once', async () => {
    to('2021-01-01');
    expect(await watch()).toEqual({ opened: ALL, warned: 0, cutDue: 0 });
    expect(await watch()).toEqual({ opened: 0, warned: 0, cutDue: 0 });
    to('2021-01-09');
    await filed(passes.slice(0, ALL - LATE), '2021-01-08');
  });

  test('three written warnings on their days, to the 153 alone, in as many statements as for one', async () => {
    for (const [day, level] of [
      ['2021-01-24', 1],
      ['2021-02-09', 2],
      ['2021-03-11', 3],
    ] as const) {
      to(day);
      const statements = await given.system((tx) =>
        counted(tx, async () => expect((await watchReports(tx)).warned).toBe(LATE)),
      );
      expect(statements).toBeLessThan(12);
      expect((await letters()).at(-1)).toEqual([level, LATE]);
      expect((await watch()).warned).toBe(0);
    }
    const jobs = await given.system((tx) =>
      one<{ n: number }>(
        tx,
        sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'partner.send_warning'`,
      ),
    );
    expect(jobs.n).toBe(3 * LATE);
  });

  test('after three months the clock proposes and cuts nobody off', async () => {
    to('2021-04-10');
    expect(await watch()).toEqual({ opened: 0, warned: 0, cutDue: LATE });
    const { reports: list } = await ok(dian.call('GET', '/v1/partners/reports?semester=2020-2'));
    expect(list.filter(({ cutDue }: { cutDue: boolean }) => cutDue)).toHaveLength(LATE);
    const { n } = await given.system((tx) =>
      one<{ n: number }>(tx, sql`select count(*)::int as n from partner.suspension`),
    );
    expect(n).toBe(0);
    expect([...(await given.system((tx) => whyNotNow(tx, passes))).values()].every((why) => why === null)).toBe(true);
  });

  test('on 12 April two officers suspend the 153 in one act; the hospitals only with a named substitute', async () => {
    to('2021-04-12');
    const given_ = { cause: 'report_missing' as const, reason: 'laporan semester terlambat tiga bulan (pasal 45)' };
    const bare = { ...given_, cut: cutList(late) };
    await expect(act((tx) => proposeSuspension(tx, actor, bare))).rejects.toMatchObject({
      code: 'partner.substitute_missing',
    });
    const cut = [...cutList(late.slice(0, -2)), ...cutList(late.slice(-2), 'Dinas Dukcapil melayani di loket')];
    let proposalId = '';
    const many_ = await act((tx) =>
      counted(tx, async () => ({ proposalId } = await proposeSuspension(tx, actor, { ...given_, cut }))),
    );
    const few = await act((tx) => counted(tx, () => proposeSuspension(tx, actor, { ...given_, cut: cut.slice(0, 2) })));
    expect(many_).toBe(few);
    expect((await approve(dian, proposalId)).body.code).toBe('approval.own');
    const { summary } = await ok(bagus.call('GET', `/v1/proposals/${proposalId}`));
    expect(summary).toBe('Hentikan sementara hak akses 153 lembaga: Laporan semester tidak disampaikan');
    const began = performance.now();
    await ok(approve(bagus, proposalId));
    expect(performance.now() - began).toBeLessThan(5_000);
    const whys = await given.system((tx) => whyNotNow(tx, passes));
    expect(late.every((id) => whys.get(id) === 'partner.suspended_report_missing')).toBe(true);
    expect(passes.slice(0, -LATE).every((id) => whys.get(id) === null)).toBe(true);
    const ladder = await given.system((tx) =>
      countLadder(tx, { asOf: asCivilDate('2021-04-12'), knownAt: clock.now() }),
    );
    expect(ladder).toMatchObject({ agreement: ALL, connected: ALL - LATE, suspended: LATE });
  });

  test('no more letters go to who is cut off; who is cut off for this is not cut off for it again', async () => {
    to('2021-05-20');
    expect(await watch()).toEqual({ opened: 0, warned: 0, cutDue: 0 });
    const again = act((tx) =>
      proposeSuspension(tx, actor, {
        cause: 'report_missing',
        reason: 'laporan masih terlambat',
        cut: cutList([late[0]!]),
      }),
    );
    await expect(again).rejects.toMatchObject({ code: 'partner.cut_already' });
  });

  test('34 bring their reports; that alone restores nobody, two officers do, in one act', async () => {
    to('2021-06-01');
    const back = late.slice(0, BACK);
    await filed(back, '2021-05-31');
    expect((await given.system((tx) => whyNotNow(tx, back))).get(back[0]!)).toBe('partner.suspended_report_missing');
    const { reports: list } = await ok(dian.call('GET', '/v1/partners/reports?semester=2020-2'));
    const suspensions: string[] = list
      .filter(({ mayRestore }: { mayRestore: boolean }) => mayRestore)
      .map(({ suspensionId }: { suspensionId: string }) => suspensionId);
    expect(suspensions).toHaveLength(BACK);
    const { proposalId } = await act((tx) =>
      proposeRestoration(tx, actor, { suspensions, reason: 'laporan sudah diterima' }),
    );
    expect((await approve(dian, proposalId)).body.code).toBe('approval.own');
    await ok(approve(bagus, proposalId));
    expect([...(await given.system((tx) => whyNotNow(tx, back))).values()]).toEqual(back.map(() => null));
    const at = (asOf: string) =>
      given.system((tx) => countLadder(tx, { asOf: asCivilDate(asOf), knownAt: clock.now() }));
    expect(await at('2021-06-01')).toMatchObject({ connected: ALL - LATE + BACK, suspended: LATE - BACK });
    expect(await at('2021-05-31')).toMatchObject({ suspended: LATE });
    expect((await approve(bagus, proposalId)).body.code).toBe('approval.decided');
  });

  test('the log has one entry for the wave and one for the return, not one for each', async () => {
    const auditor = await given.officer({ role: 'auditor' });
    const labels = async () => {
      const { entries } = await ok(auditor.call('GET', '/v1/ledger/entries?label=partner.&limit=200'));
      return entries.map(({ entry }: { entry: { label: string; facts: { n: number } } }) => [
        entry.label,
        entry.facts.n,
      ]);
    };
    await expect.poll(labels).toContainEqual(['partner.restored', BACK]);
    const all = await labels();
    expect(all.filter(([label]: [string]) => label === 'partner.suspended')).toEqual([['partner.suspended', LATE]]);
    expect(all.filter(([label]: [string]) => label === 'partner.restored')).toHaveLength(1);
    expect(all.filter(([label]: [string]) => label === 'partner.warned')).toHaveLength(3);
  });
});
