import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Issuer } from '../../core/document/index.ts';
import type { Uuid } from '../../core/id/index.ts';
import { findHeadOf, holdsRole } from './holder-sql.ts';
import { refuseOfficer } from './refusals.ts';
import { rolesWith, type Scope } from './roles.ts';

/** Who issues a paper: the office whose head signs, and what stands under it. */
export interface Issuing {
  readonly office: { readonly id: Uuid; readonly name: string };
  readonly issuer: Issuer;
}

const MOST_CHARACTERS = 80;

/**
 * Who signs papers that are made at the actor's office: its head today, and for a counter, unit or mobile team the head of the
 * office above it. Refuses where nobody heads it.
 */
export async function getIssuer(tx: Tx, actor: Actor): Promise<Issuing> {
  const head = actor.officeId === null ? undefined : await findHeadOf(tx, actor.officeId);
  if (!head) throw refuseOfficer('officer.no_signatory');
  const region = tx.ground.regions.nameOf((head.regionCode ?? '').slice(0, 4));
  return {
    office: { id: head.officeId as Uuid, name: head.officeName },
    issuer: {
      place: region ?? 'Jakarta',
      title: titleOf(head.officeName, region ?? 'Republik Indonesia'),
      name: head.name,
      employeeNumber: /^[0-9]{18}$/.test(head.employeeNumber ?? '') ? head.employeeNumber : null,
    },
  };
}

/** Whether the officer may do at this office, today, what the scope names; his own post or one that is lent to him. */
export function mayAt(tx: Tx, officerId: string, officeId: string, scope: Scope): Promise<boolean> {
  return holdsRole(tx, { officerId, officeId, roles: rolesWith(scope) });
}

/** The office held, then whose office it is: a paper's head takes the lines after the first. */
export function titleOf(officeName: string, region: string): string[] {
  const named = officeName.toLowerCase().endsWith(` ${region.toLowerCase()}`);
  const office = named ? officeName.slice(0, -region.length).trim() : officeName;
  return [...linesOf(headOf(office)), region];
}

/** Of the units of the centre heads are called otherwise: a Direktur, a Sekretaris. */
function headOf(office: string): string {
  if (office.startsWith('Direktorat ')) return office.replace('Direktorat', 'Direktur');
  if (office.startsWith('Sekretariat ')) return office.replace('Sekretariat', 'Sekretaris');
  return `Kepala ${office}`;
}

function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < MOST_CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
