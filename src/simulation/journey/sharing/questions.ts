/**
 * The connected ask: 50,000 questions on four days, most of them right, some with another name or about nobody, in batches as their software
 * sends them. One of them guesses numbers of one birthday; its allowance of mistakes is spent and it is slowed down by itself.
 */
import { many, one, sql } from '../../../core/db/index.ts';
import type { GatheredCall } from '../../../core/http/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { batchShape, openMonths, slowUnusual, verifyBatch, type Batch } from '../../../sharing/verification/index.ts';
import { mix } from '../../person/index.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';
import type { Climber } from './climb.ts';
import { self } from './crew.ts';
import { askedAboutSiti } from './siti.ts';

export const QUESTIONS = 50_000;
const DAYS: readonly [CivilDate, number][] = [
  [asCivilDate('2018-10-17'), 8_000],
  [asCivilDate('2018-11-14'), 12_000],
  [asCivilDate('2018-12-05'), 12_000],
  [asCivilDate('2018-12-11'), 18_000],
];
const FISHED_AT = '11:20';
const MS_A_QUESTION = 0.15;
const BATCH = 200;
const AT_ONCE = 25;
/** Of a hundred questions so many carry another person's name; every second hundred has one about nobody. */
const OTHER_NAME = 4;
export const GUESSES = 400;
/** References of what is asked with somebody else's data; see `leak.ts`. */
export const LEAKED = 'LEAD-';
/** Nobody's: province 99 is not one. Twelve digits, before a serial. */
const NOBODY = '990101410190';
const GUESS = 'TEBAK-';
const GUESSED = '990101550590';
const FIRST_SERIAL = 9001;

interface Person {
  readonly nik: string;
  readonly village: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: number;
}

export interface Asking {
  readonly climber: Climber;
  readonly address: string;
  readonly region: string;
}

export function enterQuestions(stage: Stage, climbers: readonly Climber[]): void {
  for (const [day, n] of DAYS)
    // What is asked about SITI (citizen.ts) is among them.
    on(
      stage,
      day,
      '10:30',
      'pertanyaan lembaga',
      () => askAll(stage, climbers, n - askedAboutSiti(day)),
      n * MS_A_QUESTION,
    );
  const [last] = DAYS.at(-1)!;
  on(stage, last, FISHED_AT, 'lembaga yang menebak NIK', () => fish(stage, climbers));
}

/** The day's questions, spread over everybody who may ask; who has nobody of its region in this nation asks one, and is told so. */
async function askAll(stage: Stage, climbers: readonly Climber[], n: number): Promise<void> {
  const [askers, people] = await Promise.all([listAskers(stage, climbers), listPeople(stage)]);
  const pools = askers.map(({ region }) => people.filter(({ village }) => village.startsWith(region)));
  const peopled = pools.filter(({ length }) => length > 0).length;
  const shared = n - (askers.length - peopled);
  let place = 0;
  const calls = askers.flatMap((asking, at) => {
    const own = pools[at]!;
    if (own.length === 0) return questionsOf(stage, asking, people, 1);
    // What does not divide falls to the first.
    const wanted = Math.floor(shared / peopled) + (place++ < shared % peopled ? 1 : 0);
    return questionsOf(stage, asking, own, wanted);
  });
  const refused = await send(stage, calls);
  if (refused > 0) stage.fault(`${refused} of ${calls.length} batches of partners were refused`);
}

/** Who may ask at this moment, with an address of theirs. */
export async function listAskers(stage: Stage, climbers: readonly Climber[]): Promise<Asking[]> {
  const { book } = stage.ground.verification;
  await stage.database.transact('system', self, openMonths);
  await book.open();
  await book.refresh();
  const addresses = await listAddresses(stage);
  return climbers.flatMap((climber) => {
    const address = addresses.get(climber.cooperationId);
    if (address === undefined) return [];
    const asking = { now: stage.clock.now(), address };
    const grant = book.partner(climber.institutionId)?.grantFor(climber.contents.purposes[0]!, asking);
    return grant === undefined || typeof grant === 'string' ? [] : [{ climber, address, region: grant.region }];
  });
}

async function listAddresses(stage: Stage): Promise<Map<string, string>> {
  const rows = await stage.database.transact('system', self, (tx) =>
    many(
      tx,
      sql<{ cooperation: string; network: string }>`
        select cooperation_id as cooperation, grants->0->'networks'->>0 as network from partner_read.standing
         where jsonb_array_length(grants) > 0`,
    ),
  );
  return new Map(rows.map(({ cooperation, network }) => [cooperation, network.split('/')[0]!]));
}

/** People of all regions, as far as there are so many. */
function listPeople(stage: Stage): Promise<Person[]> {
  return stage.database.transact('system', self, (tx) =>
    many(
      tx,
      sql<Person>`select lpad(nik::text, 16, '0') as nik, lpad(village_code::text, 10, '0') as village, name, birth_date::text as "birthDate", sex
                    from resident_read.resident where state = 1 order by nik % 9973, nik limit 20000`,
    ),
  );
}

