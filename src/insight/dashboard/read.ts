/** A section of a region's dashboard, from the counts that are kept: two statements, whatever the size of the nation. */
import { covers, publicActor, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { daysBetween, today, ZONES, type CivilDate } from '../../core/time/index.ts';
import { listHolds } from '../../cards/blank/index.ts';
import { keptBack } from '../../cards/blank/closing/rules.ts';
import { regionOutlines, regionTiles } from '../../register/region/index.ts';
import { findElectionAt } from '../../sharing/voter/index.ts';
import { recordsOf } from '../statement/index.ts';
import { askForCount, lastCounting } from './count.ts';
import { cellsOf, type Counts } from './cells.ts';
import { headlineOf, lineOf, partsOf } from './figures.ts';
import { refuse } from './refusals.ts';
import {
  levelOf,
  MEASURES,
  measuresOf,
  monthEnds,
  MONTHS,
  REGENCY_MONTHS,
  SPARK_MONTHS,
  type Section,
} from './rules.ts';
import type { Dashboard } from './schema.ts';
import { listCounts } from './sql.ts';
import { namedOf } from './words.ts';

export interface DashboardAsked {
  readonly section: Section;
  /** Two or four digits; empty for the nation. */
  readonly region: string;
}

/** Refuses a region that no list of the day has. Whoever's office does not hold the region sees no cell of one or two people. */
export async function readDashboard(tx: Tx, actor: Actor, { section, region }: DashboardAsked): Promise<Dashboard> {
  const counting = await lastCounting(tx);
  const { day, countedAt } = counting;
  const now = today(tx.ground.clock, ZONES.WIB);
  const stale = day < now;
  await askForCount(tx, counting);
  const { regions } = tx.ground;
  const version = regions.at(region, day);
  if (region !== '' && (!version || version.kind === 'prefix'))
    throw refuse('dashboard.no_region', { values: { code: region } });
  const level = levelOf(region);
  const above = level === 'nation' ? [] : level === 'province' ? [''] : [region.slice(0, 2), ''];
  const below = regions.childrenAt(level === 'regency' ? region.slice(0, 2) : region, day);
  const ends = monthEnds(day, level === 'regency' ? REGENCY_MONTHS : MONTHS);
  const measures = measuresOf(section);
  const holds = await elevated(tx, () => listHolds(tx, now));
  const held = (code: string, on: CivilDate) => keptBack(holds, { region: code, day: on, today: now }) !== null;
  const counts = cellsOf(
    await listCounts(tx, {
      measures: [...new Set([...measures, ...measures.flatMap((code) => MEASURES[code]!.of ?? [])])],
      region,
      days: [...ends, day],
      beside: [...above, ...below.map(({ code }) => code).filter((code) => code !== region)],
      besideDays: [...ends.slice(-SPARK_MONTHS), day],
    }),
    { exact: (code) => covers(actor.jurisdiction, code), held },
  );
  const at = { tx, language: actor.language, counts, region, day, ends };
  const nameOf = (code: string) => regions.at(code, day)?.name ?? regions.nameOf(code) ?? code;
  const inRegions = measures.filter((code) => {
    const { nationOnly, beside, uncompared } = MEASURES[code]!;
    return !nationOnly && !beside && !uncompared;
  });
  const election = section === 'voters' ? await electionOf(tx, day, actor.language) : null;
  const { tiles } = level === 'nation' ? await regionTiles(tx, publicActor('id'), { asOf: day }) : { tiles: [] };
  return {
    section,
    region,
    name: region === '' ? null : version!.name,
    level,
    path: above.toReversed().map((code) => ({ code, name: code === '' ? '' : nameOf(code) })),
    day,
    countedAt: countedAt.toISOString(),
    stale,
    began: beganOf(tx, region, day),
    election,
    headlines: measures
      .filter((code) => !MEASURES[code]!.beside)
      .map((code) => ({
        ...headlineOf(at, code, above, nameOf),
        figure: tx.ground.indicators.some((each) => each.code === code) ? `/angka/${code}` : null,
        records: election ? `/petugas/pemilih/${election.id}` : (recordsOf(code) ?? RECORDS[code] ?? null),
      })),
    lines: measures.flatMap((code) => lineOf(at, code)),
    parts: measures.flatMap((code) => partsOf(at, code)),
    columns: inRegions.map((code) => namedOf(tx, actor.language, code)),
    regions:
      inRegions.length === 0
        ? []
        : below.map(({ code, name }) => ({
            code,
            name,
            here: code === region,
            cells: inRegions.map((measure) => sparkOf(counts, { measure, region: code, day, ends })),
          })),
    tiles: tiles.map(({ code, label, column, row }) => ({ code, label, column, row })),
    outlines: await regionOutlines(tx, { within: level === 'regency' ? region.slice(0, 2) : region, asOf: day }),
  };
}

/** Officers' pages behind measures that no indicator is. */
const RECORDS: Readonly<Record<string, string>> = {
  'enrolment.backlog': '/petugas/perekaman/papan',
  'enrolment.unrecorded': '/petugas/perekaman/belum',
  'partner.waiting': '/petugas/kerja-sama',
  'partner.longest_wait': '/petugas/kerja-sama',
  'partner.accepted': '/petugas/kerja-sama/hitungan/connected',
  'citizen.disputes': '/petugas/bukan-saya',
  'citizen.unanswered': '/petugas/bukan-saya',
};

function sparkOf(
  counts: Counts,
  { ends, ...of }: { measure: string; region: string; day: CivilDate; ends: readonly CivilDate[] },
): Dashboard['regions'][number]['cells'][number] {
  const share = MEASURES[of.measure]!.of !== undefined;
  const hasPast = MEASURES[of.measure]!.line !== undefined;
  const values = [...(hasPast ? ends.slice(-SPARK_MONTHS) : []), of.day].map((day) => {
    const { n, percent } = counts.cell({ ...of, day });
    return share ? percent : n;
  });
  return { ...counts.cell(of), spark: values.length > 1 ? values : [] };
}

/** Where a region came to be while we count, its line cannot begin earlier; whoever compares must know. */
function beganOf(tx: Tx, region: string, day: CivilDate): Dashboard['began'] {
  if (region === '') return null;
  const first = tx.ground.regions.versionsOf(region)[0];
  const earliest = monthEnds(day, MONTHS)[0]!;
  if (!first || first.validFrom <= earliest) return null;
  const before = tx.ground.regions.codeAt(region, earliest);
  return {
    day: first.validFrom,
    from: before && before !== region ? (tx.ground.regions.at(before, earliest)?.name ?? null) : null,
  };
}

async function electionOf(tx: Tx, day: CivilDate, language: Actor['language']): Promise<Dashboard['election']> {
  const election = await elevated(tx, () => findElectionAt(tx, { asOf: day, knownAt: tx.ground.clock.now() }));
  if (!election) return null;
  const { id, votingDay, nameId, nameEn } = election;
  return { id, name: language === 'en' ? nameEn : nameId, votingDay, daysLeft: daysBetween(day, votingDay) };
}
