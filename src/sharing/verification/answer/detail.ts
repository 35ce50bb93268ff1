/**
 * What an access row says of an answer: which fields, how they came out, in as few letters as can be. The person reads it, and who
 * asks the same again under the same key gets his answer back from it. Bound by the entry's commitment; no value stands in it.
 */
import { ATTRIBUTE_NAMES, BODY_PARTS, type Attribute } from '../attribute.ts';
import type { Compared } from '../compare/compare.ts';
import { PERSON_STATES, type PersonState, type Result } from '../schema.ts';

export interface Detail {
  /** The place among the questions of its entry. */
  readonly place: number;
  readonly results: Compared['results'];
  readonly state: PersonState | null;
  /** The person had locked it; told to the partner only where `state` says so. */
  readonly locked?: boolean;
  /** The partner's own number of the question. */
  readonly reference: string;
}

const SIGNS = { match: '+', no_match: '-', not_granted: '?' } as const;
const RESULTS: Readonly<Record<string, Result>> = {
  '+': { result: 'match' },
  '-': { result: 'no_match' },
  '?': { result: 'not_granted' },
};

/** `0 name=90,birthDate=+,sex=? . TRX-1`: place, fields, state or a dot (`!`: locked, untold), reference. */
export function detailText({ place, results, state, locked, reference }: Detail): string {
  let fields = '';
  for (const name in results) {
    const result = results[name as Attribute]!;
    const sign = result.result === 'score' ? String(result.score) : SIGNS[result.result];
    fields += `${fields === '' ? '' : ','}${name}=${sign}`;
  }
  return `${place} ${fields} ${state ?? (locked ? '!' : '.')} ${reference}`;
}

const KNOWN: ReadonlySet<string> = new Set([...ATTRIBUTE_NAMES, ...BODY_PARTS]);
const SHAPE = /^(\d{1,4}) (\S*) (\S+) (.+)$/s;

/** `null` for a detail that is of something else. */
export function readDetail(text: string): Detail | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [, place, fields, state, reference] = match as unknown as [string, string, string, string, string];
  const results: Partial<Record<Attribute, Result>> = {};
  for (const field of fields.split(',')) {
    const [name, sign] = field.split('=') as [string, string | undefined];
    const result = sign === undefined ? undefined : (RESULTS[sign] ?? scored(sign));
    if (!result || !KNOWN.has(name)) return null;
    results[name as Attribute] = result;
  }
  const known = PERSON_STATES.find((each) => each === state) ?? null;
  if (known === null && state !== '.' && state !== '!') return null;
  const locked = state === '!' || known === 'locked';
  return { place: Number(place), results, state: known, ...(locked && { locked }), reference };
}

function scored(sign: string): Result | undefined {
  return /^\d{2,3}$/.test(sign) ? { result: 'score', score: Number(sign) } : undefined;
}
