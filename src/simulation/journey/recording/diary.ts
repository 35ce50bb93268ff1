/** What the recording offices do and when: instants of the story, and what is said when something goes otherwise. */
import { setTimeout as pause } from 'node:timers/promises';
import { one, sql } from '../../../core/db/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { addDays, type CivilDate } from '../../../core/time/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';

/** Enters what happens on a day at an hour of WIB. */
export function on(
  stage: Stage,
  day: CivilDate,
  time: string,
  what: string,
  work: () => Promise<unknown>,
  weight?: number,
): void {
  const play = async () => {
    stage.progress(0, `${day} ${what}`);
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      const { code, faults, values } = fault;
      stage.fault(`${what}, ${day}: ${code} ${JSON.stringify(faults)} ${JSON.stringify(values)}`);
    }
  };
  stage.enter(new Date(`${day}T${time}:00+07:00`), play, weight);
}

export function nextWorkday(day: CivilDate): CivilDate {
  const weekday = new Date(day).getUTCDay();
  return addDays(day, weekday === 5 ? 3 : weekday === 6 ? 2 : 1);
}

export function lastWorkday(day: CivilDate): CivilDate {
  const weekday = new Date(day).getUTCDay();
  return addDays(day, weekday === 1 ? -3 : weekday === 0 ? -2 : -1);
}

/** Every workday from one day to another, both included. */
export function workdays(from: CivilDate, until: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= until; day = nextWorkday(day)) days.push(day);
  return days;
}

const PATIENCE_MS = 120_000;

/** Until the workers have searched for all that came: the story's clock stands meanwhile. */
export async function searched(stage: Stage): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { open } = await stage.database.transact('system', importer, (tx) =>
      one<{ open: number }>(tx, sql`select count(*)::int as open from uniqueness_read.search where outcome is null`),
    );
    if (open === 0) return;
    if (performance.now() > until) return stage.fault(`${open} searches are not done; does a worker run?`);
    await pause(15);
  }
}
