/** A question beside what the register says, field by field. Pure: no clock, no I/O, the same work whoever was asked about. */
import { isScored, type Attribute, type BodyPart } from '../attribute.ts';
import type { Given, PersonState, Result } from '../schema.ts';
import { addressScore } from './address.ts';
import { nameScorer, type NameScorer } from './name.ts';
import { codeIn, DIGITS, sameRegionName, type RegionLevel } from './region.ts';

/** What the register says of one person; `null` where it says nothing, or where nobody asked for it. */
export interface Subject {
  readonly name: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly sex: number;
  readonly bloodGroup: number;
  readonly religion: number;
  readonly maritalStatus: number;
  readonly education: number;
  readonly occupation: number;
  readonly address: string;
  readonly rt: number | null;
  readonly rw: number | null;
  /** Ten digits. */
  readonly villageCode: string;
  readonly familyCard: string | null;
  readonly motherName: string | null;
  readonly fatherName: string | null;
}

/** What an agreement lets a partner see of the comparison. */
export interface Leave {
  /** Which elements, and whether how alike they are is told in steps of ten or only that it reaches the threshold. */
  readonly elements: ReadonlyMap<Attribute | BodyPart, 'check' | 'score'>;
  /** A tenth from 10 to 100: less alike than this is a mismatch. */
  readonly threshold: number;
  /** What may be told of a record that does not speak. */
  readonly tells: ReadonlySet<PersonState>;
}

/** `match`: every granted field; `partial`: some; `mismatch`: none. What the log and the bill know of the answer. */
export type ResultClass = 'match' | 'partial' | 'mismatch';

export interface Compared {
  readonly results: Readonly<Partial<Record<Attribute | BodyPart, Result>>>;
  readonly resultClass: ResultClass;
  /** Only what may be told; `null` looks like anybody who does not match. */
  readonly state: PersonState | null;
  /** The person has locked the question. */
  readonly locked?: boolean;
}

export type RegionNames = (code: string) => string | undefined;

export interface Comparison {
  /** `known` is whom the register has under the NIK, if anybody; of `state` other than `active` no field speaks. */
  compare(given: Given, known: Subject | null, state: PersonState, leave: Leave): Compared;
}

/** Compared with where nobody is, so that it takes as long. */
const DECOY: Subject = {
  name: 'UMPAMA CONTOH PEMBANDING',
  birthPlace: 'CONTOH',
  birthDate: '1901-01-01',
  sex: 0,
  bloodGroup: 0,
  religion: 0,
  maritalStatus: 0,
  education: 0,
  occupation: 0,
  address: 'JALAN CONTOH PEMBANDING 1',
  rt: null,
  rw: null,
  villageCode: '0000000000',
  familyCard: null,
  motherName: 'UMPAMA CONTOH PEMBANDING',
  fatherName: 'UMPAMA CONTOH PEMBANDING',
};

export function comparison(regionName: RegionNames, names: NameScorer = nameScorer()): Comparison {
  return {
    compare(given, known, state, leave) {
      const speaks = known !== null && state === 'active';
      const subject = known ?? DECOY;
      const results: Partial<Record<Attribute, Result>> = {};
      let granted = 0;
      let matched = 0;
      for (const name in given) {
        const attribute = name as Attribute;
        const method = leave.elements.get(attribute);
        if (method === undefined) {
          results[attribute] = NOT_GRANTED;
          continue;
        }
        granted += 1;
        const likeness = likenessOf(attribute, given[attribute]!, subject);
        const matches = speaks && likeness >= leastOf(attribute, leave);
        if (matches) matched += 1;
        results[attribute] = !matches ? NO_MATCH : method === 'score' ? SCORES[likeness / 10]! : MATCH;
      }
      return {
        results,
        resultClass: matched === 0 ? 'mismatch' : matched === granted ? 'match' : 'partial',
        state: leave.tells.has(state) ? state : null,
      };
    },
  };

  /** 0 to 100 in steps of ten; of what is only the same or not, 0 or 100. */
  function likenessOf(attribute: Attribute, given: string | number, subject: Subject): number {
    switch (attribute) {
      case 'name':
        return names.score(given as string, subject.name);
      case 'motherName':
      case 'fatherName':
        return names.score(given as string, subject[attribute] ?? '');
      case 'birthPlace':
        return placeLikeness(given as string, subject.birthPlace);
      case 'address':
        return addressScore(given as string, subject.address);
      case 'province':
      case 'regency':
      case 'district':
      case 'village':
        return inRegion(given as string, subject.villageCode, attribute) ? 100 : 0;
      case 'familyCard':
      case 'birthDate':
      case 'sex':
      case 'bloodGroup':
      case 'religion':
      case 'maritalStatus':
      case 'education':
      case 'occupation':
      case 'rt':
      case 'rw':
        return given === subject[attribute] ? 100 : 0;
    }
  }

  /** Places have neighbours in the alphabet: Surakarta is no slip of Surabaya. What does not sound the same is another. */
  function placeLikeness(one: string, other: string): number {
    const alike = names.score(placeName(one), placeName(other));
    return alike >= 90 ? alike : 0;
  }

  function inRegion(given: string, villageCode: string, level: RegionLevel): boolean {
    const own = villageCode.slice(0, DIGITS[level]);
    const code = codeIn(given, level);
    if (code !== null) return code === own;
    return sameRegionName(given, regionName(own) ?? '', level);
  }
}

const MATCH: Result = { result: 'match' };
const NO_MATCH: Result = { result: 'no_match' };
const NOT_GRANTED: Result = { result: 'not_granted' };
const SCORES: readonly Result[] = Array.from({ length: 11 }, (_, tens) => ({ result: 'score', score: tens * 10 }));
function leastOf(attribute: Attribute, { threshold }: Leave): number {
  return isScored(attribute) ? Math.max(10, threshold) : 100;
}

function placeName(text: string): string {
  return text.replace(/^\s*(?:KOTA|KABUPATEN|KAB)\b[\s.]*/i, '');
}
