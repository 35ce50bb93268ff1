/**
 * The hours after a loss reported from afar are over. What ends by itself is the holder's way to lift it without coming; the card stays
 * suspended. Lost for good it is only at the counter, with the police's letter: nothing that nobody says again makes a card final.
 */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import { many, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { tellHolder } from '../holder/contact.ts';
import { CARD_STATES } from '../rules.ts';

const AT_ONCE = 500;

interface Over {
  readonly nik: Nik;
  readonly id: string;
  readonly suspended: boolean;
}

/**
 * Closes what is over and tells the holders whose cards still wait; a card that was replaced meanwhile, or whose holder died, ends in
 * silence. As `system`; done twice it does nothing the second time.
 */
export async function closeLosses(tx: Tx): Promise<{ closed: number; told: number }> {
  const over = await listOver(tx);
  if (over.length === 0) return { closed: 0, told: 0 };
  const actor = systemActor('loss');
  await record(tx, actor, {
    label: 'card.loss_closed',
    subjects: [...new Set(over.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'card' })),
    facts: { n: over.length },
  });
  await run(
    tx,
    sql`update card.loss set closed_at = ${tx.ground.clock.now()}
         where nik = any(${over.map(({ nik }) => nik)}::bigint[]) and id = any(${over.map(({ id }) => id)}::uuid[])`,
  );
  let told = 0;
  for (const { nik, suspended } of over)
    if (suspended && (await tellHolder(tx, nik, 'card.message.loss_closed', () => ({})))) told += 1;
  return { closed: over.length, told };
}

/**
 * To the very end of the last second the holder may lift; so what ends now is not over yet. A card that somebody changes at this moment
 * is left to the next time.
 */
function listOver(tx: Tx): Promise<Over[]> {
  return many<Over>(
    tx,
    sql`select ${nikText('l.nik')} as nik, l.id, c.state = ${CARD_STATES.SUSPENDED.code} as suspended
          from card.loss l join card.card c on c.nik = l.nik and c.id = l.card_id
         where l.lift_until < ${tx.ground.clock.now()} and l.lift_until is not null and l.lifted_at is null and l.final_at is null
           and l.closed_at is null
         order by l.lift_until, l.id limit ${AT_ONCE} for update of c, l skip locked`,
  );
}

const closing = {
  name: 'card.close_losses',
  payload: z.object({}),
  maxAttempts: 5,
  // Nobody waits for it to the minute; whoever comes too late is refused by the clock, not by this.
  timetable: { cron: '*/5 * * * *', catchUpHours: 24 },
  async run(tx: Tx): Promise<void> {
    const { closed } = await closeLosses(tx);
    if (closed === AT_ONCE) await addJobs(tx, closing, [{}]);
  },
};

export const closeLossesJob = job(closing);
