/**
 * How fast a person with 10,000 entries sees who looked at his data: sessions, the page's own entry, names and words included; the first page
 * and pages far back. Called by the verification bench, whose people and partners it uses.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { publicRequest } from '../test/given/public-request.ts';
import { systemActor, type Actor } from '../src/core/access/index.ts';
import type { PublicPage } from '../src/core/http/index.ts';
import type { Nik } from '../src/core/id/index.ts';
import { ledgerStanding, recordEach } from '../src/core/ledger/index.ts';
import { room } from '../src/sharing/citizen/index.ts';
import { citizenDoor, openSession } from '../src/sharing/citizen/sign-in/session.ts';
import type { LooksPageData } from '../src/sharing/citizen/look/schema.ts';
import { figure, type Figure } from './bench.ts';
import type { Filled } from './load/filled.ts';

const ENTRIES = 10_000;
/** Others' entries between two of his, so that they do not lie beside one another in the log. */
const BETWEEN = 20;
const AT_ONCE = 100;
const LOADS = 200;

export async function citizenView(filled: Filled, nik: Nik, partnerId: string): Promise<Figure> {
  const { database } = filled.register.house;
  const partner: Actor = {
    ...systemActor('partner'),
    kind: 'partner',
    pseudonym: `partner:${partnerId}`,
    purpose: 'public_service',
  };
  for (let n = 0; n < ENTRIES; n += AT_ONCE)
    await database.transact('system', partner, (tx) =>
      recordEach(
        tx,
        Array.from({ length: AT_ONCE * (BETWEEN + 1) }, (_, at) => ({
          actor: partner,
          label: 'verification.answered',
          subjects: at % (BETWEEN + 1) === 0 ? [{ nik, detail: `0 name=90,birthDate=+,sex=+ . TRX-${n + at}` }] : [],
          facts: { basis: 'contract', fields: 'name,birthDate,sex', unit: 'KC Contoh 017', result: 'match' },
        })),
      ),
    );
  await numbered(filled);
  const page = (room.pages as readonly PublicPage<LooksPageData>[]).find(
    ({ path }) => path === '/warga/siapa-melihat',
  )!;
  const { token } = await database.transact('system', systemActor('bench'), (tx) =>
    openSession(tx, { nik, way: 'password', id: null }, 'id'),
  );
  const load = async (query: Record<string, string>) => {
    const began = performance.now();
    const actor = (await database.transact('app', systemActor('bench'), (tx) => citizenDoor.find(tx, token)))!;
    const data = (await database.transact('app', actor, (tx) =>
      page.load(tx, publicRequest({ actor, query })),
    )) as LooksPageData;
    return { ms: performance.now() - began, data };
  };
  const times: number[] = [];
  let next = '';
  for (let n = 0; n < LOADS; n++) {
    const { ms, data } = await load(n % 4 === 0 || next === '' ? {} : { lanjut: next });
    times.push(ms);
    if (data.looks.length === 0) throw new Error('a page of who looked was empty');
    next = randomInt(20) === 0 ? '' : (data.next ?? '');
  }
  times.sort((a, b) => a - b);
  return figure('citizen.view_p95_ms', times[Math.floor(times.length * 0.95)]!, 'ms');
}

/** Until every entry lies in the log, from which the page reads it. */
async function numbered({ register: { house } }: Filled): Promise<void> {
  for (let n = 0; n < 600; n++) {
    const {
      waiting,
      numbered: size,
      published,
    } = await house.database.transact('system', systemActor('bench'), ledgerStanding);
    if (waiting === 0 && size === published) return;
    await pause(200);
  }
  throw new Error('the log did not keep up');
}
