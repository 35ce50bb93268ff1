import { plain } from '../../kit/plain.ts';
import { DETAILS, type RecordableKind } from '../../../src/register/civil-event/schema.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import type { Picked } from '../register/picker/person-field.tsx';
import { FIELDS, type As, type FieldSpec } from './fields.ts';

export interface SeatDraft {
  readonly person: Picked;
  readonly relation: string;
  readonly going: boolean;
}

export interface AddressDraft {
  readonly village: Region | null;
  readonly address: string;
  readonly rt: string;
  readonly rw: string;
  readonly hamlet: string;
  readonly postalCode: string;
}

export interface FamilyDraft {
  readonly ref: string;
  readonly number: string;
  readonly names: readonly string[];
}

/** What a form holds: the people and places themselves, not their codes, so that a kept draft can be shown again. */
export interface EventDraft {
  readonly occurredOn: string;
  readonly reportedOn: string;
  readonly village: Region | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export const EMPTY_DRAFT: EventDraft = { occurredOn: '', reportedOn: '', village: null, details: {} };
export const EMPTY_ADDRESS: AddressDraft = {
  village: null,
  address: '',
  rt: '',
  rw: '',
  hamlet: '',
  postalCode: '',
};

/** The first answers that most reports have. */
export function startOf(kind: RecordableKind): EventDraft {
  const details: Record<string, unknown> = {};
  for (const { name, as } of FIELDS[kind])
    if (typeof as === 'object' && 'choice' in as && ['bond', 'household'].includes(name)) details[name] = as.choice[0];
  return { ...EMPTY_DRAFT, details };
}

export const isAsked = (spec: FieldSpec, draft: EventDraft) => spec.when?.(draft.details) ?? true;

/** The details as the room takes them. What is not asked, or left empty, is left out. */
export function detailsOf(kind: RecordableKind, draft: EventDraft): Record<string, unknown> {
  const entries = FIELDS[kind]
    .filter((spec) => isAsked(spec, draft))
    .map(({ name, as }) => [name, sentOf(as, draft.details[name])] as const)
    .filter(([, value]) => value !== undefined);
  const sent = Object.fromEntries(entries);
  if (kind !== 'biodata_correction') return sent;
  const seen = draft.details['seenVersion'];
  return { ...sent, ...correctionSent(sent['changes']), ...(seen ? { seenVersion: seen } : {}) };
}

function correctionSent(changes: unknown): Record<string, unknown> {
  if (changes === undefined) return {};
  const entries = Object.entries(changes as Readonly<Record<string, unknown>>);
  const sealed = entries.filter(([element]) => isSealed(element));
  return {
    changes: Object.fromEntries(entries.filter(([element]) => !isSealed(element))),
    ...(sealed.length > 0 ? { protected: Object.fromEntries(sealed) } : {}),
  };
}

function sentOf(as: As, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof as === 'object') return 'code' in as ? Number(value) : value;
  switch (as) {
    case 'text':
    case 'date':
      return value;
    case 'nationality':
      return plain(value).toUpperCase();
    case 'number':
      return /^\d+$/.test(plain(value).trim()) ? Number(value) : Number.NaN;
    case 'person':
      return (value as Picked).ref;
    case 'people':
      return (value as readonly Picked[]).map(({ ref }) => ref);
    case 'seats': {
      const going = (value as readonly SeatDraft[]).filter((seat) => seat.going);
      return going.map(({ person, relation }) => ({ person: person.ref, relation: Number(relation) }));
    }
    case 'family':
      return (value as FamilyDraft).ref;
    case 'address':
      return addressSent(value as AddressDraft);
    case 'changes':
      return changesSent(value as Readonly<Record<string, string>>);
  }
}

/** An address as the rooms take it; nothing where nothing was filled in. */
export function addressSent(address: AddressDraft): Record<string, unknown> | undefined {
  const { village, rt, rw, hamlet, postalCode } = address;
  if (!village && [address.address, rt, rw, hamlet, postalCode].every((text) => text.trim() === '')) return undefined;
  const number = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    villageCode: village?.code ?? '',
    address: address.address,
    rt: number(rt),
    rw: number(rw),
    hamlet: hamlet.trim() || null,
    postalCode: postalCode.trim() || null,
  };
}

/** Elements that hold the code of a table. */
export const CODED = ['bloodGroup', 'religion', 'education', 'occupation', 'disability'] as const;
/** Elements that the register keeps sealed: a correction sends them apart, and their present values are not shown. */
export const SEALED = ['motherName', 'fatherName', 'disability'] as const;
export const isSealed = (element: string): boolean => (SEALED as readonly string[]).includes(element);

function changesSent(changes: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([element, value]) => [
      element,
      (CODED as readonly string[]).includes(element) ? Number(value) : value,
    ]),
  );
}

/** What is wrong with a field, by its path as the server names it: `details.mother`. The value is a message key. */
export type Faults = Readonly<Record<string, string>>;

/** Where a fault of a shape is shown: an address that is missing altogether begins with its village. */
export function faultPath(path: readonly PropertyKey[]): string {
  const whole = ['details', ...path].map(String).join('.');
  return whole === 'details.address' ? 'details.address.villageCode' : whole;
}

/** What the room's own shape finds wrong before anything is sent. */
export function faultsOf(kind: RecordableKind, draft: EventDraft): Faults {
  const faults: Record<string, string> = {};
  const parsed = DETAILS[kind].safeParse(detailsOf(kind, draft));
  for (const issue of parsed.error?.issues ?? []) {
    const path = faultPath(issue.path);
    faults[path] ??= issue.message.startsWith('field.') && !isMissing(issue) ? issue.message : 'field.needed';
  }
  for (const { name, as } of FIELDS[kind].filter((spec) => isAsked(spec, draft)))
    if (as === 'seats' && detailsOf(kind, draft)[name] === undefined) faults[`details.${name}`] = 'field.needed';
  // In the order in which the fields stand.
  if (!draft.occurredOn) faults['occurredOn'] = 'field.needed';
  if (!draft.village) faults['villageCode'] = 'field.needed';
  return faults;
}

const isMissing = (issue: { readonly input?: unknown }) => 'input' in issue && issue.input === undefined;

/** Whether the room's shape wants the field in every report of this kind. */
export function isRequired(kind: RecordableKind, spec: FieldSpec): boolean {
  const shape = DETAILS[kind].shape as unknown as Record<string, { safeParse(value: unknown): { success: boolean } }>;
  return spec.when !== undefined || shape[spec.name]?.safeParse(undefined).success === false;
}

/** The fault that belongs to a field: its own, or of something inside it. */
export function faultAt(faults: Faults, path: string): string | undefined {
  return faults[path] ?? Object.entries(faults).find(([each]) => each.startsWith(`${path}.`))?.[1];
}
