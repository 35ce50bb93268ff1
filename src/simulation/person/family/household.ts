import { mix, roll, type Die } from '../draw/draw.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** SHDK codes. */
export const RELATION = { head: 1, wife: 3, child: 4, grandchild: 6, parent: 7, parentInLaw: 8, otherKin: 9 } as const;

const YEAR = 365.25;
/** A mother is 15 to 48 years older than her child; families are made a little within that. */
const MOTHER_DAYS = [16 * YEAR, 44 * YEAR] as const;
const FATHER_DAYS = [18 * YEAR, 60 * YEAR] as const;
/** Brothers and sisters are at least this far apart. */
const SIBLING_DAYS = 330;
const CHILDREN_AT_MOST = 6;

/**
 * Puts the people of a neighbourhood into families: couples by age, single parents, old people with their children or on
 * their own, then each child with parents of a fitting age. Always holds afterwards: each person has a head, each
 * head is its own head, and whoever is named as a parent is old enough to be one.
 */
export function formFamilies(hood: Neighbourhood, salt: number, die: Die): void {
  die.state = mix(mix(salt, 3), hood.block);
  marry(hood, 3, 14, die);
  marry(hood, 9, 24, die);
  settleTheUnpaired(hood, die);
  for (let p = 0; p < hood.size; p++) if (isCouple(hood, p)) beginWithCouple(hood, p);
  for (let p = 0; p < hood.size; p++) if (hood.head[p] === -1 && hood.status[p]! > 1) placeSingle(hood, p, die);
  for (let p = 0; p < hood.size; p++) if (hood.head[p] === -1 && hood.age[p]! >= 35) beginAlone(hood, p);
  if (hood.head.subarray(0, hood.size).every((head) => head === -1)) beginAlone(hood, 0);
  for (let p = 0; p < hood.size; p++) if (hood.head[p] === -1) placeYoung(hood, p, die);
}

/** Pairs the oldest married man with the oldest married woman who is at most `older` years older and `younger` younger. */
function marry(hood: Neighbourhood, older: number, younger: number, die: Die): void {
  let w = 0;
  for (let m = 0; m < hood.size; m++) {
    if (hood.male[m] !== 1 || hood.status[m] !== 2 || hood.spouse[m] !== -1) continue;
    while (w < hood.size && !(isFreeWife(hood, w) && hood.age[w]! <= hood.age[m]! + older)) w++;
    // Now and then the next woman instead, or couples of one neighbourhood would all be equally far apart.
    let wife = w;
    if (roll(die) < 0.3) {
      const next = nextWife(hood, w);
      if (next !== -1 && hood.age[next]! >= hood.age[m]! - younger) wife = next;
    }
    if (wife >= hood.size) return;
    if (hood.age[wife]! < hood.age[m]! - younger) continue;
    hood.spouse[m] = wife;
    hood.spouse[wife] = m;
    if (wife === w) w++;
  }
}

function isFreeWife(hood: Neighbourhood, p: number): boolean {
  return hood.male[p] === 0 && hood.status[p] === 2 && hood.spouse[p] === -1;
}

function nextWife(hood: Neighbourhood, from: number): number {
  for (let p = from + 1; p < hood.size; p++) if (isFreeWife(hood, p)) return p;
  return -1;
}

/** Who found nobody of a fitting age: the young wait, of the others some are divorced or widowed, some have the spouse elsewhere. */
function settleTheUnpaired(hood: Neighbourhood, die: Die): void {
  for (let p = 0; p < hood.size; p++) {
    if (hood.status[p] !== 2 || hood.spouse[p] !== -1) continue;
    const age = hood.age[p]!;
    const fate = roll(die);
    if (age < 30) hood.status[p] = 1;
    else if (age >= 50) hood.status[p] = fate < 0.8 ? 4 : 2;
    else hood.status[p] = fate < 0.3 ? 3 : fate < 0.5 ? 1 : 2;
  }
}

function isCouple(hood: Neighbourhood, p: number): boolean {
  return hood.male[p] === 1 && hood.spouse[p] !== -1;
}

function beginWithCouple(hood: Neighbourhood, man: number): void {
  const wife = hood.spouse[man]!;
  beginAlone(hood, man);
  join(hood, wife, man, RELATION.wife, 1);
}

function beginAlone(hood: Neighbourhood, p: number): void {
  join(hood, p, p, RELATION.head, 0);
}

