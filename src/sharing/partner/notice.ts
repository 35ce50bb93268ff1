import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { notice, speak } from '../../core/notice/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { listCooperations } from './ladder/sql.ts';
import type { Purpose } from './rules.ts';
import type { Cause } from './supervision/rules.ts';

/**
 * Who may ask what has changed: said in the transaction of every act that does so, so that what is decided takes effect at once. An
 * end that a clock brings (a term, a quota, an hour) is nobody's act and is not said.
 */
export const grantsChanged = notice<{ readonly cooperationId: string }>('partner.grants_changed');

/** Semester reports have come in: said in the same transaction, so that what they are about can be kept as it was. */
export const reportsFiled = notice<{
  readonly reportId: string;
  readonly institutionId: string;
  readonly semester: string;
}>('partner.reports_filed');

export function sayChanged(tx: Tx, actor: Actor, cooperations: Iterable<string>): Promise<void> {
  const items = [...new Set(cooperations)].map((cooperationId) => ({ cooperationId }));
  return speak(tx, actor, grantsChanged, items);
}

/** What was decided about somebody's access, in words that its institution may be told. */
export type Decided =
  | { readonly what: 'suspended'; readonly cause: Cause; readonly until: string | null }
  | { readonly what: 'restored' }
  | { readonly what: 'granted'; readonly grantId: string; readonly purpose: Purpose; readonly validUntil: string }
  | { readonly what: 'grant_ended'; readonly grantId: string }
  | { readonly what: 'ended' };

export interface Whose {
  readonly cooperationId: string;
  readonly institutionId: string;
}

/** Acts of people about access; it is said after `grantsChanged`, by which they take effect. */
export const accessDecided = notice<Decided & Whose>('partner.access_decided');

export async function sayDecided(
  tx: Tx,
  actor: Actor,
  decided: readonly (Decided & Pick<Whose, 'cooperationId'>)[],
): Promise<void> {
  await speak(tx, actor, accessDecided, await withInstitutions(tx, decided));
}

/** What the clock has come to about a semester report. */
export interface ReportOwed {
  readonly reportId: string;
  readonly semester: string;
  readonly dueOn: CivilDate;
  readonly what: 'opened' | 'warned' | 'cut_due';
  /** Of the warning. */
  readonly level: number | null;
}
export const reportsOwed = notice<ReportOwed & Whose>('partner.reports_owed');

export async function sayOwed(
  tx: Tx,
  actor: Actor,
  owed: readonly (ReportOwed & Pick<Whose, 'cooperationId'>)[],
): Promise<void> {
  await speak(tx, actor, reportsOwed, await withInstitutions(tx, owed));
}

/** One statement, however many. */
async function withInstitutions<Item extends Pick<Whose, 'cooperationId'>>(
  tx: Tx,
  items: readonly Item[],
): Promise<(Item & Whose)[]> {
  if (items.length === 0) return [];
  const rows = await listCooperations(tx, [...new Set(items.map(({ cooperationId }) => cooperationId))]);
  const institutions = new Map(rows.map(({ id, institutionId }) => [id, institutionId]));
  return items.flatMap((item) => {
    const institutionId = institutions.get(item.cooperationId);
    return institutionId === undefined ? [] : [{ ...item, institutionId }];
  });
}
