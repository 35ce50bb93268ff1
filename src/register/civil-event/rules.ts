/** The rules of civil events: pure. A fault is refused, a warning is shown and does not stand in the way. */
import { addDays, addYears, ageOn, daysBetween, type CivilDate } from '../../core/time/civil-date.ts';
import type { Resident, ResidentState } from '../resident/schema.ts';
import type { ServiceKind } from '../application/rules.ts';
import type { Bond, RecordableKind } from './schema.ts';

export { DEADLINES, OTHER_EVENTS } from './deadlines.ts';

/** Which service of an office is which event; the others are the business of other rooms. */
export const SERVICE_EVENTS = {
  birth: 'birth',
  death: 'death',
  stillbirth: 'stillbirth',
  marriage: 'marriage',
  marriage_notification: 'marriage_notification',
  divorce: 'divorce',
  divorce_notification: 'divorce_notification',
  adoption: 'adoption',
  recognition: 'recognition',
  legitimation: 'legitimation',
  name_change: 'name_change',
  sex_change: 'sex_change',
  citizenship: 'citizenship',
  'biodata.correction': 'biodata_correction',
  address_change: 'address_change',
  move: 'move',
  move_abroad: 'move_abroad',
  return_from_abroad: 'return_from_abroad',
  other_event: 'other',
} as const satisfies Partial<Record<ServiceKind, RecordableKind>>;

export type Person = Pick<
  Resident,
  | 'nik'
  | 'sex'
  | 'birthDate'
  | 'religion'
  | 'maritalStatus'
  | 'maritalRegistered'
  | 'marriageDate'
  | 'marriageCertificate'
  | 'divorceDate'
  | 'state'
  | 'stateSince'
  | 'nationality'
  | 'fatherNik'
  | 'motherNik'
>;

