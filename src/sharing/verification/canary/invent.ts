/**
 * Inventing a person who does not stand out: everything is taken from people who live there, and nothing from one of them. Names are put
 * together from two of the same sex, the birthday is moved, the street has another number. Pure but for the dice.
 */
import { addDays, addYears, type CivilDate } from '../../../core/time/index.ts';
import type { SampledPerson } from '../../../register/resident/index.ts';

/** From 0 up to but not `below`. */
export type Dice = (below: number) => number;

/** An invented person before it has a number and a family card. */
export type Invented = SampledPerson & { readonly motherName: string; readonly fatherName: string };

/** Fewer people than this do not hide anybody. */
export const LEAST_PEOPLE = 12;
const ADULT = { from: 20, to: 70 } as const;
const MOVED_DAYS = 300;
const MAN = 1;
const WOMAN = 2;

/** `null` where too few people are known to hide among them. */
export function invent(people: readonly SampledPerson[], today: CivilDate, dice: Dice): Invented | null {
  const adults = people.filter(({ birthDate }) => isAdult(birthDate, today));
  const [women, men] = [ofSex(people, WOMAN), ofSex(people, MAN)];
  if (adults.length < LEAST_PEOPLE || women.length < 2 || men.length < 2) return null;
  const base = pick(adults, dice);
  const neighbours = people.filter(({ villageCode }) => villageCode === base.villageCode);
  const birthDate = addDays(base.birthDate, dice(2 * MOVED_DAYS) - MOVED_DAYS);
  return {
    ...base,
    name: nameLike(base.sex === WOMAN ? women : men, people, dice),
    birthDate,
    address: otherNumber(pick(neighbours, dice).address, dice),
    rt: pick(neighbours, dice).rt,
    rw: pick(neighbours, dice).rw,
    motherName: nameLike(women, people, dice),
    fatherName: nameLike(men, people, dice),
  };
}

function isAdult(birthDate: CivilDate, today: CivilDate): boolean {
  return birthDate <= addYears(today, -ADULT.from) && birthDate >= addYears(today, -ADULT.to);
}

const ofSex = (people: readonly SampledPerson[], sex: number) => people.filter((person) => person.sex === sex);
const pick = <T>(all: readonly T[], dice: Dice): T => all[dice(all.length)]!;

const TRIES = 20;

/** The first words of one and the last of another, as nobody of those who are known is called. */
function nameLike(models: readonly SampledPerson[], people: readonly SampledPerson[], dice: Dice): string {
  let name = '';
  for (let n = 0; n < TRIES; n++) {
    const [first, last] = [pick(models, dice).name.split(' '), pick(models, dice).name.split(' ')];
    name = [...(first.length > 1 ? first.slice(0, -1) : first), last.at(-1)!].join(' ');
    if (!people.some((person) => person.name === name)) return name;
  }
  return name;
}

/** The same street, another house. */
function otherNumber(address: string, dice: Dice): string {
  return address.replace(/\d+(?=\D*$)/, String(1 + dice(140)));
}
