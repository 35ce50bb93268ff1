import type { PersonView } from '../../../src/register/resident/schema.ts';
import { printed, type Values } from '../register/biodata-values.ts';

/** What a correction may touch, as the form shows it; place, family and parents change by events. */
export const SECTIONS = {
  self: ['name', 'sex', 'birthPlace', 'birthDate', 'bloodGroup', 'religion', 'education', 'occupation'],
  marriage: [
    'maritalStatus',
    'maritalRegistered',
    'marriageDate',
    'marriageCertificate',
    'divorceDate',
    'divorceCertificate',
  ],
  papers: ['nationality', 'permit', 'permitNumber', 'permitUntil', 'passport', 'birthCertificate', 'previousAddress'],
} as const satisfies Record<string, readonly (keyof PersonView)[]>;
export const ELEMENTS = Object.values(SECTIONS).flat();

/** The fields of a person as text. */
export function fieldsOf(person: PersonView): Values {
  return Object.fromEntries(ELEMENTS.map((element) => [element, printed(person[element])]));
}

/** Stay permits are asked of foreigners, and where one stands already. */
export function isAsked(element: string, values: Values): boolean {
  return !element.startsWith('permit') || values['nationality'] !== 'IDN' || (values[element] ?? '') !== '';
}
