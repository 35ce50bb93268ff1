/** The election of the story looked at again. */
import { systemActor, NATION } from '../../../core/access/index.ts';
import { one, sql } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { getElection, viewCountdown, viewElections, votersQuery } from '../../../sharing/voter/index.ts';
import type { Stage } from '../journey.ts';

const self = { ...systemActor('voter'), jurisdiction: NATION };

/** The reasons that the statement over everybody gives one person. */
export function maskOf(stage: Stage, nik: string): Promise<number> {
  return stage.database.transact('system', self, async (tx) => {
    const election = await getElection(tx, await theElection(stage));
    const { reasons } = await one(
      tx,
      sql<{ reasons: number }>`select v.reasons from (${sql.raw(votersQuery(election))}) v where v.nik = ${nik}`,
    );
    return reasons;
  });
}

export function theElection(stage: Stage): Promise<string> {
  return stage.database.transact('system', self, async (tx) => (await viewElections(tx, self)).elections[0]!.id);
}

export interface CountedDown {
  readonly day: CivilDate;
  readonly at: string;
  readonly eligible: number;
  readonly withoutCard: number;
}

/** The last countdown, over all regencies. */
export async function countedDown(stage: Stage): Promise<CountedDown> {
  const id = await theElection(stage);
  const { day, countedAt, regencies } = await stage.database.transact('system', self, (tx) =>
    viewCountdown(tx, self, { id }),
  );
  const sum = (of: (one: (typeof regencies)[number]) => number) => regencies.reduce((all, one) => all + of(one), 0);
  return {
    day: day as CivilDate,
    at: countedAt!,
    eligible: sum((one) => one.eligible),
    withoutCard: sum((one) => one.unrecorded + one.recorded + one.waiting),
  };
}
