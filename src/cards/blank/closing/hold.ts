/** A security hold: for some days the stock of a region is not published, by decision of two; that it is so, is. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { addDays, today, ZONES } from '../../../core/time/index.ts';
import { refuse } from './refusals.ts';
import { MOST_HOLD_DAYS } from './rules.ts';
import { securityHoldShape, type SecurityHoldInput } from './schema.ts';
import { insertHold, listDecidedHolds, listHolds } from './sql.ts';

const wib = (tx: Tx) => today(tx.ground.clock, ZONES.WIB);

export const securityHold = proposable<SecurityHoldInput>({
  act: 'blank.security_hold',
  input: securityHoldShape,
  // What the public may know is the ministry's to decide.
  region: async () => '',
  summary: async (tx, { regionCode, untilOn }) => ({
    messageKey: 'proposal.blank.security_hold',
    values: { place: tx.ground.regions.nameOf(regionCode) ?? 'Indonesia', untilOn },
  }),
  fingerprint: async (tx) =>
    createHash('sha256')
      .update(JSON.stringify(await listHolds(tx, wib(tx))))
      .digest('hex'),
  execute: async (tx, actor, input) => {
    mustEndInTime(tx, input);
    const id = newId();
    const { regionCode, untilOn, reason, askedBy } = input;
    const { entryId } = await record(tx, actor, {
      label: 'blank.stock_held_back',
      facts: { hold: id, region: regionCode || 'ID', untilOn },
    });
    const at = tx.ground.clock.now();
    await insertHold(tx, { id, regionCode, fromOn: wib(tx), untilOn, reason, askedBy, at, by: actor.id, entryId });
  },
});

export async function proposeHold(tx: Tx, actor: Actor, input: Omit<SecurityHoldInput, 'askedBy'>) {
  mustEndInTime(tx, input);
  if (input.regionCode !== '' && tx.ground.regions.nameOf(input.regionCode) === undefined)
    throw refuse('blank.hold_region');
  const { id } = await propose(tx, actor, securityHold.act, { ...input, askedBy: actor.id });
  return { proposalId: id };
}

/** What is and was kept back, with its reason, for who decides about it. */
export async function viewHolds(tx: Tx) {
  const now = wib(tx);
  const holds = (await listDecidedHolds(tx)).map(({ approvedAt, ...hold }) => ({
    ...hold,
    place: tx.ground.regions.nameOf(hold.regionCode) ?? null,
    approvedAt: approvedAt.toISOString(),
    inForce: hold.untilOn >= now,
  }));
  return { mostDays: MOST_HOLD_DAYS, holds };
}

function mustEndInTime(tx: Tx, { untilOn }: Pick<SecurityHoldInput, 'untilOn'>): void {
  if (untilOn < wib(tx) || untilOn > addDays(wib(tx), MOST_HOLD_DAYS))
    throw refuse('blank.hold_end', { values: { days: MOST_HOLD_DAYS } });
}
