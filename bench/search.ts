/**
 * `npm run bench -- search`: how long an officer waits for people of a name and birth date, and for the warning of likely
 * duplicates over the nation, as `app` under row-level security, with the ledger entry committed.
 */
import type { Actor } from '../src/core/access/index.ts';
import { many, sql } from '../src/core/db/index.ts';
import { systemActor } from '../src/core/access/index.ts';
import type { CivilDate } from '../src/core/time/index.ts';
import { findLikelyDuplicates, searchResidents } from '../src/register/resident/index.ts';
import { oldSpelling } from '../src/simulation/index.ts';
import { figure, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';

const SEARCHES = 400;

interface Known {
  readonly name: string;
  readonly birthDate: CivilDate;
  readonly birthPlace: string;
  readonly sex: number;
}

export const bench: Bench = async ({ size = 100_000 }) => {
  const filled = await filledRegister(size);
  try {
    const { house } = filled.register;
    const people = await someKnown(filled);
    // The widest eyes: an officer of the nation, for whom no policy narrows what an index finds.
    const centre: Actor = filled.cast.players.find((player) => player.role === 'ministry_officer')!.actor;
    const office: Actor = filled.cast.players.find((player) => player.role === 'operator')!.actor;
    const searches = await timed(people, ({ name, birthDate }, n) =>
      house.database.transact('app', n % 2 ? centre : office, (tx) =>
        searchResidents(tx, n % 2 ? centre : office, { name: oldSpelling(name), birthDate }),
      ),
    );
    const warnings = await timed(people, (paper) =>
      house.database.transact('app', office, (tx) => findLikelyDuplicates(tx, office, { ...paper, motherName: null })),
    );
    return {
      name: 'search',
      size,
      figures: [
        figure('search.p95_ms', p95(searches), 'ms'),
        figure('search.duplicate_warning_p95_ms', p95(warnings), 'ms'),
      ],
      leftOut: [
        `${SEARCHES} searches one after the other, half of them by an office, half by the centre; names respelt`,
      ],
    };
  } finally {
    await filled.remove();
  }
};

async function someKnown({ register }: Filled): Promise<Known[]> {
  return register.house.database.transact('system', systemActor('bench'), (tx) =>
    many(
      tx,
      sql<Known>`select name, birth_date as "birthDate", birth_place as "birthPlace", sex from resident_read.resident order by hashint8(nik) limit ${SEARCHES}`,
    ),
  );
}

async function timed<T>(items: readonly T[], run: (item: T, n: number) => Promise<unknown>): Promise<number[]> {
  for (const [n, item] of items.slice(0, 40).entries()) await run(item, n);
  const took: number[] = [];
  for (const [n, item] of items.entries()) {
    const began = performance.now();
    await run(item, n);
    took.push(performance.now() - began);
  }
  return took;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
}
