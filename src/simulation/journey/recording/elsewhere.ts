/** What does not come over the counter: a mobile team without a network, a second recording after a move, packets that stay in quarantine. */
import { asCivilDate } from '../../../core/time/index.ts';
import {
  decideQuarantine,
  makeAppointment,
  openStanding,
  planVisit,
  sendBack,
  visitDone,
} from '../../../recording/enrolment/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { arrive } from '../counter/residence.ts';
import { openDesk, recordAt } from '../counter/desk.ts';
import { PLANTED, PONDOK_KELAPA } from '../counter/planted-people.ts';
import { seedOf } from '../../person/index.ts';
import type { Stage } from '../journey.ts';
import { approveExceptions, capture, mayCome, openCounter, sendAll, type Counter, type Held } from './counters.ts';
import { leaves, type Crew } from './crew.ts';
import { on, searched } from './diary.ts';
import type { Reserve } from './people.ts';

const day = asCivilDate;

/** A village of the home district: planned, visited without a network, sent two days later, done. */
export function mobileTeam(stage: Stage, crew: Crew, { village }: Reserve): void {
  const { operator } = crew.home;
  let visit = '';
  let counter: Counter;
  let held: Held[] = [];
  const place = 'Balai warga';
  on(stage, day('2018-11-19'), '10:00', 'kunjungan direncanakan', async () => {
    const planned = { villageCode: village.code, day: '2018-11-27', place };
    ({ id: visit } = await stage.act(operator, (tx) => planVisit(tx, operator, planned)));
  });
  on(stage, day('2018-11-27'), '09:30', 'tim keliling', async () => {
    counter = await openCounter(stage, crew.home, { name: 'Tim keliling 1', kind: 'mobile' });
    for (const nik of village.niks)
      if (await mayCome(counter, nik, day('2018-11-27'))) held = [...held, await capture(counter, nik)];
  });
  on(stage, day('2018-11-29'), '08:15', 'paket tim keliling', () => sendAll(counter, held), 800);
  on(stage, day('2018-11-29'), '10:30', 'kunjungan selesai', async () => {
    await approveExceptions(counter, held);
    await stage.act(operator, (tx) => visitDone(tx, operator, { id: visit }));
  });
  on(stage, day('2018-12-10'), '11:00', 'kunjungan direncanakan', () => {
    const planned = { villageCode: PONDOK_KELAPA, day: '2018-12-13', place: 'Kantor kelurahan' };
    return stage.act(operator, (tx) => planVisit(tx, operator, planned));
  });
}

/** RATIH moves to another regency; its mobile team, without a network, records her a second time. */
export function afterMove(stage: Stage, { others: [office] }: Crew): void {
  const { nik } = PLANTED.ratih;
  const { regency, head } = office!;
  const desk = openDesk(stage, { state: seedOf(`move ${stage.seed}`) }, new Date('2018-12-11T08:00:00Z'));
  const [district] = stage.ground.regions.childrenAt(regency, day('2018-10-08'));
  const [village] = stage.ground.regions.childrenAt(district!.code, day('2018-10-08'));
  const address = {
    villageCode: village!.code,
    address: 'JALAN CONTOH 17',
    rt: 2,
    rw: 5,
    hamlet: null,
    postalCode: null,
  };
  let move = '';
  let held: Held;
  let counter: Counter;
  on(stage, day('2018-10-08'), '09:00', 'pindah', async () => {
    const details = { movers: [{ person: desk.ref(nik), relation: 1 }], address, reason: 'PEKERJAAN' };
    const occurredOn = day('2018-10-08');
    ({ id: move } = await recordAt(desk, { kind: 'move', occurredOn, villageCode: PONDOK_KELAPA, details }));
  });
  on(stage, day('2018-10-22'), '10:00', 'datang', () => arrive(desk, move, { on: day('2018-10-22'), address }));
  on(stage, day('2018-11-05'), '10:40', 'perekaman kedua', async () => {
    counter = await openCounter(stage, office!, {
      name: 'Tim keliling',
      kind: 'mobile',
      odd: new Map([[nik, [{ number: 3 }]]]),
    });
    held = await capture(counter, nik);
  });
  on(stage, day('2018-11-06'), '08:30', 'paket dikirim', () => mustWait(counter, held));
  on(stage, day('2018-11-07'), '09:00', 'karantina diputuskan', async () => {
    const decided = {
      id: held.id,
      decision: 'take' as const,
      reason: 'direkam luring sesudah pindah; pusat memeriksa ketunggalannya',
    };
    await stage.act(head, (tx) => decideQuarantine(tx, head, decided));
    await searched(stage);
  });
}

