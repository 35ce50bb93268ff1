/**
 * Dashboards for leadership, provinces and regencies, and for everybody: coverage, cards and blanks, the ladder of cooperation, the use of
 * data, voters; what went wrong beside what went well.
 * Always holds: no page counts a nation, each reads counts that are kept by day, region and measure, and says when they were counted; they are
 * what the statement says of the same day; outside a region's own offices no cell of one or two people is shown, nor what gives one away.
 * Law: UU 14/2008 (what a public body must say unasked), UU 24/2013 art. 58.
 */
export { countDashboard } from './count.ts';
export { readDashboard } from './read.ts';
export { room } from './room.ts';
