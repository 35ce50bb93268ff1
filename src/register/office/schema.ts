import { z } from 'zod';

/**
 * The kinds of office (domain.md section 3) as data: the levels of region that each may answer for, as digits of the
 * code (0 the nation, `null` abroad), and what may stand above it.
 */
export const OFFICE_KINDS = {
  ditjen: { digits: [0], above: [] },
  // The secretariat and the directorates: units of their own under the Ditjen, so that two persons of the centre can be of two units.
  directorate: { digits: [0], above: ['ditjen'] },
  provincial: { digits: [2], above: ['ditjen'] },
  regency: { digits: [4], above: ['provincial'] },
  sub_office: { digits: [4], above: ['provincial'] },
  unit: { digits: [4, 6], above: ['provincial', 'regency', 'sub_office'] },
  mission: { digits: [null], above: ['ditjen'] },
  counter: { digits: [4, 6], above: ['provincial', 'regency', 'sub_office', 'unit'] },
  mobile: { digits: [2, 4, 6], above: ['provincial', 'regency', 'sub_office', 'unit'] },
} as const satisfies Record<string, { digits: readonly (number | null)[]; above: readonly string[] }>;

export type OfficeKind = keyof typeof OFFICE_KINDS;

export const officeKind = z.enum(Object.keys(OFFICE_KINDS) as [OfficeKind, ...OfficeKind[]]);
export const civilDate = z.iso.date('fault.date');
export const regionCode = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{10})?$/, 'office.region_shape');
/** An IANA zone that this machine knows. */
export const zone = z.string().refine(isZone, 'office.zone_unknown');

export const office = z.object({
  id: z.uuid(),
  kind: officeKind,
  name: z.string(),
  regionCode: z.string().nullable(),
  zone: z.string(),
  parentId: z.uuid().nullable(),
  parentName: z.string().nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
});
export type Office = z.output<typeof office>;

/** An office in a list, with how many open offices stand under it. */
export const listedOffice = office.extend({ parts: z.number() });
export type ListedOffice = z.output<typeof listedOffice>;

export const officeAct = z.object({
  act: z.enum(['opened', 'changed', 'closed', 'reopened']),
  occurredOn: z.string(),
  recordedAt: z.string(),
  /** A name where an officer did it, else what did. */
  recordedBy: z.string(),
  legalBasis: z.string().nullable(),
  delta: z.record(z.string(), z.unknown()),
});

export const newOffice = z.object({
  kind: officeKind,
  name: z.string().trim().min(3).max(160),
  regionCode: regionCode.nullable(),
  zone,
  parentId: z.uuid(),
  openedOn: civilDate,
  legalBasis: z.string().trim().max(300).nullable().default(null),
});
export type NewOffice = z.output<typeof newOffice>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
