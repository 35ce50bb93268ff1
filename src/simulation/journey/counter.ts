/**
 * Five years at the counters: up to two thousand people go step by step through everything that the register does, in the
 * order of their days, by officers of the offices where they live; and the planted cases.
 */
import { NATION, systemActor } from '../../core/access/index.ts';
import { addDays, asCivilDate, dayIn, daysBetween, ZONES, type CivilDate } from '../../core/time/index.ts';
import { below, mix, peopleFrom, seedOf, type Die } from '../person/index.ts';
import { comesLater, nationOf } from './arrival.ts';
import { birthScene, kinScene, stillbirthScene, twinScene } from './counter/birth.ts';
import {
  citizenshipGainedScene,
  citizenshipLostScene,
  correctionScene,
  nameChangeScene,
  sexChangeScene,
} from './counter/change.ts';
import { birthsHavePapers, ledgerHolds, peopleAgree, totalsAgree, workIsListed } from './counter/check.ts';
import { adoptionScene, divorceScene, marriageScene } from './counter/couple.ts';
import { deathScene, headDiesScene } from './counter/death.ts';
import { openDesk, type Desk } from './counter/desk.ts';
import { applyDue, caseScene, inactiveScene, twiceScene } from './counter/identity.ts';
import { ANTON, plantCases, plantPeople } from './counter/planted.ts';
import { abroadScene, addressChangeScene, moveScene } from './counter/residence.ts';
import type { Play, Scene } from './counter/scene.ts';
import { castTroupe } from './counter/troupe.ts';
import { leaveScene, lookScene, lostCardScene } from './counter/work.ts';
import type { Journey, Stage } from './journey.ts';

/** After the first wave. */
const OPENS_AT = new Date('2013-05-03T01:00:00Z');
const CLOSES_AT = new Date('2018-12-11T08:59:00Z');
const FIRST_DAY = asCivilDate('2013-06-03');
const LAST_DAY = asCivilDate('2018-12-10');
const MOST_PEOPLE = 2_000;
/** Of computing and of waiting for the disk, on two cores. */
const MS_A_PERSON = 18;

const viewer = { ...systemActor('counter'), jurisdiction: NATION };

/** What happens at least once, whatever the nation's size: from which day, until which. */
const ONCE: readonly { what: string; scene: Scene; from: string; until: string }[] = [
  { what: 'twin', scene: twinScene, from: '2013-06-03', until: '2018-10-01' },
  { what: 'stillbirth', scene: stillbirthScene, from: '2013-06-03', until: '2018-10-01' },
  { what: 'kin recognition', scene: kinScene('recognition'), from: '2013-06-03', until: '2017-12-01' },
  { what: 'kin legitimation', scene: kinScene('legitimation'), from: '2013-06-03', until: '2017-12-01' },
  { what: 'head dies new head', scene: headDiesScene('new_head'), from: '2013-06-03', until: '2018-08-01' },
  { what: 'head dies headless', scene: headDiesScene('headless'), from: '2018-09-03', until: '2018-10-20' },
  { what: 'marriage any', scene: marriageScene('any'), from: '2013-06-03', until: '2018-10-01' },
  { what: 'marriage certificate', scene: marriageScene('certificate'), from: '2013-06-03', until: '2018-10-01' },
  { what: 'divorce civil office', scene: divorceScene('civil_office'), from: '2014-01-06', until: '2018-10-01' },
  {
    what: 'divorce religious office',
    scene: divorceScene('religious_office'),
    from: '2014-01-06',
    until: '2018-10-01',
  },
  { what: 'adoption', scene: adoptionScene, from: '2013-06-03', until: '2018-10-01' },
  { what: 'name change stands', scene: nameChangeScene('stands'), from: '2013-06-03', until: '2018-10-01' },
  { what: 'name change undone', scene: nameChangeScene('undone'), from: '2013-06-03', until: '2018-10-01' },
  { what: 'sex change', scene: sexChangeScene, from: '2015-01-05', until: '2018-10-01' },
  { what: 'citizenship gained', scene: citizenshipGainedScene(ANTON, 3), from: '2014-01-06', until: '2014-12-01' },
  { what: 'citizenship lost', scene: citizenshipLostScene, from: '2013-07-03', until: '2015-12-01' },
  { what: 'citizenship lost', scene: citizenshipLostScene, from: '2016-01-03', until: '2018-10-01' },
  { what: 'move out cancelled', scene: moveScene('out', 'cancelled'), from: '2013-06-03', until: '2018-10-01' },
  { what: 'move in', scene: moveScene('in'), from: '2013-06-03', until: '2018-10-01' },
  { what: 'move out', scene: moveScene('out'), from: '2018-12-10', until: '2018-12-10' },
  { what: 'move in', scene: moveScene('in'), from: '2018-12-07', until: '2018-12-10' },
  { what: 'abroad returns', scene: abroadScene('returns'), from: '2013-06-03', until: '2016-12-01' },
  { what: 'abroad stays', scene: abroadScene('stays'), from: '2013-06-03', until: '2018-10-01' },
  { what: 'twice merged', scene: twiceScene('merged'), from: '2013-06-03', until: '2018-06-01' },
  { what: 'twice parted', scene: twiceScene('parted'), from: '2013-06-03', until: '2018-06-01' },
  { what: 'twice open', scene: twiceScene('open'), from: '2018-06-03', until: '2018-11-01' },
  { what: 'inactive', scene: inactiveScene, from: '2014-06-03', until: '2018-06-01' },
  { what: 'leave', scene: leaveScene, from: '2016-07-04', until: '2016-07-04' },
  { what: 'case', scene: caseScene, from: '2018-08-06', until: '2018-08-06' },
  { what: 'lost card refused', scene: lostCardScene('refused'), from: '2013-06-03', until: '2018-12-01' },
  { what: 'lost card withdrawn', scene: lostCardScene('withdrawn'), from: '2013-06-03', until: '2018-12-01' },
  { what: 'lost card completed', scene: lostCardScene('completed'), from: '2013-06-03', until: '2018-12-01' },
  { what: 'lost card draft', scene: lostCardScene('draft'), from: '2018-12-06', until: '2018-12-10' },
  { what: 'lost card submitted', scene: lostCardScene('submitted'), from: '2018-12-06', until: '2018-12-10' },
  { what: 'lost card assigned', scene: lostCardScene('assigned'), from: '2018-12-06', until: '2018-12-10' },
  { what: 'lost card incomplete', scene: lostCardScene('incomplete'), from: '2018-11-26', until: '2018-12-05' },
  { what: 'look', scene: lookScene, from: '2013-06-03', until: '2018-12-10' },
  { what: 'look', scene: lookScene, from: '2013-06-03', until: '2018-12-10' },
  { what: 'look', scene: lookScene, from: '2013-06-03', until: '2018-12-10' },
];

