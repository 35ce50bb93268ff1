/**
 * Five years at the counters: up to two thousand people go step by step through everything that the register does, in the
 * order of their days, by officers of the offices where they live; and the planted cases.
 */
import { NATION, systemActor } from '../../core/access/index.ts';
import { addDays, asCivilDate, dayIn, daysBetween, ZONES, type CivilDate } from '../../core/time/index.ts';
import { below, mix, seedOf, type Die } from '../person/draw/draw.ts';
import { peopleFrom } from '../person/index.ts';
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

const viewer = { ...systemActor('counter'), jurisdiction: NATION };

/** What happens at least once, whatever the nation's size: from which day, until which. */
const ONCE: readonly (readonly [Scene, string, string])[] = [
  [twinScene, '2013-06-03', '2018-10-01'],
  [stillbirthScene, '2013-06-03', '2018-10-01'],
  [kinScene('recognition'), '2013-06-03', '2017-12-01'],
  [kinScene('legitimation'), '2013-06-03', '2017-12-01'],
  [headDiesScene('new_head'), '2013-06-03', '2018-08-01'],
  [headDiesScene('headless'), '2018-09-03', '2018-10-20'],
  [marriageScene('any'), '2013-06-03', '2018-10-01'],
  [marriageScene('certificate'), '2013-06-03', '2018-10-01'],
  [divorceScene('civil_office'), '2014-01-06', '2018-10-01'],
  [divorceScene('religious_office'), '2014-01-06', '2018-10-01'],
  [adoptionScene, '2013-06-03', '2018-10-01'],
  [nameChangeScene('stands'), '2013-06-03', '2018-10-01'],
  [nameChangeScene('undone'), '2013-06-03', '2018-10-01'],
  [sexChangeScene, '2015-01-05', '2018-10-01'],
  [citizenshipGainedScene(ANTON, 3), '2014-01-06', '2014-12-01'],
  [citizenshipLostScene, '2013-07-03', '2015-12-01'],
  [citizenshipLostScene, '2016-01-03', '2018-10-01'],
  [moveScene('out', 'cancelled'), '2013-06-03', '2018-10-01'],
  [moveScene('in'), '2013-06-03', '2018-10-01'],
  [moveScene('out'), '2018-12-10', '2018-12-10'],
  [moveScene('in'), '2018-12-07', '2018-12-10'],
  [abroadScene('returns'), '2013-06-03', '2016-12-01'],
  [abroadScene('stays'), '2013-06-03', '2018-10-01'],
  [twiceScene('merged'), '2013-06-03', '2018-06-01'],
  [twiceScene('parted'), '2013-06-03', '2018-06-01'],
  [twiceScene('open'), '2018-06-03', '2018-11-01'],
  [inactiveScene, '2014-06-03', '2018-06-01'],
  [leaveScene, '2016-07-04', '2016-07-04'],
  [caseScene, '2018-08-06', '2018-08-06'],
  [lostCardScene('refused'), '2013-06-03', '2018-12-01'],
  [lostCardScene('withdrawn'), '2013-06-03', '2018-12-01'],
  [lostCardScene('completed'), '2013-06-03', '2018-12-01'],
  [lostCardScene('draft'), '2018-12-06', '2018-12-10'],
  [lostCardScene('submitted'), '2018-12-06', '2018-12-10'],
  [lostCardScene('assigned'), '2018-12-06', '2018-12-10'],
  [lostCardScene('incomplete'), '2018-11-26', '2018-12-05'],
  [lookScene, '2013-06-03', '2018-12-10'],
  [lookScene, '2013-06-03', '2018-12-10'],
  [lookScene, '2013-06-03', '2018-12-10'],
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
    stage.enter(OPENS_AT, () => open(stage), 500);
  },

  /** A few things a week, and each morning what falls due. */
  async goOn(stage, from, until) {
    const play = await gather(stage, { salt: 'afterwards', until });
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

async function open(stage: Stage): Promise<void> {
  const play = await gather(stage, { salt: 'counter', until: CLOSES_AT });
  const { desk } = play;
  await plantPeople(desk);
  plantCases(play);
  let people = 0;
  for (const [scene, from, until] of ONCE) {
    const took = scene(play, between(desk, asCivilDate(from), asCivilDate(until)));
    if (took === 0) stage.fault(`nobody fits ${scene.name} of ${from}`);
    people += took;
  }
  const wanted = Math.min(MOST_PEOPLE, Math.floor(stage.residents / 25));
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
