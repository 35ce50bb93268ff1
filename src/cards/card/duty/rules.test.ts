import { expect, test } from 'vitest';
import { dutyOf } from './rules.ts';

test('what stands on the card demands a new one when it changes; what does not stand there never', () => {
  expect(dutyOf(['name', 'education', 'maritalRegistered', 'motherNik'], false)).toEqual(['name']);
  expect(dutyOf(['education', 'previousAddress', 'marriageDate'], false)).toEqual([]);
  expect(dutyOf(['villageCode', 'address'], false)).toEqual(['villageCode', 'address']);
});

test("a region's new name or code never does", () => {
  expect(dutyOf(['villageCode'], true)).toEqual([]);
  expect(dutyOf(['villageCode', 'religion'], true)).toEqual(['religion']);
});