function questionsOf(stage: Stage, asking: Asking, people: readonly Person[], n: number): GatheredCall<Batch>[] {
  const { contents, institutionId } = asking.climber;
  const start = mix(stage.seed, Number.parseInt(institutionId.slice(-6), 16)) >>> 0;
  const items = Array.from({ length: n }, (_, at) => {
    const person = people[(start + at) % people.length]!;
    const named = (start + at) % 100 < OTHER_NAME ? people[(start + at + 1) % people.length]! : person;
    const nik = (start + at) % 200 === 150 ? `${NOBODY}${FIRST_SERIAL + ((start + at) % 999)}` : person.nik;
    const attributes = { name: named.name, birthDate: person.birthDate, sex: person.sex === 1 ? 'L' : 'P' };
    return { nik, attributes, reference: `${stage.clock.now().toISOString().slice(0, 10)}-${at + 1}` };
  });
  const why = { purpose: contents.purposes[0]!, basis: 'public_duty', unit: 'UNIT-CONTOH', endUser: 'petugas-1' };
  return inBatches(items).map((batch) => callOf(stage, asking, { ...why, items: batch }));
}

export function callOf(stage: Stage, { climber, address }: Asking, batch: unknown): GatheredCall<Batch> {
  const { actor } = stage.ground.verification.book.partner(climber.institutionId)!;
  const caller = { ip: address, idempotencyKey: null, once: [], bound: false, signed: false };
  return { actor, caller, input: batchShape.parse(batch) };
}

const inBatches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));

/** As the server gathers them: some together in one transaction, of one region's eyes. Gives how many calls were refused. */
export async function send(stage: Stage, calls: readonly GatheredCall<Batch>[]): Promise<number> {
  let refused = 0;
  const groups = Map.groupBy(calls, ({ actor }) => actor.jurisdiction?.code ?? '');
  for (const group of groups.values())
    for (let at = 0; at < group.length; at += AT_ONCE) {
      const together = group.slice(at, at + AT_ONCE);
      await stage.ground.verification.book.refresh();
      const answers = await stage.database.transact('answer', together[0]!.actor, (tx) => verifyBatch(tx, together));
      refused += answers.filter((answer) => answer instanceof Refusal).length;
    }
  return refused;
}

/** One guesses: the same birthday, one serial after the other, until nothing is answered any more; the minute's watch then slows it down. */
async function fish(stage: Stage, climbers: readonly Climber[]): Promise<void> {
  const asking = (await listAskers(stage, climbers)).find(({ climber }) => climber.kind === 'company');
  if (!asking) return;
  const items = Array.from({ length: GUESSES }, (_, at) => ({
    nik: `${GUESSED}${FIRST_SERIAL + at}`,
    attributes: { name: 'ORANG CONTOH', birthDate: '1990-05-15', sex: 'P' },
    reference: `${GUESS}${at + 1}`,
  }));
  const why = { purpose: asking.climber.contents.purposes[0]!, basis: 'contract', unit: 'UNIT-1', endUser: 'bot-9' };
  for (const batch of inBatches(items)) await send(stage, [callOf(stage, asking, { ...why, items: batch })]);
  await stage.ground.verification.pulses.settle();
  const slowed = await stage.database.transact('system', self, slowUnusual);
  if (slowed.length === 0) stage.fault('whoever guessed numbers was not slowed down');
}

/** By brute force from the calls that are billed and from what slows partners down. */
export function countAnswered(stage: Stage) {
  return stage.database.transact('system', self, (tx) =>
    one(
      tx,
      sql<
        Record<'answers' | 'matched' | 'partial' | 'mismatched' | 'guessed' | 'leaked' | 'askers' | 'slowed', number>
      >`
        select sum(cardinality(refs))::int as answers, sum(matched)::int as matched, sum(partial)::int as partial, sum(mismatched)::int as mismatched,
               coalesce(sum(cardinality(refs)) filter (where refs[1] like ${`${GUESS}%`}), 0)::int as guessed,
               coalesce(sum(cardinality(refs)) filter (where refs[1] like ${`${LEAKED}%`}), 0)::int as leaked,
               count(distinct institution_id)::int as askers,
               (select count(distinct institution_id)::int from verification.throttle) as slowed
          from verification.call`,
    ),
  );
}

export async function tellQuestions(stage: Stage): Promise<string[]> {
  const { answers, matched, partial, mismatched, guessed, slowed } = await countAnswered(stage);
  const [id, en] = ['id-ID', 'en'].map((language) => (n: number) => n.toLocaleString(language));
  return [
    `Pertanyaan dijawab ${id!(answers)}: sesuai ${id!(matched)}, sebagian ${id!(partial)}, tidak sesuai ${id!(mismatched)} / questions answered ${en!(answers)}: match ${en!(matched)}, partly ${en!(partial)}, no match ${en!(mismatched)}`,
    `Satu lembaga menebak ${GUESSES} NIK: ${guessed} dijawab "tidak sesuai", lalu ditolak; diperlambat ${slowed} / one institution guessed ${GUESSES} NIKs: ${guessed} answered "no match", then refused; slowed down ${slowed}`,
  ];
}
