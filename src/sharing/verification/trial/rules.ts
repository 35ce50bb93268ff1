/**
 * The sandbox's people: a fixed, published table of numbers that nobody has, each with what it answers. Province 99 is none, serials from
 * 9001 on are given to nobody. Pure, safe in a browser.
 */
import { WHY_NOT } from '../../partner/grant/rules.ts';
import type { PersonState, Purpose } from '../schema.ts';

/** What the sandbox says of somebody, in words as a partner would send them. */
export interface TrialPerson {
  readonly name: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly bloodGroup: string;
  readonly religion: string;
  readonly maritalStatus: string;
  readonly education: string;
  readonly occupation: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly familyCard: string | null;
  readonly motherName: string;
  readonly fatherName: string;
}

export type TrialRow =
  | { readonly is: 'person'; readonly nik: string; readonly shows: PersonCase; readonly person: TrialPerson }
  | {
      readonly is: 'state';
      readonly nik: string;
      readonly state: Exclude<PersonState, 'active'>;
      readonly person: TrialPerson;
    }
  | { readonly is: 'refusal'; readonly nik: string; readonly code: string; readonly seconds?: number }
  | { readonly is: 'slow'; readonly nik: string; readonly seconds: number; readonly person: TrialPerson };

export type PersonCase = 'plain' | 'married' | 'one_name' | 'spelling' | 'lacking';

const SITI: TrialPerson = {
  name: 'SITI CONTOH RAHAYU',
  birthPlace: 'JAKARTA',
  birthDate: '1990-08-05',
  sex: 'P',
  bloodGroup: 'O',
  religion: 'Islam',
  maritalStatus: 'Belum kawin',
  education: 'SMA',
  occupation: 'Karyawan swasta',
  address: 'JL. CONTOH MELATI NO. 5',
  rt: '3',
  rw: '7',
  // Pondok Kelapa, Duren Sawit, Jakarta Timur.
  village: '3175071004',
  familyCard: '9901010205139001',
  motherName: 'AMINAH CONTOH',
  fatherName: 'HASAN CONTOH',
};

const person = (over: Partial<TrialPerson>): TrialPerson => ({ ...SITI, ...over });

const PEOPLE: readonly TrialRow[] = [
  { is: 'person', nik: '9901014508909001', shows: 'plain', person: SITI },
  {
    is: 'person',
    nik: '9901010203859002',
    shows: 'married',
    person: person({
      name: 'BUDI CONTOH SANTOSO',
      birthPlace: 'SURABAYA',
      birthDate: '1985-03-02',
      sex: 'L',
      bloodGroup: 'A',
      maritalStatus: 'Kawin',
      education: 'S1',
      occupation: 'PNS',
      motherName: 'SRI CONTOH',
      fatherName: 'SANTOSO CONTOH',
    }),
  },
  {
    is: 'person',
    nik: '9901017112479003',
    shows: 'one_name',
    person: person({
      name: 'CONTOHWATI',
      birthPlace: 'YOGYAKARTA',
      birthDate: '1947-12-31',
      maritalStatus: 'Cerai mati',
    }),
  },
  {
    is: 'person',
    nik: '9901010104799004',
    shows: 'spelling',
    person: person({ name: 'MUHAMMAD CONTOH RIZKI', birthPlace: 'BANDUNG', birthDate: '1979-04-01', sex: 'L' }),
  },
  {
    is: 'person',
    nik: '9901017005839005',
    shows: 'lacking',
    person: person({
      name: 'MARIA CONTOH FERNANDEZ',
      birthPlace: 'DILI',
      birthDate: '1983-05-30',
      bloodGroup: 'Tidak tahu',
      religion: 'Katolik',
      rt: null,
      rw: null,
      familyCard: null,
    }),
  },
];

const STATES = ['deceased', 'duplicate', 'inactive', 'sealed', 'absent'] as const;

/** Codes that the true API gives, beside those of what may be asked; with the seconds of `Retry-After`. */
const OTHERS: readonly (readonly [code: string, seconds?: number])[] = [
  ['verification.quota_spent'],
  ['verification.misses_spent', 60],
  ['verification.person_misses_spent'],
  ['verification.slowed_down', 5],
  ['verification.proof_demanded'],
  ['verification.signature_demanded'],
  ['verification.in_progress'],
  ['verification.not_ready'],
];

export const SLOW_SECONDS = 3;

/** Of one birthday, one number after the other. */
const numbered = (serial: number): string => `990101010180${serial}`;

export const TRIAL_ROWS: readonly TrialRow[] = [
  ...PEOPLE,
  ...STATES.map((state, n): TrialRow => ({ is: 'state', nik: `990101450890${9011 + n}`, state, person: SITI })),
  { is: 'slow', nik: '9901014508909021', seconds: SLOW_SECONDS, person: SITI },
  ...OTHERS.map(([code, seconds], n): TrialRow => ({
    is: 'refusal',
    nik: numbered(9101 + n),
    code,
    ...(seconds !== undefined && { seconds }),
  })),
  ...WHY_NOT.map((code, n): TrialRow => ({ is: 'refusal', nik: numbered(9201 + n), code })),
];

/** Refused alone where it stands in a batch; every other refusal is of the whole call. */
export const OF_ONE: readonly string[] = ['verification.misses_spent', 'verification.person_misses_spent'];

/** What each purpose is granted in the sandbox, so that every kind of agreement can be tried. */
export const TRIAL_GRANTS: Readonly<Record<Purpose, { readonly shows: 'all' | 'checks' | 'bound' | 'few' | 'none' }>> =
  {
    public_service: { shows: 'all' },
    development_planning: { shows: 'checks' },
    budget_allocation: { shows: 'few' },
    democracy: { shows: 'bound' },
    law_enforcement: { shows: 'none' },
  };
