/**
 * What a person may lock, by whom and what is asked; and what no lock stops, with the law that says so: art. 20 (2) c and d and 15 (1) b of
 * UU 27/2022 (read at uupdp-info.id and justisio.com), art. 58 (4) d of UU 23/2006 as UU 24/2013 has it. Pure, safe in a browser.
 */
import { KINDS, type Kind, type Sector } from '../../partner/rules.ts';
import type { Basis, Purpose } from '../schema.ts';

/** `bit`: as the register keeps it. `private`: bodies that pay are businesses (PP 10/2023); the others serve the public. */
export const LOCKS = {
  private: { bit: 1 },
  finance: { bit: 2 },
  communication: { bit: 4 },
  trade: { bit: 8 },
  body: { bit: 16 },
} as const satisfies Record<string, { bit: number }>;
export type Lock = keyof typeof LOCKS;
export const LOCK_NAMES = Object.keys(LOCKS) as [Lock, ...Lock[]];

export interface LockedAsking {
  readonly kind: Kind;
  readonly sector: Sector;
  readonly purpose: Purpose;
  readonly basis: Basis;
  /** What is compared. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

const meant: Readonly<Record<Lock, (asking: LockedAsking) => boolean>> = {
  private: ({ kind }) => !KINDS[kind].free,
  finance: ({ sector }) => sector === 'finance',
  communication: ({ sector }) => sector === 'communication',
  trade: ({ sector }) => sector === 'trade',
  body: ({ attributes }) => 'face' in attributes || 'finger' in attributes,
};

/** Never stopped, whatever is locked. */
export const NEVER_LOCKED = {
  emergency: {
    law: 'UU 27/2022 ps. 20 ayat (2) huruf d',
    holds: (a: LockedAsking) => a.sector === 'health' && a.basis === 'vital_interest',
  },
  law_enforcement: {
    law: 'UU 27/2022 ps. 15 ayat (1) huruf b',
    holds: (a: LockedAsking) => a.purpose === 'law_enforcement',
  },
  election: { law: 'UU 24/2013 ps. 58 ayat (4) huruf d', holds: (a: LockedAsking) => a.purpose === 'democracy' },
  obligation: { law: 'UU 27/2022 ps. 20 ayat (2) huruf c', holds: (a: LockedAsking) => a.basis === 'legal_obligation' },
} as const satisfies Record<string, { law: string; holds: (asking: LockedAsking) => boolean }>;
export type NeverLocked = keyof typeof NEVER_LOCKED;
export const NEVER_LOCKED_NAMES = Object.keys(NEVER_LOCKED) as [NeverLocked, ...NeverLocked[]];

/** The bits of the locks that stop this question where somebody has set one of them. */
export function stoppedBy(asking: LockedAsking): number {
  if (NEVER_LOCKED_NAMES.some((name) => NEVER_LOCKED[name].holds(asking))) return 0;
  return LOCK_NAMES.reduce((bits, name) => (meant[name](asking) ? bits | LOCKS[name].bit : bits), 0);
}

/** Whether what a person has locked stops this question. */
export function stops(locks: number, asking: LockedAsking): boolean {
  return locks !== 0 && (locks & stoppedBy(asking)) !== 0;
}
