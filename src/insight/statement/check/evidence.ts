/** What the register knows about the claims of a text: figures as known then and now, finds of cards, police reports. */
import { elevated, many, sql, type Tx } from '../../../core/db/index.ts';
import { asCivilDate, dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { readPastStatement, readStatementForPublic } from '../read.ts';
import type { Figure } from '../schema.ts';
import type { TextRead } from './find-claims.ts';

/** A figure of one day, as known when the text was given out and as known now. */
export interface Known {
  readonly past: Figure;
  readonly now: Figure;
}

export interface Find {
  readonly number: string;
  readonly place: string;
  readonly foundOn: CivilDate;
  readonly policeReport: string | null;
  /** Listed cards by the year in which they were printed. */
  readonly years: Readonly<Record<string, number>>;
}

export interface Evidence {
  readonly textOf: CivilDate;
  readonly today: CivilDate;
  readonly knownAt: string;
  /** The instant at which the text's day ended, or now. */
  readonly knownThen: string;
  readonly figure: (code: string, asOf: CivilDate) => Known | undefined;
  readonly finds: readonly Find[];
  /** Numbers of police reports of blanks for sale or found, `null` for an incident without one. */
  readonly incidents: readonly (string | null)[];
}

/** Days of one text for which figures are read; further ones are told from the text's own day. */
const MOST_DAYS = 4;

export async function gatherEvidence(tx: Tx, { claims, textOf }: TextRead): Promise<Evidence> {
  const now = tx.ground.clock.now();
  const today = dayIn(ZONES.WIB, now);
  const days = new Set<CivilDate>([textOf]);
  for (const claim of claims) {
    if (claim.kind !== 'count' && claim.kind !== 'percent') continue;
    if (claim.cutoff !== null && days.size < MOST_DAYS) days.add(claim.cutoff);
    // The denominator of a share may be that of the last semester.
    if (claim.kind === 'percent') days.add(semesterBefore(claim.cutoff ?? textOf));
  }
  const known = new Map<string, Known>();
  const knownThen = textOf < today ? `${textOf}T23:59:59.999+07:00` : now.toISOString();
  for (const asOf of days) {
    const current = await readStatementForPublic(tx, { asOf });
    const then = textOf < today ? await readPastStatement(tx, { asOf, knownAt: knownThen }) : current;
    for (const figure of current.indicators) {
      const past = then.indicators.find(({ code }) => code === figure.code);
      if (past) known.set(`${figure.code} ${asOf}`, { past, now: figure });
    }
  }
  return {
    textOf,
    today,
    knownAt: now.toISOString(),
    knownThen,
    figure: (code, asOf) => known.get(`${code} ${asOf}`) ?? known.get(`${code} ${textOf}`),
    ...(await elevated(tx, () => listCases(tx, textOf))),
  };
}

/** 30 June or 31 December before the day: when the cleaned figures of the semester were taken. */
export function semesterBefore(day: CivilDate): CivilDate {
  const year = Number(day.slice(0, 4));
  return asCivilDate(day.slice(5) > '06-30' ? `${year}-06-30` : `${year - 1}-12-31`);
}

async function listCases(tx: Tx, textOf: CivilDate): Promise<Pick<Evidence, 'finds' | 'incidents'>> {
  const finds = await many<Find>(
    tx,
    sql`select f.number, f.place, f.found_on as "foundOn", f.police_report as "policeReport",
               coalesce((select json_object_agg(y.printed_year, y.n) from disposal_read.found_year y
                          where y.found_id = f.id and y.printed_year is not null), '{}'::json) as years
          from disposal_read.found f where f.found_on <= ${textOf}::date order by f.found_on, f.id`,
  );
  const incidents = await many<{ report: string | null }>(
    tx,
    sql`select i.police_number as report from blank_read.incident i where i.opened_on <= ${textOf}::date order by i.opened_on, i.id`,
  );
  return { finds, incidents: incidents.map(({ report }) => report) };
}
