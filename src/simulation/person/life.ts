import { pickShare, roll, sharesOf, type Die } from './draw/draw.ts';

/** What a person learnt, does and is, by age, sex and place. Codes are those of SIAK (code tables of the register). */
export interface Circumstances {
  age: number;
  male: boolean;
  married: boolean;
  religion: number;
  inCity: boolean;
}

type Work = readonly (readonly [occupation: number, menInCity: number, menInVillage: number, women: number])[];

/** Parts of those who work; women of city and village alike. */
const WORK: Work = [
  [5, 3.5, 1.8, 4],
  [8, 3, 1.5, 4],
  [9, 2, 41, 22],
  [10, 0.2, 1, 0.2],
  [11, 1, 4, 0.2],
  [12, 2, 0.6, 2],
  [13, 2, 1.5, 0],
  [14, 1.5, 0.7, 0],
  [15, 34, 10, 24],
  [16, 1, 0.2, 0.4],
  [17, 0.3, 0.1, 0.1],
  [18, 1, 1, 2.5],
  [19, 12, 9, 4],
  [20, 1, 11, 8],
  [21, 0.3, 1, 0],
  [23, 0, 0, 3],
  [26, 1.2, 1.4, 0],
  [27, 0.6, 0.8, 0],
  [29, 0.3, 0.2, 0],
  [30, 0.4, 0.3, 3],
  [35, 0.9, 0.5, 0],
  [44, 0.1, 0, 0.1],
  [64, 0.3, 0, 0.4],
  [65, 1.3, 1, 6],
  [67, 0.15, 0, 0.1],
  [69, 0.1, 0, 0],
  [72, 0.2, 0, 0.4],
  [73, 0, 0, 1.6],
  [74, 0.3, 0.2, 1.8],
  [79, 0.3, 0.2, 0],
  [81, 3, 2, 0],
  [84, 6, 3.5, 9],
  [85, 0.1, 1, 0.4],
  [86, 0, 0.15, 0],
  [88, 25, 12, 14],
];
const MEN_IN_CITY = sharesOf(WORK.map((row) => row[1]));
const MEN_IN_VILLAGE = sharesOf(WORK.map((row) => row[2]));
const WOMEN = sharesOf(WORK.map((row) => row[3]));

export function occupationOf(who: Circumstances, die: Die): number {
  const { age, male } = who;
  const fate = roll(die);
  if (age < 6) return 1;
  if (age < 18) return fate < 0.94 ? 3 : 1;
  if (age < 23 && !who.married && fate < (who.inCity ? 0.5 : 0.3)) return 3;
  if (age >= 62) {
    if (fate < 0.16) return 4;
    if (fate < 0.4) return male ? 1 : 2;
  }
  if (!male && fate < (who.married ? 0.62 : 0.2)) return 2;
  if (age < 30 && fate > 0.9) return 1;
  if (male && age >= 19 && age < 58 && fate > 0.4 && fate < 0.41) return fate < 0.405 ? 6 : 7;
  if (fate > 0.7 && fate < 0.7015) return who.religion === 1 ? 45 : who.religion === 2 ? 42 : 88;
  return WORK[pickShare(die, male ? (who.inCity ? MEN_IN_CITY : MEN_IN_VILLAGE) : WOMEN)]![0];
}

/** Of a hundred adults of a generation: none, not finished, primary, lower, upper, D1, D3, S1, S2, S3. */
const SCHOOLING: readonly (readonly [agedFrom: number, shares: Float64Array])[] = [
  [65, sharesOf([16, 22, 38, 10, 10, 0.5, 1, 2.3, 0.2, 0])],
  [50, sharesOf([7, 13, 36, 15, 20, 1, 2, 5.4, 0.6, 0.1])],
  [35, sharesOf([3, 5, 28, 20, 30, 1, 3, 9, 0.9, 0.1])],
  [19, sharesOf([1.5, 2, 13, 22, 46, 1, 4, 10, 0.5, 0])],
];
const DEGREE = new Set([5, 64, 65, 67, 69, 72]);

export function educationOf(age: number, occupation: number, inCity: boolean, die: Die): number {
  if (age < 7) return 1;
  if (age < 13) return 2;
  if (age < 16) return 3;
  if (age < 19) return 4;
  if (occupation === 3) return 5;
  if (DEGREE.has(occupation)) return roll(die) < 0.93 ? 8 : 9;
  if (occupation === 73 || occupation === 74) return 7;
  const level = pickShare(die, SCHOOLING.find(([from]) => age >= from)![1]) + 1;
  return inCity && level < 5 && roll(die) < 0.3 ? 5 : level;
}

const BLOOD = [13, 4, 1, 2, 3, 11, 5, 7, 9, 12];
const BLOOD_SHARES = sharesOf([52, 17, 12, 13, 3.5, 1, 0.6, 0.6, 0.2, 0.1]);
const DISABILITY_SHARES = sharesOf([40, 18, 18, 15, 4, 5]);

export function bloodGroupOf(age: number, die: Die): number {
  return BLOOD[age < 10 && roll(die) < 0.6 ? 0 : pickShare(die, BLOOD_SHARES)]!;
}

/** 1-6, or null for none. */
export function disabilityOf(age: number, die: Die): number | null {
  if (roll(die) > (age < 18 ? 0.005 : age < 60 ? 0.011 : 0.035)) return null;
  return 1 + pickShare(die, DISABILITY_SHARES);
}
