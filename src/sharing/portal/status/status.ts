/** Whether the services for institutions work, what was announced about them, and how their interface has changed: for everybody. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { raiseForAll } from '../../webhook/index.ts';
import { refuse } from '../refusals.ts';
import { noticesAt, readChanges } from './rules.ts';
import type { ChangesPage, Maintenance, StatusPage } from './schema.ts';

const CHANGES = join(import.meta.dirname, '../../../../docs/api-changes.md');

export async function announce(
  tx: Tx,
  actor: Actor,
  given: { wordsId: string; wordsEn: string; from: string; until: string },
): Promise<{ id: string }> {
  mustCover(actor, '');
  const { wordsId, wordsEn, from, until } = given;
  // A slip of the year would vanish among what is past.
  if (Date.parse(until) <= tx.ground.clock.now().getTime())
    throw refuse('portal.maintenance_over', { faults: [{ path: 'until', code: 'portal.maintenance_over' }] });
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'portal.maintenance_announced',
    facts: { maintenance: id, from, until },
  });
  await run(
    tx,
    sql`insert into portal.maintenance (id, words_id, words_en, from_at, until_at, said_at, said_by, entry_id)
        values (${id}, ${wordsId}, ${wordsEn}, ${from}, ${until}, ${tx.ground.clock.now()}, ${actor.id}, ${entryId})`,
  );
  const term = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  await raiseForAll(tx, { kind: 'maintenance.announced', data: { maintenance: id, ...term } });
  return { id };
}

/** It is over earlier, or does not come about. */
export async function endMaintenance(tx: Tx, actor: Actor, { id }: { id: string }): Promise<Record<string, never>> {
  mustCover(actor, '');
  const now = tx.ground.clock.now();
  const ended = await run(
    tx,
    sql`update portal.maintenance set ended_at = ${now}, ended_by = ${actor.id} where id = ${id} and ended_at is null and until_at > ${now}`,
  );
  if (ended === 0) throw refuse('portal.maintenance_not_found');
  await record(tx, actor, { label: 'portal.maintenance_ended', facts: { maintenance: id } });
  await raiseForAll(tx, { kind: 'maintenance.ended', data: { maintenance: id } });
  return {};
}

export async function listMaintenance(tx: Tx): Promise<Maintenance[]> {
  const rows = await many(
    tx,
    sql<Omit<Maintenance, 'from' | 'until' | 'endedAt'> & { from: Date; until: Date; endedAt: Date | null }>`
      select id, words_id as "wordsId", words_en as "wordsEn", from_at as "from", until_at as "until", ended_at as "endedAt"
        from portal.maintenance order by until_at desc limit 200`,
  );
  return rows.map(({ from, until, endedAt, ...row }) => ({
    ...row,
    from: from.toISOString(),
    until: until.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

export const statusPage = publicPage<StatusPage>({ path: '/status', component: 'portal-status', load: loadStatus });

export async function loadStatus(tx: Tx, { language }: PublicRequest): Promise<StatusPage> {
  const now = tx.ground.clock.now();
  const log = await works(() => tx.ground.ledger.mustBeAlive());
  const { book } = tx.ground.verification;
  const reads = await works(async () => {
    await book.open();
    book.partner('');
  });
  return {
    at: now.toISOString(),
    services: [
      { name: 'answering', works: log && reads },
      { name: 'log', works: log },
      { name: 'sandbox', works: true },
    ],
    ...noticesAt(await listMaintenance(tx), now, language),
  };
}

async function works(look: () => Promise<void>): Promise<boolean> {
  return look().then(
    () => true,
    () => false,
  );
}

export const changesPage = publicPage<ChangesPage>({
  path: '/perubahan-api',
  component: 'portal-changes',
  load: async (_, { language }) => ({ days: readChanges(await readFile(CHANGES, 'utf8'), language) }),
});
