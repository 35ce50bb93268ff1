/** For the test of what may be told: any grant, any question, and what of an answer was not agreed. It knows grants and people alone, none of our rules. */
import fc from 'fast-check';
import type { ElementAsked, Tell } from '../partner/rules.ts';
import { ATTRIBUTE_NAMES, type Attribute } from './attribute.ts';

/** What a grant says, as far as it decides what is told. */
export interface Agreed {
  readonly elements: readonly ElementAsked[];
  readonly threshold: number | null;
  readonly tells: readonly Tell[];
}

/** Somebody as the register has him, in the words in which partners ask. */
export interface Known {
  readonly nik: string;
  readonly state: 'active' | Tell;
  readonly values: Readonly<Record<Attribute, string>>;
}

const SCORED: readonly Attribute[] = ['name', 'birthPlace', 'address', 'motherName', 'fatherName'];
const elementOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const anyGrant: fc.Arbitrary<Agreed> = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom(...ATTRIBUTE_NAMES), { minLength: 8 }),
    scored: fc.subarray([...SCORED], { minLength: 2 }),
    threshold: fc.constantFrom(80, 90, 100),
    tells: fc.subarray<Tell>(['absent', 'deceased', 'duplicate', 'inactive']),
  })
  .map(({ names, scored, threshold, tells }) => {
    const elements = names.map((name) => ({
      element: elementOf(name),
      method: scored.includes(name) ? ('score' as const) : ('check' as const),
    })) as ElementAsked[];
    return { elements, threshold: elements.some(({ method }) => method === 'score') ? threshold : null, tells };
  });

/** Ways to ask for more than was agreed, as clients of other systems would write them. */
const MORE: readonly Readonly<Record<string, unknown>>[] = [
  { fields: ['address', 'motherName'] },
  { include: '*' },
  { return: 'values' },
  { tells: ['absent', 'deceased'] },
  { grant: '00000000-0000-0000-0000-000000000000' },
  { __proto__: null, constructor: { prototype: { granted: true } } },
];
const EXTRA_ATTRIBUTES = [
  'alamat',
  'NAMA_LGKP',
  'mother_name',
  'photo',
  'state',
  'constructor',
  'hasOwnProperty',
  'nik',
];
const QUERIES = ['', '?fields=*', '?include=address,motherName', '?debug=1', '?format=values'];

export interface Asking {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Of each person in it, the names asked about. */
  readonly items: readonly { readonly person: Known; readonly names: readonly string[] }[];
}

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 24, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

