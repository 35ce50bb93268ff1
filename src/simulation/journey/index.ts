/**
 * The journeys of the demo, in the order in which the story plays them. Each wing adds its own file.
 */
import { arrival } from './arrival.ts';
import type { Journey } from './journey.ts';

export type { Journey, Stage } from './journey.ts';
export { raiseCurtain, recallCast, handOutKeys, STORY_REGENCY, type Cast } from './cast.ts';

export const journeys: readonly Journey[] = [arrival];

/** The story begins on its first working day and ends with the statement of 11 December 2018, 16.00 WIB. */
export const STORY_BEGINS = new Date('2013-05-01T01:00:00Z');
export const STORY_ENDS = new Date('2018-12-11T09:00:00Z');
