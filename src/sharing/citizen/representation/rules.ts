/**
 * Who may act for whom. Children under 17 who never married have no card and no way in (UU 24/2013 art. 63); their parents represent them
 * (UU 1/1974 art. 47), or a guardian by a court's decision (art. 50 to 54; PP 29/2019), unless a court has taken that away (art. 49, 53).
 * For an adult it is the curator whom a court has named (KUHPerdata art. 433, 436, 452). The law's child ends at 18; with his card at 17 he
 * comes himself. Articles read in public copies of the laws (domainhukum.com on UU 1/1974; yurismuda.com on curatorship). Pure.
 */
import type { Nik } from '../../../core/id/nik.ts';
import { ageOn, addYears, type CivilDate } from '../../../core/time/civil-date.ts';

/** As what somebody acts, in the word that the represented reads. */
export const CAPACITIES = ['mother', 'father', 'guardian', 'curator'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** What an officer can enter by its papers. */
export const AUTHORITY_KINDS = ['parent', 'guardian', 'curator'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

export const PAPERS = ['birth_certificate', 'court_decision'] as const;
export type Paper = (typeof PAPERS)[number];

/** Only a parent is proved by a certificate; and not one whom a court or an order has shut out. */
export function papersFor(kind: AuthorityKind, excluded: boolean): readonly Paper[] {
  return kind === 'parent' && !excluded ? PAPERS : ['court_decision'];
}

/** Why an officer ends what was entered. `replaced`: by a later paper about the same two. */
export const END_GROUNDS = ['court_decision', 'protection_order', 'paper_wrong', 'asked'] as const;
export type EndGround = (typeof END_GROUNDS)[number];

export const EXCLUSION_GROUNDS = ['court_decision', 'protection_order'] as const;
export type ExclusionGround = (typeof EXCLUSION_GROUNDS)[number];
/** On what somebody is shut out, and the law. */
export const EXCLUSION_LAWS = {
  court_decision: 'UU 1/1974 ps. 49 dan 53',
  protection_order: 'UU 23/2004 ps. 16 dan 28',
} as const satisfies Record<ExclusionGround, string>;

export const OF_AGE = 17;

/** What the rules ask of a person's record. */
export interface Party {
  readonly nik: Nik;
  readonly name: string;
  readonly sex: number;
  readonly birthDate: CivilDate;
  readonly maritalStatus: number;
  readonly state: string;
  readonly motherNik: Nik | null;
  readonly fatherNik: Nik | null;
}

const UNMARRIED = 1;
const ALIVE = 'HIDUP';
const FEMALE = 2;

/** The first day on which somebody acts for himself, unless he marries before. */
export const ownFrom = ({ birthDate }: Pick<Party, 'birthDate'>): CivilDate => addYears(birthDate, OF_AGE);

export const isChild = ({ birthDate, maritalStatus }: Pick<Party, 'birthDate' | 'maritalStatus'>, day: CivilDate) =>
  ageOn(birthDate, day) < OF_AGE && maritalStatus === UNMARRIED;

export const parentWord = ({ sex }: Pick<Party, 'sex'>): 'mother' | 'father' => (sex === FEMALE ? 'mother' : 'father');

/** By what the register says that somebody is a parent. */
export type Ground = 'birth' | 'adoption' | 'family_card';

export interface Kin {
  readonly child: Party;
  readonly person: Party;
  /** Who adopted the child, by a ruling that the register holds; nobody for most. */
  readonly adopters: readonly Nik[];
  /** The child is the head's child in the card of which the person is head, husband or wife. */
  readonly oneCard: boolean;
  /** The parents' names in the child's record; asked for only where it matters. */
  readonly named: { readonly motherName: string | null; readonly fatherName: string | null } | null;
}

/**
 * Whether the register says that `person` is a parent of `child`, and by what. Who adopted takes the place of who gave birth. The number in
 * the birth record speaks for itself and against everybody else; where it holds none, the card alone is not enough, because a step-parent
 * stands on it as husband or wife: the name in the child's own record must be his too.
 */
export function parentage(
  { child, person, adopters, oneCard, named }: Kin,
  same: (a: string, b: string) => boolean,
): Ground | null {
  if (adopters.length > 0) return adopters.includes(person.nik) ? 'adoption' : null;
  const line = parentWord(person);
  const recorded = line === 'mother' ? child.motherNik : child.fatherNik;
  if (recorded !== null) return recorded === person.nik ? 'birth' : null;
  const name = line === 'mother' ? named?.motherName : named?.fatherName;
  return oneCard && name && same(name, person.name) ? 'family_card' : null;
}

/** Head, husband, wife: whose child the card's child (4) is. */
export const COUPLE: readonly number[] = [1, 2, 3];
export const CHILD_OF_HEAD = 4;

/** What was entered by papers, as far as it decides. */
export interface Entered {
  readonly kind: AuthorityKind;
  readonly until: CivilDate | null;
  readonly ended: boolean;
}

/** How it stands: in force, ended by an act, or by itself. */
export const STANDINGS = ['in_force', 'ended', 'term', 'of_age', 'married', 'gone'] as const;
export type AuthorityStanding = (typeof STANDINGS)[number];

export function standingOf(entered: Entered, of: Party, by: Party, day: CivilDate): AuthorityStanding {
  if (entered.ended) return 'ended';
  if (of.state !== ALIVE || by.state !== ALIVE) return 'gone';
  if (entered.until !== null && entered.until < day) return 'term';
  if (entered.kind === 'curator') return 'in_force';
  if (of.maritalStatus !== UNMARRIED) return 'married';
  return isChild(of, day) ? 'in_force' : 'of_age';
}

export interface Claim {
  readonly of: Party;
  readonly by: Party;
  readonly register: Ground | null;
  readonly entered: readonly Entered[];
  /** A court or an order has shut `by` out. */
  readonly excluded: boolean;
  /** `by` stands under a curator himself. */
  readonly incapable: boolean;
}

/** As what `by` may act for `of` on this day; `null`: he may not. */
export function capacityOf(claim: Claim, day: CivilDate): { as: Capacity; ground: Ground | 'entered' } | null {
  const { of, by, register, entered, excluded, incapable } = claim;
  if (excluded || incapable || of.state !== ALIVE || by.state !== ALIVE) return null;
  if (register !== null && isChild(of, day)) return { as: parentWord(by), ground: register };
  const held = entered.find((each) => standingOf(each, of, by, day) === 'in_force');
  if (!held) return null;
  return { as: held.kind === 'parent' ? parentWord(by) : held.kind, ground: 'entered' };
}

/** What keeps an authority from being entered at all. */
export type EntryFault = 'gone' | 'not_a_child' | 'not_grown' | 'too_young' | 'decided_ahead' | 'term_over' | 'paper';

export function entryFaults(
  given: { kind: AuthorityKind; paper: Paper; decidedOn: CivilDate; until: CivilDate | null; excluded: boolean },
  of: Party,
  by: Party,
  day: CivilDate,
): EntryFault[] {
  const { kind, paper, decidedOn, until, excluded } = given;
  const child = isChild(of, day);
  const wrong: Record<EntryFault, boolean> = {
    gone: of.state !== ALIVE || by.state !== ALIVE,
    not_a_child: kind !== 'curator' && !child,
    not_grown: kind === 'curator' && child,
    too_young: isChild(by, day),
    decided_ahead: decidedOn > day,
    term_over: until !== null && until < day,
    paper: !papersFor(kind, excluded).includes(paper),
  };
  return (Object.keys(wrong) as EntryFault[]).filter((name) => wrong[name]);
}
