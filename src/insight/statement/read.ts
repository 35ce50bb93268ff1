/** Reading the statement: every figure from the records, at any day and as it was known at any instant. */
import { isDeepStrictEqual } from 'node:util';
import { publicActor } from '../../core/access/index.ts';
import { elevated, many, sql, type Tx } from '../../core/db/index.ts';
import type { Indicator, IndicatorValue } from '../../core/indicator.ts';
import type { Language } from '../../core/text/index.ts';
import { dayIn, parseCivilDate, ZONES, type CivilDate } from '../../core/time/index.ts';
import { regionTiles } from '../../register/region/index.ts';
import { keptReading } from './kept-reading.ts';
import { refuse } from './refusals.ts';
import { protectSmallCells } from './rules.ts';
import type { Figure, Provinces, Publication, ShownFigure, Statement } from './schema.ts';

export interface StatementInput {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

/** National figures are in WIB. Refuses a day or an instant in the future: nobody knows it yet. */
export function pointOf(tx: Tx, input: StatementInput): At {
  const now = tx.ground.clock.now();
  const today = dayIn(ZONES.WIB, now);
  const knownAt = input.knownAt ? instantOf(input.knownAt, now) : now;
  const asOf = input.asOf ? parseCivilDate(input.asOf) : today;
  if (!asOf) throw wrong('asOf', 'statement.no_such_day');
  if (!knownAt) throw wrong('knownAt', 'statement.no_such_instant');
  if (asOf > today) throw wrong('asOf', 'statement.in_future');
  if (knownAt > now) throw wrong('knownAt', 'statement.in_future');
  return { asOf, knownAt };
}

/** A day stands for its end in WIB, today for now: who asks what was known on a day means all that was heard on it. */
function instantOf(text: string, now: Date): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? null : instant;
  }
  const day = parseCivilDate(text);
  if (!day) return null;
  return day === dayIn(ZONES.WIB, now) ? now : new Date(`${day}T23:59:59.999+07:00`);
}

function wrong(path: 'asOf' | 'knownAt', code: Parameters<typeof refuse>[0]) {
  return refuse(code, { faults: [{ path, code }] });
}

/** The statement as of a day, as known at an instant; both default to now. Counted over the nation. */
export async function readStatement(tx: Tx, input: StatementInput): Promise<Statement> {
  const at = pointOf(tx, input);
  const indicators: Figure[] = await elevated(tx, async () => {
    const figures: Figure[] = [];
    for (const indicator of tx.ground.indicators)
      figures.push(figureOf(indicator, at, await indicator.measure(tx, at)));
    return figures;
  });
  return { asOf: at.asOf, knownAt: at.knownAt.toISOString(), indicators };
}

/** As `readStatement`, but of now only as fresh as `keptReading` says: what the public page shows, whatever its number of visitors. */
export async function readStatementForPublic(tx: Tx, input: StatementInput): Promise<Statement> {
  const { asOf } = pointOf(tx, input);
  if (input.knownAt) return readStatement(tx, input);
  return keptReading(tx, { what: 'figures', asOf }, () => readStatement(tx, input));
}

/** The statement as known at an instant that has passed, kept: such a reading never changes. */
export async function readPastStatement(tx: Tx, input: { asOf: string; knownAt: string }): Promise<Statement> {
  const { asOf, knownAt } = pointOf(tx, input);
  const past = { what: `past ${knownAt.toISOString()}`, asOf, settled: true } as const;
  return keptReading(tx, past, () => readStatement(tx, input));
}

/** One figure of it, likewise: the others are not counted for it. */
export function readPastFigure(tx: Tx, indicator: Indicator, at: At): Promise<Figure> {
  const past = { what: `past ${at.knownAt.toISOString()} ${indicator.code}`, asOf: at.asOf, settled: true } as const;
  return keptReading(tx, past, () =>
    elevated(tx, async () => figureOf(indicator, at, await indicator.measure(tx, at))),
  );
}

const MAP_SHOWS = 'resident.total';

