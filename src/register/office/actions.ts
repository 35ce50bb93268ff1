import { mustCover, NATION, refuseAccess, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { notice, speak } from '../../core/notice/index.ts';
import { record } from '../../core/ledger/index.ts';
import { refuseOffice } from './refusals.ts';
import { fitsLevel, mayHead } from './rules.ts';
import type { ListedOffice, NewOffice, Office } from './schema.ts';
import {
  countOpenParts,
  findOffice,
  insertHistory,
  insertOffice,
  listHistory,
  listOffices,
  updateOffice,
} from './sql.ts';

/** The first office, there from the first migration. */
export const DITJEN_ID = '00000000-0000-7000-8000-000000000100';

/** Spoken in the transaction that closes offices: whoever holds something there refuses. */
export const officesClose = notice<{ officeId: string; closedOn: string }>('office.close');

const PAGE = 50;

/** Offices by region, fifty at a time. */
export async function findOffices(
  tx: Tx,
  _actor: Actor,
  input: {
    search?: string | undefined;
    kind?: string | undefined;
    region?: string | undefined;
    parent?: string | undefined;
    closed: boolean;
    cursor?: string | undefined;
  },
): Promise<{ offices: ListedOffice[]; next: string | null }> {
  const after = input.cursor
    ? tx.ground.cursors.open<{ region: string; id: string }>('offices', input.cursor)
    : undefined;
  const found = await listOffices(tx, { ...input, after, limit: PAGE + 1 });
  const offices = found.slice(0, PAGE);
  const last = offices.at(-1);
  const next =
    found.length > PAGE && last
      ? tx.ground.cursors.seal('offices', { region: last.regionCode ?? 'x', id: last.id })
      : null;
  return { offices, next };
}

/** Gives the office, or refuses with `office.not_found`. */
export async function getOffice(tx: Tx, id: string): Promise<Office> {
  const office = await findOffice(tx, id);
  if (!office) throw refuseOffice('office.not_found');
  return office;
}

export async function getOfficeWithHistory(tx: Tx, _actor: Actor, input: { officeId: string }) {
  const history = await listHistory(tx, input.officeId);
  return {
    ...(await getOffice(tx, input.officeId)),
    history: history.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })),
  };
}

/** Opens an office under another. Refuses a level that its kind has not, and a parent that cannot head it. */
export async function openOffice(tx: Tx, actor: Actor, input: NewOffice): Promise<Office> {
  mustCoverOffice(actor, input.regionCode);
  if (!fitsLevel(input.kind, input.regionCode)) throw refuseOffice('office.wrong_level');
  const parent = await findOffice(tx, input.parentId, 'share');
  if (!parent || parent.closedOn !== null) throw refuseOffice('office.not_found');
  if (!mayHead(parent, input.kind, input.regionCode)) throw refuseOffice('office.wrong_parent');
  const { legalBasis, ...rest } = input;
  const office = { id: newId(), ...rest };
  await insertOffice(tx, office);
  const { openedOn: occurredOn, id: officeId, ...delta } = office;
  await insertHistory(tx, {
    id: newId(),
    officeId,
    act: 'opened',
    occurredOn,
    recordedBy: actor.pseudonym,
    legalBasis,
    delta,
  });
  await record(tx, actor, { label: 'office.opened', facts: { officeId, kind: input.kind, region: input.regionCode } });
  return getOffice(tx, officeId);
}

export async function changeOffice(
  tx: Tx,
  actor: Actor,
  input: { officeId: string; name: string; zone: string; occurredOn: string; legalBasis: string | null },
): Promise<Office> {
  const { officeId, name, zone, occurredOn, legalBasis } = input;
  const office = await getOpen(tx, actor, officeId);
  await updateOffice(tx, officeId, { name, zone, closedOn: null });
  const delta = { name: [office.name, name], zone: [office.zone, zone] };
  await insertHistory(tx, {
    id: newId(),
    officeId,
    act: 'changed',
    occurredOn,
    recordedBy: actor.pseudonym,
    legalBasis,
    delta,
  });
  await record(tx, actor, { label: 'office.changed', facts: { officeId } });
  return getOffice(tx, officeId);
}

/** Closes an office that heads no open one and in which nobody holds anything. */
export async function closeOffice(
  tx: Tx,
  actor: Actor,
  input: { officeId: string; closedOn: string; legalBasis: string | null },
): Promise<Office> {
  const { officeId, closedOn, legalBasis } = input;
  const office = await getOpen(tx, actor, officeId);
  if ((await countOpenParts(tx, officeId)) > 0) throw refuseOffice('office.has_open_parts');
  await speak(tx, actor, officesClose, [{ officeId, closedOn }]);
  await updateOffice(tx, officeId, { name: office.name, zone: office.zone, closedOn });
  const delta = { closedOn };
  await insertHistory(tx, {
    id: newId(),
    officeId,
    act: 'closed',
    occurredOn: closedOn,
    recordedBy: actor.pseudonym,
    legalBasis,
    delta,
  });
  await record(tx, actor, { label: 'office.closed', facts: { officeId } });
  return getOffice(tx, officeId);
}

/** As `mustCover`; an office abroad has no region and belongs to the nation. */
export function mustCoverOffice(actor: Actor, regionCode: string | null): void {
  if (regionCode !== null) return mustCover(actor, regionCode);
  if (actor.jurisdiction?.code !== NATION.code) throw refuseAccess('access.outside_jurisdiction');
}

async function getOpen(tx: Tx, actor: Actor, officeId: string): Promise<Office> {
  const office = await findOffice(tx, officeId, 'update');
  if (!office) throw refuseOffice('office.not_found');
  mustCoverOffice(actor, office.regionCode);
  if (office.closedOn !== null) throw refuseOffice('office.closed');
  return office;
}
