/** Lists of what the register itself has not. Pure and safe in a browser. */
import type { SourceKind } from '../eligibility/rules.ts';

/** A list is of one kind: who serves, whom a court took the vote, who is registered with a mission abroad. */
export const LIST_KINDS = ['service', 'deprivation', 'mission'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** The columns that a list of a kind has, by their first names; those in brackets may be left out. */
export const LIST_COLUMNS = {
  service: ['nik', 'kesatuan', 'sejak', '(sampai)'],
  deprivation: ['nik', 'pengadilan', 'nomor', 'tanggal', 'sejak', '(sampai)'],
  mission: ['nik', 'perwakilan', 'sejak', '(sampai)'],
} as const satisfies Record<ListKind, readonly string[]>;

export const SOURCE_FAULTS = [
  'nik',
  'service',
  'body',
  'number',
  'date',
  'future',
  'order',
  'twice',
  'person_unknown',
  'before_birth',
  'ragged',
] as const;
export type SourceFault = (typeof SOURCE_FAULTS)[number];

const SERVICES: Readonly<Record<string, SourceKind>> = {
  TNI: 'military',
  'TNI AD': 'military',
  'TNI AL': 'military',
  'TNI AU': 'military',
  'TNI-AD': 'military',
  'TNI-AL': 'military',
  'TNI-AU': 'military',
  MILITARY: 'military',
  POLRI: 'police',
  POLISI: 'police',
  POLICE: 'police',
};

/** What a list says of a row by its body: TNI or POLRI; courts and missions are what their list is. */
export function kindOfBody(list: ListKind, body: string): SourceKind | null {
  switch (list) {
    case 'service':
      return SERVICES[body] ?? null;
    case 'deprivation':
      return 'deprived';
    case 'mission':
      return 'mission';
  }
}
