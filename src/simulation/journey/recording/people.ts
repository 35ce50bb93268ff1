/** Who must be recorded on a day, in an order that the seed decides, and whom the story keeps for its own stations. */
import { many, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { isCardObligated, type Resident } from '../../../register/resident/index.ts';
import { STATES } from '../../../register/resident/schema.ts';
import { mix, seedOf } from '../../person/index.ts';
import { importer } from '../arrival.ts';
import { STORY_REGENCY } from '../cast.ts';
import { PLANTED } from '../counter/planted-people.ts';
import { RECORDED } from '../counter/planted-recorded.ts';
import type { Stage } from '../journey.ts';

export interface Obligated extends Pick<Resident, 'nik' | 'birthDate' | 'villageCode'> {
  readonly lot: number;
  /** Counts as recorded. */
  readonly recorded: boolean;
  /** Was tried, with or without success. */
  readonly tried: boolean;
}

/** People whom the story records by name; no list of an office has them. */
export const RECORDED_BY_NAME: ReadonlySet<string> = new Set(Object.values(RECORDED).map(({ nik }) => nik));
const PLANTED_NIKS: ReadonlySet<string> = new Set(Object.values(PLANTED).map(({ nik }) => nik));

/** Everybody who must hold a card. */
export async function listObligated(stage: Stage, day: CivilDate): Promise<Obligated[]> {
  type Row = Omit<Obligated, 'lot'> &
    Pick<Resident, 'maritalStatus' | 'nationality' | 'permit'> & { readonly state: number };
  const rows = await stage.database.transact('system', importer, (tx) =>
    many(
      tx,
      sql<Row>`select lpad(r.nik::text, 16, '0') as nik, r.birth_date as "birthDate", lpad(r.village_code::text, 10, '0') as "villageCode",
                      r.marital_status as "maritalStatus", r.nationality, r.permit, r.state,
                      exists (select from enrolment_read.recording e where e.nik = r.nik and e.ended_on is null) as recorded,
                      exists (select from enrolment_read.packet p where p.nik = r.nik) as tried
                 from resident_read.resident r`,
    ),
  );
  const seed = seedOf(`recording ${stage.seed}`);
  return rows
    .filter((row) => isCardObligated({ ...row, state: STATES[row.state - 1]! }, day))
    .map(({ nik, birthDate, villageCode, recorded, tried }) => ({
      nik,
      birthDate,
      villageCode,
      recorded,
      tried,
      lot: mix(seed, Number(nik.slice(4)) | 0),
    }))
    .toSorted((a, b) => a.lot - b.lot || (a.nik < b.nik ? -1 : 1));
}

/** People whom no list of earlier years has, so that the story's stations record them; some more than will come. */
export interface Reserve {
  readonly home: readonly Nik[];
  readonly others: readonly { readonly regency: string; readonly niks: readonly Nik[] }[];
  /** Of one village of the home district, for the mobile team. */
  readonly village: { readonly code: string; readonly niks: readonly Nik[] };
}

/** How many are recorded step by step: 200, of a smaller nation fewer. */
export const wantedSteps = ({ residents }: Pick<Stage, 'residents'>): number =>
  Math.min(200, Math.max(40, Math.floor(residents / 500)));

const OTHERS = 2;
/** Of the wanted. */
const AT_HOME = 0.6;
const ELSEWHERE = 0.2;
/** Some move away or die before their turn comes. */
const MORE = 1.3;
/** A mobile team's visit, and those who wait on the last day. */
export const OF_A_VILLAGE = 6;
const OF_THE_LAST_DAY = 14;

export function chooseReserve(stage: Stage, everybody: readonly Obligated[]): Reserve {
  const wanted = wantedSteps(stage);
  const free = everybody.filter(({ nik }) => !PLANTED_NIKS.has(nik));
  const byRegency = Map.groupBy(free, ({ villageCode }) => villageCode.slice(0, 4));
  const home = byRegency.get(STORY_REGENCY) ?? [];
  const byVillage = Map.groupBy(home, ({ villageCode }) => villageCode);
  const [code, villagers] = largest(byVillage)[0]!;
  const ofVillage = villagers.slice(0, OF_A_VILLAGE).map(({ nik }) => nik);
  const rest = home.filter(({ nik }) => !ofVillage.includes(nik)).map(({ nik }) => nik);
  const homeCount = Math.ceil(wanted * AT_HOME * MORE) + OF_THE_LAST_DAY;
  const otherCount = Math.ceil(wanted * ELSEWHERE * MORE);
  byRegency.delete(STORY_REGENCY);
  const others = largest(byRegency)
    .slice(0, OTHERS)
    .map(([regency, people]) => ({ regency, niks: people.slice(0, otherCount).map(({ nik }) => nik) }));
  // Where hardly anybody lives people of Jakarta Timur come: recording out of domicile is everybody's right.
  let taken = homeCount;
  const filled = others.map(({ regency, niks }) => {
    const lacking = otherCount - niks.length;
    const guests = rest.slice(taken, (taken += lacking));
    return { regency, niks: [...niks, ...guests] };
  });
  return { home: rest.slice(0, homeCount), others: filled, village: { code, niks: ofVillage } };
}

const largest = <Value>(groups: ReadonlyMap<string, readonly Value[]>) =>
  [...groups].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));

export const everybodyIn = ({ home, others, village }: Reserve): ReadonlySet<string> =>
  new Set([...home, ...others.flatMap(({ niks }) => niks), ...village.niks]);