async function mustWait(counter: Counter, held: Held, clockOffMs?: number): Promise<void> {
  const state = await counter.station.send(held, { clockOffMs });
  if (state !== 'quarantined') counter.stage.fault(`a packet should be in quarantine, it is ${state}`);
}

const TWO_DAYS = 2 * 24 * 3_600_000;

/** What waits for a head of section when the story ends: a clock far off, and an operator who left meanwhile. */
export function keptWaiting(stage: Stage, crew: Crew): void {
  const { hesti, bayu } = PLANTED;
  let counter: Counter;
  let ofLeaver: Held;
  let ofWrongClock: Held;
  on(stage, day('2018-12-06'), '10:30', 'perekaman', async () => {
    counter = await openCounter(stage, crew.home, { name: 'Loket 2' });
    ofLeaver = await capture(counter, bayu.nik, { by: crew.leaver });
  });
  on(stage, day('2018-12-07'), '15:00', 'petugas berhenti', () => leaves(stage, crew.leaver, day('2018-12-07')));
  on(stage, day('2018-12-10'), '09:00', 'paket dikirim', async () => {
    await mustWait(counter, ofLeaver);
    ofWrongClock = await capture(counter, hesti.nik, { clockOffMs: -TWO_DAYS });
  });
  on(stage, day('2018-12-10'), '13:10', 'paket dikirim', () => mustWait(counter, ofWrongClock, -TWO_DAYS));
}

/** Sent back by the verifier: the device did not read a thumb, and the person comes again. */
export function sentBack(stage: Stage, counter: Counter, next: () => Promise<string | undefined>): void {
  let held: Held | undefined;
  on(stage, day('2018-12-05'), '11:10', 'perekaman', async () => {
    const nik = (await next()) as Held['nik'] | undefined;
    if (!nik) return;
    counter.odd.set(nik, [{ exceptions: { 1: 'device' } }]);
    held = await capture(counter, nik);
    await counter.station.send(held);
  });
  on(stage, day('2018-12-06'), '09:20', 'perekaman dikembalikan', async () => {
    const { verifier } = counter.office;
    if (!held) return;
    const back = { id: held.id, reason: 'ibu jari tidak terbaca karena alat, bukan orangnya; rekam ulang' };
    await stage.act(verifier, (tx) => sendBack(tx, verifier, back));
  });
}

/** DEWI asks to be recorded while she is between two regencies: she is told to finish her move first. */
export function betweenRegencies(stage: Stage, { home: { operator } }: Crew): void {
  const person = stage.ground.personRefs.of(PLANTED.dewi.nik);
  on(stage, day('2018-12-10'), '10:20', 'perekaman saat pindah', async () => {
    const { why, letterNumber } = await stage.act(operator, (tx) => openStanding(tx, operator, { ref: person }));
    if (why !== 'move_underway' || !letterNumber) stage.fault('the standing of who moves does not name the letter');
    try {
      await stage.act(operator, (tx) => makeAppointment(tx, operator, { person, day: '2018-12-11' }));
      stage.fault('somebody between two regencies was given a number');
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== 'enrolment.blocked.move_underway') throw fault;
    }
  });
}
