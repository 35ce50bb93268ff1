/** One figure with all that it rests on: as known then and now, by regency, by year of origin. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { listHolds } from '../../../cards/blank/index.ts';
import { keptBack, TELLS_BLANKS } from '../../../cards/blank/closing/rules.ts';
import type { Language } from '../../../core/text/index.ts';
import { dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { semesterBefore } from '../check/evidence.ts';
import { keptReading } from '../kept-reading.ts';
import { pointOf, readPastFigure, readStatementForPublic, withWords, type StatementInput } from '../read.ts';
import { groundOf, recordsOf } from './ground.ts';
import { protectRegencies } from './rules.ts';
import type { OneFigure, RegencyShown } from './schema.ts';
import { TOLD } from './told.ts';

export interface FigureAsked extends StatementInput {
  readonly code: string;
  readonly language: Language;
}

/**
 * A figure of a day. Without `knownAt` it is set beside what was known when that day ended. `null`: there is no such figure.
 * @throws Refusal `statement.no_such_day`, `statement.no_such_instant`, `statement.in_future`.
 */
export async function readFigure(tx: Tx, { code, language, ...input }: FigureAsked): Promise<OneFigure | null> {
  const { asOf, knownAt } = pointOf(tx, input);
  const now = tx.ground.clock.now();
  const indicator = tx.ground.indicators.find((each) => each.code === code);
  if (!indicator) return null;
  const dayEnd = asOf < dayIn(ZONES.WIB, now) ? new Date(`${asOf}T23:59:59.999+07:00`) : now;
  const knownThen = input.knownAt ? knownAt : dayEnd;
  const current = await readStatementForPublic(tx, { asOf });
  const present = withWords(
    tx,
    language,
    current.indicators.find((each) => each.code === code)!,
  );
  const isNow = knownThen.getTime() === now.getTime();
  const past = isNow
    ? present
    : withWords(tx, language, await readPastFigure(tx, indicator, { asOf, knownAt: knownThen }));
  const { size, root } = await tx.ground.papers.checkpoint(tx);
  const ground = groundOf(code);
  return {
    code,
    asOf,
    knownThen: isNow ? current.knownAt : knownThen.toISOString(),
    knownNow: current.knownAt,
    past,
    now: present,
    overSemester: await overSemester(tx, {
      asOf,
      numerator: past.numerator,
      code,
      hasShare: past.denominator !== null,
    }),
    law: ground?.law ?? null,
    owner: ground?.owner ?? null,
    regencies: indicator.byRegency ? await byRegency(tx, { code, asOf, knownAt: isNow ? null : knownThen }) : null,
    records: recordsOf(code),
    told: TOLD[code] ?? [],
    log: { size, root: root.toString('base64') },
  };
}

async function overSemester(
  tx: Tx,
  given: { asOf: CivilDate; numerator: number; code: string; hasShare: boolean },
): Promise<OneFigure['overSemester']> {
  if (!given.hasShare) return null;
  const on = semesterBefore(given.asOf);
  const { indicators } = await readStatementForPublic(tx, { asOf: on });
  const denominator = indicators.find(({ code }) => code === given.code)?.denominator ?? 0;
  return denominator > 0 ? { on, denominator, percent: (given.numerator / denominator) * 100 } : null;
}

/** Regencies with anything in them, by the map of the day; cells of one or two are withheld, and blanks that a security hold keeps back. */
async function byRegency(
  tx: Tx,
  { code, asOf, knownAt }: { code: string; asOf: CivilDate; knownAt: Date | null },
): Promise<RegencyShown[]> {
  const what = {
    what: `regencies ${code}${knownAt ? ` ${knownAt.toISOString()}` : ''}`,
    asOf,
    settled: knownAt !== null,
  } as const;
  const counts = await keptReading(tx, what, () => {
    const indicator = tx.ground.indicators.find((each) => each.code === code)!;
    return elevated(tx, () => indicator.byRegency!(tx, { asOf, knownAt: knownAt ?? tx.ground.clock.now() }));
  });
  const { regions } = tx.ground;
  const sums = new Map<string, number>();
  for (const [regency, n] of Object.entries(counts)) {
    const then = regions.codeAt(regency, asOf) ?? regency;
    sums.set(then, (sums.get(then) ?? 0) + n);
  }
  const cells = protectRegencies(
    [...sums]
      .filter(([, n]) => n !== 0)
      .map(([regency, n]) => ({ code: regency, province: regions.provinceAt(regency, asOf) ?? '', n })),
  );
  const today = dayIn(ZONES.WIB, tx.ground.clock.now());
  const holds = TELLS_BLANKS.includes(code) ? await elevated(tx, () => listHolds(tx, today)) : [];
  const held = (region: string) => keptBack(holds, { region, day: asOf, today }) !== null;
  return cells.map((cell) => ({
    ...cell,
    ...(held(cell.code) ? { n: null, withheld: 'held' as const } : {}),
    name: regions.at(cell.code, asOf)?.name ?? regions.nameOf(cell.code) ?? cell.code,
    province: regions.nameOf(cell.province) ?? '',
  }));
}
