/**
 * Sharing at a glance, for everybody: the register of agreements with how much each institution is answered.
 * Always holds: it keeps nothing and counts nothing of its own; no figure says whom a question was about, and no name of a person stands in it.
 * Law: UU 14/2008 (what a public body must say unasked), UU 24/2013 art. 58.
 */
export { room } from './room.ts';
