/**
 * Cards and blanks at a glance, for the ministry and its leadership: stock, days of stock left, the print-ready backlog, reports of
 * destruction and open incidents of every region. Always holds: it keeps nothing and counts nothing of its own; each figure is the
 * sum of what its own room lists.
 */
export { room } from './room.ts';
