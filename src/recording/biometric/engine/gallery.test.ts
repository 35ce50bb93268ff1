import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, recordBody } from '../../../simulation/body/index.ts';
import { CALIBRATIONS } from '../score/calibrations.ts';
import { writeBody } from './body.ts';
import { openGallery, type Gallery } from './gallery.ts';
import { STAGES } from './stages.ts';

const PEOPLE = 48;
const SHELF = 8;
const visit = (n: number, number: number) => recordBody(bodyOf('shelves', n), { number });
const ref = (n: number) => `person-${n}`;

let blocks: ArrayBuffer[];
let exact: Gallery;
let indexed: Gallery;
beforeAll(() => {
  blocks = Array.from({ length: PEOPLE }, (_, n) => writeBody(visit(n, 1)));
  exact = openGallery({ calibrations: CALIBRATIONS, threads: 1, search: 'exact' });
  indexed = openGallery({
    calibrations: CALIBRATIONS,
    threads: 2,
    search: { ...STAGES, exactUpTo: 0, again: 0.5, inFull: 0.25, index: { from: 0, shelf: SHELF, share: 0.5 } },
  });
});
afterAll(() => Promise.all([exact.close(), indexed.close()]));

test('whoever comes, goes or is recorded anew, by the index everybody who is there is found as the exact search finds him, and nobody else', async () => {
  const change = fc.record({
    people: fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1, maxLength: 20 }),
    out: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(PEOPLE - 1), async (changes, asked) => {
      for (const { people, out } of changes) {
        for (const gallery of [exact, indexed]) {
          if (out) await gallery.delete(people.map(ref));
          else await gallery.hold(people.map((n) => ({ ref: ref(n), block: blocks[n]! })));
        }
      }
      expect(indexed.refs().toSorted()).toEqual(exact.refs().toSorted());
      const probe = visit(asked, 2);
      expect(await indexed.identify(probe)).toEqual(await exact.identify(probe));
    }),
    { numRuns: 8 },
  );
});

test('a gallery that grows is indexed shelf by shelf, and one that shrinks gives the memory back', async () => {
  await indexed.delete(indexed.refs());
  const [none, few] = [indexed.bytes(), indexed.indexed()];
  for (let n = 0; n < PEOPLE; n++) await indexed.hold([{ ref: ref(n), block: blocks[n]! }]);
  expect([few, indexed.indexed()]).toEqual([0, PEOPLE]);
  const full = indexed.bytes();
  await indexed.delete(Array.from({ length: PEOPLE - 1 }, (_, n) => ref(n)));
  expect(indexed.indexed()).toBeLessThanOrEqual(1);
  expect(indexed.bytes() - none).toBeLessThan(full / 2);
});

test('people and probes without the fingers that are indexed are found too, and so is who came after the index was made', async () => {
  await indexed.delete(indexed.refs());
  await indexed.hold(blocks.map((block, n) => ({ ref: ref(n), block })));
  const little = { number: 2, without: [1, 2, 3, 6, 7, 8] };
  for (const n of [50, 51]) {
    const known = indexed.indexed();
    const templates = recordBody(bodyOf('shelves', n), { ...little, number: 1 });
    await indexed.insert([{ ref: ref(n), templates }]);
    expect(indexed.indexed()).toBe(known);
    for (const probe of [visit(n, 2), recordBody(bodyOf('shelves', n), little)])
      expect((await indexed.identify(probe)).candidates[0]?.ref).toBe(ref(n));
  }
  const whole = recordBody(bodyOf('shelves', 11), { ...little, withoutFace: true });
  expect((await indexed.identify(whole)).candidates[0]?.ref).toBe(ref(11));
});
