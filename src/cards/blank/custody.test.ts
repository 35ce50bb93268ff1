import { expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { givenLineOfStores, tryCustody } from './given-custody.ts';

const given = await givenHouse();

// `node dev/custody.ts --moves 100000` does the same at full length.
test('after 1,500 random movements the books agree with the world blank by blank, and every planted loss was found', async () => {
  const line = await givenLineOfStores(given.system, 3);
  const verdict = await tryCustody(given.transact, line, { moves: 1_500, seed: 18 });
  expect(verdict.faults).toEqual([]);
  expect(verdict.planted).toBeGreaterThan(40);
  expect(verdict.found).toBe(verdict.planted);
}, 30_000);
