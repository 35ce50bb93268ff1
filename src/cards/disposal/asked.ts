/** What somebody who looks asks for: a region that he answers for, and the rules of his day. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { today } from '../../core/time/index.ts';
import { regimeOn, type Regime } from './regime.ts';

export function regionOf(actor: Actor, region: string | undefined): string {
  const asked = region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, asked);
  return asked;
}

export const regimeNow = (tx: Tx, actor: Actor): Regime =>
  regimeOn(today(tx.ground.clock, actor.zone), tx.ground.config.localDestructionFrom);
