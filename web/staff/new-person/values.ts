import type { CallOf } from '../../../src/core/http/contract.ts';
import type { checkDuplicatesContract, enterResidentContract } from '../../../src/register/resident/contract.ts';
import type { CivilDate } from '../../../src/core/time/civil-date.ts';
import { nameFaults } from '../../../src/register/resident/rules.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import { meant, type Values } from '../register/biodata-values.ts';

/** The draft's name on the device; a case of identity puts a claim there. */
export const FORM = 'penduduk-baru';

export interface NewPerson {
  readonly values: Values;
  readonly village: Region | null;
  readonly legalBasis: string;
}

export const SECTIONS = {
  self: ['name', 'sex', 'birthPlace', 'birthDate', 'bloodGroup', 'religion', 'education', 'occupation'],
  nationality: ['nationality', 'permit', 'permitNumber', 'permitUntil', 'passport', 'birthCertificate'],
  marriage: ['maritalStatus', 'marriageDate', 'marriageCertificate', 'divorceDate', 'divorceCertificate'],
  parents: ['motherName', 'motherNik', 'fatherName', 'fatherNik', 'disability'],
  dwelling: ['address', 'rt', 'rw', 'hamlet'],
} as const;
export type Section = keyof typeof SECTIONS;

const PROTECTED: ReadonlySet<string> = new Set(['motherName', 'fatherName', 'disability']);
const NEEDED: ReadonlySet<string> = new Set([
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'bloodGroup',
  'religion',
  'education',
  'occupation',
  'nationality',
  'maritalStatus',
  'address',
]);

export const EMPTY: NewPerson = {
  values: { nationality: 'IDN', bloodGroup: '13', education: '1', occupation: '1', maritalStatus: '1' },
  village: null,
  legalBasis: '',
};

/** Only fields that can matter for these values: permits of foreigners, dates of the married. */
export function asked(section: Section, values: Values): readonly string[] {
  const foreign = (values['nationality'] ?? 'IDN') !== 'IDN';
  const status = values['maritalStatus'] ?? '1';
  return SECTIONS[section].filter((element) => {
    if (element.startsWith('permit') || element === 'passport') return foreign;
    if (element.startsWith('marriage')) return status !== '1';
    if (element.startsWith('divorce')) return status === '3';
    return true;
  });
}

export function isNeeded(element: string, values: Values): boolean {
  return NEEDED.has(element) || (element === 'permit' && (values['nationality'] ?? 'IDN') !== 'IDN');
}

/** The name under which the server speaks of an element. */
export function pathOf(element: string): string {
  return PROTECTED.has(element) ? `protected.${element}` : `biodata.${element}`;
}

/** What still has to be filled in, in the form's order. */
export function missingIn({ values, village, legalBasis }: NewPerson): string[] {
  const elements = (Object.keys(SECTIONS) as Section[]).flatMap((section) => asked(section, values));
  const empty = elements.filter((element) => isNeeded(element, values) && !(values[element] ?? '').trim()).map(pathOf);
  return [...empty, ...(village ? [] : ['biodata.villageCode']), ...(legalBasis.trim() ? [] : ['legalBasis'])];
}

/** Whether the name may be given at all, before anything is asked. */
export function nameHolds({ values }: NewPerson, day: CivilDate): boolean {
  return nameFaults(values['name'] ?? '', day).length === 0;
}

const said = ({ values }: NewPerson, element: string) => meant(element, values[element] ?? '');

export function entryOf(person: NewPerson, looked: readonly string[]): CallOf<typeof enterResidentContract> {
  const elements = (Object.keys(SECTIONS) as Section[])
    .flatMap((section) => asked(section, person.values))
    .filter((element) => said(person, element) !== null);
  const pick = (sealed: boolean) =>
    Object.fromEntries(
      elements.filter((each) => PROTECTED.has(each) === sealed).map((each) => [each, said(person, each)]),
    );
  return {
    biodata: { ...pick(false), villageCode: person.village?.code ?? '' },
    protected: pick(true),
    legalBasis: person.legalBasis,
    looked: [...looked],
  } as CallOf<typeof enterResidentContract>;
}

export function duplicateQuestion(person: NewPerson): CallOf<typeof checkDuplicatesContract> {
  return {
    name: person.values['name'] ?? '',
    birthDate: person.values['birthDate'] ?? '',
    birthPlace: person.values['birthPlace'] ?? '',
    sex: Number(person.values['sex']),
    motherName: (said(person, 'motherName') as string | null) ?? null,
  };
}
