import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../src/core/access/index.ts';
import type { Route } from '../../src/core/http/index.ts';
import { allRooms } from '../../src/house.ts';
import { addOfficer, changePost, ROLES, SCOPES } from '../../src/register/officer/index.ts';
import { BANDUNG, givenFamily, givenResident, PONDOK_KELAPA } from '../given/people.ts';
import { givenServer, type Caller, type GivenServer } from '../given/serving.ts';
import { BY_PLACE, NOWHERE, type Asking, type Things } from './matrix-places.ts';
import { committedMatrix, declaredMatrix, keyOf } from './matrix.ts';

const routes = allRooms.flatMap((room) => room.routes ?? []);
const purpose = { 'jatidiri-purpose': 'service' };
const refusedByAccess = ['access.not_signed_in', 'access.scope_missing', 'access.not_a_partner'];

let given: GivenServer;
beforeAll(async () => {
  given = await givenServer();
  // Entries that nobody numbers would stop disclosures after ten seconds.
  const sequencer = given.house.startSequencer((fault) => {
    throw fault;
  });
  return () => sequencer.stop();
});

test('every route stands in the committed table as it is declared (node test/house/matrix-write.ts writes it)', () => {
  expect(declaredMatrix(allRooms)).toEqual(committedMatrix());
});

test('every scope that a route demands is held by some role', () => {
  const demanded = routes.flatMap(({ access }) => (access.rule === 'may' ? [access.scope] : []));
  expect([...new Set(demanded)].filter((scope) => !(scope in SCOPES))).toEqual([]);
});

test('every route of the table of places exists', () => {
  const known = new Set(routes.map(keyOf));
  expect([...Object.keys(BY_PLACE), ...Object.keys(NOWHERE)].filter((key) => !known.has(key))).toEqual([]);
});

describe('each role, on each route, is let in or refused as the table says', () => {
  const matrix = committedMatrix();
  // Signing out last: the other cells need the session.
  const inOrder = routes.toSorted((a, b) => Number(signsOut(a)) - Number(signsOut(b)));

  test.each(['anybody', ...ROLES])('%s', async (role) => {
    const caller = role === 'anybody' ? given.anybody : await given.officer({ role: role as (typeof ROLES)[number] });
    const wrong: string[] = [];
    for (const route of inOrder) {
      const { status, body } = await ask(caller, route, {});
      const let_in = !refusedByAccess.includes(body?.code);
      if (status >= 500 || let_in !== matrix[keyOf(route)]?.allow.includes(role)) {
        wrong.push(`${keyOf(route)}: ${status} ${body?.code ?? ''}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('outside the region of his office, even who holds every scope is refused', () => {
  let everything: Caller;
  let inside: Things;
  let outside: Things;

  beforeAll(async () => {
    const officeId = await given.office('3175');
    const holder = await given.officer({ role: 'operator', officeId });
    await given.system(async (tx) => {
      for (const role of ROLES.filter((each) => each !== 'operator')) {
        const grant = {
          change: 'grant',
          officerId: holder.officerId,
          officeId,
          role,
          from: '2012-01-01',
          until: null,
        } as const;
        await changePost(tx, systemActor('test'), grant);
      }
    });
    everything = holder;
    inside = await thingsAt('317507', PONDOK_KELAPA);
    outside = await thingsAt('327301', BANDUNG);
  });

  async function thingsAt(unitRegion: string, villageCode: string): Promise<Things> {
    const officeId = await given.office(unitRegion.slice(0, 4));
    const nik = await givenResident(given, { villageCode });
    const head = await givenResident(given, { villageCode, name: 'BUDI CONTOH', sex: 1 });
    const members = [
      { nik: head, relation: 1 },
      { nik, relation: 9 },
    ];
    const card = await givenFamily(given, members, villageCode);
    const other = await givenResident(given, { villageCode, name: 'RINA CONTOH' });
    const { officerId } = await given.officer({ role: 'operator', officeId });
    const { personRefs, familyRefs } = given.house.ground;
    return {
      officeId,
      unitRegion,
      officerId,
      personRef: personRefs.of(nik),
      otherRef: personRefs.of(other),
      familyRef: familyRefs.of(card),
      familyNumber: card,
    };
  }

  test.each(Object.keys(BY_PLACE))('%s', async (key) => {
    const route = routes.find((each) => keyOf(each) === key)!;
    const there = await ask(everything, route, BY_PLACE[key]!(outside));
    expect([403, 404]).toContain(there.status);
    expect(refusedByAccess).not.toContain(there.body.code);
    const here = await ask(everything, route, BY_PLACE[key]!(inside));
    expect([200, 204, 409]).toContain(here.status);
  });
});

test('an officer without any post is let in nowhere', async () => {
  const username = 'tanpa.tugas';
  await given.system((tx) =>
    addOfficer(tx, systemActor('test'), { username, name: 'Tanpa Tugas', employeeNumber: null }),
  );
  await expect(given.signIn(username)).rejects.toThrow('sign_in_failed');
});

function ask(caller: Caller, { contract }: Route, asking: Asking) {
  const nobody = '00000000-0000-7000-8000-00000000ffff';
  const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => asking.params?.[name] ?? nobody);
  const query = asking.query ? `?${new URLSearchParams(asking.query)}` : '';
  const body = contract.method === 'GET' ? undefined : (asking.body ?? {});
  return caller.call(contract.method, `${path}${query}`, body, purpose);
}

function signsOut({ contract }: Route): boolean {
  return contract.method === 'DELETE' && contract.path === '/v1/session';
}
