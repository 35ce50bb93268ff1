/** One new person against the whole register. Candidates come by the register's own indexes, likeness and reasons from the model. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, one, sql, type Tx } from '../../core/db/index.ts';
import { asNik, type Nik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { addDays, addYears, civilDateOf, partsOf, type CivilDate } from '../../core/time/index.ts';
import { listDuplicateCandidates, motherKey, phoneticKey, type DuplicateRow } from '../../register/resident/index.ts';
import { comparer } from './compare/compare.ts';
import { reasonsOf, type Reason } from './model/explain.ts';
import { judgeBy, type Frequencies } from './model/model.ts';
import { preparedModel } from './model/prepared.ts';
import type { Trap } from './model/trap.ts';
import { birthForm, formMaker, homeForm, type FormMaker, type LinkageRecord } from './record/record.ts';

/** What an officer or a packet says of a person. */
export interface PersonOnPaper {
  readonly name: string;
  readonly birthDate: CivilDate;
  readonly birthPlace: string | null;
  readonly sex: number;
  readonly motherName: string | null;
  /** Where the paper shows one. */
  readonly nik: Nik | null;
}

export interface LikelyRecord {
  readonly nik: Nik;
  readonly villageCode: string;
  readonly posterior: number;
  /** Bits of all reasons together. */
  readonly weight: number;
  readonly reasons: readonly Reason[];
  readonly trap: Trap | null;
}

export interface PreparedLinkage {
  /** People in the register when it was prepared; a tenth more or less changes no ranking. */
  readonly population: number;
}

/** Counts the register once; keep what it gives for as long as the process lives. */
export async function prepareLinkage(tx: Tx): Promise<PreparedLinkage> {
  const { n } = await elevated(tx, () =>
    one<{ n: number }>(tx, sql`select count(*)::int as n from resident_read.resident`),
  );
  return { population: n };
}

/** Below this nobody need look. */
const LIKELY = 0.1;
const SHOWN = 10;
/** A name that more people bear is common, however many they are. */
const COMMON = 5_000;

/**
 * Who in the nation may be this person already, likeliest first, at most ten, from a posterior of 0.1 on. Runs as `system`: a second
 * record is most often elsewhere; whoever shows the result masks those outside the actor's jurisdiction. The ledger has the
 * look. Finds whoever shares the birth date, the same day of a neighbouring year, day and month exchanged, or the name's sound
 * within two years; a slip in both at once it does not find.
 */
export async function likelyRecordsOf(
  tx: Tx,
  actor: Actor,
  person: PersonOnPaper,
  { population }: PreparedLinkage,
): Promise<LikelyRecord[]> {
  const nameKey = phoneticKey(person.name);
  const [rows, bearers] = await elevated(tx, async () => [
    await listDuplicateCandidates(tx, {
      birthDates: datesNear(person.birthDate),
      nameKey,
      from: addYears(addDays(person.birthDate, -40), -2),
      to: addYears(addDays(person.birthDate, 40), 2),
    }),
    await countBearers(tx, nameKey),
  ]);
  const likely = rank(tx, person, rows, { population, bearers });
  await record(tx, actor, {
    label: 'linkage.likely_records',
    subjects: likely.map(({ nik }) => ({ nik })),
    facts: { found: likely.length },
  });
  return likely;
}

function rank(
  tx: Tx,
  person: PersonOnPaper,
  rows: readonly DuplicateRow[],
  { population, bearers }: { population: number; bearers: number },
): LikelyRecord[] {
  const forms = formMaker();
  const compare = comparer();
  const bornThatDay = rows.filter((row) => row.birthDate === person.birthDate).length;
  const judge = judgeBy(
    preparedModel(population),
    knownFrequencies({ records: population, bearers, bornThatDay }),
    compare,
  );
  const asked = recordOf(forms, { ...person, id: '', motherKey: motherKey(tx, person.motherName)?.toString() ?? null });
  return rows
    .map((row) => {
      const other = recordOf(forms, { ...row, id: row.nik });
      const pattern = compare.compare(asked, other);
      return { row, pattern, judged: judge.judge(asked, other, pattern) };
    })
    .filter(({ judged }) => judged.posterior >= LIKELY)
    .toSorted((a, b) => b.judged.posterior - a.judged.posterior || b.judged.weight - a.judged.weight)
    .slice(0, SHOWN)
    .map(({ row, pattern, judged }) => ({
      nik: asNik(row.nik),
      villageCode: row.villageCode,
      posterior: judged.posterior,
      weight: judged.weight,
      reasons: reasonsOf(pattern, judged),
      trap: judged.trap,
    }));
}

/** The day itself, day and month exchanged, and the same day of the two years before and after. */
function datesNear(date: CivilDate): CivilDate[] {
  const { year, month, day } = partsOf(date);
  const near = [0, 1, -1, 2, -2].map((years) => civilDateOf(year + years, month, day));
  return [...new Set([...near, civilDateOf(year, day, month)])].filter((one) => one !== null);
}

/** How many bear a name that sounds so; counted no further than where it is common. */
async function countBearers(tx: Tx, nameKey: bigint): Promise<number> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n
          from (select 1 from resident_read.resident where name_key = ${nameKey.toString()}::bigint limit ${COMMON}) bearers`,
  );
  return n;
}

/** One of them is perhaps the person himself. */
function knownFrequencies(given: { records: number; bearers: number; bornThatDay: number }): Frequencies {
  const { records, bearers, bornThatDay } = given;
  const unknown = () => null;
  return {
    records,
    words: records,
    sharedWord: 1,
    name: () => Math.max(0, bearers - 1),
    birth: () => Math.max(0, bornThatDay - 1),
    word: unknown,
    mother: unknown,
    father: unknown,
    birthPlace: unknown,
  };
}

function recordOf(
  forms: FormMaker,
  given: Pick<DuplicateRow, 'name' | 'birthDate' | 'birthPlace' | 'sex' | 'motherKey'> & {
    id: string;
    nik: string | null;
  },
): LinkageRecord {
  return {
    id: given.id,
    name: forms.name(given.name),
    birth: birthForm(given.birthDate),
    sex: given.sex,
    birthPlace: given.birthPlace === null ? null : forms.name(given.birthPlace),
    number: given.nik === null ? null : { digits: given.nik, isNik: true },
    familyCard: null,
    mother: null,
    father: null,
    motherKey: given.motherKey,
    home: homeForm('', null, null),
  };
}
