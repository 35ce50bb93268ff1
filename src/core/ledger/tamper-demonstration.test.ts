import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { asNik } from '../id/index.ts';
import { en } from './en.ts';
import { givenLedger, officer, type GivenLedger } from './given-ledger.ts';
import { id } from './id.ts';
import { openLedger, record, TAMPER_ACTS, TAMPER_KINDS, tryTampering, verifyLedger } from './index.ts';
import { tamperWithDemonstration } from './tamper-demonstration.ts';

let given: GivenLedger;

const look = (serial: number) =>
  given.transact((tx) =>
    record(tx, officer, { label: 'resident.opened', subjects: [{ nik: asNik(`990101010180${9000 + serial}`) }] }),
  );

beforeAll(async () => {
  given = await givenLedger();
  await given.start().ready;
  for (let i = 1; i < 30; i++) await look(i);
  await given.numbered();
});

describe('a trial of tampering', () => {
  it.each(TAMPER_KINDS)('of the kind %s is found out and leaves a sound log', async (kind) => {
    const trial = await tryTampering(given.ledger, kind);
    expect(trial.verdict.ok).toBe(false);
    expect(trial.verdict.firstBad).not.toBeNull();
    expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true });
  });

  it('while the register works finds nothing but its own deed, and stops nobody', async () => {
    let working = true;
    const work = (async () => {
      for (let i = 1; working; i = (i % 900) + 1) await look(i);
    })();
    for (let round = 0; round < 3; round++) {
      for (const kind of ['rollback', 'replace'] as const) {
        const { verdict } = await tryTampering(given.ledger, kind);
        // What was numbered and not yet signed is missed in the files instead.
        expect(['rolled_back', 'file_damaged']).toContain(verdict.firstBad!.kind);
      }
    }
    working = false;
    await work;
    await given.numbered();
    expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true });
    expect(given.faults).toEqual([]);
  });

  it('waits for no other: one at a time', async () => {
    const results = await Promise.allSettled(TAMPER_KINDS.map((kind) => tryTampering(given.ledger, kind)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'ledger.tamper_busy' });
  });

  it('gives way to whoever holds the tables', async () => {
    const holder = new Client(given.superuser);
    await holder.connect();
    await holder.query('begin; lock table ledger.pending in share mode');
    await expect(tryTampering(given.ledger, 'replace')).rejects.toMatchObject({ code: 'ledger.tamper_busy' });
    await holder.query('rollback');
    await holder.end();
    expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true });
  });

  it('is refused where the data is not a demonstration', async () => {
    const { connection, vault, root } = given;
    const real = openLedger({ connection, vault, dir: `${root}/ledger`, witnessDir: null });
    await expect(tryTampering(real, 'alter')).rejects.toMatchObject({ code: 'ledger.demo_only' });
    await real.close();
  });

  it('on a log that was spoilt before is refused: the finding would not be its own', async () => {
    await tamperWithDemonstration(given.ledger, 'delete');
    await expect(tryTampering(given.ledger, 'alter')).rejects.toMatchObject({ code: 'ledger.tampered_before' });
  });

  it('says what was done in both languages', () => {
    for (const act of TAMPER_ACTS) for (const texts of [id, en]) expect(texts).toHaveProperty([`ledger.tamper.${act}`]);
  });
});
