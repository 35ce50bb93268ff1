/** The autumn of 2018 at the recording counters: who comes on which day, and what waits when the story ends. */
import type { Nik } from '../../../core/id/index.ts';
import { addDays, asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { callNext, changeAppointment } from '../../../recording/enrolment/index.ts';
import type { Stage } from '../journey.ts';
import {
  captureQueue,
  giveNumber,
  mayCome,
  openCounter,
  recordingDay,
  sendAll,
  type Counter,
  type Held,
} from './counters.ts';
import { gatherCrew } from './crew.ts';
import { on, workdays } from './diary.ts';
import { afterMove, betweenRegencies, keptWaiting, mobileTeam, sentBack } from './elsewhere.ts';
import { enterJudging } from './judging.ts';
import { OF_A_VILLAGE, wantedSteps, type Reserve } from './people.ts';
import { oddRecordings, PLANTED_DAYS } from './planted.ts';

const FIRST = asCivilDate('2018-09-17');
const LAST = asCivilDate('2018-12-07');
const LAST_DAY = asCivilDate('2018-12-11');
/** Of the wanted at each of the two other offices. */
const ELSEWHERE = 0.2;
const WAITING_AT_THE_END = 8;

/** Opens the counters and enters all their days. */
export async function enterSeason(stage: Stage, reserve: Reserve): Promise<void> {
  const crew = await gatherCrew(
    stage,
    reserve.others.map(({ regency }) => regency),
  );
  const wanted = wantedSteps(stage);
  const home = await openCounter(stage, crew.home, { name: 'Loket 1', odd: oddRecordings(stage) });
  const each = Math.ceil(wanted * ELSEWHERE);
  const queue = [...reserve.home];
  const atHome = wanted - each * crew.others.length - OF_A_VILLAGE;
  enterDays(home, everyNth(2), queue, { count: atHome, also: PLANTED_DAYS });
  for (const [n, office] of crew.others.entries()) {
    const counter = await openCounter(stage, office, { name: 'Loket 1' });
    enterDays(counter, everyNth(5, n), [...reserve.others[n]!.niks], { count: each });
  }
  mobileTeam(stage, crew, reserve);
  afterMove(stage, crew);
  keptWaiting(stage, crew);
  betweenRegencies(stage, crew);
  sentBack(stage, home, async () => (await nextWho(home, queue, addDays(LAST, -2), 1))[0]);
  enterJudging(stage, crew);
  lastDay(home, queue);
}

const everyNth = (n: number, from = 0): CivilDate[] => workdays(FIRST, LAST).filter((_, at) => at % n === from);

/** Spreads people over days; those who come by name come beside them. */
function enterDays(
  counter: Counter,
  days: readonly CivilDate[],
  queue: Nik[],
  { count, also = new Map() }: { count: number; also?: ReadonlyMap<CivilDate, readonly Nik[]> },
): void {
  const all = [...new Set([...days, ...also.keys()])].toSorted();
  let ordinary = 0;
  for (const day of all) {
    const before = Math.floor((ordinary * count) / days.length);
    if (days.includes(day)) ordinary += 1;
    const many = Math.floor((ordinary * count) / days.length) - before;
    const named = also.get(day) ?? [];
    if (many + named.length === 0) continue;
    recordingDay(counter, day, async () => [...(await nextWho(counter, queue, day, many)), ...named]);
  }
}

/** The next of the queue who may be recorded on that day; whoever may not any more is passed over. */
export async function nextWho(counter: Counter, queue: Nik[], day: CivilDate, count: number): Promise<Nik[]> {
  const found: Nik[] = [];
  while (found.length < count && queue.length > 0) {
    const nik = queue.shift()!;
    if (await mayCome(counter, nik, day)) found.push(nik);
  }
  return found;
}

/** The day of the statement: two are recorded, one packet is half sent, one is called, one was not there, the others wait. */
function lastDay(counter: Counter, queue: Nik[]): void {
  const { stage, office, station } = counter;
  const { operator } = office;
  let held: Held[] = [];
  on(stage, addDays(LAST_DAY, -1), '15:20', 'antrean besok', async () => {
    for (const nik of await nextWho(counter, queue, LAST_DAY, WAITING_AT_THE_END))
      await giveNumber(counter, nik, LAST_DAY);
  });
  on(stage, LAST_DAY, '08:30', 'perekaman', async () => {
    held = await captureQueue(counter, 3);
  });
  on(stage, LAST_DAY, '11:15', 'paket dikirim', () => sendAll(counter, held.slice(0, 2)));
  on(stage, LAST_DAY, '14:20', 'jaringan terputus', async () => {
    if (held[2]) await station.send(held[2], { pieces: 1 });
    const call = () => stage.act(operator, (tx) => callNext(tx, operator, {}));
    const { called } = await call();
    const missed = { id: called?.id ?? '', state: 'missed' as const, reason: 'dipanggil tiga kali' };
    await stage.act(operator, (tx) => changeAppointment(tx, operator, missed));
    await call();
  });
}
