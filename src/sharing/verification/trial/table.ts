/** The published table as the comparison reads it, and what the sandbox's agreement grants. */
import { asNik } from '../../../core/id/index.ts';
import {
  BLOOD_GROUP,
  EDUCATION,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  SEX,
  type CodeTable,
} from '../../../register/resident/rules.ts';
import { ATTRIBUTE_NAMES, isScored, type Attribute } from '../attribute.ts';
import type { Grant } from '../book/partner.ts';
import type { Leave, Subject } from '../compare/compare.ts';
import type { PersonState, Purpose } from '../schema.ts';
import { TRIAL_GRANTS, TRIAL_ROWS, type TrialPerson, type TrialRow } from './rules.ts';

const ROWS = new Map(TRIAL_ROWS.map((row) => [row.nik, row]));

export const trialRow = (nik: string): TrialRow | undefined => ROWS.get(nik);

export interface TrialFound {
  readonly subject: Subject | null;
  readonly state: PersonState;
}

/** Whom the table has under a number; whoever it has not is absent. */
export function trialSubject(nik: string): TrialFound {
  const row = ROWS.get(asNik(nik));
  if (!row || row.is === 'refusal' || (row.is === 'state' && row.state === 'absent'))
    return { subject: null, state: 'absent' };
  return { subject: subjectOf(row.person), state: row.is === 'state' ? row.state : 'active' };
}

function subjectOf(given: TrialPerson): Subject {
  const { name, birthPlace, birthDate, address, village, familyCard, motherName, fatherName } = given;
  return {
    name,
    birthPlace,
    birthDate,
    address,
    familyCard,
    motherName,
    fatherName,
    villageCode: village,
    sex: code(SEX, given.sex),
    bloodGroup: code(BLOOD_GROUP, given.bloodGroup),
    religion: code(RELIGION, given.religion),
    maritalStatus: code(MARITAL_STATUS, given.maritalStatus),
    education: code(EDUCATION, given.education),
    occupation: code(OCCUPATION, given.occupation),
    rt: given.rt === null ? null : Number(given.rt),
    rw: given.rw === null ? null : Number(given.rw),
  };
}

function code(table: CodeTable, text: string): number {
  const found = table.read(text);
  if (found === null) throw new Error(`no code table has ${text}`);
  return found;
}

const TOLD: ReadonlySet<PersonState> = new Set(['absent', 'deceased', 'duplicate', 'inactive']);
const FEW: readonly Attribute[] = ['name', 'birthDate'];
const methodOf = (name: Attribute): 'check' | 'score' => (isScored(name) ? 'score' : 'check');

const ALL: Leave = {
  elements: new Map(ATTRIBUTE_NAMES.map((name) => [name, methodOf(name)])),
  threshold: 70,
  tells: TOLD,
};
const CHECKS: Leave = {
  elements: new Map(ATTRIBUTE_NAMES.map((name) => [name, 'check'])),
  threshold: 80,
  tells: new Set(),
};
const FEW_ONLY: Leave = { elements: new Map(FEW.map((name) => [name, 'check'])), threshold: 80, tells: new Set() };

/** `null`: this purpose is not granted. */
export function trialGrant(purpose: Purpose): Grant | null {
  const { shows } = TRIAL_GRANTS[purpose];
  if (shows === 'none') return null;
  const leave = shows === 'checks' ? CHECKS : shows === 'few' ? FEW_ONLY : ALL;
  const bound = shows === 'bound';
  return {
    id: `sandbox-${purpose}`,
    purpose,
    leave,
    // The published table has no bodies.
    bodies: new Map(),
    dailyQuota: Infinity,
    region: '',
    dpop: bound,
    signed: bound,
  };
}
