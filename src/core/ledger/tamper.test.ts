import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asNik } from '../id/index.ts';
import { givenLedger, officer, type GivenLedger } from './given-ledger.ts';
import { recordEach, TAMPER_KINDS, tamper } from './index.ts';
import { verifyLog } from './verify.ts';

let given: GivenLedger;
let superuser: Client;

beforeAll(async () => {
  given = await givenLedger();
  const sequencer = given.start();
  await sequencer.ready;
  for (let batch = 0; batch < 3; batch++) {
    await given.transact((tx) =>
      recordEach(
        tx,
        Array.from({ length: 100 }, (_, i) => ({
          actor: officer,
          label: 'resident.opened',
          subjects: Array.from({ length: [1, 1, 1, 0, 5][i % 5]! }, (_, n) => ({
            nik: asNik(`99010101018${String(9000 + ((i * 7 + n * 13 + batch) % 900)).padStart(5, '0')}`),
            detail: n % 2 ? 'address' : null,
          })),
        })),
      ),
    );
    await given.numbered();
  }
  await sequencer.stop();
  superuser = new Client(given.superuser);
  await superuser.connect();
});
afterAll(() => superuser.end());

const verify = () => verifyLog({ place: given.ledger.place }, (check) => check(superuser));

// Park and Miller's generator: the 200 acts are the same in every run.
function chooser(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

it('an untouched ledger is found sound', async () => {
  expect(await verify()).toMatchObject({ ok: true, size: 300, firstBad: null });
});

it('200 random acts of a superuser are all found', async () => {
  const choose = chooser(20_181_211);
  const missed: string[] = [];
  const kinds = new Map<string, Set<string>>();
  for (let i = 0; i < 200; i++) {
    const kind = TAMPER_KINDS[i % TAMPER_KINDS.length]!;
    await superuser.query('begin');
    const { act } = await tamper(superuser, kind, choose);
    const verdict = await verify();
    await superuser.query('rollback');
    if (verdict.ok) missed.push(`${i} ${act}`);
    else kinds.set(kind, (kinds.get(kind) ?? new Set()).add(verdict.firstBad!.kind));
  }
  expect(missed).toEqual([]);
  expect([...kinds.get('rollback')!, ...kinds.get('replace')!]).toEqual(['rolled_back', 'rolled_back']);
  expect((await verify()).ok).toBe(true);
});