/** Residents by province, on the map of that day; cells of one or two are withheld. For everyone. */
export async function readProvinces(tx: Tx, input: StatementInput): Promise<Provinces> {
  const at = pointOf(tx, input);
  if (input.knownAt) return countProvinces(tx, at);
  return keptReading(tx, { what: 'provinces', asOf: at.asOf }, () => countProvinces(tx, at));
}

async function countProvinces(tx: Tx, at: At): Promise<Provinces> {
  const indicator = tx.ground.indicators.find(({ code }) => code === MAP_SHOWS);
  const byRegency = await elevated(tx, async () => (await indicator?.byRegency?.(tx, at)) ?? {});
  const sums = new Map<string, number>();
  for (const [regency, n] of Object.entries(byRegency)) {
    const province = tx.ground.regions.provinceAt(regency, at.asOf) ?? ELSEWHERE;
    sums.set(province, (sums.get(province) ?? 0) + n);
  }
  const { tiles } = await regionTiles(tx, publicActor('id'), { asOf: at.asOf });
  const cells = protectSmallCells(tiles.map(({ code }) => sums.get(code) ?? 0));
  return {
    indicator: MAP_SHOWS,
    asOf: at.asOf,
    knownAt: at.knownAt.toISOString(),
    provinces: tiles.map((tile, place) => ({ ...tile, ...cells[place]! })),
    total: [...sums.values()].reduce((sum, n) => sum + n, 0),
    elsewhere: sums.get(ELSEWHERE) ?? 0,
  };
}

const ELSEWHERE = '';

/** Counts every figure another way, by year too, from the acts alone; gives those that differ. */
export async function recountStatement(
  tx: Tx,
  input: StatementInput,
): Promise<{ code: string; measured: IndicatorValue; recounted: IndicatorValue }[]> {
  const at = pointOf(tx, input);
  return elevated(tx, async () => {
    const differing = [];
    for (const indicator of tx.ground.indicators) {
      const measured = await indicator.measure(tx, at);
      const recounted = await indicator.recount(tx, at);
      if (!isDeepStrictEqual(measured, recounted)) differing.push({ code: indicator.code, measured, recounted });
    }
    return differing;
  });
}

function figureOf(indicator: Indicator, at: At, value: IndicatorValue): Figure {
  const { numerator, denominator } = value;
  return {
    code: indicator.code,
    numerator,
    denominator,
    percent: denominator ? (numerator / denominator) * 100 : null,
    unit: indicator.unit,
    since: indicator.since,
    cutoff: at.asOf,
    source: `indicator.${indicator.code}.source`,
    counts: [...(value.counts ?? [])],
    byYearOfOrigin: { ...value.byYearOfOrigin },
  };
}

/** A figure with its words, in the reader's language. */
export function withWords(tx: Tx, language: Language, figure: Figure): ShownFigure {
  const say = (key: string) => tx.ground.speaker.say(language, key);
  const key = `indicator.${figure.code}`;
  return { ...figure, label: say(key), definition: say(`${key}.definition`), sourceText: say(figure.source) };
}

/** What was published, the latest first, at most fifty. */
export async function listPublications(tx: Tx): Promise<{ publications: Publication[] }> {
  const rows = await many<{
    id: string;
    asOf: CivilDate;
    knownAt: Date;
    publishedAt: Date;
    figures: Statement;
    logSize: string;
    logRoot: string;
  }>(
    tx,
    sql`select id, as_of as "asOf", known_at as "knownAt", published_at as "publishedAt", figures, log_size as "logSize", log_root as "logRoot"
          from statement.publication order by published_at desc limit 50`,
  );
  return {
    publications: rows.map(({ figures, ...row }) => ({
      ...row,
      knownAt: row.knownAt.toISOString(),
      publishedAt: row.publishedAt.toISOString(),
      logSize: Number(row.logSize),
      indicators: figures.indicators,
    })),
  };
}

declare module '../../core/db/tx.ts' {
  interface Ground {
    /** Every room's indicators, in the order of the floors; filled in by `house.ts`. */
    readonly indicators: readonly Indicator[];
  }
}