/** One question or a batch of a few about these people, right and wrong, sometimes with something that nobody agreed to. */
export function anyQuestion(people: readonly Known[], reference: () => string): fc.Arbitrary<Asking> {
  const value = (person: Known, name: Attribute) =>
    fc.oneof(
      { weight: 140, arbitrary: fc.constant<unknown>(person.values[name]) },
      // Alike, for what is scored.
      {
        weight: 20,
        arbitrary: fc
          .integer({ min: 1, max: 4 })
          .map((cut): unknown => (SCORED.includes(name) ? person.values[name].slice(cut) : person.values[name])),
      },
      { weight: 40, arbitrary: fc.constantFrom<unknown>(...people.map(({ values }) => values[name])) },
      {
        weight: 1,
        arbitrary: fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
          fc.constant('%'),
          fc.integer(),
        ),
      },
    );
  const item = fc
    .record({
      person: fc.constantFrom(...people),
      anchor: fc.constantFrom<Attribute>('name', 'address', 'familyCard', 'motherName', 'fatherName'),
      others: fc.uniqueArray(fc.constantFrom(...ATTRIBUTE_NAMES), { minLength: 2, maxLength: 10 }),
      extra: seldom(fc.constantFrom(...EXTRA_ATTRIBUTES)),
    })
    .chain(({ person, anchor, others, extra }) => {
      const names = [...new Set([anchor, ...others])];
      return fc.record(Object.fromEntries(names.map((name) => [name, value(person, name)]))).map((attributes) => ({
        person,
        names: [...names, ...(extra === null ? [] : [extra])],
        body: {
          nik: person.nik,
          attributes: { ...attributes, ...(extra !== null && { [extra]: 'X' }) },
          reference: reference(),
        },
      }));
    });
  return fc
    .record({
      items: fc.oneof(
        { weight: 3, arbitrary: fc.array(item, { minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(item, { minLength: 2, maxLength: 6 }) },
      ),
      more: seldom(fc.constantFrom(...MORE)),
      query: fc.oneof(
        { weight: 20, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.constantFrom(...QUERIES) },
      ),
      prefer: fc.constantFrom('', 'return=representation'),
      language: fc.constantFrom('id', 'en'),
    })
    .map(({ items, more, query, prefer, language }) => {
      const why = { purpose: 'public_service', basis: 'contract', unit: 'KC Contoh', endUser: 'teller-7' };
      const asked = items.length === 1 ? items[0]!.body : { items: items.map(({ body }) => body) };
      return {
        path: `/v1/verifications${items.length === 1 ? '' : '/batch'}${query}`,
        headers: { 'accept-language': language, ...(prefer !== '' && { prefer }) },
        body: JSON.stringify({ ...why, ...asked, ...more }),
        items,
      };
    });
}

export interface Heard {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever was answered
  readonly body: any;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What came out and was not agreed: nothing, if all is well. */
export function beyond(agreed: Agreed, asking: Asking, heard: Heard): string[] {
  const faults: string[] = [];
  const everything = `${heard.text} ${JSON.stringify(heard.headers)}`;
  for (const { person } of asking.items) {
    for (const [name, value] of Object.entries(person.values))
      // Of two or three letters any answer holds some.
      if (value.length >= 5 && everything.includes(value) && !asking.body.includes(value))
        faults.push(`value of ${name}`);
    if (everything.includes(person.nik)) faults.push('NIK');
  }
  if (heard.status !== 200) return [...faults, ...keysBeyond('problem', heard.body, PROBLEM)];
  const answers = asking.items.length === 1 ? [heard.body] : heard.body.answers;
  if (asking.items.length > 1) faults.push(...keysBeyond('batch', heard.body, ['answers']));
  if (answers.length !== asking.items.length) faults.push('number of answers');
  for (const [place, { person, names }] of asking.items.entries()) {
    const { answer, refused } = answers[place];
    if (refused !== undefined) faults.push(...keysBeyond('refused', refused, ['code', 'title']));
    else
      faults.push(
        ...keysBeyond('whole', answers[place], ['answer', 'proof']),
        ...answerBeyond(agreed, person, names, answer),
      );
  }
  return faults;
}

const PROBLEM = [
  'type',
  'title',
  'status',
  'code',
  'detail',
  'errors',
  'instance',
  'reference',
  'retryAfter',
  'values',
];
const ANSWER = ['at', 'entry', 'place', 'pseudonym', 'reference', 'results', 'state'];

function answerBeyond(agreed: Agreed, person: Known, names: readonly string[], answer: Heard['body']): string[] {
  const faults = keysBeyond('answer', answer, ANSWER);
  const { results, state } = answer;
  if (state !== null && !(agreed.tells.includes(state) && state === person.state)) faults.push(`state ${state}`);
  if (state === null && person.state !== 'active' && agreed.tells.includes(person.state)) faults.push('state left out');
  if (Object.keys(results).toSorted().join() !== names.toSorted().join()) faults.push('not the names that were asked');
  for (const [name, result] of Object.entries<Record<string, unknown>>(results)) {
    const method = agreed.elements.find(({ element }) => element === elementOf(name))?.method;
    const text = JSON.stringify(result);
    if (!allowed(method, agreed.threshold).includes(text))
      faults.push(`${name}: ${text} where ${method ?? 'nothing'} was agreed`);
    else if (person.state !== 'active' && method !== undefined && text !== NO_MATCH)
      faults.push(`${name} of somebody ${person.state}`);
  }
  return faults;
}

const NO_MATCH = '{"result":"no_match"}';

function allowed(method: string | undefined, threshold: number | null): string[] {
  if (method === undefined) return ['{"result":"not_granted"}'];
  if (method === 'check') return ['{"result":"match"}', NO_MATCH];
  const scores = [50, 60, 70, 80, 90, 100].filter((score) => score >= (threshold ?? 101));
  return [NO_MATCH, ...scores.map((score) => `{"result":"score","score":${score}}`)];
}

function keysBeyond(of: string, given: object | null, keys: readonly string[]): string[] {
  return Object.keys(given ?? {})
    .filter((key) => !keys.includes(key))
    .map((key) => `${of}.${key}`);
}
