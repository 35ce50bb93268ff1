import { Client } from 'pg';
import { expect, test } from 'vitest';
import { givenHouse, type GivenHouse } from '../../../test/given/house.ts';
import { cutOne, isCut, tryCrowd } from './given-crowd.ts';
import { givenLineOfStores, tryCustody, type Transact } from './given-model.ts';

const given = await givenHouse();
const transactIn =
  (house: GivenHouse): Transact =>
  (actor, work) =>
    house.transact(actor, work);

// `node dev/custody.ts --moves 100000` does the same at full length.
test('after 1,500 random movements the books agree with the world blank by blank, and every planted loss was found', async () => {
  const line = await givenLineOfStores((work) => given.system(work), 3);
  const verdict = await tryCustody(transactIn(given), line, { moves: 1_500, seed: 18 });
  expect(verdict.faults).toEqual([]);
  expect(verdict.planted).toBeGreaterThan(40);
  expect(verdict.found).toBe(verdict.planted);
});

test('64 officers who want the same blanks while connections are cut: the balance is exact, and each blank goes to one', async () => {
  const house = await givenHouse();
  const superuser = new Client(house.superuser);
  await superuser.connect();
  const line = await givenLineOfStores((work) => house.system(work), 62);
  const kill = () => cutOne(superuser);
  const verdict = await tryCrowd(transactIn(house), line, { rounds: 5, blanks: 150, seed: 64, kills: 12, kill, isCut });
  await superuser.end();
  expect(verdict.faults).toEqual([]);
  expect(verdict.kills).toBeGreaterThan(3);
  expect(verdict.used.length).toBeGreaterThan(30);
  expect(verdict.refused).toBeGreaterThan(10);
});