function join(hood: Neighbourhood, p: number, head: number, relation: number, line: number): void {
  hood.head[p] = head;
  hood.relation[p] = relation;
  hood.line[p] = line;
}

/** Divorced, widowed, or married to somebody elsewhere: the old may live with a son or a daughter, the others alone. */
function placeSingle(hood: Neighbourhood, p: number, die: Die): void {
  if (hood.age[p]! < 60 || roll(die) < 0.25) return beginAlone(hood, p);
  for (let h = 0; h < hood.size; h++) {
    if (hood.head[h] !== h || hood.age[h]! > 60 || hood.spouse[h] === -1) continue;
    if (takeAsParent(hood, p, h)) return join(hood, p, h, RELATION.parent, 0);
    if (takeAsParent(hood, p, hood.spouse[h]!)) return join(hood, p, h, RELATION.parentInLaw, 1);
  }
  beginAlone(hood, p);
}

function takeAsParent(hood: Neighbourhood, parent: number, child: number): boolean {
  const parents = hood.male[parent] === 1 ? hood.father : hood.mother;
  if (parents[child] !== -1 || !fitsAsParent(hood, parent, child)) return false;
  // One parent at a time: two who moved in apart were not married to each other.
  if (hood.father[child] !== -1 || hood.mother[child] !== -1) return false;
  parents[child] = parent;
  return true;
}

function fitsAsParent(hood: Neighbourhood, parent: number, child: number): boolean {
  const days = hood.born[child]! - hood.born[parent]!;
  const [least, most] = hood.male[parent] === 1 ? FATHER_DAYS : MOTHER_DAYS;
  return days >= least && days <= most;
}

/** Children and the unmarried under 35. */
function placeYoung(hood: Neighbourhood, p: number, die: Die): void {
  const age = hood.age[p]!;
  const atHome = age < 18 || roll(die) < (40 - age) / 15;
  const head = atHome ? bestFamily(hood, p, die) : -1;
  if (head !== -1) {
    const man = hood.male[head] === 1;
    hood.father[p] = man ? head : -1;
    hood.mother[p] = man ? hood.spouse[head]! : head;
    return join(hood, p, head, RELATION.child, 0);
  }
  if (age >= 20 && roll(die) < 0.45) return beginAlone(hood, p);
  lodge(hood, p, die);
}

function bestFamily(hood: Neighbourhood, child: number, die: Die): number {
  let best = -1;
  let bestScore = Infinity;
  for (let h = 0; h < hood.size; h++) {
    if (hood.head[h] !== h || hood.status[h] === 1 || !fitsAsParent(hood, h, child)) continue;
    const wife = hood.spouse[h]!;
    if (wife !== -1 && !fitsAsParent(hood, wife, child)) continue;
    const score = scoreOf(hood, h, child) + roll(die) * 6;
    if (score < bestScore) {
      bestScore = score;
      best = h;
    }
  }
  return best;
}

/** The fewer children the better, mothers near 27 first, single parents last; infinite where it cannot be. */
function scoreOf(hood: Neighbourhood, head: number, child: number): number {
  let children = 0;
  for (let p = 0; p < hood.size; p++) {
    if (hood.head[p] !== head || hood.relation[p] !== RELATION.child) continue;
    if (Math.abs(hood.born[p]! - hood.born[child]!) < SIBLING_DAYS) return Infinity;
    children++;
  }
  if (children >= CHILDREN_AT_MOST) return Infinity;
  const mother = hood.spouse[head] === -1 ? head : hood.spouse[head]!;
  const motherAge = (hood.born[child]! - hood.born[mother]!) / YEAR;
  return children * 7 + Math.abs(motherAge - 27) + (hood.spouse[head] === -1 ? 14 : 0);
}

/** No parents here: with the oldest who could be grandparents, else with anybody who has a family. */
function lodge(hood: Neighbourhood, p: number, die: Die): void {
  let first = -1;
  for (let h = 0; h < hood.size; h++) {
    if (hood.head[h] !== h) continue;
    if (hood.age[h]! - hood.age[p]! >= 38) {
      if (first === -1 || roll(die) < 0.4) first = h;
    } else if (first === -1 && hood.age[h]! >= 20) first = h;
  }
  const grandchild = hood.age[first]! - hood.age[p]! >= 38 && hood.status[first]! > 1;
  join(hood, p, first, grandchild ? RELATION.grandchild : RELATION.otherKin, 2);
}