export interface Fault {
  readonly code: FaultCode;
  /** As in the details: `mother`. */
  readonly path: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
export type FaultCode =
  | 'civil_event.not_a_woman'
  | 'civil_event.not_a_man'
  | 'civil_event.same_person'
  | 'civil_event.mother_age'
  | 'civil_event.mother_dead'
  | 'civil_event.father_dead'
  | 'civil_event.parents_needed'
  | 'civil_event.father_not_named'
  | 'civil_event.parents_not_married'
  | 'civil_event.statement_needed'
  | 'civil_event.report_needed'
  | 'civil_event.too_young_to_marry'
  | 'civil_event.married_already'
  | 'civil_event.for_the_religious_office'
  | 'civil_event.not_for_the_religious_office'
  | 'civil_event.two_religions'
  | 'civil_event.not_married'
  | 'civil_event.not_each_other'
  | 'civil_event.marriage_unknown'
  | 'civil_event.father_known'
  | 'civil_event.not_the_mother'
  | 'civil_event.ruling_needed'
  | 'civil_event.before_birth'
  | 'civil_event.citizen_already'
  | 'civil_event.not_a_citizen'
  | 'civil_event.nationality_needed'
  | 'civil_event.parent_too_young';

export interface Warning {
  readonly code: WarningCode;
  readonly values?: Readonly<Record<string, string | number>>;
}
export type WarningCode =
  | 'civil_event.warning.mother_age'
  | 'civil_event.warning.parents_not_in_one_card'
  | 'civil_event.warning.no_card'
  | 'civil_event.warning.spouse_unknown'
  | 'civil_event.warning.consent_needed'
  | 'civil_event.warning.waiting_time'
  | 'civil_event.warning.spouse_elsewhere'
  | 'civil_event.warning.nik_out_of_line'
  | 'civil_event.warning.adopted_adult'
  | 'civil_event.warning.headless'
  | 'civil_event.warning.move_underway';

const MALE = 1;
const FEMALE = 2;
export const ISLAM = 1;
export const MARRIED = 2;
export const DIVORCED = 3;
export const WIDOWED = 4;

const fault = (code: FaultCode, path: string, values?: Fault['values']): Fault => ({
  code,
  path,
  ...(values ? { values } : {}),
});

export function sexFaults(person: Pick<Person, 'sex'> | undefined, sex: 1 | 2, path: string): Fault[] {
  if (!person || person.sex === sex) return [];
  return [fault(sex === MALE ? 'civil_event.not_a_man' : 'civil_event.not_a_woman', path)];
}

/** A pregnancy lasts at most this long: who died or parted before it began is not the father. */
export const LONGEST_PREGNANCY = 300;

export interface BirthGiven {
  readonly bond: Bond;
  readonly mother: Person | undefined;
  readonly father: Person | undefined;
  readonly occurredOn: CivilDate;
  readonly liabilityStatement: string | null;
  readonly foundReport: string | null;
}

/** What stands against a birth as it is told (UU 23/2006 art. 27-28, 55; Perpres 96/2018 art. 33-34). */
export function birthFaults(given: BirthGiven): Fault[] {
  const { bond, mother, father, occurredOn } = given;
  if (bond === 'unknown') {
    if (mother || father) return [fault('civil_event.father_not_named', mother ? 'mother' : 'father')];
    return given.foundReport ? [] : [fault('civil_event.report_needed', 'foundReport')];
  }
  const faults: Fault[] = [];
  if (!mother) faults.push(fault('civil_event.parents_needed', 'mother'));
  if (bond === 'mother' && father) faults.push(fault('civil_event.father_not_named', 'father'));
  if (bond !== 'mother' && !father) faults.push(fault('civil_event.parents_needed', 'father'));
  faults.push(...sexFaults(mother, FEMALE, 'mother'), ...sexFaults(father, MALE, 'father'));
  if (mother) {
    const age = ageOn(mother.birthDate, occurredOn);
    if (age < 10 || age > 60) faults.push(fault('civil_event.mother_age', 'mother', { age }));
    if (mother.state === 'MENINGGAL' && mother.stateSince < occurredOn)
      faults.push(fault('civil_event.mother_dead', 'mother'));
  }
  if (father) {
    if (ageOn(father.birthDate, occurredOn) < 10) faults.push(fault('civil_event.parent_too_young', 'father'));
    if (father.state === 'MENINGGAL' && addDays(father.stateSince, LONGEST_PREGNANCY) < occurredOn)
      faults.push(fault('civil_event.father_dead', 'father'));
  }
  if (bond === 'married' && mother && father && !(wasMarried(mother, occurredOn) && wasMarried(father, occurredOn)))
    faults.push(fault('civil_event.parents_not_married', 'bond'));
  if (bond === 'unrecorded' && !given.liabilityStatement)
    faults.push(fault('civil_event.statement_needed', 'liabilityStatement'));
  return faults;
}

/** Married at the birth, or so lately parted that the child is of the marriage. A dead person keeps what he last was. */
function wasMarried(person: Person, on: CivilDate): boolean {
  if (person.maritalStatus === MARRIED) return true;
  if (person.maritalStatus === DIVORCED)
    return person.divorceDate === null || addDays(person.divorceDate, LONGEST_PREGNANCY) >= on;
  return person.maritalStatus === WIDOWED;
}

export function birthWarnings(given: BirthGiven, oneCard: boolean): Warning[] {
  const warnings: Warning[] = [];
  const age = given.mother && ageOn(given.mother.birthDate, given.occurredOn);
  if (age !== undefined && (age < 15 || age > 50))
    warnings.push({ code: 'civil_event.warning.mother_age', values: { age } });
  if (given.mother && given.father && !oneCard) warnings.push({ code: 'civil_event.warning.parents_not_in_one_card' });
  return warnings;
}

/** Ages at which one may marry, by the day of the marriage (UU 1/1974 art. 7; UU 16/2019 from 15 October 2019). */
export const MARRIAGE_AGES = [
  { from: '1975-10-01' as CivilDate, husband: 19, wife: 16 },
  { from: '2019-10-15' as CivilDate, husband: 19, wife: 19 },
] as const;

export function marriageAge(on: CivilDate): { husband: number; wife: number } {
  return MARRIAGE_AGES.findLast((rule) => rule.from <= on) ?? { husband: 0, wife: 0 };
}

export interface MarriageGiven {
  readonly husband: Person;
  readonly wife: Person;
  readonly occurredOn: CivilDate;
  readonly by: 'civil_office' | 'religious_office';
  readonly courtRuling: string | null;
  readonly dispensationNumber: string | null;
  readonly polygamyPermit: string | null;
}

/** By religion as the law has it: Muslims marry before the KUA, which tells the register; all others before the civil office. */
export function marriageFaults(given: MarriageGiven): Fault[] {
  const { husband, wife, occurredOn, by } = given;
  if (husband.nik === wife.nik) return [fault('civil_event.same_person', 'wife')];
  const faults = [...sexFaults(husband, MALE, 'husband'), ...sexFaults(wife, FEMALE, 'wife')];
  const bothMuslim = husband.religion === ISLAM && wife.religion === ISLAM;
  if (by === 'civil_office' && bothMuslim) faults.push(fault('civil_event.for_the_religious_office', 'husband'));
  if (by === 'religious_office' && !bothMuslim)
    faults.push(fault('civil_event.not_for_the_religious_office', husband.religion === ISLAM ? 'wife' : 'husband'));
  if (by === 'civil_office' && husband.religion !== wife.religion && !given.courtRuling)
    faults.push(fault('civil_event.two_religions', 'courtRuling'));
  const ages = marriageAge(occurredOn);
  for (const [path, person] of [
    ['husband', husband],
    ['wife', wife],
  ] as const) {
    if (ageOn(person.birthDate, occurredOn) < ages[path] && !given.dispensationNumber)
      faults.push(fault('civil_event.too_young_to_marry', path, { age: ages[path] }));
  }
  // A couple that lives as married without a record has its marriage recorded now: that is not a second one.
  if (!unrecordedCouple(husband, wife)) {
    if (wife.maritalStatus === MARRIED) faults.push(fault('civil_event.married_already', 'wife'));
    if (husband.maritalStatus === MARRIED && !given.polygamyPermit)
      faults.push(fault('civil_event.married_already', 'husband'));
  }
  return faults;
}

function unrecordedCouple(husband: Person, wife: Person): boolean {
  return [husband, wife].every((one) => one.maritalStatus === MARRIED && one.maritalRegistered === false);
}

export function marriageWarnings(given: Pick<MarriageGiven, 'husband' | 'wife' | 'occurredOn'>): Warning[] {
  const { husband, wife, occurredOn } = given;
  const warnings: Warning[] = [];
  // UU 1/1974 art. 6 (2)
  if ([husband, wife].some((one) => ageOn(one.birthDate, occurredOn) < 21))
    warnings.push({ code: 'civil_event.warning.consent_needed' });
  // PP 9/1975 art. 39: 90 days after a divorce.
  if (wife.divorceDate && daysBetween(wife.divorceDate, occurredOn) < 90)
    warnings.push({ code: 'civil_event.warning.waiting_time' });
  return warnings;
}

export interface DivorceGiven {
  readonly husband: Person;
  readonly wife: Person;
  readonly by: 'civil_office' | 'religious_office';
  /** Whether the register knows them as a couple by their card. */
  readonly oneCard: boolean;
  /** The marriage that ends, as the report names it. */
  readonly marriageDeedNumber?: string | null;
  readonly marriageDate?: CivilDate | null;
}

export function divorceFaults(given: DivorceGiven): Fault[] {
  const { husband, wife, by } = given;
  if (husband.nik === wife.nik) return [fault('civil_event.same_person', 'wife')];
  const faults = [...sexFaults(husband, MALE, 'husband'), ...sexFaults(wife, FEMALE, 'wife')];
  const bothMuslim = husband.religion === ISLAM && wife.religion === ISLAM;
  if (by === 'civil_office' && bothMuslim) faults.push(fault('civil_event.for_the_religious_office', 'husband'));
  if (by === 'religious_office' && husband.religion !== ISLAM && wife.religion !== ISLAM)
    faults.push(fault('civil_event.not_for_the_religious_office', 'husband'));
  for (const [path, person] of [
    ['husband', husband],
    ['wife', wife],
  ] as const)
    if (person.maritalStatus !== MARRIED) faults.push(fault('civil_event.not_married', path));
  const deeds = [husband.marriageCertificate, wife.marriageCertificate];
  const dates = [husband.marriageDate, wife.marriageDate];
  const differ = ([a, b]: readonly (string | null)[]) => a !== null && b !== null && a !== b;
  if (faults.length === 0 && !given.oneCard && (differ(deeds) || differ(dates)))
    faults.push(fault('civil_event.not_each_other', 'wife'));
  // The certificate of divorce names the deed of marriage that ends.
  if (by === 'civil_office') {
    if (!(given.marriageDeedNumber ?? husband.marriageCertificate ?? wife.marriageCertificate))
      faults.push(fault('civil_event.marriage_unknown', 'marriageDeedNumber'));
    if (!(given.marriageDate ?? husband.marriageDate ?? wife.marriageDate))
      faults.push(fault('civil_event.marriage_unknown', 'marriageDate'));
  }
  return faults;
}

export interface KinGiven {
  readonly child: Person;
  readonly father: Person;
  readonly mother: Person;
  /** Whether the register holds a father's name for the child. */
  readonly fatherNamed: boolean;
  readonly rulingNumber: string | null;
}

/** Recognition (UU 23/2006 art. 49): of a child whose father is in no record; the mother agrees. */
export function recognitionFaults(given: KinGiven): Fault[] {
  const faults = kinFaults(given);
  if (given.child.fatherNik !== null || given.fatherNamed) faults.push(fault('civil_event.father_known', 'child'));
  return faults;
}

/** Legitimation (art. 50): the parents have married each other since. */
export function legitimationFaults(given: KinGiven): Fault[] {
  const faults = kinFaults(given);
  const { child, father, mother } = given;
  if (child.fatherNik !== null && child.fatherNik !== father.nik)
    faults.push(fault('civil_event.father_known', 'child'));
  if (child.fatherNik === null && given.fatherNamed) faults.push(fault('civil_event.father_known', 'child'));
  for (const [path, person] of [
    ['father', father],
    ['mother', mother],
  ] as const)
    if (person.maritalStatus !== MARRIED || person.maritalRegistered !== true)
      faults.push(fault('civil_event.not_married', path));
  return faults;
}

function kinFaults({ child, father, mother, rulingNumber }: KinGiven): Fault[] {
  const faults = [...sexFaults(father, MALE, 'father'), ...sexFaults(mother, FEMALE, 'mother')];
  if (child.nik === father.nik || child.nik === mother.nik) faults.push(fault('civil_event.same_person', 'child'));
  if (child.motherNik !== null && child.motherNik !== mother.nik)
    faults.push(fault('civil_event.not_the_mother', 'mother'));
  if (ageOn(father.birthDate, child.birthDate) < 10) faults.push(fault('civil_event.parent_too_young', 'father'));
  // Art. 49 (2), 50 (2): not where the parents' religion does not know it; then a court decides.
  if (father.religion === ISLAM && !rulingNumber) faults.push(fault('civil_event.ruling_needed', 'rulingNumber'));
  return faults;
}

/** Nobody's event lies before his birth. */
export function beforeBirthFaults(
  people: readonly { readonly path: string; readonly birthDate: CivilDate }[],
  occurredOn: CivilDate,
): Fault[] {
  return people
    .filter((person) => person.birthDate > occurredOn)
    .map(({ path }) => fault('civil_event.before_birth', path));
}

export function citizenshipFaults(
  person: Pick<Person, 'nationality'>,
  given: { change: 'gained' | 'lost'; nationality: string | null },
): Fault[] {
  if (given.change === 'gained')
    return person.nationality === 'IDN' ? [fault('civil_event.citizen_already', 'person')] : [];
  if (person.nationality !== 'IDN') return [fault('civil_event.not_a_citizen', 'person')];
  return given.nationality === null || given.nationality === 'IDN'
    ? [fault('civil_event.nationality_needed', 'nationality')]
    : [];
}

/** Adopted children are not grown up (PP 54/2007 art. 12); a court may have its reasons. */
export function adoptionWarnings(child: Pick<Person, 'birthDate'>, on: CivilDate): Warning[] {
  return addYears(child.birthDate, 18) <= on ? [{ code: 'civil_event.warning.adopted_adult' }] : [];
}

/** States in which somebody is here and may take part in what happens. */
export const PRESENT: readonly ResidentState[] = ['HIDUP', 'NONAKTIF'];
