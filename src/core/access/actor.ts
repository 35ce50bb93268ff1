import type { Language } from '../text/index.ts';
import type { Zone } from '../time/index.ts';

/**
 * Where somebody may act: a subtree of the regions. `code` is '' for the nation, else 2, 4, 6 or 10 digits of the
 * Kemendagri code (31, 3175, 317507, 3175071004). `null` for those who act nowhere (the public).
 */
export interface Jurisdiction {
  readonly code: string;
}

export const NATION: Jurisdiction = { code: '' };

export interface Actor {
  readonly kind: 'officer' | 'system' | 'citizen' | 'partner' | 'public';
  /** Officer's id; a constant for the system and the public. */
  readonly id: string;
  /** What the ledger calls him: never a name. */
  readonly pseudonym: string;
  readonly officeId: string | null;
  readonly jurisdiction: Jurisdiction | null;
  readonly roles: readonly string[];
  readonly scopes: ReadonlySet<string>;
  /** Why he looks at a person's data; stated once when the person is opened. */
  readonly purpose: string | null;
  readonly language: Language;
  readonly zone: Zone;
  readonly sessionId: string | null;
}

/** The lowest and highest village code (10 digits) inside a jurisdiction. */
export function villageRange(jurisdiction: Jurisdiction): { low: bigint; high: bigint } {
  return { low: BigInt(jurisdiction.code.padEnd(10, '0')), high: BigInt(jurisdiction.code.padEnd(10, '9')) };
}

/** Whether the region `code` (2 to 10 digits) lies in the jurisdiction. */
export function covers(jurisdiction: Jurisdiction | null, code: string): boolean {
  return jurisdiction !== null && code.startsWith(jurisdiction.code);
}

/** Who acts when no person does: jobs, imports, the simulation. `name` says which part of the system. */
export function systemActor(name: string): Actor {
  return {
    kind: 'system',
    id: '00000000-0000-7000-8000-000000000001',
    pseudonym: `system:${name}`,
    officeId: null,
    jurisdiction: NATION,
    roles: ['system'],
    scopes: new Set(),
    purpose: null,
    language: 'id',
    zone: 'Asia/Jakarta',
    sessionId: null,
  };
}

export function publicActor(language: Language): Actor {
  return {
    ...systemActor('public'),
    kind: 'public',
    id: '00000000-0000-7000-8000-000000000002',
    pseudonym: 'public',
    jurisdiction: null,
    roles: ['public'],
    language,
  };
}
