/**
 * The journeys of the demo. Each wing adds its own file; what they enter in the calendar is played in the order of its days.
 */
import { arrival } from './arrival.ts';
import { card } from './card.ts';
import { counter } from './counter.ts';
import { election } from './election.ts';
import type { Journey } from './journey.ts';
import { recording } from './recording.ts';
import { sharing } from './sharing.ts';
import { statistics } from './statistics.ts';

export { storyCalendar, type Calendar } from './calendar.ts';
export { PLANTED } from './counter/planted-people.ts';
export { openStage, type Journey, type OpenStage, type Stage } from './journey.ts';
export { raiseCurtain, recallCast, handOutKeys, STORY_REGENCY, type Cast } from './cast.ts';

export { STORY_TARIFF_FROM } from './sharing/balances.ts';
export { citizenCode } from './sharing/siti.ts';
export { portalAccount } from './sharing/portal.ts';
export { stationCode } from './recording/station.ts';

export const journeys: readonly Journey[] = [arrival, counter, recording, card, sharing, election, statistics];

/** The story begins on its first working day and ends with the statement of 11 December 2018, 16.00 WIB. */
export const STORY_BEGINS = new Date('2013-05-01T01:00:00Z');
export const STORY_ENDS = new Date('2018-12-11T09:00:00Z');
