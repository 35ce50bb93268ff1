/** How much one may ask of the store in a day: enough to work, too little to average the noise away. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { refuse } from '../refusals.ts';
import { askedOn, countAsked } from './sql.ts';

const A_DAY = { officer: 500, institution: 200 } as const;

/** An institution's people share one: together they know what each was told. */
export function ownerOf(actor: Actor): string {
  return actor.kind === 'partner' && actor.officeId !== null ? actor.officeId : actor.id;
}

const limitOf = (actor: Actor) => (actor.kind === 'partner' ? A_DAY.institution : A_DAY.officer);

export async function mustHaveQuota(tx: Tx, actor: Actor): Promise<void> {
  const limit = limitOf(actor);
  const n = await countAsked(tx, ownerOf(actor), today(tx.ground.clock, ZONES.WIB));
  if (n > limit) throw refuse('warehouse.quota_spent', { values: { limit } });
}

export async function quotaOf(tx: Tx, actor: Actor): Promise<{ limit: number; asked: number }> {
  return { limit: limitOf(actor), asked: await askedOn(tx, ownerOf(actor), today(tx.ground.clock, ZONES.WIB)) };
}