/** What happens again and again, as often as in life. */
const OFTEN: readonly (readonly [Scene, number])[] = [
  [birthScene, 32],
  [deathScene, 12],
  [headDiesScene('new_head'), 8],
  [marriageScene('any'), 14],
  [divorceScene('religious_office'), 3],
  [divorceScene('civil_office'), 1],
  [addressChangeScene, 8],
  [moveScene('in'), 4],
  [moveScene('out'), 4],
  [correctionScene, 6],
  [abroadScene('stays'), 1],
  [lostCardScene('completed'), 4],
  [lookScene, 3],
];

export const counter: Journey = {
  name: 'counter',
  title: { id: 'Lima tahun di loket', en: 'Five years at the counters' },

  async run(stage) {
    stage.enter(OPENS_AT, () => open(stage), 1_000 + wantedPeople(stage) * MS_A_PERSON);
  },

  /** A few things a week, and each morning what falls due. */
  async goOn(stage, from, until) {
    const play = await gather(stage, { salt: `after ${dayIn(ZONES.WIB, from)}`, until });
    const last = dayIn(ZONES.WIB, until);
    for (let day = addDays(dayIn(ZONES.WIB, from), 1); day <= last; day = addDays(day, 1)) {
      stage.enter(new Date(`${day}T00:30:00Z`), () => applyDue(play.desk).then(() => undefined), 1);
      if (below(play.desk.die, 3) === 0) drawOften(play.desk)(play, day);
    }
  },

  async check(stage) {
    const inside = await stage.database.transact('system', viewer, async (tx) => [
      ...(await totalsAgree(tx)),
      ...(await peopleAgree(tx)),
      ...(await birthsHavePapers(tx)),
    ]);
    return [...inside, ...(await workIsListed(stage, viewer)), ...(await ledgerHolds(stage, viewer))];
  },
};

const wantedPeople = ({ residents }: Stage): number => Math.min(MOST_PEOPLE, Math.floor(residents / 25));

async function open(stage: Stage): Promise<void> {
  const play = await gather(stage, { salt: 'counter', until: CLOSES_AT });
  const { desk } = play;
  await plantPeople(desk);
  plantCases(play);
  let people = 0;
  for (const { what, scene, from, until } of ONCE) {
    let took = 0;
    // On another day other people are of the right age.
    for (let tries = 0; took === 0 && tries < 8; tries++)
      took = scene(play, between(desk, asCivilDate(from), asCivilDate(until)));
    if (took === 0) stage.fault(`nobody fits: ${what}`);
    people += took;
  }
  const wanted = wantedPeople(stage);
  for (let tries = 0; people < wanted && tries < MOST_PEOPLE; tries++)
    people += drawOften(desk)(play, between(desk, FIRST_DAY, LAST_DAY));
}

async function gather(stage: Stage, { salt, until }: { salt: string; until: Date }): Promise<Play> {
  const leftOut = new Set<string>();
  const takenPrefixes = new Set<string>();
  for (const person of peopleFrom(nationOf(stage))) {
    if (!comesLater(person)) continue;
    // Who comes with the second wave finds his family as the file has it.
    leftOut.add(person.familyCardNumber);
    takenPrefixes.add(person.nik.slice(0, 12));
  }
  const seed = mix(seedOf(salt), stage.seed);
  const troupe = await stage.database.transact('system', viewer, (tx) => castTroupe(tx, { seed, leftOut }));
  const die: Die = { state: seed };
  return { desk: openDesk(stage, die, until), troupe, takenPrefixes };
}

function between({ die }: Desk, from: CivilDate, until: CivilDate): CivilDate {
  return addDays(from, below(die, daysBetween(from, until) + 1));
}

function drawOften({ die }: Desk): Scene {
  let left = below(
    die,
    OFTEN.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [scene, weight] of OFTEN) {
    if (left < weight) return scene;
    left -= weight;
  }
  return birthScene;
}
