import { expect, test } from 'vitest';
import { OTHER_EVENTS } from '../../../src/register/civil-event/rules.ts';
import { BONDS, DETAILS, HOUSEHOLDS, RECORDABLE } from '../../../src/register/civil-event/schema.ts';
import { id as roomId } from '../../../src/register/civil-event/id.ts';
import { en } from './en.ts';
import { fieldOf, FIELDS, GROUPS, UNASKED, type FieldSpec } from './fields.ts';
import { id } from './id.ts';

const asked = (spec: FieldSpec) => (typeof spec.as === 'object' && 'choice' in spec.as ? spec.as : null);

test.for(RECORDABLE)('the form of %s asks for all that the room wants, and for nothing else', (kind) => {
  const wanted = Object.keys(DETAILS[kind].shape).toSorted();
  const names = [...FIELDS[kind].map(({ name }) => name), ...(UNASKED[kind] ?? [])].toSorted();
  expect(names).toEqual(wanted);
});

test('every kind stands in one group, and says what it leads to', () => {
  expect([...GROUPS.vital, ...GROUPS.residence].toSorted()).toEqual(RECORDABLE.toSorted());
  for (const kind of RECORDABLE) expect(id).toHaveProperty([`leads.${kind}`]);
});

test('every field has a label, and every choice a word, in both languages', () => {
  for (const kind of RECORDABLE) {
    for (const spec of FIELDS[kind]) {
      expect(`f.${kind}.${spec.name}` in id || `f.${spec.name}` in id, `${kind}.${spec.name}`).toBe(true);
      const choice = asked(spec);
      for (const value of choice?.choice ?? []) {
        const key = `${choice!.words}.${value}`;
        expect(key in id || key in roomId, key).toBe(true);
      }
    }
  }
  expect(Object.keys(en)).toEqual(Object.keys(id));
});

test('choices are those of the room', () => {
  const choices = (kind: 'birth' | 'marriage' | 'other', name: string) =>
    asked(FIELDS[kind].find((spec) => spec.name === name)!)?.choice;
  expect(choices('birth', 'bond')).toEqual(BONDS);
  expect(choices('marriage', 'household')).toEqual(HOUSEHOLDS);
  expect(choices('other', 'code')).toEqual(OTHER_EVENTS.map(({ code }) => code));
});

test('whoever is on the screen already stands in the report of every kind, where he most likely belongs', () => {
  const [man, girl] = [
    { sex: 1, age: 40 },
    { sex: 2, age: 7 },
  ];
  for (const kind of RECORDABLE) expect(fieldOf(kind, man), kind).toBeDefined();
  const name = (kind: (typeof RECORDABLE)[number], person: typeof man) => fieldOf(kind, person)?.name;
  expect(name('marriage', man)).toBe('husband');
  expect(name('birth', man)).toBe('father');
  expect(name('adoption', girl)).toBe('child');
  expect(name('death', girl)).toBe('deceased');
  expect(name('move', man)).toBe('movers');
});
